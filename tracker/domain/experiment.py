"""The person's own experiment: blocks of days with and without one habit (R-AN-06)."""

from datetime import date, datetime, timedelta

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record
from tracker.domain.site import PainSite


@record("experiments", order="at")
@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """A planned test. `blocks` says of each block of `block_days` whether it is with the habit.

    `habit` is the key of an exposure, or the person's own words. `place` is the site whose morning
    score is compared; `stopped` the day on which the person gave it up, None while it runs or when
    it ran to its end.
    """

    id: str
    at: datetime
    start: date
    habit: str
    blocks: tuple[bool, ...]
    place: PainSite
    block_days: int = 7
    stopped: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse times without a zone, and blocks without days."""
        require_aware("at", self.at)
        if self.block_days < 1 or not self.blocks:
            message = f"{len(self.blocks)} blocks of {self.block_days} days are no test"
            raise ValueError(message)

    @property
    def end(self) -> date:
        """Return the last day of the last block."""
        return self.start + timedelta(days=len(self.blocks) * self.block_days - 1)

    def block_of(self, day: date) -> int | None:
        """Return the place of a day's block, counted from 0; None outside the test."""
        if not self.start <= day <= self.end or (self.stopped is not None and day >= self.stopped):
            return None
        return (day - self.start).days // self.block_days

    def days_of(self, block: int) -> tuple[date, ...]:
        """Return the days of a block, counted from 0, as they were planned."""
        first = self.start + timedelta(days=block * self.block_days)
        return tuple(first + timedelta(days=step) for step in range(self.block_days))

    def open_on(self, day: date) -> bool:
        """Return whether it is still to come or going on."""
        return self.stopped is None and day <= self.end
