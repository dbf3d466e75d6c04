"""What the plan answers: decision, next session, ladder, week and goal (section 4.2)."""

from datetime import date
from enum import StrEnum

from tracker.diary.plan_story import Standing
from tracker.domain.dataclass import dataclass
from tracker.domain.plan import PlanChoice
from tracker.domain.settings import Settings
from tracker.domain.verdict import Decision, Outcome, Response
from tracker.rules.explanations import Explanation
from tracker.rules.progression import Entry, Stage


class DayMark(StrEnum):
    """What a day of the week is, in a plan."""

    DONE = "done"
    PLANNED = "planned"
    CROSS = "cross"
    REST = "rest"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A session to come: its day, in words, its minutes, and how far it may be, in metres.

    `stage` is None where one runs freely; `cap_m` is the verdict's own cap on its day, None where
    there is none to name or the day is still to come.
    """

    day: date
    words: str
    stage: Stage | None = None
    minutes: int | None = None
    distance_m: int | None = None
    cap_m: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDay:
    """One day of the week: what is done, planned or advised, its minutes, and the answer to it."""

    day: date
    mark: DayMark
    what: str
    minutes: int | None = None
    response: Response | None = None
    waits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRow:
    """One stage, the answers to the sessions done there, and whether the next one is there."""

    stage: Stage
    answers: tuple[Response, ...]
    passed: bool
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What would change the decision: a response or None, in words, what it is then, and where."""

    response: Response | None
    condition: str
    decision: Decision
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """A goal, the earliest day on which the rules allow it, and whether that is in time.

    `earliest` is None where it can't be told yet, and `stage_by` the earliest day of the ladder's
    last stage for somebody on it.
    """

    metres: int
    by: date
    earliest: date | None
    in_reach: bool
    stage_by: date | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """The plan on one day; `choice` is None where none was made, and `begin` says where it would.

    `today` is today's session, None where there is none: `instead` says why. `coming` is the next
    one after it. `decision` is None without a plan, and where no advice on running is given.
    """

    day: date
    settings: Settings
    choice: PlanChoice | None
    begin: Entry | None
    outcome: Outcome
    decision: Decision | None = None
    row: int = 0
    title: str = ""
    line: str = ""
    because: tuple[Explanation, ...] = ()
    standing: Standing | None = None
    changes: tuple[Change, ...] = ()
    today: PlannedSession | None = None
    coming: PlannedSession | None = None
    instead: str = ""
    ladder: tuple[LadderRow, ...] = ()
    week: tuple[PlanDay, ...] = ()
    goal: GoalView | None = None
