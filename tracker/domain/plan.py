"""How the person trains: the mode that was chosen, its days, its goal, and sessions moved."""

from datetime import date, datetime
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record
from tracker.domain.verdict import Plan

USUAL_DAYS: Final = (0, 2, 5)
"""Monday, Wednesday, Saturday: three sessions, never on two days in a row (C-20)."""


@record("plans", order="day at")
@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChoice:
    """One choice of how to train, from its day on; the latest of all counts, the others are past.

    `stage` is the ladder stage to begin with, "" where the diary says it (R-PROG-01). `days` are
    the days of training, Monday 0 to Sunday 6. The goal is a distance in metres by a day, None for
    none.
    """

    id: str
    at: datetime
    day: date
    mode: Plan
    stage: str = ""
    days: tuple[int, ...] = USUAL_DAYS
    goal_m: int | None = None
    goal_by: date | None = None

    def __post_init__(self) -> None:
        """Refuse times without a zone, and days that no week has."""
        require_aware("at", self.at)
        if any(not 0 <= day <= 6 for day in self.days):  # noqa: PLR2004 - Sunday
            message = f"{self.days} are no days of a week"
            raise ValueError(message)


@record("plan_moves", order="at")
@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMove:
    """A planned session that was moved from its `day` to another (`to`)."""

    id: str
    at: datetime
    day: date
    to: date

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)
