"""The walk-run ladder and the decision after each session (section 4.2)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.verdict import Decision, RedKind, Response
from tracker.rules import constants as c
from tracker.rules.limits import USUAL_LIMITS, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of the ladder: `repeats` times `run_min` running and `walk_min` walking.

    Minutes may be halves. `total_min` includes the five minutes of brisk walking at both ends.
    """

    id: str
    repeats: int
    run_min: float
    walk_min: float
    running_min: int
    total_min: int

    @property
    def text(self) -> str:
        """Return the session in words: "8 x (1 min run, 1.5 min walk), 30 min in all"."""
        if not self.run_min:
            return f"walk {self.walk_min:g} min"
        if not self.walk_min:
            return f"run {self.run_min:g} min, {self.total_min} min in all"
        both = f"{self.run_min:g} min run, {self.walk_min:g} min walk"
        return f"{self.repeats} x ({both}), {self.total_min} min in all"


def _stage(  # noqa: PLR0917  (the six columns of the table, in their order)
    stage: str, repeats: int, run: float, walk: float, running: int, total: int
) -> Stage:
    return Stage(
        id=stage,
        repeats=repeats,
        run_min=run,
        walk_min=walk,
        running_min=running,
        total_min=total,
    )


LADDER: Final = (
    _stage("W0", 1, 0, 30, 0, 30),
    _stage("W1", 8, 1, 1.5, 8, 30),
    _stage("W2", 6, 1.5, 2, 9, 31),
    _stage("W3", 5, 2, 2, 10, 30),
    _stage("W4", 6, 2, 1.5, 12, 31),
    _stage("W5", 7, 2, 1, 14, 31),
    _stage("W6", 4, 4, 2, 16, 34),
    _stage("W7", 3, 6, 2, 18, 34),
    _stage("W8", 3, 7, 2, 21, 37),
    _stage("W9", 3, 8, 2, 24, 40),
    _stage("W10", 2, 12, 2, 24, 38),
    _stage("W11", 1, 25, 0, 25, 35),
    _stage("W12", 1, 30, 0, 30, 40),
)
STAGES: Final = {stage.id: stage for stage in LADDER}

STEP_BACK_WAYS: Final = (
    "shorter but more often",
    "10-20 % slower",
    "add walk breaks (4 min / 1 min)",
    "leave out downhill and stairs",
    "slightly quicker, shorter steps (5-10 % more of them a minute)",
)
ONE_THING_NOTE: Final = "Change only one thing: distance, pace, or hills and surface."

DECISION_WORDS: Final = {
    Decision.SEEK_CARE: "No running until someone has had a look.",
    Decision.REST_THEN_STEP_BACK: "Two days without running, then step back.",
    Decision.STEP_BACK: "Step back: one ladder stage, or {step_back} % less distance.",
    Decision.HOLD: "Repeat this step.",
    Decision.PROGRESS: "Move on: one ladder stage, or up to the single-run cap.",
    Decision.PROGRESS_SMALL: "Move on a little: 5 % more, or the same stage plus one repeat.",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Where to start (R-PROG-01): a ladder stage, or a share of an earlier run in percent."""

    stage: str | None
    percent: int | None
    text: str


_AFTER_A_BREAK: Final = (
    (6, Entry(None, 100, "Carry on; the first run at most as long as your longest.")),
    (13, Entry(None, 70, "Start with 70 % of your earlier usual run.")),
    (27, Entry("W9", None, "Start at W9 of the ladder.")),
)
_THE_WALK: Final = Entry(
    "W0", None, "Start with one walk of 30 minutes; if it stays easy, W1 follows."
)
_AFTER_THE_WALK: Final = Entry("W1", None, "Start at W1 of the ladder.")
PAIN_FREE_BONE: Final = (
    "Take a step only while that bone is at 0, walking and resting: 2 is not enough here."
)


def ladder_entry(
    days_since_run: int | None,
    *,
    walked_w0: bool,
    bone_flag: bool = False,
    after_bone: bool = False,
) -> Entry | None:
    """Say where to start or start again; None while only a clinician's clearance opens the ladder.

    `days_since_run` None means a new runner. `walked_w0` says that one W0 walk stayed at 2 or less
    and was GREEN, since the last bone flag. `bone_flag` is an active R-RED-22 or R-RED-23,
    `after_bone` one that was cleared: the ladder then begins at its foot (R-PROG-01).
    """
    if bone_flag:
        return None
    if after_bone:
        first = ladder_session(walked_w0=walked_w0)
        return Entry(first.id, None, f"Start at {first.id}: {first.text}. {PAIN_FREE_BONE}")
    if days_since_run is not None:
        for days, entry in _AFTER_A_BREAK:
            if days_since_run <= days:
                return entry
    return _AFTER_THE_WALK if walked_w0 else _THE_WALK


def ladder_session(*, walked_w0: bool) -> Stage:
    """Return today's session of someone without a run in 30 days (R-RDY-39): W0, then W1."""
    return STAGES["W1"] if walked_w0 else STAGES["W0"]


def ladder_session_today(session_days: Sequence[date], *, today: date) -> bool:
    """Return whether a ladder session fits today: not after one, four a week (R-PROG-02)."""
    ages = [(today - day).days for day in session_days if day <= today]
    in_week = sum(age < c.WEEK_DAYS for age in ages)
    return in_week < c.LADDER_SESSIONS_PER_WEEK and all(age > c.LADDER_SPACING_DAYS for age in ages)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressInput:
    """What the decision looks at.

    `hist` holds the responses at the current step, oldest first. `hold_flag` is any active flag
    that forbids running. `week_delta` is in hundredths of a point; None means not known. `adv7`
    counts the advances of the last seven days.
    """

    hist: tuple[Response, ...] = ()
    hold_flag: bool = False
    reds_14d: int = 0
    last_red_kind: RedKind | None = None
    week_delta: int | None = None
    adv7: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """The decision, and the number of the row of R-PROG-10 that made it."""

    decision: Decision
    row: int


_REST_FIRST = frozenset({RedKind.STOPPED, RedKind.NIGHT, RedKind.LIMP})
_SETTLED = frozenset({Response.GREEN, Response.AMBER_SETTLED})


def progress(given: ProgressInput, *, limits: Limits = USUAL_LIMITS) -> Progress:
    """Decide the next step; the first row of R-PROG-10 that matches wins."""
    hist, rise = given.hist, given.week_delta
    last = hist[-1] if hist else None
    rows = (
        (given.hold_flag, Decision.SEEK_CARE),
        (given.reds_14d >= c.REDS_TOO_MANY, Decision.SEEK_CARE),
        (
            last is Response.RED and given.last_red_kind in _REST_FIRST,
            Decision.REST_THEN_STEP_BACK,
        ),
        (last is Response.RED, Decision.STEP_BACK),
        (_last(hist, 2) == {Response.AMBER_LINGER}, Decision.STEP_BACK),
        (rise is not None and rise >= c.WEEK_RISE_STEP_BACK, Decision.STEP_BACK),
        (rise is not None and rise >= c.WEEK_RISE_HOLD, Decision.HOLD),
        (last in {Response.UNKNOWN, Response.AMBER_LINGER}, Decision.HOLD),
        (given.adv7 >= limits.advances_per_week, Decision.HOLD),
        (_last(hist, 2) == {Response.GREEN}, Decision.PROGRESS),
        (bool(_last(hist, 3)) and _last(hist, 3) <= _SETTLED, Decision.PROGRESS_SMALL),
        (True, Decision.HOLD),
    )
    return next(
        Progress(decision, row) for row, (fires, decision) in enumerate(rows, start=1) if fires
    )


def _last(hist: tuple[Response, ...], count: int) -> frozenset[Response]:
    """Return the kinds among the last so many responses, or nothing where there are fewer."""
    return frozenset(hist[-count:]) if len(hist) >= count else frozenset()
