"""The 24-hour response to a run (R-PAIN-06, R-PAIN-07)."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.pain import Night
from tracker.domain.run import RunOutcome
from tracker.domain.verdict import RedKind, Response
from tracker.rules import constants as c
from tracker.rules.hundredths import POINT

STOPPED = frozenset({RunOutcome.STOPPED_PAIN, RunOutcome.STOPPED_ALARM})
WOKEN = frozenset({Night.WAKES, Night.UNRELENTING})

RESPONSE_WORDS = {
    Response.GREEN: "Settled. Your body took that well.",
    Response.AMBER_SETTLED: ("Felt it, but it was back to usual by morning. Repeat before adding."),
    Response.AMBER_LINGER: "Still a notch up this morning. Same or less next time.",
    Response.RED: "That was too much for now.",
    Response.UNKNOWN: "Log this morning's score to finish yesterday's run.",
}

MILDEST_FIRST = (
    Response.GREEN,
    Response.AMBER_SETTLED,
    Response.AMBER_LINGER,
    Response.UNKNOWN,
    Response.RED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSession:
    """One site around one run, scores 0-10; None means not logged.

    `pre` just before, `dur` worst during, `post60` an hour after, `am` next morning, `am0` the run
    day's own morning; `usual` as of the next morning, in hundredths of a point. `late` says that
    `am` is the second or third morning's score (C-38), `limp_am` that walking was changed by pain
    on that morning, `focal` that the bones here are sensitive (C-06b); `painkiller` means taken
    before one of the scores.
    """

    pre: int | None = None
    dur: int | None = None
    post60: int | None = None
    am: int | None = None
    am0: int | None = None
    usual: int | None = None
    late: bool = False
    night: Night | None = None
    limp: bool = False
    limp_am: bool = False
    outcome: RunOutcome = RunOutcome.COMPLETED
    painkiller: bool = False
    focal: bool = False

    @property
    def base(self) -> int | None:
        """Return what the next morning is compared with, in hundredths; None where nothing is.

        The highest of `pre` and `usual`, or of `pre` and `am0` where `usual` is not known: mornings
        are compared with mornings (R-PAIN-06).
        """
        level = self.usual
        if level is None and self.am0 is not None:
            level = self.am0 * POINT
        before = None if self.pre is None else self.pre * POINT
        return max((value for value in (before, level) if value is not None), default=None)


def red_kind(session: SiteSession) -> RedKind | None:
    """Say why a session is RED, the reasons that ask for rest first; None if it is not."""
    if session.outcome in STOPPED:
        return RedKind.STOPPED
    if session.night in WOKEN:
        return RedKind.NIGHT
    if session.limp:
        return RedKind.LIMP
    if session.dur is not None and session.dur >= c.RED_MIN:
        return RedKind.SCORE
    flared = (
        session.pre is not None
        and session.am is not None
        and session.am >= session.pre + c.MORNING_FLARE
    )
    return RedKind.MORNING if flared else None


def session_response(session: SiteSession) -> Response:
    """Classify one site's run; the first matching row of R-PAIN-07 wins.

    A missing score before or during leaves the run unfinished, as a missing morning does, unless
    it is RED anyway (R-PAIN-06).
    """
    if red_kind(session) is not None:
        return Response.RED
    if session.pre is None or session.dur is None or session.am is None:
        return Response.UNKNOWN
    if session.am > session.pre:
        return Response.AMBER_LINGER
    settled = session.post60 is None or session.post60 <= session.pre
    comfortable = session.dur <= c.COMFORTABLE_DURING_MAX
    if comfortable and settled and not session.painkiller:
        return Response.GREEN
    return Response.AMBER_SETTLED


def worst_response(responses: Iterable[Response]) -> Response:
    """Keep the worst of several sites; a run without any site is UNKNOWN."""
    return max(responses, key=MILDEST_FIRST.index, default=Response.UNKNOWN)
