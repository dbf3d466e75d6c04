"""How the Trends tab is laid out in a terminal of a size: who gets which rows."""

from enum import StrEnum
from typing import Final

from tracker.domain.dataclass import dataclass

WIDE_FROM: Final = 118
BROAD_FROM: Final = 160
TALL_FROM: Final = 34
CHART_ROWS: Final = 18
"""Rows of a chart in which every score has its own, the three of the runs, dates and legend."""
BARS_AROUND: Final = 4
"""Rows above and below the bars of the weeks: a gap, heading, blank row and legend."""
LEAST_WEEKS: Final = 4
MOST_WEEKS: Final = 12
WEEKS_WIDE: Final = 8
SCORES: Final = 11


class Shape(StrEnum):
    """The values are classes of the view."""

    NARROW = "-narrow"
    """The chart, and the day and the weeks in lines below it."""
    WIDE = "-wide"
    """The day's card beside the chart, the bars of the weeks below it."""
    BROAD = "-broad"
    """The mornings of twelve weeks beside the bars, the patterns below the day's card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of the chart, and how many weeks stand below it; None = all that are left."""

    chart: int | None
    weeks: int = 0
    airy: bool = False


def shape_of(width: int) -> Shape:
    """Return the shape of a terminal so many cells wide."""
    return (
        Shape.BROAD if width >= BROAD_FROM else Shape.WIDE if width >= WIDE_FROM else Shape.NARROW
    )


def share_rows(shape: Shape, room: int) -> Rows:
    """Share the rows below the line of ranges between chart and weeks.

    The chart first, then at least four weeks; what is left over gives a score another row.
    """
    most = {Shape.NARROW: 0, Shape.WIDE: WEEKS_WIDE, Shape.BROAD: MOST_WEEKS}[shape]
    spare = room - CHART_ROWS - BARS_AROUND
    weeks = min(most, spare)
    if weeks < LEAST_WEEKS:
        close = min(most, spare + 1)
        if close < LEAST_WEEKS:
            return Rows(chart=None)
        return Rows(chart=CHART_ROWS, weeks=close)
    more = SCORES if room - CHART_ROWS - BARS_AROUND - weeks >= SCORES else 0
    return Rows(chart=CHART_ROWS + more, weeks=weeks, airy=True)
