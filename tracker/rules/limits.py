"""The thresholds a person may change, kept within their bounds."""

from dataclasses import dataclass

from tracker.domain.settings import Settings
from tracker.rules import constants as c

_BOUNDS = {row.setting: row.bounds for row in c.CONSTANTS if row.setting and row.bounds}


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


def limits_of(settings: Settings) -> Limits:
    """Read the configurable constants from the settings; beyond a bound is the bound."""
    return Limits(
        green_max=_within("green_max", settings.green_max),
        run_cap_percent=_within("run_cap_percent", settings.run_cap_percent),
        reassess_min=_within("reassess_min", settings.reassess_min),
        step_back_percent=_within("step_back_percent", settings.step_back_percent),
        advances_per_week=_within("advances_per_week", settings.advances_per_week),
    )


def _within(name: str, value: int) -> int:
    low, high = _BOUNDS[name]
    return min(max(value, low), high)
