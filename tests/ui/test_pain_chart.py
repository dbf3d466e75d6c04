import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

import pytest
from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip

from tracker.domain.site import PainSite, Side, Site
from tracker.insight.chart_window import Window
from tracker.insight.series import EventKind, PainSeries, make_series
from tracker.ui.theme import DARK, LIGHT, ROLE_DEFAULTS, SIXTEEN, THEMES
from tracker.ui.widgets.chart_paint import laid
from tracker.ui.widgets.pain_chart import PainChart

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
DAY = date(2026, 11, 22)


def year(days: int = 365) -> PainSeries:
    rng = random.Random(3)  # noqa: S311 - a made-up diary
    first = DAY - timedelta(days=days - 1)
    every = [first + timedelta(days=number) for number in range(days)]
    return make_series(
        {day: {BACK: rng.randrange(7), SHIN: rng.randrange(4)} for day in every},
        until=DAY,
        run_m=dict.fromkeys(every[::2], 5000),
        events={DAY - timedelta(days=20): {EventKind.FLARE}, every[0]: {EventKind.VISIT}},
    )


class ChartApp(App[None]):
    CSS: ClassVar[str] = "PainChart { margin: 1 2; }"

    def __init__(self, series: PainSeries, *, span: int = 42, theme: str = DARK) -> None:
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme
        self.series, self.span = series, span
        self.seen: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"ansi-background": "ansi_default", **ROLE_DEFAULTS}

    def compose(self) -> ComposeResult:
        yield PainChart(self.series, span=self.span)

    @property
    def chart(self) -> PainChart:
        return self.query_one(PainChart)

    def on_pain_chart_day_highlighted(self, message: PainChart.DayHighlighted) -> None:
        self.seen.append(message)

    def on_pain_chart_day_opened(self, message: PainChart.DayOpened) -> None:
        self.seen.append(message)

    def on_pain_chart_window_changed(self, message: PainChart.WindowChanged) -> None:
        self.seen.append(message)


def text(chart: PainChart) -> Iterator[str]:
    return (chart.render_line(y).text for y in range(chart.size.height))


def colours(chart: PainChart) -> set[str]:
    return {
        segment.style.bgcolor.name
        for y in range(chart.size.height)
        for segment in chart.render_line(y)
        if segment.style and segment.style.bgcolor
    }


async def press(pilot: Pilot[None], *keys: str) -> PainChart:
    assert isinstance(pilot.app, ChartApp)
    pilot.app.chart.focus()
    await pilot.press(*keys)
    await pilot.pause()
    return pilot.app.chart


async def test_it_opens_on_the_last_days_with_the_cursor_on_today() -> None:
    app = ChartApp(year())
    async with app.run_test(size=(120, 40)):
        assert app.chart.window == Window.ending(DAY, 42)
        assert app.chart.cursor == DAY
        assert " Sun 22 Nov " in "\n".join(text(app.chart))


@pytest.mark.parametrize(
    ("keys", "ago"),
    [
        (["left"], 1),
        (["left", "left", "right"], 1),
        (["right"], 0),
        (["shift+left"], 1),
        (["ctrl+left"], 7),
        (["ctrl+left", "ctrl+right"], 0),
        (["pageup"], 21),
        (["pageup", "pagedown"], 0),
        (["home"], 364),
        (["home", "end"], 0),
        (["left_curly_bracket"], 20),
        (["left_curly_bracket"] * 2, 364),
        ([*["left_curly_bracket"] * 3, "right_curly_bracket"], 20),
        (["right_curly_bracket"], 0),
        (["h", "h", "l"], 1),
        (["K", "J", "K"], 1),
        (["g"], 0),
        (["g", "g"], 364),
        (["g", "g", "G"], 0),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], ago: int) -> None:
    app = ChartApp(year())
    async with app.run_test(size=(120, 40)) as pilot:
        chart = await press(pilot, *keys)
        assert chart.cursor == DAY - timedelta(days=ago)
        assert chart.cursor in chart.window


async def test_a_step_in_the_year_is_one_column() -> None:
    app = ChartApp(year(), span=365)
    async with app.run_test(size=(80, 24)) as pilot:
        chart = await press(pilot, "left")
        before = chart.chart.column(chart.cursor)
        chart = await press(pilot, "left", "left", "right")
        after = chart.chart.column(chart.cursor)
        assert before is not None
        assert after == before - 1


async def test_r_walks_the_ranges_and_shift_r_walks_back() -> None:
    app = ChartApp(year(500))
    async with app.run_test(size=(120, 40)) as pilot:
        spans = []
        for key in ("r", "r", "r", "r", "R"):
            chart = await press(pilot, key)
            spans.append((chart.window.span, chart.range_name))
            assert chart.window.end == DAY
        assert spans == [
            (91, "3 months"), (365, "1 year"), (500, "all"), (14, "2 weeks"), (500, "all"),
        ]  # fmt: skip


async def test_zoom_keeps_the_cursor_on_the_screen() -> None:
    app = ChartApp(year())
    async with app.run_test(size=(120, 40)) as pilot:
        chart = await press(pilot, "left_curly_bracket", "plus")
        assert (chart.window.span, chart.cursor in chart.window) == (28, True)
        chart = await press(pilot, "minus", "minus", "minus")
        assert (chart.window.span, chart.cursor in chart.window) == (94, True)


async def test_sites_go_round_and_all_stand_together() -> None:
    app = ChartApp(year())
    async with app.run_test(size=(120, 40)) as pilot:
        shown: list[str] = []
        for key in ("o", "o", "o", "o", "o"):
            chart = await press(pilot, key)
            site = "highest" if chart.site is None else chart.site.label
            shown.append("all" if chart.all_sites else site)
        assert shown == ["Low back", "Left shin", "all", "highest", "Low back"]


async def test_listeners_hear_of_days_and_windows() -> None:
    app = ChartApp(year())
    async with app.run_test(size=(120, 40)) as pilot:
        chart = await press(pilot, "left", "r", "enter")
        highlighted, window, opened = app.seen
        assert isinstance(highlighted, PainChart.DayHighlighted)
        assert isinstance(window, PainChart.WindowChanged)
        assert isinstance(opened, PainChart.DayOpened)
        assert highlighted.day == opened.day == DAY - timedelta(days=1)
        assert window.window == chart.window
        assert opened.control is chart


async def test_a_click_chooses_the_day_under_it_and_a_double_click_opens_it() -> None:
    app = ChartApp(year(), span=14)
    async with app.run_test(size=(120, 40)) as pilot:
        for offset in (0, 5, 13):
            day = app.chart.window.day(offset)
            column = app.chart.chart.column(day)
            assert column is not None
            await pilot.click(PainChart, offset=(column, 12))
            assert app.chart.cursor == day
        await pilot.click(PainChart, offset=(40, 12), times=2)
        assert isinstance(app.seen[-1], PainChart.DayOpened)
        assert app.seen[-1].day == app.chart.cursor


async def test_dragging_pans_and_chooses_nothing() -> None:
    app = ChartApp(year())
    async with app.run_test(size=(120, 40)) as pilot:
        chart = await press(pilot, "left_curly_bracket")
        cursor = chart.cursor
        await pilot.mouse_down(PainChart, offset=(50, 12))
        await pilot.hover(PainChart, offset=(60, 12))
        await pilot.mouse_up(PainChart, offset=(60, 12))
        assert chart.window.end == DAY - timedelta(days=4)
        assert chart.cursor == cursor


async def test_the_wheel_zooms_where_it_is() -> None:
    app = ChartApp(year(), span=91)
    async with app.run_test(size=(120, 40)) as pilot:
        chart = app.chart
        day = chart.chart.day(40)
        assert day is not None
        column = chart.chart.column(day)
        await pilot._post_mouse_events([events.MouseScrollUp], PainChart, offset=(40, 12))
        await pilot.pause()
        assert chart.window.span == 61
        now = chart.chart.column(day)
        assert column is not None
        assert now is not None
        assert abs(now - column) <= 2


async def test_a_cell_under_the_cursor_keeps_its_score() -> None:
    app = ChartApp(year(), span=14)
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(14):
            chart = await press(pilot, "left")
            column = chart.chart.column(chart.cursor)
            assert column is not None
            point = app.series.at(chart.cursor)
            assert point is not None
            shown = [line[column] for line in text(chart)]
            assert str(point.worst) in shown
            assert "│" in shown


async def test_moving_the_cursor_draws_nothing_anew() -> None:
    app = ChartApp(year())
    async with app.run_test(size=(120, 40)) as pilot:
        drawn = app.chart.chart
        chart = await press(pilot, "left", "left", "ctrl+left")
        assert chart.chart is drawn


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (60, 20), (80, 24), (200, 60), (8, 3)])
async def test_any_window_size_is_borne(size: tuple[int, int]) -> None:
    app = ChartApp(year(), span=365)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.resize_terminal(*size)
        chart = await press(pilot, "left", "r", "o", "plus", "home")
        assert all(
            chart.render_line(y).cell_length == chart.size.width for y in range(chart.size.height)
        )


@pytest.mark.parametrize("glyphs", ["braille", "blocks", "console", "ascii", "auto"])
async def test_each_glyph_set_draws(glyphs: str) -> None:
    app = ChartApp(year(), span=365)
    async with app.run_test(size=(80, 24)):
        app.chart.glyphs = glyphs
        drawn = "\n".join(text(app.chart))
        assert drawn.isascii() is (glyphs == "ascii")
        assert any("\u2800" <= char <= "\u28ff" for char in drawn) is (
            glyphs in {"braille", "auto"}
        )


async def test_colours_follow_the_theme_live() -> None:
    app = ChartApp(year())
    async with app.run_test(size=(120, 40)) as pilot:
        dark = colours(app.chart)
        assert ROLE_DEFAULTS["zone-ok-band"] in dark
        app.theme = LIGHT
        await pilot.pause()
        light = colours(app.chart)
        assert len(light) >= 5
        assert not light & dark


async def test_with_sixteen_colours_the_zones_are_ruled_not_tinted() -> None:
    app = ChartApp(year(), theme=SIXTEEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.chart.flat
        plot = app.chart.chart.layout.plot
        styles = [segment.style for segment in app.chart.render_line(plot)]
        assert {style.bgcolor.name for style in styles if style and style.bgcolor} <= {"default"}
        assert "____" in "\n".join(text(app.chart))


async def test_a_terminal_with_256_colours_gets_no_tints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "256")
    app = ChartApp(year())
    async with app.run_test(size=(120, 40)):
        assert app.chart.flat


async def test_no_color_gets_no_tints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ChartApp(year())
    async with app.run_test(size=(120, 40)):
        assert app.chart.flat


async def test_a_new_day_moves_a_cursor_that_stood_on_the_last() -> None:
    app = ChartApp(year())
    async with app.run_test(size=(120, 40)) as pilot:
        tomorrow = DAY + timedelta(days=1)
        app.chart.series = make_series({tomorrow: {BACK: 4}}, until=tomorrow, since=DAY)
        await pilot.pause()
        assert (app.chart.cursor, app.chart.window.end) == (tomorrow, tomorrow)
        app.chart.series = year()
        await pilot.pause()
        chart = await press(pilot, "ctrl+left")
        chart.series = year()
        await pilot.pause()
        assert chart.cursor == DAY - timedelta(days=7)


async def test_a_chart_without_a_diary_takes_every_key() -> None:
    app = ChartApp(make_series({}, until=DAY))
    async with app.run_test(size=(80, 24)) as pilot:
        keys = ["left", "right", "plus", "minus", "pageup", "pagedown", "home", "end", "enter"]
        chart = await press(pilot, *keys, *"rRnpso", *reversed(keys))
        assert chart.cursor == DAY
        assert "No check-ins yet" in "\n".join(text(chart))


@pytest.mark.parametrize("width", [1, 3, 9])
def test_what_is_laid_over_a_row_leaves_the_rest_as_it_is(width: int) -> None:
    row = Strip([Segment("abc"), Segment("defg"), Segment("hi")], 9)
    for x in range(10 - width):
        found = laid(row, x, [Segment("#" * width)], width)
        assert found.text == f"{row.text[:x]}{'#' * width}{row.text[x + width :]}"
        assert found.cell_length == 9


async def test_beyond_a_year_the_cursor_says_its_year() -> None:
    app = ChartApp(year(800), span=800)
    async with app.run_test(size=(120, 40)) as pilot:
        assert " 22 Nov 2026 " in "\n".join(text(app.chart))
        chart = await press(pilot, "R")
        assert " Sun 22 Nov " in "\n".join(text(chart))
