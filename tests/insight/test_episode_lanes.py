"""Episodes over the chart: bands that hide nothing, at every zoom and in every terminal."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.site import PainSite, Side, Site
from tracker.insight.chart_frame import make_frame
from tracker.insight.chart_raster import Chart, draw_chart
from tracker.insight.chart_view import ChartView
from tracker.insight.chart_window import RANGES, Window, range_days
from tracker.insight.episode_lanes import episode_lanes
from tracker.insight.glyph_set import GLYPHS, GlyphSet
from tracker.insight.series import EpisodeSpan, EventKind, PainSeries, make_series

END = date(2026, 11, 22)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SIZES = [(120, 34), (76, 17), (76, 22), (56, 14)]


def ago(days: int) -> date:
    return END - timedelta(days=days)


def span(name: str, start: int, end: int | None = None, *, note: str = "") -> EpisodeSpan:
    return EpisodeSpan(name, ago(start), None if end is None else ago(end), note)


def series(*episodes: EpisodeSpan, days: int = 400, flare_back: int = 30) -> PainSeries:
    scores = {ago(back): {BACK: back % 11} for back in range(days)}
    events = {ago(flare_back): {EventKind.FLARE}, ago(12): {EventKind.VISIT}}
    return make_series(scores, until=END, events=events, episodes=episodes, tracked=(BACK,))


def drawn(
    given: PainSeries, *, days: int = 42, size: tuple[int, int] = (120, 34), **view: object
) -> Chart:
    chosen = ChartView(**view)  # type: ignore[arg-type]
    return draw_chart(given, Window.ending(END, days), view=chosen, width=size[0], height=size[1])


def rows(chart: Chart) -> list[str]:
    return [chart.raster.line(y) for y in range(chart.raster.height)]


def test_two_that_overlap_have_a_row_each_and_a_third_after_the_first_shares_its_row() -> None:
    chart = drawn(series(span("Autumn", 40, 22), span("Cold", 30, 10), span("Knee", 18, 2)))
    top = chart.layout.episodes
    assert top is not None

    assert chart.layout.episode_rows == 2
    assert "├─ Autumn ──" in rows(chart)[top]
    assert "├─ Knee ──" in rows(chart)[top]
    assert "├─ Cold ──" in rows(chart)[top + 1]
    assert "├─┤ episode" in rows(chart)[-1]


def test_one_that_lasts_is_open_at_its_end_and_one_that_began_earlier_at_its_beginning() -> None:
    chart = drawn(series(span("Old", 90, 30), span("New", 10)))
    line = rows(chart)[chart.layout.episodes or 0]

    assert line.strip()[0] == "─"
    assert line.count("├") == 1
    assert line.count("┤") == 1
    assert line.endswith("─")


@pytest.mark.parametrize("glyphs", list(GlyphSet))
@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("named", RANGES, ids=lambda each: each.name)
def test_marks_and_bands_are_there_at_every_zoom_and_in_every_terminal(
    glyphs: GlyphSet, size: tuple[int, int], named: object, *, flat: bool
) -> None:
    given = series(span("Autumn", 13, 3), days=3650, flare_back=300)
    days = range_days(named, total=len(given))  # type: ignore[arg-type]
    chart = drawn(given, days=days, size=size, glyphs=glyphs, flat=flat)
    signs, lines = GLYPHS[glyphs], rows(chart)
    assert chart.layout.lane is not None
    assert chart.layout.episodes is not None

    column = chart.column(ago(12))
    assert column is not None
    assert chart.raster.glyphs[chart.layout.lane][column] == signs.events[EventKind.VISIT]
    assert signs.span[0] in lines[chart.layout.episodes]
    if chart.layout.legend is not None:
        legend = " ".join(lines[chart.layout.legend :])
        assert f"{signs.events[EventKind.VISIT]} visit" in legend
        assert f"{signs.span} episode" in legend
    if glyphs is GlyphSet.ASCII:
        assert "".join(lines).isascii()


def test_what_finds_no_row_is_counted_and_said_at_its_day() -> None:
    many = [span(f"E{number}", 20 - number, 2) for number in range(5)]
    chart = drawn(series(*many))

    assert chart.layout.episode_rows == 3
    assert "episode, 2 more without room" in rows(chart)[-1]
    assert sum("E" in row and "├" in row for row in rows(chart)) == 3


def test_the_legend_finds_room_for_everything_in_a_chart_beside_its_pane() -> None:
    scores = {ago(back): {BACK: back % 11} for back in range(400)}
    kinds = [kind for kind in EventKind if kind is not EventKind.RED_FLAG]
    events = {ago(9 * place + 2): {kind} for place, kind in enumerate(kinds)}
    episodes = [EpisodeSpan("Autumn", ago(20), ago(3))]
    given = make_series(scores, until=END, events=events, episodes=episodes)
    legend = " ".join(rows(drawn(given, days=365, size=(74, 24)))[-2:])

    for words in ("score", "mean", "stopped", "flare", "visit", "remedy", "shoes", "├─┤ episode"):
        assert words in legend


def test_a_long_name_is_cut_and_a_hopeless_one_left_out() -> None:
    long = drawn(series(span("The winter after the move", 20, 12)))
    short = drawn(series(span("The winter after the move", 3, 2)))

    assert "├─ The winter" in rows(long)[long.layout.episodes or 0]
    assert "… ─" in rows(long)[long.layout.episodes or 0]
    assert "T" not in rows(short)[short.layout.episodes or 0]


def test_a_name_from_a_person_is_cut_between_characters_and_stays_data() -> None:
    chart = drawn(series(span("寒い冬の背中の痛みの話", 20, 12), span("[b]x[/b]", 11, 1)))
    line = rows(chart)[chart.layout.episodes or 0]

    assert "寒い" in line
    assert "[b]x[/b]" in line


def test_next_and_previous_stop_at_every_mark_and_where_an_episode_begins() -> None:
    given = series(span("Before the diary", 500, 20), span("Autumn", 20, 5))

    assert given.next_event(ago(60), sign=1) == ago(30)
    assert given.next_event(ago(30), sign=1) == ago(20)
    assert given.next_event(ago(20), sign=1) == ago(12)
    assert given.next_event(ago(12), sign=1) is None
    assert given.next_event(ago(12), sign=-1) == ago(20)
    assert given.next_event(ago(30), sign=-1) is None


_SPANS = st.builds(
    lambda start, length: EpisodeSpan(
        "E", ago(start), None if length is None else ago(start - length)
    ),
    st.integers(0, 900),
    st.none() | st.integers(0, 300),
)


@given(st.lists(_SPANS, max_size=12), st.integers(7, 3650), st.integers(4, 120))
def test_in_no_lane_do_two_bands_touch_a_column(
    episodes: list[EpisodeSpan], days: int, columns: int
) -> None:
    window = Window.ending(END, days)
    frame = make_frame(series(days=30), window, columns=columns)
    lanes = episode_lanes(episodes, frame)
    seen = [each for each in episodes if any(window.day(step) in each for step in range(days))]

    assert sum(map(len, lanes)) == len(seen)
    for lane in lanes:
        taken = [column for band in lane for column in range(band.first, band.last + 1)]
        assert len(taken) == len(set(taken))
        assert all(0 <= column < columns for column in taken)
