"""Unusual diaries in every range: what must be seen is seen, and nothing breaks."""

from datetime import date, timedelta

import pytest

from tracker.domain.site import PainSite, Side, Site
from tracker.insight.chart_raster import draw_chart
from tracker.insight.chart_view import ChartView
from tracker.insight.chart_window import RANGES, Window, range_days
from tracker.insight.glyph_set import GlyphSet
from tracker.insight.raster import Ink
from tracker.insight.series import PainSeries, make_series
from tracker.insight.trend_table import trend_days, trend_weeks

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
DAY = date(2026, 11, 22)
LEAP = date(2028, 3, 31)


def days(first: date, last: date, score: int) -> dict[date, dict[PainSite, int]]:
    return {
        first + timedelta(days=number): {BACK: score} for number in range((last - first).days + 1)
    }


DIARIES = {
    "no day": make_series({}, until=DAY),
    "one day": make_series({DAY: {BACK: 4}}, until=DAY),
    "one old score": make_series({DAY - timedelta(days=400): {BACK: 9}}, until=DAY),
    "all zeros": make_series(days(date(2025, 1, 1), DAY, 0), until=DAY),
    "all tens": make_series(days(date(2025, 1, 1), DAY, 10), until=DAY),
    "three months missing": make_series(
        days(date(2025, 11, 23), date(2026, 3, 31), 3) | days(date(2026, 7, 1), DAY, 6),
        until=DAY,
    ),
    "a leap day": make_series(days(date(2028, 2, 20), LEAP, 5), until=LEAP),
    "clocks change": make_series(days(date(2026, 3, 20), date(2026, 10, 31), 2), until=DAY),
    "ten years": make_series(days(date(2016, 11, 25), DAY, 7), until=DAY),
    "runs only": make_series({}, until=DAY, run_m={DAY - timedelta(days=9): 5000}),
}


@pytest.mark.parametrize("series", DIARIES.values(), ids=DIARIES.keys())
@pytest.mark.parametrize("name", RANGES, ids=[each.name for each in RANGES])
@pytest.mark.parametrize("glyphs", [GlyphSet.BRAILLE, GlyphSet.ASCII])
def test_every_diary_draws_in_every_range(
    series: PainSeries, name: object, glyphs: GlyphSet
) -> None:
    chosen = next(each for each in RANGES if each is name)
    window = Window.ending(series.end, range_days(chosen, total=len(series)))
    for width, height in ((76, 16), (116, 30)):
        view = ChartView(glyphs=glyphs)
        chart = draw_chart(series, window, view=view, width=width, height=height)
        inks = {
            ink
            for row, glyph_row in zip(chart.raster.inks, chart.raster.glyphs, strict=True)
            for ink, glyph in zip(
                row[chart.layout.left :], glyph_row[chart.layout.left :], strict=True
            )
            if glyph != " "
        }
        logged = any(row.worst is not None for row in trend_days(series, window))
        assert bool(inks & {Ink.OK, Ink.WATCH, Ink.STOP, Ink.MEAN}) is logged
        assert (chart.frame.logged > 0) is logged
        weeks = trend_weeks(series, window)
        assert sum(week.logged for week in weeks) == chart.frame.logged
        assert sum(week.run_m for week in weeks) == sum(bar.metres for bar in chart.frame.bars)


@pytest.mark.parametrize("span", [1, 2, 3, 6, 99_999])
def test_windows_that_only_the_command_line_asks_for_draw_too(span: int) -> None:
    series = DIARIES["all zeros"]
    for glyphs in GlyphSet:
        chart = draw_chart(
            series, Window.ending(DAY, span), view=ChartView(glyphs=glyphs), width=78, height=24
        )
        assert chart.frame.logged == min(span, len(series))
        assert chart.column(DAY) is not None


def test_three_missing_months_stay_empty_on_the_chart() -> None:
    series = DIARIES["three months missing"]
    chart = draw_chart(
        series, Window.ending(DAY, 365), view=ChartView(), width=116, height=30
    )  # fmt: skip
    layout = chart.layout
    first, last = chart.column(date(2026, 4, 12)), chart.column(date(2026, 6, 25))
    assert first is not None
    assert last is not None
    rows = chart.raster.glyphs[layout.plot : layout.plot + layout.plot_rows]
    assert {glyph for row in rows for glyph in row[first:last]} == {" "}
