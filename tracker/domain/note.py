"""Something worth remembering of a day that no other kind of record has a place for."""

from datetime import date, datetime

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record
from tracker.domain.run import Source


@record("notes", order="day at")
@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note in the person's own words, or in those of the diary that it came from.

    `at` is the moment it speaks of, or that at which it was written.
    """

    id: str
    at: datetime
    day: date
    note: str
    source: Source | None = None

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)
