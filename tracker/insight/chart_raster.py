"""The pain-trend chart as rows of cells with roles: scores, runs and dates on one time axis."""

from collections.abc import Mapping, Sequence
from datetime import date

from tracker.domain.dataclass import dataclass
from tracker.insight.chart_answers import Answers, draw_answers, draw_unit
from tracker.insight.chart_bars import bar_words, draw_bars
from tracker.insight.chart_dates import draw_dates
from tracker.insight.chart_detail import marks_of, score_glyph
from tracker.insight.chart_frame import Frame, make_frame
from tracker.insight.chart_layout import (
    NARROW_GUTTER,
    ChartLayout,
    lay_out,
    lay_out_answers,
    plot_columns,
)
from tracker.insight.chart_legend import draw_legend, legend_items, legend_rows
from tracker.insight.chart_margins import draw_heading, draw_scale
from tracker.insight.chart_plot import ScorePlot
from tracker.insight.chart_view import ChartView
from tracker.insight.chart_window import Window
from tracker.insight.episode_lanes import Band, episode_lanes
from tracker.insight.glyph_set import GLYPHS, GlyphSet
from tracker.insight.raster import Ink, Raster
from tracker.insight.series import EventKind, PainSeries


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
    series: PainSeries,
    window: Window,
    *,
    view: ChartView,
    width: int,
    height: int,
    answers: Answers | None = None,
) -> Chart:
    """Draw everything but the cursor. Crash-free at any size; what has no room is left out.

    `answers` are what the next mornings said, where the view asks for their lane.
    """
    glyphs = GLYPHS[view.glyphs]
    frame = make_frame(
        series,
        window,
        columns=plot_columns(width, left=NARROW_GUTTER if view.answers else None),
        dots=glyphs.across,
        site=None if view.all_sites else view.site,
        week_starts_monday=view.week_starts_monday,
    )
    lanes = episode_lanes(series.episodes, frame)
    marks = marks_of(frame)
    flared = EventKind.FLARE in marks.values()
    if view.answers:
        marks = _with_episodes(marks, lanes)
    layout = _lay_out(view, width, height, lanes=lanes)
    legend = legend_rows(
        legend_items(
            frame,
            glyphs=glyphs,
            score=score_glyph(frame, glyphs),
            bars=""
            if view.answers or layout.caption is not None
            else bar_words(frame, unit=view.unit),
            marked=set(marks.values()),
            episodes=(0, 0) if view.answers else _shown_and_unseen(lanes, layout),
            sites=series.sites if view.all_sites else (),
            flare=_flare_word(lanes, flared=flared) if view.answers else EventKind.FLARE.value,
        ),
        columns=layout.columns,
    )
    if len(legend) > 1:
        layout = _lay_out(view, width, height, lanes=lanes, legend_rows=len(legend))
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
    if view.answers:
        draw_unit(raster, layout, frame, unit=view.unit)
        if layout.lane is not None:
            raster.write(0, layout.lane, view.span_word[: layout.left], Ink.DIM)
        draw_answers(raster, layout, frame, answers or {}, glyphs=view.glyphs)
    labels = draw_dates(raster, layout, frame, glyphs=glyphs)
    draw_heading(raster, layout, frame, site=view.site, all_sites=view.all_sites)
    draw_legend(raster, layout, legend)
    return Chart(view, raster, frame, layout, labels)


def _lay_out(
    view: ChartView,
    width: int,
    height: int,
    *,
    lanes: Sequence[Sequence[Band]],
    legend_rows: int = 1,
) -> ChartLayout:
    if view.answers:
        return lay_out_answers(width, height, legend_rows=legend_rows)
    return lay_out(width, height, episodes=len(lanes), legend_rows=legend_rows)


def _with_episodes(
    marks: Mapping[int, EventKind], lanes: Sequence[Sequence[Band]]
) -> dict[int, EventKind]:
    """Mark the first day of an episode as that of a flare, where nothing weightier stands."""
    begins = (band.first for lane in lanes for band in lane if band.opens)
    order = list(EventKind)
    found = dict(marks)
    for column in begins:
        found[column] = min(found.get(column, EventKind.FLARE), EventKind.FLARE, key=order.index)
    return found


def _flare_word(lanes: Sequence[Sequence[Band]], *, flared: bool) -> str:
    """Say what the sign of a flare stands for: an episode's first day has it, too."""
    begun = any(band.opens for lane in lanes for band in lane)
    words = (*(["flare"] if flared else []), *(["episode"] if begun else []))
    return ", ".join(words) or EventKind.FLARE.value


def _shown_and_unseen(lanes: Sequence[Sequence[Band]], layout: ChartLayout) -> tuple[int, int]:
    """Count the episodes of a window, and those of them that found no row."""
    return sum(map(len, lanes)), sum(map(len, lanes[layout.episode_rows :]))


def _nothing(series: PainSeries, view: ChartView) -> str:
    if not series.sites or all(point.worst is None for point in series.days):
        return "No check-ins yet. The chart begins with the first score."
    if view.site is not None and not view.all_sites:
        return f"No score for {view.site.label} in these days."
    return "No scores in these days."
