"""The run bars under the pain chart, on the same time axis."""

from tracker.domain.settings import DistanceUnit
from tracker.domain.units import format_distance_number
from tracker.insight.chart_frame import Bar, BarUnit, Frame
from tracker.insight.chart_layout import ChartLayout
from tracker.insight.glyph_set import Glyphs
from tracker.insight.raster import Ink, Raster

SHORT_FIGURE = 3
AIR_FROM_CELLS = 3
_WIDTH_DAYS = {
    BarUnit.DAY: 1, BarUnit.WEEK: 7, BarUnit.MONTH: 28, BarUnit.QUARTER: 90, BarUnit.YEAR: 365
}  # fmt: skip


def bar_words(frame: Frame, *, unit: DistanceUnit) -> str:
    """Say what a bar is; "" where there is none."""
    runs = any(bar.metres for bar in frame.bars)
    return f"{unit.value} run a {frame.bar_unit.value}" if runs else ""


def draw_bars(
    raster: Raster, layout: ChartLayout, frame: Frame, *, glyphs: Glyphs, unit: DistanceUnit
) -> None:
    """Draw one bar a day, week, month … as high as its share of the highest, and say its unit."""
    if not layout.bar_rows:
        return
    peak = max((bar.metres for bar in frame.bars), default=0)
    if not peak:
        place = layout.bars if layout.caption is None else layout.caption
        raster.write(layout.left, place, "no runs in these days", Ink.DIM)
        return
    if layout.caption is not None:
        raster.write(layout.left, layout.caption, bar_words(frame, unit=unit), Ink.DIM)
    figure = format_distance_number(peak, unit)
    if len(figure) > SHORT_FIGURE:
        figure = format_distance_number(peak, unit, decimals=0)
    raster.write(max(0, layout.left - 1 - len(figure)), layout.bars, figure, Ink.DIM)
    steps = len(glyphs.eighths)
    width = _WIDTH_DAYS[frame.bar_unit] * frame.columns / frame.window.span
    for bar in frame.bars:
        if not bar.metres:
            continue
        first, cells = _place(frame, bar, width=width)
        level = max(1, round(bar.metres * layout.bar_rows * steps / peak))
        for row in range(layout.bar_rows):
            filled = level - (layout.bar_rows - 1 - row) * steps
            if filled > 0:
                block = glyphs.eighths[min(filled, steps) - 1]
                raster.write(layout.left + first, layout.bars + row, block * cells, Ink.RUN)


def _place(frame: Frame, bar: Bar, *, width: float) -> tuple[int, int]:
    """Return first column and columns of a bar; whole units of `width` columns look alike.

    A narrow bar of one day stands under its score, the others side by side.
    """
    first, end = frame.edge(bar.first), frame.edge(bar.last + 1)
    if width >= AIR_FROM_CELLS:
        return first, max(1, min(end - first, int(width)) - 1)
    if frame.bar_unit is BarUnit.DAY:
        return frame.column_of(bar.first), 1
    return first, max(1, end - first)
