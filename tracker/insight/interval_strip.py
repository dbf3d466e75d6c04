"""An effect and its interval on a fixed scale of -3 to +3 points, as one row of characters."""

from typing import Final

from tracker.domain.dataclass import dataclass

REACH: Final = 3
FINE: Final = 6
COARSE: Final = 4
"""Cells a point takes, where there is room and where there is less."""


def strip_cells(cells_a_point: int) -> int:
    """Return the width of a strip."""
    return 2 * REACH * cells_a_point + 1


def strip_scale(cells_a_point: int) -> str:
    """Return the header of the strips: both ends and 0, which stands above its line."""
    return f"{-REACH}{'0':^{strip_cells(cells_a_point) - 4}}{REACH:+}"


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
    effect: float | None,
    low: float | None,
    high: float | None,
    *,
    glyphs: StripGlyphs,
    cells_a_point: int = COARSE,
) -> str:
    """Draw point and interval, or without them the line at 0; what lies beyond ends in an arrow."""
    cells = strip_cells(cells_a_point)
    row = [" "] * cells
    middle = cells // 2
    row[middle] = glyphs.zero
    if effect is None or low is None or high is None:
        return "".join(row)
    first, point, last = (round((each + REACH) * cells_a_point) for each in (low, effect, high))
    for place in range(max(first, 0), min(last, cells - 1) + 1):
        row[place] = glyphs.zero_inside if place == middle else glyphs.span
    for place, glyph in ((first, glyphs.low), (last, glyphs.high), (point, glyphs.point)):
        if 0 <= place < cells:
            row[place] = glyph
    if first < 0:
        row[0] = glyphs.beyond_low
    if last >= cells:
        row[-1] = glyphs.beyond_high
    return "".join(row)
