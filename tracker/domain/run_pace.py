"""Whether anybody runs that fast."""

from typing import Final

from tracker.domain.settings import DistanceUnit
from tracker.domain.units import format_distance, format_duration, format_pace, pace_of

# Two minutes a kilometre: the mile record's pace is 2:19, and only a few hundred metres go faster.
FASTEST_S_A_KM: Final = 120


def nobody_runs(distance_m: int | None, seconds: int | None) -> bool:
    """Return whether a distance in that time is faster than anybody runs; False where not known."""
    if not distance_m or not seconds:
        return False
    return seconds * 1000 < FASTEST_S_A_KM * distance_m


def pace_question(distance_m: int | None, seconds: int | None, *, unit: DistanceUnit) -> str | None:
    """Return what to ask about a run that was typed, "5 km in 0:45, 0:09 a km: is that right?"."""
    if not nobody_runs(distance_m, seconds):
        return None
    return f"{pace_words(distance_m, seconds, unit=unit)}: is that right?"


def pace_words(distance_m: int | None, seconds: int | None, *, unit: DistanceUnit) -> str:
    """Return a distance, its time and its pace: "5 km in 0:45, 0:09 a km"."""
    distance = format_distance(distance_m or 0, unit).replace(".0 ", " ")
    pace = pace_of(distance_m, seconds, unit=unit) or 0
    return f"{distance} in {format_duration(seconds or 0)}, {format_pace(pace)} a {unit.value}"
