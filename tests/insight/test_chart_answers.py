"""The chart of the Trends tab: its rows at every size, and the lane of the next mornings."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tracker.domain.verdict import Response
from tracker.insight.chart_answers import worst_answer
from tracker.insight.chart_layout import lay_out_answers
from tracker.insight.chart_raster import Chart, draw_chart
from tracker.insight.chart_view import ChartView
from tracker.insight.chart_window import Window, range_short
from tracker.insight.glyph_set import GlyphSet
from tracker.insight.mornings_grid import GRID_ROWS, draw_mornings
from tracker.insight.series import PainSeries
from tracker.ui.trends.shape import Rows, Shape, share_rows

Diary = Callable[[int], PainSeries]
ANSWERS = (Response.GREEN, Response.AMBER_SETTLED, Response.AMBER_LINGER, Response.RED)


def drawn(series: PainSeries, *, days: int = 42, glyphs: GlyphSet = GlyphSet.BRAILLE) -> Chart:
    answers: dict[date, tuple[Response | None, ...]] = {
        series.end - timedelta(days=at): (each,) for at, each in enumerate(ANSWERS)
    }
    answers[series.end - timedelta(days=4)] = (Response.GREEN, Response.UNKNOWN)
    view = ChartView(answers=True, glyphs=glyphs, span_word="6 wk")
    window = Window.ending(series.end, days)
    return draw_chart(series, window, view=view, width=68, height=18, answers=answers)


@pytest.mark.parametrize("height", range(1, 60))
def test_no_row_of_the_chart_stands_on_another(height: int) -> None:
    layout = lay_out_answers(68, height)
    rows = [
        *([] if layout.lane is None else [layout.lane]),
        *range(layout.plot, layout.plot + layout.plot_rows),
        *range(layout.bars, layout.bars + layout.bar_rows),
        *([] if layout.answers is None else [layout.answers]),
        layout.labels,
        *([] if layout.legend is None else [layout.legend]),
    ]
    assert rows == list(range(len(rows)))
    assert len(rows) == max(height, 2)


def test_with_eighteen_rows_a_score_has_a_row_of_its_own() -> None:
    layout = lay_out_answers(68, 18)
    assert (layout.plot_rows, layout.bar_rows, layout.legend) == (11, 3, 17)


def test_r_pain_07_the_lane_says_what_the_next_morning_said(diary: Diary) -> None:
    chart = drawn(diary(120))
    assert chart.layout.answers is not None
    lane = chart.raster.line(chart.layout.answers)
    assert lane.startswith("24h")
    assert "".join(lane[3:].split())[::-1] == "▁▃▅▇?"
    assert chart.raster.line(0).startswith("6 wk")


def test_days_that_share_a_column_show_the_answer_that_asks_for_most_care(diary: Diary) -> None:
    chart = drawn(diary(800), days=730)
    assert chart.layout.answers is not None
    assert "".join(chart.raster.line(chart.layout.answers)[3:].split()) == "▇"
    assert worst_answer([None, Response.GREEN]) is Response.GREEN
    assert worst_answer([None]) is None


def test_an_ascii_chart_writes_letters(diary: Diary) -> None:
    chart = drawn(diary(120), glyphs=GlyphSet.ASCII)
    assert chart.layout.answers is not None
    lane = chart.raster.line(chart.layout.answers)
    assert lane.isascii()
    assert "".join(lane[3:].split())[::-1] == "GSLR?"


def test_an_episode_begins_with_a_sign_that_the_legend_names(diary: Diary) -> None:
    series = diary(120)
    (episode,) = series.episodes
    window = Window(episode.start - timedelta(days=3), 42)
    chart = draw_chart(series, window, view=ChartView(answers=True), width=107, height=18)
    column = chart.column(episode.start)
    assert column is not None
    assert chart.raster.line(0)[column] in "▼▲■"
    assert "episode" in chart.raster.line(17) or "flare" in chart.raster.line(17)


@pytest.mark.parametrize(
    ("days", "words"), [(14, "2 wk"), (42, "6 wk"), (91, "3 mo"), (365, "1 yr"), (30, "30 d")]
)
def test_the_range_in_four_cells(days: int, words: str) -> None:
    assert range_short(days, total=1000) == words
    assert range_short(1000, total=1000) == "all"


def test_twelve_weeks_of_mornings_end_with_today(diary: Diary) -> None:
    series = diary(120)
    grid = draw_mornings(series, until=series.end)
    lines = [grid.line(row) for row in range(GRID_ROWS)]
    assert [line[:3] for line in lines[1:]] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    score = series.days[-1].worst
    shown = lines[1 + series.end.weekday()].rstrip()[-1]
    assert shown == ("·" if score is None else str(score)[-1])


@pytest.mark.parametrize(
    ("shape", "room", "rows"),
    [
        (Shape.NARROW, 20, Rows(chart=None)),
        (Shape.WIDE, 24, Rows(chart=None)),
        (Shape.WIDE, 25, Rows(chart=18, weeks=4)),
        (Shape.WIDE, 26, Rows(chart=18, weeks=4, airy=True)),
        (Shape.WIDE, 32, Rows(chart=18, weeks=8, airy=True)),
        (Shape.WIDE, 41, Rows(chart=29, weeks=8, airy=True)),
        (Shape.BROAD, 34, Rows(chart=18, weeks=12, airy=True)),
    ],
)
def test_the_rows_are_shared_between_chart_and_weeks(shape: Shape, room: int, rows: Rows) -> None:
    assert share_rows(shape, room) == rows
