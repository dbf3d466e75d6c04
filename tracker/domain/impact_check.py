"""The weekly impact check as it was answered (R-Q-01)."""

from datetime import date, datetime
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record
from tracker.domain.site import PainSite

QUESTIONS: Final = 4
OPTION_MAX: Final = 3


@record("impact_checks", order="at")
@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactCheck:
    """The four option numbers 0-3, looking back 7 days from `day`; None for a skipped one."""

    id: str
    at: datetime
    day: date
    options: tuple[int | None, ...]
    place: PainSite | None = None

    def __post_init__(self) -> None:
        """Refuse answers that no question has, and times without a zone."""
        require_aware("at", self.at)
        known = (option for option in self.options if option is not None)
        if len(self.options) != QUESTIONS or not all(0 <= each <= OPTION_MAX for each in known):
            message = f"options are {self.options}, not {QUESTIONS} from 0 to {OPTION_MAX}"
            raise ValueError(message)
