"""What was tried against a complaint besides training (domain sections 5.3 and 10)."""

from datetime import date, datetime
from enum import StrEnum

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record
from tracker.domain.site import PainSite


class RemedyKind(StrEnum):
    """What it was."""

    HEAT = "heat"
    COLD = "cold"
    BELT = "belt"
    PHYSIO = "physio"
    MASSAGE = "massage"
    MEDICINE = "medicine"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class CautionAnswer:
    """What the person said of the cautions of heat or cold, and on which day (R-HC-03).

    Either none of them applies, or one does and a clinician `agreed`.
    """

    day: date
    agreed: bool = False


@record("remedies", order="at")
@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One use of a remedy. No `place`: not for one site; no `seconds`: not timed.

    `name` says which medicine it was; how much of it is never asked.

    `at` is when it began: where it was paused so much later that `seconds` after it was the end.
    """

    id: str
    at: datetime
    day: date
    kind: RemedyKind
    place: PainSite | None = None
    seconds: int | None = None
    name: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse less than no time, and times without a zone."""
        require_aware("at", self.at)
        if self.seconds is not None and self.seconds < 0:
            message = f"seconds is negative: {self.seconds}"
            raise ValueError(message)
