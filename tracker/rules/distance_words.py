"""Distances as the rules' sentences write them: caps rounded down, facts as they are."""

from decimal import ROUND_DOWN, Decimal

from tracker.domain.settings import DistanceUnit
from tracker.domain.units import METRES, format_distance_number


def floored_distance(metres: int, unit: DistanceUnit = DistanceUnit.KM) -> str:
    """Write whole metres with one decimal, rounded down: a cap never grows by being written."""
    number = (Decimal(metres) / METRES[unit]).quantize(Decimal("0.1"), ROUND_DOWN)
    return f"{number} {unit.value}"


def exact_distance(metres: int, unit: DistanceUnit = DistanceUnit.KM) -> str:
    """Write whole metres with one decimal, or two where the second one says something."""
    number = format_distance_number(metres, unit, decimals=2)
    return f"{number.removesuffix('0')} {unit.value}"
