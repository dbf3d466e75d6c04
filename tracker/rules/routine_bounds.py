"""What a routine may hold: how long its texts, how large its numbers, how many steps.

The figures keep a mistyped dose or a foreign file from becoming a routine that no one can follow.
They are our own choice, far beyond every dose of C-21.
"""

from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.text import LINE_MAX, one_line


@dataclass(frozen=True, slots=True)
class Bound:
    """The smallest and the largest whole number of a field."""

    low: int
    high: int


HOLD_S: Final = Bound(0, 600)
REPS: Final = Bound(1, 200)
STEP_S: Final = Bound(1, 3600)
STEPS_MAX: Final = 60

TITLE_MAX: Final = 80
NAME_MAX: Final = 40
TARGET_MAX: Final = 80
WHEN_MAX: Final = 80
CUE_MAX: Final = LINE_MAX
ID_MAX: Final = 60

STATIC: Final = "static"
STEP_MODES: Final = ("dynamic", STATIC, "walk", "strength")
ROUTINE_MODES: Final = ("dynamic", STATIC, "mixed", "strength", "walk")


def too_long(text: str, most: int, *, name: str) -> str:
    """Return the sentence about a text that is longer than it may be, else ""."""
    length = len(one_line(text).strip())
    if length <= most:
        return ""
    return (
        f"{name} has room for {most} characters, and this one has {length:,}."
        f" Shorten it by {length - most:,}."
    )
