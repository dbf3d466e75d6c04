"""The next session of a plan: where on the ladder, how far, and what would change it (4.2)."""

from dataclasses import replace
from math import floor
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.verdict import Decision, Outcome
from tracker.rules import constants as c
from tracker.rules.limits import Limits
from tracker.rules.progression import LADDER, STAGES, Entry, Progress, Stage
from tracker.rules.readiness import Readiness

WARM_UP_MIN: Final = 5
"""The brisk walk before and after every session."""
RUNS: Final = frozenset({Outcome.GO, Outcome.EASY})
UP: Final = frozenset({Decision.PROGRESS, Decision.PROGRESS_SMALL})
BACK: Final = frozenset({Decision.STEP_BACK, Decision.REST_THEN_STEP_BACK})
SMALL_PERCENT: Final = 105
REST_DAYS: Final = 2
"""Days without running before the step back that follows a stop, a woken night or a limp."""

_ORDER: Final = tuple(stage.id for stage in LADDER)
_FIFTH: Final = 5
FROM_THE_FOOT: Final = "R-RDY-39"


@dataclass(frozen=True, slots=True)
class Position:
    """A place on the ladder: a stage, and whether it is the one with a little more (row 11)."""

    stage: str
    more: bool = False

    @property
    def index(self) -> int:
        """Return the number of the stage, from 0."""
        return _ORDER.index(self.stage)

    @property
    def session(self) -> Stage:
        """Return the session that is done there."""
        stage = STAGES[self.stage]
        return a_little_more(stage) if self.more else stage

    def moved(self, decision: Decision) -> "Position":
        """Return the place after a decision (R-PROG-10, C-18)."""
        if decision is Decision.PROGRESS or (decision is Decision.PROGRESS_SMALL and self.more):
            return Position(_ORDER[min(self.index + 1, len(_ORDER) - 1)])
        if decision is Decision.PROGRESS_SMALL:
            return Position(self.stage, more=True)
        if decision in BACK:
            return Position(_ORDER[max(self.index - 1, 0)])
        return self

    def at_most(self, other: "Position") -> "Position":
        """Return the lower one of two places."""
        return min(self, other, key=lambda each: (each.index, each.more))


def a_little_more(stage: Stage) -> Stage:
    """Return a stage with one repeat more, or with longer runs where that would be over a fifth.

    Longer is 5 %, in half minutes, at least one (R-PROG-10 row 11).
    """
    if not stage.run_min:
        return stage
    if stage.repeats >= _FIFTH:
        run, repeats = stage.run_min, stage.repeats + 1
        added = stage.run_min + stage.walk_min
    else:
        longer = max(0.5, floor(stage.run_min * (SMALL_PERCENT - 100) / 50) / 2)
        run, repeats = stage.run_min + longer, stage.repeats
        added = longer * stage.repeats
    return replace(
        stage,
        repeats=repeats,
        run_min=run,
        running_min=round(run * repeats),
        total_min=round(stage.total_min + added),
    )


def after_break(position: Position, entry: Entry | None) -> Position:
    """Return where to go on after days without running (R-PROG-01): never higher than before.

    70 % of the earlier usual run are, on the ladder, the highest stage with no more than that share
    of running.
    """
    if entry is None or entry.percent == 100:  # noqa: PLR2004 - all of it
        return position
    if entry.stage is not None:
        return position.at_most(Position(entry.stage))
    most = position.session.running_min * (entry.percent or 0)
    fits = [stage.id for stage in LADDER if stage.running_min * 100 <= most]
    return position.at_most(Position(fits[-1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as it holds today: the row of R-PROG-10, and what of the verdict bounds it.

    `bound_by` are the ids of the verdict's rows that leave no room for a step up, or no run at all.
    """

    decision: Decision
    row: int
    bound_by: tuple[str, ...] = ()


def bounded(progress: Progress, verdict: Readiness) -> Decided:
    """Let no step up stand beside a verdict that gives no room for it.

    A verdict's cap at or below the longest settled run is room for that run at most: the same
    question must not be answered twice. Where the verdict asks for care, so does the plan.
    """
    if verdict.outcome is Outcome.SEEK_CARE and progress.decision is not Decision.SEEK_CARE:
        return Decided(decision=Decision.SEEK_CARE, row=progress.row, bound_by=verdict.rules)
    if progress.decision not in UP or _leaves_room(verdict):
        return Decided(decision=progress.decision, row=progress.row)
    return Decided(decision=Decision.HOLD, row=progress.row, bound_by=verdict.rules)


def _leaves_room(verdict: Readiness) -> bool:
    more = verdict.cap_percent > 100 and FROM_THE_FOOT not in verdict.rules  # noqa: PLR2004
    return verdict.outcome in RUNS and more and not _too_much(verdict)


def _too_much(verdict: Readiness) -> bool:
    cap = verdict.cap
    return cap is not None and cap.metres < cap.settled_m // 100 * 100


def foot_of(position: Position, verdict: Readiness) -> Position:
    """Return the foot of the ladder where the verdict itself sends there (R-RDY-39)."""
    if FROM_THE_FOOT not in verdict.rules:
        return position
    return Position("W1" if verdict.given.walked_w0 else "W0")


def session_position(position: Position, last: Position | None, verdict: Readiness) -> Position:
    """Return the stage of today's session: what the verdict asks for less of is a stage lower.

    `last` is the stage of the session before, None for the first one. After the walk of W0 that
    was GREEN comes W1 (R-PROG-01), whatever was usual before.
    """
    if FROM_THE_FOOT in verdict.rules:
        return foot_of(position, verdict)
    after_the_walk = last is not None and last.stage == "W0"
    if last is None or after_the_walk or _leaves_room(verdict):
        return position
    if verdict.cap_percent < 100 or _too_much(verdict):  # noqa: PLR2004 - less than usual
        return position.at_most(last.moved(Decision.STEP_BACK))
    return position.at_most(last)


def step_distance(decision: Decision, settled_m: int, limits: Limits) -> int:
    """Return how far a free run is by a decision, in whole 100 m: 5 or 10 % more, or C-18 less."""
    percent = {
        Decision.PROGRESS: limits.run_cap_percent,
        Decision.PROGRESS_SMALL: SMALL_PERCENT,
    }.get(decision, 100)
    if decision in BACK:
        percent = 100 - limits.step_back_percent
    return max(settled_m * percent // 100, min(c.CAP_FLOOR_M, settled_m)) // 100 * 100


def free_distance(decided: Decided, verdict: Readiness) -> int | None:
    """Return how far a free run is today, in metres; None without a run to measure by.

    It never passes the verdict's cap.
    """
    cap = verdict.cap
    if cap is None:
        return None
    return min(step_distance(decided.decision, cap.settled_m, verdict.limits), cap.metres)
