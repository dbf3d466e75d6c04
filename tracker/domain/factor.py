"""Own factors: yes-or-no questions of the person's own that a check-in may answer."""

from datetime import datetime
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record

ASKED_MOST: Final = 5


@record("factors", order="at")
@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One question, such as "desk day"; `asked` says whether check-ins still ask it."""

    id: str
    at: datetime
    name: str
    asked: bool = True

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)
