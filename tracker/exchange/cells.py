"""Numbers and times as they stand in the cells of exported tables."""

import re
from collections.abc import Iterable
from typing import Final

from tracker.exchange.values import parse_number

_CLOCK: Final = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{2}(?:[.,]\d+)?)", re.ASCII)
_COMMA: Final = re.compile(r"-?\d+,\d{1,2}", re.ASCII)
_POINT: Final = re.compile(r"-?\d+\.\d{1,2}", re.ASCII)


def decimal_comma(cells: Iterable[str]) -> bool:
    """Tell whether numbers have a decimal comma: by the cells, not by the language of a header."""
    commas = points = 0
    for cell in cells:
        commas += bool(_COMMA.fullmatch(cell))
        points += bool(_POINT.fullmatch(cell))
    return commas > points


def parse_cell(cell: str, *, comma: bool = False) -> float | None:
    """Return the number in a cell, with or without marks of thousands; None where it is none."""
    thousands, decimal = (".", ",") if comma else (",", ".")
    plain = "".join(cell.split()).replace(thousands, "").replace("’", "").replace(decimal, ".")
    return parse_number(plain)


def parse_seconds(cell: str) -> float | None:
    """Return the seconds in a cell: `2:05:11`, `26:11`, `00:17:00.5`; None where it is no time."""
    match = _CLOCK.fullmatch(cell.strip())
    if match is None:
        return None
    hours, minutes, seconds = match.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds.replace(",", "."))


def whole(value: float | None) -> int | None:
    """Return a measure as the diary keeps it; a measure of nothing is one that is not known."""
    return (round(value) or None) if value is not None and value > 0 else None
