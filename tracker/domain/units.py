"""Distances, times and pace: as people type them, and as they are written out."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tracker.domain.check_in import SLEEP_H_MAX, STIFF_MIN_MAX
from tracker.domain.problem import Problem
from tracker.domain.settings import DistanceUnit
from tracker.domain.text import quoted

DISTANCE_MAX_M: Final = 1_000_000
DURATION_MAX_S: Final = 72 * 3600
METRES: Final = {DistanceUnit.KM: Decimal(1000), DistanceUnit.MI: Decimal("1609.344")}

# What no person types is not worth reading.
_TYPED_MAX = 60
_SEXAGESIMAL_MAX = 59
_NUMBER = r"\d+(?:[.,]\d*)?|[.,]\d+"
_NEGATIVE = re.compile(r"[-−–]\s*[\d.,]", re.ASCII)
_DISTANCE = re.compile(
    rf"(?P<number>{_NUMBER})\s*"
    r"(?:(?P<km>k|kms?|kilomet(?:er|re)s?)|(?P<mi>mi|miles?)|(?P<m>m|met(?:er|re)s?))?\.?",
    re.ASCII,
)
_GROUPED = re.compile(r"\d{1,3}[.,]\d{3}", re.ASCII)
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,]\d*)?", re.ASCII)
_SPELLED = re.compile(
    rf"(?:(?P<h>{_NUMBER})\s*h(?:ours?|rs?)?\.?)?\s*"
    rf"(?:(?P<min>{_NUMBER})\s*(?:m(?:ins?|inutes?)?\.?|['′’]))?\s*"
    rf"(?:(?P<s>{_NUMBER})\s*(?:s(?:ecs?|econds?)?\.?|[\"″”]|''))?\s*"
    rf"(?P<bare>{_NUMBER})?",
    re.ASCII,
)
_WEIGHTS = {"h": 3600, "min": 60, "s": 1}

_DISTANCE_EXAMPLE = {
    DistanceUnit.KM: "Type it like 5.2, 5.2 km or 3.1 mi.",
    DistanceUnit.MI: "Type it like 3.1, 3.1 mi or 5 km.",
}
_DURATION_EXAMPLE = "Type it like 31:20, 1:05:00, 1h05 or 45 (minutes)."
_HOURS_EXAMPLE = "Type it like 7.5 or 7:30."
_MINUTES_EXAMPLE = "Type it like 20 or 20 min."


def parse_distance(text: str, unit: DistanceUnit) -> int | Problem:
    """Read a distance in whole metres; a bare number is in the person's unit.

    Takes a point or a comma: `5`, `5,2`, `5.2 km`, `10k`, `3.1 miles`, `5000 m`.
    """
    typed = text.strip().casefold()
    example = _DISTANCE_EXAMPLE[unit]
    if not typed:
        return Problem("distance", f"The distance is missing. {example}")
    if _NEGATIVE.match(typed):
        return Problem("distance", f"A distance is more than 0. {example}")
    match = _DISTANCE.fullmatch(typed) if len(typed) <= _TYPED_MAX else None
    if match is None:
        return Problem("distance", f"Can't read {quoted(text)} as a distance. {example}")
    metres = _metres(match, unit)
    if metres > DISTANCE_MAX_M:
        return Problem(
            "distance",
            f"A distance is at most 1,000 km, and {quoted(text)} is more. "
            "Type it like 5.2 km, or 5200 m for metres.",
        )
    if metres == 0:
        return Problem("distance", f"A distance is more than 0. {example}")
    return metres


def _metres(match: re.Match[str], unit: DistanceUnit) -> int:
    number = match["number"]
    if match["m"]:
        # "5,000 m": nobody measures a run in thousandths of a metre.
        plain = re.sub("[.,]", "", number) if _GROUPED.fullmatch(number) else number
        return _whole(_decimal(plain))
    if match["km"]:
        unit = DistanceUnit.KM
    elif match["mi"]:
        unit = DistanceUnit.MI
    return _whole(_decimal(number) * METRES[unit])


def format_distance(metres: float, unit: DistanceUnit, *, decimals: int = 1) -> str:
    """Write a distance with its unit: "5.2 km", "3.1 mi"."""
    return f"{format_distance_number(metres, unit, decimals=decimals)} {unit.value}"


def format_distance_number(metres: float, unit: DistanceUnit, *, decimals: int = 1) -> str:
    """Write a distance without its unit, for a column that names it: "5.2"."""
    step = Decimal(1).scaleb(-decimals)
    return str((Decimal(str(metres)) / METRES[unit]).quantize(step, ROUND_HALF_UP))


def parse_duration(text: str) -> int | Problem:
    """Read a duration in whole seconds; a bare number is in minutes, `31:20` minutes and seconds.

    Takes `31:20`, `1:05:00`, `1h05`, `1 h 5 min 30 s`, `45m`, `45,5`, `31'20"`, `90s`.
    """
    seconds = _read_time(text, "duration", what="duration", clock_ends=1, example=_DURATION_EXAMPLE)
    if isinstance(seconds, Problem):
        return seconds
    if seconds > DURATION_MAX_S:
        too_long = f"A duration is at most 72 hours, and {quoted(text)} is more."
        return Problem("duration", f"{too_long} {_DURATION_EXAMPLE}")
    whole = _whole(seconds)
    if whole == 0:
        return Problem("duration", f"A duration is more than 0. {_DURATION_EXAMPLE}")
    return whole


def format_measures(metres: int | None, seconds: int | None, unit: DistanceUnit) -> str:
    """Write a distance and a time in one, such as `5.2 km in 31:20`; what is None is left out."""
    distance = [] if metres is None else [format_distance(metres, unit)]
    return " in ".join([*distance, *([] if seconds is None else [format_duration(seconds)])])


def format_duration(seconds: float) -> str:
    """Write a duration: "31:20", from an hour on "1:05:00"."""
    hours, rest = divmod(_whole(Decimal(str(seconds))), 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"


def pace_of(
    distance_m: float | None, duration_s: float | None, *, unit: DistanceUnit
) -> int | None:
    """Give the pace in whole seconds a kilometre or mile; None where one of the two is unknown."""
    if not distance_m or not duration_s:
        return None
    return _whole(Decimal(str(duration_s)) * METRES[unit] / Decimal(str(distance_m)))


def format_pace(seconds: float) -> str:
    """Write a pace without its unit: "6:25"."""
    return format_duration(seconds)


def parse_hours(text: str, field: str = "sleep_h") -> float | Problem:
    """Read hours from 0 to 24, to the minute: `7.5`, `7,5`, `7:30`, `7h30`."""
    seconds = _read_time(
        text, field, what="number of hours", bare=3600, clock_ends=60, example=_HOURS_EXAMPLE
    )
    if isinstance(seconds, Problem):
        return seconds
    if seconds > SLEEP_H_MAX * 3600:
        return Problem(field, f"A day has 24 hours, and {quoted(text)} is more. {_HOURS_EXAMPLE}")
    return round(float(seconds) / 3600, 2)


def parse_minutes(text: str, field: str = "stiff_min") -> int | Problem:
    """Read whole minutes from 0 to a day's 1440: `20`, `20 min`, `1h`, `1h10`."""
    seconds = _read_time(text, field, what="number of minutes", example=_MINUTES_EXAMPLE)
    if isinstance(seconds, Problem):
        return seconds
    if seconds > STIFF_MIN_MAX * 60:
        return Problem(
            field, f"A day has 1440 minutes, and {quoted(text)} is more. {_MINUTES_EXAMPLE}"
        )
    return _whole(seconds / 60)


def _read_time(
    text: str,
    field: str,
    *,
    what: str,
    example: str,
    bare: int = 60,
    clock_ends: int | None = None,
) -> Decimal | Problem:
    """Read seconds: `bare` weighs a lone number, `clock_ends` the last part of `7:30`."""
    typed = text.strip().casefold()
    if not typed:
        return Problem(field, f"The {what} is missing. {example}")
    if _NEGATIVE.match(typed):
        return Problem(field, f"A {what} is never less than 0. {example}")
    parts: list[tuple[Decimal, int]] | None = None
    if len(typed) <= _TYPED_MAX:
        parts = _clock_parts(typed, clock_ends) if clock_ends else None
        parts = parts or _spelled_parts(typed, bare)
    if not parts:
        return Problem(field, f"Can't read {quoted(text)} as a {what}. {example}")
    for value, weight in parts[1:]:
        if value > _SEXAGESIMAL_MAX:
            name = "seconds" if weight == 1 else "minutes"
            return Problem(field, f"In {quoted(text)} the {name} go past 59. {example}")
    return sum((value * weight for value, weight in parts), Decimal(0))


def _clock_parts(typed: str, ends: int) -> list[tuple[Decimal, int]] | None:
    match = _CLOCK.fullmatch(typed)
    if match is None:
        return None
    numbers = [Decimal(group) for group in match.groups() if group is not None]
    weights = (3600, 60, 1) if len(numbers) == len(_WEIGHTS) else (ends * 60, ends)
    return list(zip(numbers, weights, strict=True))


def _spelled_parts(typed: str, bare: int) -> list[tuple[Decimal, int]] | None:
    match = _SPELLED.fullmatch(typed)
    if match is None:
        return None
    parts = [(_decimal(match[name]), _WEIGHTS[name]) for name in _WEIGHTS if match[name]]
    if match["bare"]:
        # "1h05" goes on with minutes, "31'20" with seconds; after seconds nothing is left.
        weight = parts[-1][1] // 60 if parts else bare
        if not weight:
            return None
        parts.append((_decimal(match["bare"]), weight))
    whole_but_last = all(value == int(value) for value, _weight in parts[:-1])
    return parts if whole_but_last else None


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ".").rstrip("."))


def _whole(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_HALF_UP))
