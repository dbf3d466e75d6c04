"""Averages as whole hundredths of a point, so that no comparison hangs on a float."""

from fractions import Fraction
from typing import Final

POINT: Final = 100
"""One point of the pain scale."""


def hundredths(value: Fraction | int) -> int:
    """Return a number as whole hundredths, halves up."""
    return int((Fraction(value) * POINT + Fraction(1, 2)) // 1)


def mean_in_hundredths(total: int, count: int) -> int:
    """Return the mean of `count` whole numbers by their sum as whole hundredths, halves up."""
    return (2 * POINT * total + count) // (2 * count)


def one_decimal(value: int) -> str:
    """Write hundredths with one decimal, halves up: 286 as "2.9", 0 as "0.0"."""
    tenths = (value + 5) // 10
    sign = "-" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}"
