"""Training that is not running (domain section 6)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record
from tracker.domain.run import Source


class CrossKind(StrEnum):
    """The kinds of R-XT-01."""

    SWIM = "swim"
    POOL_RUN = "pool_run"
    BIKE = "bike"
    ELLIPTICAL = "elliptical"
    ROW = "row"
    WEIGHTS = "weights"
    WALK = "walk"
    HIKE = "hike"
    YOGA_PILATES = "yoga_pilates"
    OTHER = "other"


CROSS_WORDS: Final = {kind: kind.value.replace("_", " ") for kind in CrossKind}


@record("cross_training", order="start")
@dataclass(frozen=True, slots=True, kw_only=True)
class CrossTraining:
    """One session that is not a run. Distance in metres, times in seconds; None means not known.

    `impact` says of another kind whether it jolts the legs (R-XT-01).
    """

    id: str
    start: datetime
    day: date
    kind: CrossKind = CrossKind.OTHER
    distance_m: int | None = None
    duration_s: int | None = None
    moving_s: int | None = None
    rpe: int | None = None
    impact: bool | None = None
    avg_hr: int | None = None
    max_hr: int | None = None
    source: Source | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("start", self.start)
