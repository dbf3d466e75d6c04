from datetime import date, timedelta

import pytest
from textual.app import App, ComposeResult
from textual.message import Message

from tracker.domain.site import PainSite, Side, Site
from tracker.insight.series import PainSeries, make_series
from tracker.ui.theme import DARK, LIGHT, ROLE_DEFAULTS, THEMES
from tracker.ui.widgets.heat_map import HeatCalendar

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
DAY = date(2026, 11, 22)


def diary(days: int = 500) -> PainSeries:
    return make_series(
        {DAY - timedelta(days=back): {BACK: back % 11} for back in range(0, days, 2)},
        until=DAY,
        since=DAY - timedelta(days=days - 1),
    )


class CalendarApp(App[None]):
    def __init__(self, series: PainSeries) -> None:
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.theme = DARK
        self.series = series
        self.seen: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return ROLE_DEFAULTS

    def compose(self) -> ComposeResult:
        yield HeatCalendar(self.series)

    @property
    def calendar(self) -> HeatCalendar:
        return self.query_one(HeatCalendar)

    def on_heat_calendar_picked(self, message: HeatCalendar.Picked) -> None:
        self.seen.append(message)

    def on_heat_calendar_day_highlighted(self, message: HeatCalendar.DayHighlighted) -> None:
        self.seen.append(message)


@pytest.mark.parametrize(
    ("keys", "ago"),
    [
        (["left"], 7),
        (["up", "up", "down"], 1),
        (["pageup", "pagedown"], 0),
        (["right"], 0),
        (["home"], 499),
        (["home", "end"], 0),
    ],
)
async def test_keys_move_by_weeks_and_days(keys: list[str], ago: int) -> None:
    app = CalendarApp(diary())
    async with app.run_test(size=(80, 24)) as pilot:
        app.calendar.focus()
        await pilot.press(*keys)
        assert app.calendar.cursor == DAY - timedelta(days=ago)
        assert app.calendar.drawn.cell(app.calendar.cursor) is not None


async def test_enter_and_click_choose_a_day() -> None:
    app = CalendarApp(diary())
    async with app.run_test(size=(80, 24)) as pilot:
        app.calendar.focus()
        await pilot.press("up", "enter")
        assert isinstance(app.seen[-1], HeatCalendar.Picked)
        assert app.seen[-1].day == DAY - timedelta(days=1)
        wanted = DAY - timedelta(days=100)
        cell = app.calendar.drawn.cell(wanted)
        assert cell is not None
        await pilot.click(HeatCalendar, offset=cell)
        assert app.calendar.cursor == wanted
        assert isinstance(app.seen[-1], HeatCalendar.Picked)
        assert app.seen[-1].day == wanted


async def test_a_click_beside_the_days_chooses_nothing() -> None:
    app = CalendarApp(diary(20))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(HeatCalendar, offset=(10, 3))
        await pilot.click(HeatCalendar, offset=(1, 3))
        assert app.seen == []


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (20, 6), (5, 2)])
async def test_any_size_is_borne_and_the_cursor_keeps_the_digit(size: tuple[int, int]) -> None:
    app = CalendarApp(diary())
    async with app.run_test(size=size) as pilot:
        app.calendar.focus()
        await pilot.press("left", "up")
        calendar = app.calendar
        lines = [calendar.render_line(y) for y in range(calendar.size.height)]
        assert all(line.cell_length == calendar.size.width for line in lines)
        cell = calendar.drawn.cell(calendar.cursor)
        assert cell is not None
        if size[0] >= 80:
            assert lines[cell[1]].text[cell[0]] == "8"


async def test_colours_follow_the_theme_live() -> None:
    app = CalendarApp(diary())
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.calendar.render_line(3)
        app.theme = LIGHT
        await pilot.pause()
        after = app.calendar.render_line(3)
        assert before.text == after.text
        assert list(before) != list(after)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_without_colour_the_cursor_is_the_page_the_other_way_round(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = CalendarApp(diary())
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        app.calendar.focus()
        await pilot.press("left")
        cell = app.calendar.drawn.cell(app.calendar.cursor)
        assert cell is not None
        strip = app.calendar.render_line(cell[1])
        (under,) = strip.crop(cell[0], cell[0] + 1)
        assert under.style is not None
        assert under.style.reverse
        page = app.calendar.rich_style
        assert (under.style.color, under.style.bgcolor) == (page.color, page.bgcolor)


async def test_the_calendar_names_its_zones_and_its_signs() -> None:
    app = CalendarApp(diary())
    async with app.run_test(size=(80, 24)):
        legend = app.calendar.render_line(app.calendar.size.height - 1).text
        for words in ("0-2 comfort", "3-5 watch", "6-10 stop", "· not logged", "X = 10"):
            assert words in legend
