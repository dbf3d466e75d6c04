"""Little room, many things: what stands in the chart can still be told apart and read."""

from datetime import date, timedelta
from itertools import pairwise, product

import pytest

from tracker.domain.site import PainSite, Side, Site
from tracker.insight.chart_layout import lay_out
from tracker.insight.chart_raster import Chart, draw_chart
from tracker.insight.chart_view import ChartView
from tracker.insight.chart_window import Window
from tracker.insight.glyph_set import GLYPHS, GlyphSet
from tracker.insight.raster import SITE_INKS, Ground, Ink
from tracker.insight.series import EpisodeSpan, EventKind, PainSeries, make_series

DAY = date(2026, 11, 22)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SITES = tuple(PainSite(Site.OTHER, Side.LEFT, f"place {number}") for number in range(8))
GROUNDS = {Ink.OK: Ground.OK, Ink.WATCH: Ground.WATCH, Ink.STOP: Ground.STOP}


def days_back(count: int) -> list[date]:
    return [DAY - timedelta(days=back) for back in reversed(range(count))]


def draw(
    series: PainSeries, span: int, width: int = 78, height: int = 17, view: ChartView | None = None
) -> Chart:
    window = Window.ending(DAY, span)
    return draw_chart(series, window, view=view or ChartView(), width=width, height=height)


def text(chart: Chart) -> list[str]:
    return [chart.raster.line(y) for y in range(chart.raster.height)]


# With fewer rows than eight, two zones share one.
ROOMY = [
    (height, named)
    for height in range(14, 60)
    for named in (False, True)
    if lay_out(78, height, episodes=int(named)).plot_rows >= 8
]


@pytest.mark.parametrize(("height", "named"), ROOMY)
@pytest.mark.parametrize("green_max", [2, 3])
def test_r_pain_05_a_score_lies_on_the_ground_of_its_own_zone(
    height: int, green_max: int, *, named: bool
) -> None:
    scores = {day: {BACK: score} for score, day in enumerate(days_back(11))}
    episode = EpisodeSpan("Spring", DAY - timedelta(days=5), DAY)
    series = make_series(scores, until=DAY, episodes=[episode] if named else [])
    chart = draw(series, 11, height=height, view=ChartView(green_max=green_max))
    found = 0
    rows = range(chart.layout.plot, chart.layout.plot + chart.layout.plot_rows)
    for y, x in product(rows, range(chart.layout.left, chart.raster.width)):
        ink = chart.raster.inks[y][x]
        if chart.raster.glyphs[y][x].isdigit() and ink in GROUNDS:
            assert chart.raster.grounds[y][x] is GROUNDS[ink]
            found += 1
    assert found >= 10


def test_all_heights_but_the_lowest_have_a_row_for_each_zone() -> None:
    assert len(ROOMY) == 2 * len(range(14, 60)) - 1


def test_on_eighty_columns_the_plot_has_ten_rows() -> None:
    # top bar, footer, two rows for the day, three for two sites
    layout = lay_out(78, 24 - 7, episodes=0)
    assert layout.plot_rows == 10
    assert layout.context is not None
    assert layout.legend is not None


@pytest.mark.parametrize(("span", "cells"), [(14, 4), (42, 1), (91, 4)])
def test_bars_of_whole_units_are_equally_wide(span: int, cells: int) -> None:
    runs = dict.fromkeys(days_back(span)[span % 7 :], 5000)
    chart = draw(make_series({}, until=DAY, run_m=runs), span, width=74, height=24)
    foot = text(chart)[chart.layout.bars + chart.layout.bar_rows - 1][chart.layout.left :]
    starts = {chart.frame.edge(bar.first) for bar in chart.frame.bars if bar.metres}
    if cells > 1:
        widths = [len(run) for run in foot.split()]
        assert set(widths[1:-1]) == {cells}
        assert len(widths) == len(starts)
    else:
        columns = {chart.frame.column_of(bar.first) for bar in chart.frame.bars if bar.metres}
        assert {x for x, glyph in enumerate(foot) if glyph == "█"} == columns


@pytest.mark.parametrize("width", [58, 74, 78])
def test_the_legend_leaves_no_event_unexplained(width: int) -> None:
    scores = {day: {BACK: 2} for day in days_back(42)}
    events = {day: {kind} for day, kind in zip(days_back(42)[::6], EventKind, strict=False)}
    series = make_series(scores, until=DAY, events=events, run_m={DAY: 5000})
    chart = draw(series, 42, width=width)
    assert chart.layout.legend is not None
    legend = " ".join(text(chart)[chart.layout.legend :])
    for words in ("score", "7-day mean", "flag", "stopped", "flare", "visit", "remedy", "shoes"):
        assert words in legend
    assert "km a day" in legend


def test_the_sites_that_have_no_line_are_counted() -> None:
    scores = {day: dict.fromkeys(SITES, 3) for day in days_back(42)}
    chart = draw(make_series(scores, until=DAY), 42, width=120, view=ChartView(all_sites=True))
    legend = "\n".join(text(chart)[-2:])
    assert "f⠒⠒ Left place 5" in legend
    assert "2 more one by one" in legend


@pytest.mark.parametrize("glyphs", GlyphSet)
def test_every_site_can_be_told_apart_without_colour(glyphs: GlyphSet) -> None:
    scores = {
        day: {site: 10 - 2 * place for place, site in enumerate(SITES[:6])} for day in days_back(60)
    }
    view = ChartView(all_sites=True, glyphs=glyphs)
    chart = draw(make_series(scores, until=DAY), 42, width=120, height=36, view=view)
    for ink, letter in zip(SITE_INKS, "abcdef", strict=True):
        marked = [
            (x, y)
            for y in range(chart.layout.plot, chart.layout.plot + chart.layout.plot_rows)
            for x in range(chart.layout.left, chart.raster.width)
            if chart.raster.glyphs[y][x] == letter and chart.raster.inks[y][x] is ink
        ]
        assert len(marked) >= 3
        columns = sorted(x for x, _ in marked)
        apart = [later - sooner for sooner, later in pairwise(columns)]
        assert min(apart) == 1 if GLYPHS[glyphs].coarse else min(apart) > 5


def test_two_lines_in_one_cell_both_stay() -> None:
    one, other = SITES[:2]
    scores = {day: {one: 4, other: 4 if at % 2 else 3} for at, day in enumerate(days_back(60))}
    alone = make_series({day: {one: 4} for day in scores}, until=DAY)
    series = make_series(scores, until=DAY)
    view = ChartView(all_sites=True)
    drawn, single = (draw(each, 42, width=120, view=view) for each in (series, alone))
    bits = {
        (x, y): ord(glyph) - 0x2800
        for y, row in enumerate(single.raster.glyphs)
        for x, glyph in enumerate(row)
        if single.raster.inks[y][x] is Ink.SITE_1 and "\u2800" < glyph <= "\u28ff"
    }
    for (x, y), wanted in bits.items():
        found = drawn.raster.glyphs[y][x]
        if "\u2800" < found <= "\u28ff" and y < drawn.layout.bars:
            assert (ord(found) - 0x2800) & wanted == wanted


@pytest.mark.parametrize("glyphs", GlyphSet)
def test_mean_score_and_events_never_look_alike(glyphs: GlyphSet) -> None:
    signs = GLYPHS[glyphs]
    alike = [signs.point, signs.mean[0], *signs.events.values()]
    assert len(alike) == len(set(alike))


@pytest.mark.parametrize("height", [14, 17, 24, 40])
def test_days_without_a_run_say_so_at_every_height(height: int) -> None:
    chart = draw(make_series({DAY: {BACK: 2}}, until=DAY), 14, height=height)
    assert "no runs in these days" in "\n".join(text(chart))
