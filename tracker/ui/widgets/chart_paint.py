"""Rows of a chart with their roles as strips in the colours of the theme."""

from collections.abc import Callable
from datetime import date

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.strip import Strip

from tracker.domain.calendar_words import format_day, format_day_of_year
from tracker.insight.chart_frame import LONGEST_WITH_WEEK_MEAN
from tracker.insight.chart_raster import Chart
from tracker.insight.glyph_set import GLYPHS
from tracker.insight.raster import SOLID_INKS, Ground, Ink, Raster, cell_width


class ChartPaint:
    """Paints rows, and the cursor over them, with the component styles of one theme.

    On a flat chart, for terminals with few colours, the cursor is reversed instead of tinted.
    """

    def __init__(self, style_of: Callable[[str], Style]) -> None:
        """Take where the styles come from: the component styles `chart--…` of a widget."""
        self._style_of = style_of
        self._styles: dict[tuple[Ink, Ground], Style] = {}

    def row(self, raster: Raster, y: int) -> Strip:
        """Paint one row without the cursor."""
        segments = [
            Segment(patch.text, self._style(patch.ink, patch.ground)) for patch in raster.patches(y)
        ]
        return Strip(segments, raster.width)

    def with_cursor(self, strip: Strip, chart: Chart, y: int, *, day: date) -> Strip:
        """Lay the cursor of a day over a painted row."""
        column = chart.column(day)
        if column is None or column >= chart.raster.width:
            return strip
        if y == chart.layout.labels:
            return self._named(strip, chart, column, cursor_name(day, span=chart.frame.window.span))
        if chart.layout.top <= y < chart.layout.labels and y != chart.layout.caption:
            return self._crossed(strip, chart, column, y)
        return strip

    def _style(self, ink: Ink, ground: Ground) -> Style:
        style = self._styles.get((ink, ground))
        if style is None:
            style = self._style_of(f"chart--{ink}")
            if ground is not Ground.PAGE and ink not in SOLID_INKS:
                style += Style(bgcolor=self._style_of(f"chart--{ground}").bgcolor)
            self._styles[ink, ground] = style
        return style

    def _crossed(self, strip: Strip, chart: Chart, column: int, y: int) -> Strip:
        drawn, ink = chart.raster.glyphs[y][column], chart.raster.inks[y][column]
        cursor = self._style_of("chart--cursor")
        if drawn == " " or ink is Ink.LINE:
            line = GLYPHS[chart.view.glyphs].cursor
            cell = Segment(line, self._on_page(cursor) if chart.view.flat else cursor)
        elif not drawn or cell_width(drawn) > 1:
            return strip
        else:
            over = Style(reverse=True) if chart.view.flat else Style(bgcolor=cursor.bgcolor)
            cell = Segment(drawn, self._style(ink, Ground.PAGE) + over)
        return laid(strip, column, [cell], 1)

    def _on_page(self, style: Style) -> Style:
        return style + Style(bgcolor=self._style(Ink.TEXT, Ground.PAGE).bgcolor)

    def _named(self, strip: Strip, chart: Chart, column: int, name: str) -> Strip:
        """Write the day where its label would stand; a label it touches gives way as a whole."""
        text, width = f" {name} ", strip.cell_length
        if len(text) > width:
            return strip
        start = max(0, min(width - len(text), column - len(text) // 2))
        end = start + len(text)
        touched = [label for label in chart.labels if label.start <= end and start <= label.stop]
        first = min([start, *(label.start for label in touched)])
        last = max([end, *(label.stop for label in touched)])
        page = self._style(Ink.TEXT, Ground.PAGE)
        style = self._style_of("chart--cursor-day")
        cells = [
            Segment(" " * (start - first), page),
            Segment(text, style),
            Segment(" " * (last - end), page),
        ]
        return laid(strip, first, cells, last - first)


def cursor_name(day: date, *, span: int) -> str:
    """Name the cursor's day: with its weekday, or with its year where several years are shown."""
    if span > LONGEST_WITH_WEEK_MEAN:
        return f"{format_day_of_year(day)} {day.year}"
    return format_day(day, year=False)


def few_colours(app: App[object]) -> bool:
    """Return whether tinted grounds would mislead: they need all colours a terminal can have."""
    few = app.console.color_system not in {None, "truecolor"}
    return few or app.no_color or app.native_ansi_color


def laid(strip: Strip, x: int, segments: list[Segment], width: int) -> Strip:
    """Lay segments of a width over a strip."""
    cells = strip.cell_length
    parts = [*Segment.divide(strip, [x, x + width, cells]), [], []]
    before, _, after = parts[:3]
    return Strip([*before, *segments, *after], cells)
