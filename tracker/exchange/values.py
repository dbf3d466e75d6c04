"""Numbers and times as files write them: plain ASCII, nothing that Python alone would read."""

import re
from datetime import datetime
from math import isfinite
from typing import Final

_NUMBER: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_NUMBER_LENGTH_MAX: Final = 40
# No receiver recorded tracks earlier; clocks that were never set stand at 1901, 1970 or 1989.
_YEARS: Final = range(1990, 2100)


def parse_number(text: str) -> float | None:
    """Return the number that a text is; None where it is none, or none that is finite."""
    plain = text.strip()
    if len(plain) > _NUMBER_LENGTH_MAX or not _NUMBER.fullmatch(plain):
        return None
    number = float(plain)
    return number if isfinite(number) else None


def parse_moment(text: str) -> datetime | None:
    """Return the ISO moment that a text is, with or without a zone.

    A clock that was never set gives none: it stands in a year before there were receivers.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return usable_moment(moment)


def usable_moment(moment: datetime) -> datetime | None:
    """Return a moment that a receiver can have recorded, else None."""
    return moment if moment.year in _YEARS else None


def local_moment(moment: datetime | None) -> datetime | None:
    """Return a moment that names no zone as one of this machine's zone."""
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.astimezone()
