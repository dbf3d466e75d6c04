"""The pain-trend chart as rows of cells with roles: scores, runs and dates on one time axis."""

from collections.abc import Sequence
from datetime import date

from tracker.domain.dataclass import dataclass
from tracker.insight.chart_bars import bar_words, draw_bars
from tracker.insight.chart_dates import draw_dates
from tracker.insight.chart_detail import marks_of, score_glyph
from tracker.insight.chart_frame import Frame, make_frame
from tracker.insight.chart_layout import ChartLayout, lay_out, plot_columns
from tracker.insight.chart_legend import draw_legend, legend_items, legend_rows
from tracker.insight.chart_margins import draw_heading, draw_scale
from tracker.insight.chart_plot import ScorePlot
from tracker.insight.chart_view import ChartView
from tracker.insight.chart_window import Window
from tracker.insight.episode_lanes import Band, episode_lanes
from tracker.insight.glyph_set import GLYPHS, GlyphSet
from tracker.insight.raster import Raster
from tracker.insight.series import PainSeries


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart, with what is needed to find a day on it."""

    view: ChartView
    raster: Raster
    frame: Frame
    layout: ChartLayout
    labels: tuple[range, ...]

    def column(self, day: date) -> int | None:
        """Return the cell column of a day, None where it is not shown."""
        window = self.frame.window
        if day not in window:
            return None
        return self.layout.left + self.frame.column_of(window.offset(day))

    def day(self, column: int) -> date | None:
        """Return the day under a cell column, None outside the plot."""
        inner = column - self.layout.left
        if not 0 <= inner < self.layout.columns:
            return None
        return self.frame.window.day(self.frame.offset_at(inner))

    def neighbour(self, day: date, sign: int) -> date:
        """Return the day one column on (`sign` 1) or back (-1), at least one day away."""
        window, frame = self.frame.window, self.frame
        offset = window.offset(day)
        if window.span <= frame.columns:
            return window.day(offset + sign)
        return window.day(frame.offset_at(frame.column_of(offset) + sign))


def draw_chart(
    series: PainSeries, window: Window, *, view: ChartView, width: int, height: int
) -> Chart:
    """Draw everything but the cursor. Crash-free at any size; what has no room is left out."""
    glyphs = GLYPHS[view.glyphs]
    frame = make_frame(
        series,
        window,
        columns=plot_columns(width),
        dots=glyphs.across,
        site=None if view.all_sites else view.site,
        week_starts_monday=view.week_starts_monday,
    )
    marks = marks_of(frame)
    lanes = episode_lanes(series.episodes, frame)
    layout = lay_out(width, height, episodes=len(lanes))
    legend = legend_rows(
        legend_items(
            frame,
            glyphs=glyphs,
            score=score_glyph(frame, glyphs),
            bars=bar_words(frame, unit=view.unit) if layout.caption is None else "",
            marked=set(marks.values()),
            episodes=_shown_and_unseen(lanes, layout),
            sites=series.sites if view.all_sites else (),
        ),
        columns=layout.columns,
    )
    if len(legend) > 1:
        layout = lay_out(width, height, episodes=len(lanes), legend_rows=len(legend))
    plain = view.glyphs is GlyphSet.ASCII
    raster = Raster(max(width, 1), max(height, 1), ascii_only=plain)
    plot = ScorePlot(raster, frame, layout, view=view, glyphs=glyphs)
    plot.zones()
    draw_scale(raster, layout, glyphs=glyphs, green_max=view.green_max, row_of=plot.row)
    plot.events(marks)
    plot.episodes(lanes)
    if view.all_sites:
        plot.all_means(series)
    else:
        plot.scores()
    if not frame.logged:
        plot.sentence(_nothing(series, view))
    draw_bars(raster, layout, frame, glyphs=glyphs, unit=view.unit)
    labels = draw_dates(raster, layout, frame, glyphs=glyphs)
    draw_heading(raster, layout, frame, site=view.site, all_sites=view.all_sites)
    draw_legend(raster, layout, legend)
    return Chart(view, raster, frame, layout, labels)


def _shown_and_unseen(lanes: Sequence[Sequence[Band]], layout: ChartLayout) -> tuple[int, int]:
    """Count the episodes of a window, and those of them that found no row."""
    return sum(map(len, lanes)), sum(map(len, lanes[layout.episode_rows :]))


def _nothing(series: PainSeries, view: ChartView) -> str:
    if not series.sites or all(point.worst is None for point in series.days):
        return "No check-ins yet. The chart begins with the first score."
    if view.site is not None and not view.all_sites:
        return f"No score for {view.site.label} in these days."
    return "No scores in these days."
