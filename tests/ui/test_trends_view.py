"""The Trends tab with real keys: chart, table, calendar, the day, the sites (R-AN-01, -02, -08)."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import TypeAlias

import pytest
from textual.pilot import Pilot

from tests.ui.patience import until
from tracker.diary.book import Book, open_book
from tracker.domain.check_in import CheckIn
from tracker.domain.gear import Gear
from tracker.domain.pain import Night, score_at
from tracker.domain.record import Record
from tracker.domain.routine import RoutineSession, StepMark, StepState
from tracker.domain.run import Run, RunOutcome
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.wording import forbidden_words
from tracker.ui.app import BackstrideApp
from tracker.ui.commands import Scope, commands_of
from tracker.ui.dialogs import Dialog
from tracker.ui.events.records_page import DayRecordsPage
from tracker.ui.form.screen import FormScreen
from tracker.ui.help_screen import HelpScreen
from tracker.ui.main_screen import MainScreen
from tracker.ui.theme import SIXTEEN
from tracker.ui.trends.day_card_page import DayCardPage
from tracker.ui.trends.view import TrendsView
from tracker.ui.widgets.key_footer import HINTS_MAX

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
TODAY = NOW.date()
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
WRIST = PainSite(Site.OTHER, Side.LEFT, "wrist [b]under the watch[/b]")
SIZES = [(120, 40), (80, 24), (60, 20)]
NOTE = "Carried [red]boxes[/red]"

Start: TypeAlias = Callable[..., BackstrideApp]
Keys: TypeAlias = Pilot[None]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def check_in(
    back: int, *scores: int, night: Night | None = Night.NONE, note: str = "", hour: int = 6
) -> CheckIn:
    at = (NOW - timedelta(days=back)).replace(hour=hour)
    return CheckIn(
        id=f"c{back}-{hour}",
        at=at,
        day=at.date(),
        scores=tuple(score_at(site, score) for site, score in zip((BACK, WRIST), scores)),  # noqa: B905
        night=night,
        note=note,
    )


def run(back: int, *, outcome: RunOutcome = RunOutcome.COMPLETED) -> Run:
    start = NOW - timedelta(days=back)
    return Run(
        id=f"r{back}",
        start=start,
        day=start.date(),
        distance_m=5000,
        duration_s=1860,
        during=(score_at(BACK, 2),),
        outcome=outcome,
    )


def diary_of_weeks() -> list[Record]:
    """Sixty days, the first weeks sore; a gap of ten days; a stopped run, a routine, a note."""
    sore = [check_in(back, 6, 1) for back in range(59, 34, -1)]
    calm = [check_in(back, 2, 0) for back in range(24, 3, -1)]
    last = [check_in(3, 2, 0), check_in(2, 3, 0, night=Night.WAKES, note=NOTE), check_in(1, 1, 0)]
    at = NOW - timedelta(days=2)
    session = RoutineSession(
        id="s2", at=at, day=at.date(), routine="pre_run", marks=(StepMark("P1", StepState.DONE),)
    )
    runs = [run(2), run(9), run(20, outcome=RunOutcome.STOPPED_PAIN)]
    return [*sore, *calm, *last, check_in(0, 2, 0), *runs, session]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Make an app on a diary with the given records."""

    def of(records: Iterable[Record] | None = None, **settings: object) -> BackstrideApp:
        path = tmp_path / "diary.json"
        chosen = Settings(setup_step=None, tracked=(BACK, WRIST), **settings)  # type: ignore[arg-type]
        diary = open_book(path, lambda: NOW)
        assert isinstance(diary, Book)
        given = diary_of_weeks() if records is None else list(records)
        assert diary.keep_all([chosen, *given], label="the test's records") is None
        return BackstrideApp(lambda: open_book(path, lambda: NOW), clock=lambda: NOW)

    return of


async def open_trends(pilot: Keys, *keys: str) -> TrendsView:
    """Open the tab, go in, wait for the diary's answer, then press keys."""
    main = pilot.app.screen
    assert isinstance(main, MainScreen)
    assert await until(pilot, lambda: main.settings.setup_step is None)
    await pilot.press("escape", "4")
    assert await until(pilot, lambda: main.tab == "trends")
    assert await until(pilot, lambda: main.view.visible)
    view = main.view
    assert isinstance(view, TrendsView)
    if view.series is not None:
        assert await until(pilot, lambda: view._lines)
        await pilot.press("down")
    for key in keys:
        await press(pilot, key)
    return view


async def press(pilot: Keys, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.pause()


def screen_text(pilot: Keys) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def told(pilot: Keys, view: TrendsView, day: date) -> str:
    """Wait until the day beside the chart is this one, and give the whole screen."""
    assert await until(pilot, lambda: view._lines[0].label.startswith(f"{day:%a} {day.day} "))
    await pilot.pause()
    return screen_text(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_two_keys_tell_whether_it_is_better_than_six_weeks_ago(
    start: Start, size: tuple[int, int]
) -> None:
    async with start().run_test(size=size) as pilot:
        view = await open_trends(pilot)
        assert view.chart.window.span == 42
        assert view.chart.cursor == TODAY
        text = await told(pilot, view, TODAY)
        assert "Low back" in text
        assert "↓ improved: 2.0 this week, 6.0" in text
        if size[0] == 120:
            assert "six weeks ago" in text
            assert "n 7 and 7 · worst" in text
            assert "site: highest of all" in text
            assert "woken 1 of 32 answered" in text
            assert "16 Nov" in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [(), ("t",), ("c",)])
async def test_everything_fits_and_the_footer_is_whole(
    start: Start, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with start().run_test(size=size) as pilot:
        view = await open_trends(pilot, *keys)
        assert (view.max_scroll_x, view.max_scroll_y) == (0, 0)
        footer = screen_text(pilot).splitlines()[-1]
        assert footer.endswith("? keys")
        assert len(footer) <= 78
        assert footer.count("   ") <= HINTS_MAX


async def test_the_cursor_reads_out_its_day(start: Start) -> None:
    async with start().run_test(size=(120, 40)) as pilot:
        view = await open_trends(pilot, "left", "left")
        text = await told(pilot, view, ago(2))
        for words in (
            "3 ▅ watch",
            "0 ▂ comfort",
            "5.0 km easy, 31:00",
            "pain woke you",
            "Before a run, 1 of",
            "[red]boxes[/red]",
            "median 2, smoothed",
        ):
            assert words in text, words
        await press(pilot, "ctrl+left")
        text = await told(pilot, view, ago(9))
        assert "Next day    ▁ green" in text
        await press(pilot, "home")
        assert view.chart.cursor == ago(59)


async def test_a_day_without_entry_is_said_to_be_one(start: Start) -> None:
    async with start().run_test(size=(120, 40)) as pilot:
        view = await open_trends(pilot)
        view.chart.go_to(ago(30))
        text = await told(pilot, view, ago(30))
        assert text.count("not logged") == 2
        assert "Verdict     none" in text


async def test_a_narrow_screen_tells_the_day_in_two_rows_and_enter_the_rest(start: Start) -> None:
    async with start().run_test(size=(60, 20)) as pilot:
        view = await open_trends(pilot, "left", "left")
        text = await told(pilot, view, ago(2))
        assert "Sat 21 Nov 2026 · Low back 3 ▅" in text
        assert NOTE not in text
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, DayCardPage)
        assert "smoothed" in screen_text(pilot)
        assert NOTE in screen_text(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.focused is view.chart


async def test_the_keys_work_from_the_tab_bar_too(start: Start) -> None:
    async with start().run_test(size=(120, 40)) as pilot:
        view = await open_trends(pilot, "escape")
        main = pilot.app.screen
        assert isinstance(main, MainScreen)
        assert main.focused is main.top_bar
        await press(pilot, "f")
        said = [each.message for each in pilot.app._notifications]
        assert any("`f` is now `m`" in each for each in said)
        await press(pilot, "r")
        assert "● all" in screen_text(pilot)
        assert view.chart.window.span == 60
        await press(pilot, "R", "o")
        assert view.chart.window.span == 42
        assert view.chart.site == BACK
        await press(pilot, "v")
        assert main.focused is main.top_bar
        assert "16 – 22 Nov" in screen_text(pilot)


async def test_ranges_are_written_out_and_can_be_clicked(start: Start) -> None:
    async with start().run_test(size=(120, 40)) as pilot:
        view = await open_trends(pilot, "left")
        assert "● 6 weeks" in screen_text(pilot)
        await pilot.click("RangeRow", offset=(6, 0))
        await pilot.pause()
        assert view.chart.window.span == 14
        assert view.chart.cursor == ago(1)
        assert "● 2 weeks" in screen_text(pilot)
        await press(pilot, "plus")
        assert "● 9 days" in screen_text(pilot)


async def test_v_shows_the_same_days_as_a_table(start: Start) -> None:
    async with start().run_test(size=(120, 40)) as pilot:
        view = await open_trends(pilot, "left", "v")
        text = screen_text(pilot)
        assert "13 Oct – 23 Nov 2026 · 32 of 42 days logged" in text
        assert "▌ Sun 22 Nov" in text
        week = next(line for line in text.splitlines() if "16 – 22 Nov" in line)
        worst, _mean, *figures = week.split("22 Nov")[1].split()[:5]
        assert (worst, figures) == ("3", ["7/7", "5.0", "1/7"])
        await press(pilot, "down")
        assert view.chart.cursor == ago(2)
        assert "pain woke you" in await told(pilot, view, ago(2))
        await press(pilot, "o")
        assert "max" not in screen_text(pilot).split("Sites")[0]
        await press(pilot, "V")
        assert pilot.app.screen.focused is view.chart
        assert view.chart.cursor == ago(2)


async def test_the_table_follows_range_and_events_and_pages(start: Start) -> None:
    async with start().run_test(size=(80, 24)) as pilot:
        view = await open_trends(pilot, "v", "left_curly_bracket")
        assert view.chart.cursor == ago(20)
        assert "▌ Tue 3 Nov" in screen_text(pilot)
        await press(pilot, "end")
        assert view.chart.cursor == ago(41)
        await press(pilot, "r", "end")
        assert view.chart.cursor == ago(59)
        await press(pilot, "home")
        assert view.chart.cursor == TODAY
        await press(pilot, "pagedown", "pageup")
        assert view.chart.cursor == TODAY
        await press(pilot, "escape")
        assert pilot.app.screen.focused is view.chart


async def test_v_shows_the_year_and_enter_goes_to_the_day(start: Start) -> None:
    async with start().run_test(size=(120, 40)) as pilot:
        view = await open_trends(pilot, "v", "v")
        text = screen_text(pilot)
        assert "25 Sep – 23 Nov 2026 · 50 of 60 days logged" in text
        assert "Sep" in text
        assert "Wed" in text
        await press(pilot, "left", "up")
        day = ago(8)
        assert f"{day:%a} {day.day} Nov" in await told(pilot, view, day)
        await press(pilot, "enter")
        assert view.chart.cursor == day
        assert day in view.chart.window
        assert pilot.app.screen.focused is view.chart


async def test_table_and_calendar_take_turns_and_keep_the_day(start: Start) -> None:
    async with start().run_test(size=(120, 40)) as pilot:
        view = await open_trends(pilot, "left", "left", "v", "v", "V", "v", "escape")
        assert view.chart.cursor == ago(2)
        await press(pilot, "escape")
        main = pilot.app.screen
        assert isinstance(main, MainScreen)
        assert main.focused is main.top_bar


@pytest.mark.parametrize("keys", [("left", "enter"), ("left", "v", "enter")])
async def test_enter_lists_the_days_records_and_its_check_in_is_opened_there(
    start: Start, keys: tuple[str, ...]
) -> None:
    async with start().run_test(size=(120, 40)) as pilot:
        main = pilot.app.screen
        assert isinstance(main, MainScreen)
        await open_trends(pilot, *keys)
        assert await until(pilot, lambda: isinstance(pilot.app.screen, DayRecordsPage))
        await press(pilot, "enter")
        assert await until(pilot, lambda: "Check-in" in screen_text(pilot))
        assert await until(pilot, lambda: isinstance(pilot.app.screen, FormScreen))
        await press(pilot, "escape", "escape")
        assert await until(pilot, lambda: pilot.app.screen is main)
        view = main.view
        assert isinstance(view, TrendsView)
        assert view.chart.cursor == ago(1)


async def test_walking_the_days_moves_the_cursor(start: Start) -> None:
    async with start().run_test(size=(120, 40)) as pilot:
        view = await open_trends(pilot, "left_square_bracket", "left_square_bracket")
        assert await until(pilot, lambda: view.chart.cursor == ago(2))
        await press(pilot, "right_square_bracket")
        assert await until(pilot, lambda: view.chart.cursor == ago(1))


async def test_marked_days_are_one_key_apart(start: Start) -> None:
    shoes = Gear(id="g", name="Grey", start=ago(12))
    async with start([*diary_of_weeks(), shoes]).run_test(size=(120, 40)) as pilot:
        view = await open_trends(pilot, "left_curly_bracket")
        assert "shoe change" in await told(pilot, view, ago(12))
        await press(pilot, "left_curly_bracket")
        assert "run stopped" in await told(pilot, view, ago(20))
        await press(pilot, "right_curly_bracket")
        assert view.chart.cursor == ago(12)


async def test_a_change_of_the_records_is_shown_and_the_cursor_stays(start: Start) -> None:
    async with start().run_test(size=(120, 40)) as pilot:
        view = await open_trends(pilot, "left", "left")
        before = view.series
        await press(pilot, "u")
        assert await until(pilot, lambda: isinstance(pilot.app.screen, Dialog))
        await press(pilot, "y")
        assert await until(pilot, lambda: view.series is not before)
        assert view.series is None
        assert "Nothing logged yet." in screen_text(pilot)


@pytest.mark.parametrize("size", SIZES[1:])
async def test_an_empty_diary_gets_one_sentence_and_one_key(
    start: Start, size: tuple[int, int]
) -> None:
    async with start([]).run_test(size=size) as pilot:
        view = await open_trends(pilot, "t", "c", "r", "s", "d", "n", "down")
        text = screen_text(pilot)
        assert "Nothing logged yet." in text
        assert "Sites" not in text
        assert view.first_focus() is None
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, MainScreen)
        assert pilot.app.screen.tab == "today"


def year_with_a_gap() -> list[Record]:
    return [check_in(back, back % 11) for back in range(364) if not 120 < back < 212]


ODD: dict[str, list[Record]] = {
    "one day": [check_in(0, 3)],
    "one day long ago": [check_in(400, 3)],
    "one score": [check_in(5, 3)],
    "only a run": [run(3)],
    "all zeros": [check_in(back, 0, 0) for back in range(50)],
    "all tens": [check_in(back, 10, 10) for back in range(50)],
    "three months missing": year_with_a_gap(),
    "six a day": [check_in(0, score, hour=score) for score in range(6)],
    "no score": [check_in(1), check_in(0)],
}


@pytest.mark.parametrize(("name", "size"), zip(ODD, cycle(SIZES), strict=False))
async def test_unusual_diaries_are_shown_in_every_form(
    start: Start, name: str, size: tuple[int, int]
) -> None:
    async with start(ODD[name]).run_test(size=size) as pilot:
        view = await open_trends(pilot)
        for key in ("r", "r", "t", "end", "home", "c", "home", "enter", "o", "s", "t"):
            await press(pilot, key)
            assert not forbidden_words(screen_text(pilot))
        assert view.series is not None
        assert view.chart.cursor in (view.series.start, view.series.end)


async def test_few_days_give_no_mean_and_no_change_word(start: Start) -> None:
    async with start([check_in(back, 2) for back in range(3)]).run_test(size=(120, 40)) as pilot:
        view = await open_trends(pilot)
        text = await told(pilot, view, TODAY)
        assert "no median" in text
        assert "not enough days" in text


async def test_plain_signs_and_sixteen_colours(start: Start) -> None:
    app = start(glyphs="ascii")
    app.theme = SIXTEEN
    async with app.run_test(size=(80, 24)) as pilot:
        await open_trends(pilot, "v")
        assert "Sun 22 Nov" in screen_text(pilot)
        await press(pilot, "V")
        chart = "\n".join(screen_text(pilot).splitlines()[2:16])
        assert chart.isascii()


async def test_miles_and_a_week_from_sunday(start: Start) -> None:
    app = start(unit="mi", week_starts_monday=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_trends(pilot, "v")
        text = screen_text(pilot)
        assert "mi" in text
        assert "3.1" in text
        assert "15 – 21 Nov" in text


async def test_the_help_lists_every_key_of_the_tab(start: Start) -> None:
    async with start().run_test(size=(120, 60)) as pilot:
        await open_trends(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        text = " ".join(screen_text(pilot).split())
        for entry in commands_of(Scope.TRENDS):
            assert not entry.keys or entry.help.split(";")[0][:40] in text, entry.id


def test_every_key_of_the_chart_is_in_the_table_of_commands() -> None:
    named = " ".join(entry.help + entry.keys for entry in commands_of(Scope.TRENDS))
    for words in ("shift", "ctrl", "home", "end", "pgup", "enter", "r R", "{ }", "+ -", "←→"):
        assert words in named
