"""Whole numbers within bounds: the scales of the check-in and the run."""

import re
from typing import Final

from tracker.domain.check_in import FATIGUE_MAX, SLEEP_QUALITY_MAX
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.run import RPE_MAX
from tracker.domain.text import quoted

_WHOLE = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of whole numbers: the record's field, its name in a sentence, and both ends."""

    field: str
    name: str
    low: int
    high: int


SLEEP_QUALITY: Final = Scale("sleep_quality", "Sleep quality", 1, SLEEP_QUALITY_MAX)
FATIGUE: Final = Scale("fatigue", "Fatigue", 0, FATIGUE_MAX)
RPE: Final = Scale("rpe", "Effort (how hard it was)", 0, RPE_MAX)


def parse_scale(text: str, scale: Scale) -> int | Problem:
    """Read a value of a scale: `7`, or with the scale's end as `7/10`."""
    number, _, end = text.partition("/")
    if end.strip() not in {"", str(scale.high)}:
        number = text
    return parse_whole_number(number, scale.field, name=scale.name, low=scale.low, high=scale.high)


def parse_whole_number(text: str, field: str, *, name: str, low: int, high: int) -> int | Problem:
    """Read a whole number from `low` to `high`; `name` begins the sentence about any other."""
    typed = text.strip()
    value = int(typed) if _WHOLE.fullmatch(typed) else None
    if value is not None and low <= value <= high:
        return value
    wrong = f", not {quoted(text)}" if typed else ""
    return Problem(field, f"{name} is a whole number from {low} to {high}{wrong}.")
