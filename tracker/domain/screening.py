"""The answers to the eight questions before starting, and what a clinician allowed (2.1)."""

from datetime import date, datetime
from enum import StrEnum

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record


class Screen(StrEnum):
    """What the screening answers add up to (R-SCR-01 to R-SCR-08)."""

    CLEAR = "clear"
    CLEARANCE_NEEDED = "clearance_needed"
    MISSING = "missing"
    DIARY_ONLY = "diary_only"
    MODERATE_ONLY = "moderate_only"


@record("screenings", order="at")
@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """One pass through the eight questions. `active` belongs to R-SCR-08: already active?"""

    id: str
    at: datetime
    day: date
    adult: bool
    structural: bool
    condition: bool
    symptoms: bool
    bone_risk: bool
    pregnancy: bool
    told_to_avoid: bool
    active: bool

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)


class Allows(StrEnum):
    """What a clearance allows (R-SCR-10)."""

    RUN = "run"
    RUN_WITH_PAIN = "run_with_pain"
    WALK = "walk"
    NOTHING = "nothing"


class ClearedBy(StrEnum):
    """Who gave a clearance (R-SCR-10)."""

    DOCTOR = "doctor"
    PHYSIO = "physio"
    CHIROPRACTOR = "chiropractor"
    OTHER = "other"


@record("clearances", order="at")
@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """What the runner reports a clinician to have said (R-SCR-10). Nothing here is verified.

    `covers` lists red-flag ids, "screening", or "all". `up_to` is the highest pain score that
    `run_with_pain` allows. `review_by` None = the usual validity (C-29).
    """

    id: str
    at: datetime
    day: date
    by: ClearedBy
    covers: tuple[str, ...]
    allows: Allows
    up_to: int | None = None
    review_by: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)


@record("retractions", order="at")
@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """A red-flag answer taken back as a mistake, with its reason (R-RED-41); the answer stays."""

    id: str
    at: datetime
    day: date
    flag: str
    reason: str

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)
