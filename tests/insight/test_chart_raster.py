import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.chart_layout import lay_out
from tracker.insight.chart_raster import Chart, draw_chart
from tracker.insight.chart_view import ChartView
from tracker.insight.chart_window import Window
from tracker.insight.glyph_set import GlyphSet
from tracker.insight.raster import Ground, Ink, text_width
from tracker.insight.series import EpisodeSpan, EventKind, PainSeries, make_series

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
DAY = date(2026, 11, 22)
Book = Callable[[int], PainSeries]
ZONE_INKS = {Ink.OK, Ink.WATCH, Ink.STOP}


def back_series(*values: int | None, until: date = DAY) -> PainSeries:
    first = until - timedelta(days=len(values) - 1)
    days = {first + timedelta(days=at): value for at, value in enumerate(values)}
    return make_series(
        {day: {BACK: value} for day, value in days.items() if value is not None},
        until=until,
        since=first,
    )


def draw(
    series: PainSeries,
    *,
    span: int = 14,
    width: int = 120,
    height: int = 36,
    view: ChartView | None = None,
) -> Chart:
    window = Window.ending(series.end, span)
    return draw_chart(series, window, view=view or ChartView(), width=width, height=height)


def lines(chart: Chart) -> list[str]:
    return [chart.raster.line(y) for y in range(chart.raster.height)]


def plot_inks(chart: Chart) -> dict[int, set[Ink]]:
    """Give the inks of what is drawn in each plot column."""
    layout, raster = chart.layout, chart.raster
    rows = range(layout.plot, layout.plot + layout.plot_rows)
    return {
        x: {raster.inks[y][x] for y in rows if raster.glyphs[y][x] != " "}
        for x in range(layout.left, layout.left + layout.columns)
    }


@pytest.mark.parametrize("glyphs", GlyphSet)
def test_any_size_and_window_draws_whole_rows(diary: Book, glyphs: GlyphSet) -> None:
    rng = random.Random(glyphs)  # noqa: S311 - sizes to try
    series = diary(900)
    sizes = [(1, 1), (20, 6), (60, 12), (80, 24), (120, 40), (240, 90)]
    sizes += [(rng.randrange(1, 200), rng.randrange(1, 70)) for _ in range(40)]
    for width, height in sizes:
        window = Window(series.start + timedelta(days=rng.randrange(900)), rng.randrange(7, 950))
        view = ChartView(glyphs=glyphs, flat=rng.random() < 0.5, all_sites=rng.random() < 0.3)
        chart = draw_chart(series, window, view=view, width=width, height=height)
        for y in range(height):
            patches = list(chart.raster.patches(y))
            assert sum(text_width(patch.text) for patch in patches) == width
            if glyphs is GlyphSet.ASCII:
                assert all(patch.text.isascii() for patch in patches)


def test_names_beyond_latin_keep_the_rows_whole() -> None:
    name = PainSite(Site.OTHER, Side.CENTRE, "腰 \u0301e\u200d👟")
    series = make_series(
        {DAY: {name: 3}}, until=DAY, since=DAY - timedelta(days=20),
        episodes=[EpisodeSpan("腰痛", DAY - timedelta(days=12), DAY)],
    )  # fmt: skip
    for glyphs in GlyphSet:
        view = ChartView(site=name, glyphs=glyphs)
        chart = draw(series, span=21, view=view)
        for y in range(chart.raster.height):
            assert sum(text_width(patch.text) for patch in chart.raster.patches(y)) == 120
        if glyphs is GlyphSet.ASCII:
            assert all(line.isascii() for line in lines(chart))


@pytest.mark.parametrize("glyphs", GlyphSet)
@pytest.mark.parametrize("span", [14, 42, 200])
@pytest.mark.parametrize(("score", "ink"), [(0, Ink.OK), (10, Ink.STOP)])
def test_the_ends_of_the_scale_are_drawn_every_day(
    glyphs: GlyphSet, span: int, score: int, ink: Ink
) -> None:
    # Every third day: too few for a mean that could hide a score.
    scores = [score if day % 3 == 0 else None for day in range(span)]
    chart = draw(back_series(*scores), span=span, view=ChartView(glyphs=glyphs))
    columns = {x for x, inks in plot_inks(chart).items() if inks & ZONE_INKS}
    expected = {
        chart.column(chart.frame.window.day(day)) for day in range(span) if scores[day] is not None
    }
    # The two digits of a ten take two columns.
    assert expected <= columns
    assert all(plot_inks(chart)[x] == {ink} for x in columns)
    assert Ink.MEAN not in set().union(*plot_inks(chart).values())


def test_a_gap_stays_a_gap() -> None:
    chart = draw(back_series(*[1, 5] * 20, *[None] * 30, *[1, 5] * 20), span=110, width=121)
    inks = plot_inks(chart)
    quiet = [inks[x] for day in range(44, 69) for x in [chart.layout.left + day]]
    assert not set().union(*quiet)
    assert Ink.MEAN in set().union(*(inks[chart.layout.left + day] for day in range(5, 40)))


def test_no_mean_under_four_of_seven_days() -> None:
    three = draw(back_series(5, None, 5, None, 5, None, None))
    four = draw(back_series(5, None, 5, None, 5, None, 1))
    assert Ink.MEAN not in set().union(*plot_inks(three).values())
    assert Ink.MEAN in set().union(*plot_inks(four).values())


@pytest.mark.parametrize("span", [7, 14, 42, 91, 365, 2000])
def test_point_cursor_and_tick_share_a_column(span: int) -> None:
    series = back_series(*[None] * 2000, 7, *[None] * 5)
    chart = draw(series, span=span)
    day = series.end - timedelta(days=5)
    drawn = [x for x, inks in plot_inks(chart).items() if Ink.STOP in inks]
    assert drawn == [chart.column(day)]
    for label in chart.labels if span <= 42 else ():
        middle = label.start + (len(label) - 1) // 2
        named = chart.day(middle)
        text = "".join(chart.raster.glyphs[chart.layout.labels][label.start : label.stop])
        assert named is not None
        assert text.split()[-1] == str(named.day)


def test_a_column_is_a_day_and_back(diary: Book) -> None:
    chart = draw(diary(900), span=42)
    for offset in range(42):
        day = chart.frame.window.day(offset)
        column = chart.column(day)
        assert column is not None
        assert chart.day(column) == day
    assert chart.day(0) is None
    assert chart.column(chart.frame.window.end + timedelta(days=1)) is None


@pytest.mark.parametrize(("span", "step"), [(42, 1), (800, 6)])
def test_a_step_is_one_column_and_at_least_a_day(diary: Book, span: int, step: int) -> None:
    chart = draw(diary(900), span=span)
    day = chart.frame.window.day(span // 2)
    there = chart.neighbour(day, 1)
    assert 1 <= (there - day).days <= 2 * step
    column, before = chart.column(there), chart.column(day)
    assert column is not None
    assert before is not None
    assert column > before
    assert chart.neighbour(chart.frame.window.start, -1) < chart.frame.window.start


@pytest.mark.parametrize(("green_max", "in_comfort"), [(2, [0, 1, 2]), (3, [0, 1, 2, 3])])
def test_c_02_the_comfort_zone_ends_where_the_person_set_it(
    green_max: int, in_comfort: list[int]
) -> None:
    chart = draw(back_series(*range(11)), view=ChartView(green_max=green_max), height=37)
    ground_of = {}
    for offset, score in enumerate(range(11), start=3):
        x = chart.column(chart.frame.window.day(offset))
        assert x is not None
        rows = [
            y
            for y in range(chart.layout.plot, chart.layout.plot + chart.layout.plot_rows)
            if chart.raster.glyphs[y][x] in {str(score), "1"}
            and chart.raster.inks[y][x] in ZONE_INKS
        ]
        ground_of[score] = {chart.raster.grounds[y][x] for y in rows}
    assert [score for score, grounds in ground_of.items() if Ground.OK in grounds] == in_comfort
    assert ground_of[6] == ground_of[10] == {Ground.STOP}
    assert ground_of[5] == {Ground.WATCH}
    assert any(line.startswith(f"comfort  {green_max}") for line in lines(chart))


def test_zones_have_no_holes(diary: Book) -> None:
    chart = draw(diary(900), span=365)
    layout = chart.layout
    for y in range(layout.plot, layout.plot + layout.plot_rows):
        grounds = set(chart.raster.grounds[y][layout.left : layout.left + layout.columns])
        assert len(grounds) == 1
        assert Ground.PAGE not in grounds


def test_without_tints_the_zones_are_ruled() -> None:
    chart = draw(back_series(1, 1), view=ChartView(flat=True))
    assert {ground for row in chart.raster.grounds for ground in row} == {Ground.PAGE}
    assert sum(line.endswith("_" * 60) for line in lines(chart)) == 2


def test_of_several_events_in_a_column_the_weightiest_is_marked() -> None:
    marks = {
        DAY: {EventKind.REMEDY, EventKind.FLARE},
        DAY - timedelta(days=3): {EventKind.REMEDY, EventKind.RED_FLAG, EventKind.FLARE},
        DAY - timedelta(days=6): {EventKind.SHOES, EventKind.STOP},
    }
    chart = draw(make_series({}, until=DAY, since=DAY - timedelta(days=30), events=marks))
    lane = chart.layout.lane
    assert lane is not None
    assert chart.raster.line(lane).split() == ["■", "▲", "▼"]
    stem = chart.column(DAY)
    assert stem is not None
    assert chart.raster.glyphs[chart.layout.plot][stem] == "┊"


def test_where_days_crowd_remedies_give_way(diary: Book) -> None:
    near, far = draw(diary(3650), span=600), draw(diary(3650), span=3650)
    assert near.layout.lane is not None
    assert far.layout.lane is not None
    assert "+" in near.raster.line(near.layout.lane)
    assert "+" not in far.raster.line(far.layout.lane)
    assert "▲" in far.raster.line(far.layout.lane)


def test_an_episode_is_bracketed_over_its_days_with_its_name() -> None:
    episode = EpisodeSpan("Spring shin", DAY - timedelta(days=9), DAY - timedelta(days=2))
    series = make_series({}, until=DAY, since=DAY - timedelta(days=13), episodes=[episode])
    chart = draw(series)
    assert chart.layout.episodes is not None
    row = chart.raster.line(chart.layout.episodes)
    assert " Spring shin " in row
    assert row.index("├") == chart.column(episode.start)
    assert row.index("┤") == chart.column(episode.end or DAY)


def test_an_episode_that_lasts_is_left_open() -> None:
    episode = EpisodeSpan("Shin", DAY - timedelta(days=9))
    series = make_series({}, until=DAY, since=DAY - timedelta(days=13), episodes=[episode])
    chart = draw(series)
    assert chart.layout.episodes is not None
    assert "┤" not in chart.raster.line(chart.layout.episodes)


@pytest.mark.parametrize(
    ("unit", "figure", "words"),
    [(DistanceUnit.KM, "8.0", "km run a day"), (DistanceUnit.MI, "5.0", "mi run a day")],
)
def test_bars_say_their_unit_and_highest_figure(
    unit: DistanceUnit, figure: str, words: str
) -> None:
    series = make_series({}, until=DAY, run_m={DAY: 8047})
    chart = draw(series, view=ChartView(unit=unit))
    assert chart.layout.caption is not None
    assert words in chart.raster.line(chart.layout.caption)
    assert figure in chart.raster.line(chart.layout.bars)
    assert chart.raster.line(chart.layout.bars).endswith(" " + "█" * 6)


def test_a_short_run_beside_a_long_one_still_shows() -> None:
    series = make_series({}, until=DAY, run_m={DAY: 42_195, DAY - timedelta(days=2): 100})
    chart = draw(series)
    foot = chart.raster.glyphs[chart.layout.bars + chart.layout.bar_rows - 1]
    column = chart.column(DAY - timedelta(days=2))
    assert column is not None
    assert foot[column] == "▁"


def test_the_heading_says_days_and_how_many_were_logged() -> None:
    chart = draw(back_series(*[2] * 9, None, None, None, None, 4))
    assert lines(chart)[0].startswith("Highest of all sites")
    assert lines(chart)[0].endswith("9 – 22 Nov 2026 · 10 of 14 days logged")
    assert "9 – 22 Nov 2026" in lines(draw(back_series(2), width=60, height=20))[0]


@pytest.mark.parametrize(
    ("series", "view", "sentence"),
    [
        (make_series({}, until=DAY), ChartView(), "No check-ins yet."),
        (
            make_series({DAY - timedelta(days=90): {BACK: 1}}, until=DAY),
            ChartView(),
            "No scores in these days.",
        ),
        (
            make_series({DAY - timedelta(days=90): {BACK: 1}}, until=DAY),
            ChartView(site=BACK),
            "No score for Low back in these days.",
        ),
    ],
)
def test_an_empty_window_says_why(series: PainSeries, view: ChartView, sentence: str) -> None:
    assert any(sentence in line for line in lines(draw(series, view=view)))


def test_one_day_alone_is_drawn() -> None:
    chart = draw(make_series({DAY: {BACK: 4}}, until=DAY))
    column = chart.column(DAY)
    assert column is not None
    assert plot_inks(chart)[column] == {Ink.WATCH}


def test_all_sites_carry_letters_and_no_zone_ink(diary: Book) -> None:
    chart = draw(diary(900), span=365, view=ChartView(all_sites=True))
    inks = set().union(*plot_inks(chart).values())
    assert not inks & ZONE_INKS
    assert {Ink.SITE_1, Ink.SITE_2} <= inks
    text = "\n".join(lines(chart))
    assert "a⠒⠒ Low back" in text
    assert "b⠒⠒ Left shin" in text


def test_the_legend_names_only_what_is_there() -> None:
    quiet = draw(back_series(*[2] * 14))
    assert lines(quiet)[-1].strip() == "5 score of a day   ⠒⠒ 7-day mean, 4 or more logged"
    marks = {DAY: {EventKind.REMEDY, EventKind.STOP}}
    loud = draw(make_series({}, until=DAY, events=marks))
    assert lines(loud)[-1].endswith("■ run stopped")


@pytest.mark.parametrize("height", range(1, 60))
def test_rows_are_shared_out_without_overlap(height: int) -> None:
    layout = lay_out(120, height, episodes=1)
    single = [layout.heading, layout.lane, layout.episodes, layout.caption, layout.context]
    rows = [row for row in (*single, layout.axis, layout.labels, layout.legend) if row is not None]
    rows += range(layout.plot, layout.plot + layout.plot_rows)
    rows += range(layout.bars, layout.bars + layout.bar_rows)
    assert len(rows) == len(set(rows))
    if height >= 3:
        assert max(rows) <= height - 1


@pytest.mark.parametrize("height", [20, 24, 37, 60])
@pytest.mark.parametrize("green_max", [2, 3])
def test_a_rule_lies_below_the_first_score_of_its_zone(height: int, green_max: int) -> None:
    view = ChartView(flat=True, green_max=green_max)
    chart = draw(back_series(*range(11)), height=height, view=view)
    rules = [y for y in range(height) if "_" * 12 in chart.raster.line(y)]
    rows = {
        chart.raster.glyphs[y][x]: y
        for x in (chart.column(chart.frame.window.day(day)) for day in range(3, 14))
        for y in range(chart.layout.plot, chart.layout.plot + chart.layout.plot_rows)
        if x is not None and chart.raster.inks[y][x] in ZONE_INKS
    }
    for rule, (below, above) in zip(rules, [(5, 6), (green_max, green_max + 1)], strict=True):
        assert rows[str(above)] <= rule < rows[str(below)]
