"""Strength and tendon loading, one exercise at a time (R-XT-05)."""

from datetime import date, datetime
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record
from tracker.domain.site import PainSite, Side

HEEL_RAISE: Final = "heel raise one leg"
BUILT_IN: Final = (
    "heel raise both legs",
    HEEL_RAISE,
    "heel raise bent knee",
    "heel-raise hold 45 s",
    "toe-towel heel raise",
    "glute bridge both legs",
    "glute bridge one leg",
    "side plank",
    "side-lying hip lift",
    "step-down",
    "curl-up",
    "bird dog",
    "squat",
    "split squat",
)
"""The exercises that are offered; any other may be named."""


@record("strength", order="at")
@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """One exercise as it was done, of one side, of both (`Side.BOTH`), or of no side (None).

    `reps` or `hold_s` are those of one set; `grams` is the weight, `band` the person's own word for
    one. `pain` is the worst score while doing it, at `place`. `most` marks a count of as many as
    could be done, once a month.
    """

    id: str
    at: datetime
    day: date
    exercise: str
    side: Side | None = None
    sets: int | None = None
    reps: int | None = None
    hold_s: int | None = None
    grams: int | None = None
    band: str = ""
    pain: int | None = None
    place: PainSite | None = None
    most: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)
