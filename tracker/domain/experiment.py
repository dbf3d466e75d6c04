"""The person's own experiment: blocks of days with and without one habit (R-AN-06)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tracker.domain.moment import require_aware
from tracker.domain.site import PainSite


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """A planned test. `blocks` says of each block of `block_days` whether it is with the habit.

    `place` is the site whose morning score is compared; `stopped` the day on which the person gave
    it up, None while it runs or when it ran to its end.
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
        """Refuse times without a zone."""
        require_aware("at", self.at)

    @property
    def end(self) -> date:
        """Give the last day of the last block."""
        return self.start + timedelta(days=len(self.blocks) * self.block_days - 1)
