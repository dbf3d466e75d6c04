"""The weekly impact check as it was answered (R-Q-01)."""

from dataclasses import dataclass
from datetime import date, datetime

from tracker.domain.moment import require_aware
from tracker.domain.site import PainSite


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactCheck:
    """The four option numbers 0-3, looking back 7 days from `day`; None for a skipped one."""

    id: str
    at: datetime
    day: date
    options: tuple[int | None, ...]
    place: PainSite | None = None

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)
