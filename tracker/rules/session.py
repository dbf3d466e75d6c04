"""The 24-hour response to a run (R-PAIN-06, R-PAIN-07)."""

from collections.abc import Iterable

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night
from tracker.domain.run import RunOutcome
from tracker.domain.site import Site
from tracker.domain.verdict import RedKind, Response
from tracker.rules import constants as c
from tracker.rules.hundredths import POINT

STOPPED = frozenset({RunOutcome.STOPPED_PAIN, RunOutcome.STOPPED_ALARM})
WOKEN = frozenset({Night.WAKES, Night.UNRELENTING})

SENSITIVE_BONES = frozenset(
    {Site.SHIN, Site.FOOT_TOP, Site.FOREFOOT, Site.HIP_GROIN, Site.THIGH_FRONT, Site.ANKLE}
)

RESPONSE_WORDS = {
    Response.GREEN: "Settled. Your body took that well.",
    Response.AMBER_SETTLED: "Felt it, but it was back to usual by morning. Repeat before adding.",
    Response.AMBER_LINGER: "A little more than usual this morning. Same or less next time.",
    Response.RED: "That was too much for now.",
    Response.UNKNOWN: "Score this morning to finish yesterday's run.",
}

WAITS_TEXT = "waits for tomorrow's score"
"""Said of a run in the place of its response while the next morning has not come."""

DUE_TEXT = "score this morning"
"""Said in the place of a response that this morning's score still gives."""

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
    `am` is the second or third morning's score (C-38), `am_of` which one, `limp_am` that
    walking was changed by pain on that morning, `focal` that the bones here are sensitive (C-06b);
    `painkiller` means taken before one of the scores.
    """

    pre: int | None = None
    dur: int | None = None
    post60: int | None = None
    am: int | None = None
    am0: int | None = None
    usual: int | None = None
    late: bool = False
    am_of: int = 1
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

    @property
    def rise(self) -> int | None:
        """Return how far the next morning is above the base, in hundredths of a point."""
        base = self.base
        return None if self.am is None or base is None else self.am * POINT - base


def is_focal(site: Site, *, bone_risk: bool) -> bool:
    """Say whether the bones at a site ask for more caution (C-06b); `bone_risk` is R-SCR-05's."""
    return bone_risk or site in SENSITIVE_BONES


def red_kind(session: SiteSession) -> RedKind | None:
    """Return why a session is RED, the reasons that ask for rest first; None if it is not."""
    if session.outcome in STOPPED:
        return RedKind.STOPPED
    if session.night in WOKEN:
        return RedKind.NIGHT
    if session.limp or session.limp_am:
        return RedKind.LIMP
    if session.dur is not None and session.dur >= c.RED_MIN:
        return RedKind.SCORE
    red_from = c.FOCAL_RED_SCORE if session.focal else c.MORNING_RED_SCORE
    rose = _rose(session, c.MORNING_RED_RISE, score=red_from)
    return RedKind.MORNING if rose else None


def session_response(session: SiteSession) -> Response:
    """Classify one site's run; the first matching row of R-PAIN-07 wins."""
    if red_kind(session) is not None:
        return Response.RED
    if session.rise is None:
        return Response.UNKNOWN
    if _rose(session, c.MORNING_LINGER_RISE, score=c.MORNING_LINGER_SCORE):
        return Response.AMBER_LINGER
    comfortable = session.dur is not None and session.dur <= c.COMFORTABLE_MAX
    if comfortable and _settled(session) and not session.painkiller and not session.late:
        return Response.GREEN
    return Response.AMBER_SETTLED


def _rose(session: SiteSession, rise: int, *, score: int) -> bool:
    return (
        session.am is not None
        and session.am >= score
        and session.rise is not None
        and session.rise >= rise
    )


def _settled(session: SiteSession) -> bool:
    before = 0 if session.pre is None else session.pre
    return session.post60 is None or session.post60 <= max(before, c.COMFORTABLE_MAX)


def worst_response(responses: Iterable[Response]) -> Response:
    """Keep the worst of several sites; a run without any site is UNKNOWN."""
    return max(responses, key=MILDEST_FIRST.index, default=Response.UNKNOWN)
