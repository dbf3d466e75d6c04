"""The thresholds a person may change, kept within their bounds."""

from typing import TypeVar

from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.scale import parse_whole_number
from tracker.domain.settings import Settings
from tracker.domain.text import quoted
from tracker.domain.units import parse_hours
from tracker.rules import constants as c
from tracker.rules.constant_table import CONSTANTS

_BOUNDS = {choice.setting: choice for row in CONSTANTS for choice in row.settings}

_Number = TypeVar("_Number", int, float)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the configurable constants are for this person.

    Percent are whole numbers, minutes whole minutes, kilometres whole kilometres, sleep in hours.
    """

    green_max: int = c.GREEN_MAX
    run_cap_percent: int = c.RUN_CAP_PERCENT
    reassess_min: int = c.REASSESS_MIN
    step_back_percent: int = c.STEP_BACK_PERCENT
    advances_per_week: int = c.ADVANCES_PER_WEEK
    shoes_note_km: int = c.SHOES_NOTE_KM
    shoes_inspect_km: int = c.SHOES_INSPECT_KM
    sleep_h_min: float = c.SLEEP_H_MIN
    sleep_quality_low: int = c.SLEEP_QUALITY_LOW


USUAL_LIMITS = Limits()

_USUAL_SETTINGS = Settings()


def limits_of(settings: Settings) -> Limits:
    """Read the configurable constants from the settings; beyond a bound is the bound."""
    return Limits(
        green_max=_within("green_max", settings.green_max),
        run_cap_percent=_within("run_cap_percent", settings.run_cap_percent),
        reassess_min=_within("reassess_min", settings.reassess_min),
        step_back_percent=_within("step_back_percent", settings.step_back_percent),
        advances_per_week=_within("advances_per_week", settings.advances_per_week),
        shoes_note_km=_within("shoes_note_km", settings.shoes_note_km),
        shoes_inspect_km=_within("shoes_inspect_km", settings.shoes_inspect_km),
        sleep_h_min=_within("sleep_h_min", settings.sleep_h_min),
        sleep_quality_low=_within("sleep_quality_low", settings.sleep_quality_low),
    )


def _within(name: str, value: _Number) -> _Number:
    bounds = _BOUNDS[name]
    return min(max(value, bounds.low), bounds.high)


def bounds_of(setting: str) -> tuple[int, int]:
    """Return the lowest and the highest value that a person may choose for a threshold."""
    bounds = _BOUNDS[setting]
    return bounds.low, bounds.high


def parse_limit(setting: str, text: str, *, name: str) -> float | Problem:
    """Read what was typed for a threshold; `name` begins the sentence about what can't be."""
    low, high = bounds_of(setting)
    if not isinstance(getattr(_USUAL_SETTINGS, setting), float):
        return parse_whole_number(text, setting, name=name, low=low, high=high)
    hours = parse_hours(text)
    if isinstance(hours, Problem) or not low <= hours <= high:
        wrong = f", not {quoted(text)}" if text.strip() else ""
        return Problem(setting, f"{name} is a number of hours from {low} to {high}{wrong}.")
    return hours
