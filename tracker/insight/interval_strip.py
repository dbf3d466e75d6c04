"""An effect and its interval on a fixed scale of -3 to +3 points, as one row of characters."""

from dataclasses import dataclass
from typing import Final

REACH: Final = 3
CELLS_A_POINT: Final = 4
CELLS: Final = 2 * REACH * CELLS_A_POINT + 1
SCALE: Final = f"{-REACH}{'0':^{CELLS - 4}}{REACH:+}"
"""The header of the strips."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripGlyphs:
    """The signs of a strip, each one cell wide."""

    low: str
    high: str
    span: str
    point: str
    zero: str
    zero_inside: str
    beyond_low: str
    beyond_high: str


FULL_STRIP: Final = StripGlyphs(
    low="├",
    high="┤",
    span="─",
    point="●",
    zero="│",
    zero_inside="┼",
    beyond_low="←",
    beyond_high="→",
)
PLAIN_STRIP: Final = StripGlyphs(
    low="[",
    high="]",
    span="-",
    point="o",
    zero="|",
    zero_inside="+",
    beyond_low="<",
    beyond_high=">",
)


def draw_interval(
    effect: float | None, low: float | None, high: float | None, *, glyphs: StripGlyphs
) -> str:
    """Draw point and interval, or without them the line at 0; what lies beyond ends in an arrow."""
    row = [" "] * CELLS
    middle = CELLS // 2
    row[middle] = glyphs.zero
    if effect is None or low is None or high is None:
        return "".join(row)
    first, last = _cell(low), _cell(high)
    for place in range(max(first, 0), min(last, CELLS - 1) + 1):
        row[place] = glyphs.zero_inside if place == middle else glyphs.span
    if 0 <= first < CELLS:
        row[first] = glyphs.low
    if 0 <= last < CELLS:
        row[last] = glyphs.high
    if 0 <= _cell(effect) < CELLS:
        row[_cell(effect)] = glyphs.point
    if first < 0:
        row[0] = glyphs.beyond_low
    if last >= CELLS:
        row[-1] = glyphs.beyond_high
    return "".join(row)


def _cell(points: float) -> int:
    return round((points + REACH) * CELLS_A_POINT)
