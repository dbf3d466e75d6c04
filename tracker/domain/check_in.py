"""The check-in: how the person is at one moment of one day (R-PAIN-02, section 2.2)."""

from datetime import date, datetime

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.pain import BackFeature, Hurts, Night, PainScore, Pattern, Quality, Spread
from tracker.domain.record import record
from tracker.domain.site import Side, Site

SLEEP_H_MAX = 24.0
SLEEP_QUALITY_MAX = 5
FATIGUE_MAX = 10
STIFF_MIN_MAX = 24 * 60
SITTING_H_MAX = 24.0


@dataclass(frozen=True, slots=True)
class FlagAnswer:
    """What the person answered to one question of the red-flag list, by its key (section 2.2)."""

    key: str
    yes: bool


@dataclass(frozen=True, slots=True)
class FactorAnswer:
    """What the person answered to an own factor, by its id; not answered is not on file."""

    factor: str
    yes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoneFocal:
    """Pin-point pain on a bone, and when it is felt (R-RED-22, R-RED-23).

    `bone_risk` says that something is known to make the bones weaker (R-SCR-05).
    """

    site: Site
    side: Side | None = None
    part: str | None = None
    rest_or_night: bool = False
    walking: bool = False
    worse_through_run: bool = False
    bone_risk: bool = False


@record("checkins", order="at")
@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One check-in. None means not said; 0 and False are answers.

    `at` is when it was written, `day` the person's day it speaks of. `alarm` is the answer to the
    daily gate question; `answers` holds every red-flag question that was put, with its answer;
    `full_list` says that all of them were. Sleep in hours, stiffness in minutes, sitting in hours,
    fatigue 0-10, sleep quality 1-5, planned distance in metres.
    """

    id: str
    at: datetime
    day: date
    scores: tuple[PainScore, ...] = ()
    night: Night | None = None
    stiff_min: int | None = None
    sleep_h: float | None = None
    sleep_quality: int | None = None
    fatigue: int | None = None
    limp: bool = False
    ill: bool = False
    painkiller: bool = False
    alarm: bool | None = None
    full_list: bool = False
    answers: tuple[FlagAnswer, ...] = ()
    bone_focal: tuple[BoneFocal, ...] = ()
    planned_m: int | None = None
    quality: tuple[Quality, ...] = ()
    pattern: Pattern | None = None
    spread: Spread | None = None
    hurts: tuple[Hurts, ...] = ()
    back_features: tuple[BackFeature, ...] = ()
    sitting_h: float | None = None
    factors: tuple[FactorAnswer, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse values outside their scale, and times without a zone."""
        require_aware("at", self.at)
        _within("stiff_min", self.stiff_min, 0, STIFF_MIN_MAX)
        _within("sleep_h", self.sleep_h, 0, SLEEP_H_MAX)
        _within("sleep_quality", self.sleep_quality, 1, SLEEP_QUALITY_MAX)
        _within("fatigue", self.fatigue, 0, FATIGUE_MAX)
        _within("sitting_h", self.sitting_h, 0, SITTING_H_MAX)


def _within(name: str, value: float | None, low: float, high: float) -> None:
    if value is not None and not low <= value <= high:
        message = f"{name} is {value}, outside {low:g} to {high:g}"
        raise ValueError(message)
