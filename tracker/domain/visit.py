"""A visit to somebody who looks after the complaint (domain section 10)."""

from datetime import date, datetime

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record
from tracker.domain.screening import ClearedBy


@record("visits", order="day at")
@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit, as the runner tells it; `at` is when it was written down."""

    id: str
    at: datetime
    day: date
    by: ClearedBy
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)
