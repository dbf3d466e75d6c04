"""The time axis of the pain chart."""

from tracker.insight.chart_frame import Frame
from tracker.insight.chart_layout import ChartLayout
from tracker.insight.date_axis import date_ticks
from tracker.insight.glyph_set import Glyphs
from tracker.insight.raster import Ink, Raster


def draw_dates(
    raster: Raster, layout: ChartLayout, frame: Frame, *, glyphs: Glyphs
) -> tuple[range, ...]:
    """Draw the axis, a tick with its label in the column of its day, and the month or year.

    Gives the columns that each label takes.
    """
    if layout.axis is not None:
        raster.write(layout.left, layout.axis, glyphs.axis * layout.columns, Ink.LINE)
    ticks = date_ticks(frame.window, columns=layout.columns, alone=layout.answers is not None)
    taken = []
    right = layout.left + layout.columns
    for tick in ticks.major:
        x = layout.left + frame.column_of(tick.offset)
        if layout.axis is not None:
            raster.write(x, layout.axis, glyphs.tick, Ink.LINE)
        begins = max(layout.left, min(right - len(tick.text), x - (len(tick.text) - 1) // 2))
        raster.write(begins, layout.labels, tick.text, Ink.TEXT)
        taken.append(range(begins, begins + len(tick.text)))
    for tick in ticks.context if layout.context is not None else ():
        x = layout.left + frame.edge(tick.offset)
        if x + len(tick.text) <= right:
            raster.write(x, layout.labels + 1, tick.text, Ink.DIM)
    return tuple(taken)
