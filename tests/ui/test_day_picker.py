"""A field for a day takes one from the calendar."""

from datetime import date, timedelta

import pytest

from tests.ui.conftest import BACK, Sits
from tracker.diary.book import Book
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, RunEntry
from tracker.diary.runs import log_run
from tracker.domain.screening import Clearance
from tracker.ui.day_picker import DayPicker
from tracker.ui.form.screen import FormScreen
from tracker.ui.run.view import RunView
from tracker.ui.widgets.heat_map import HeatCalendar

SIZES = [(120, 40), (80, 24), (60, 20)]


@pytest.mark.parametrize("size", SIZES)
async def test_f2_opens_the_calendar_and_enter_fills_the_field(
    sits_down: Sits, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await person.press("escape", "3", "n", "up")
        await person.sees("f2 calendar")
        await person.press("f2")
        await person.sees("Choose a day", "today is Mon 23 Nov 2026", "enter take")
        await person.press("left", "up", "enter")
        await person.sees("2026-11-15", "Sun 15 Nov 12:00")
        form = person.main.query_one(RunView).form
        assert form.rows["when"].has_focus_within
        assert form.texts["when"] == "2026-11-15"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("yesterday 18:10", "2026-11-15 18:10"),
        ("6.30pm", "2026-11-16 6.30pm"),
        ("7:05 mon", "2026-11-16 7:05"),
        ("16 nov", "2026-11-09"),
        ("rubbish", "2026-11-16"),
    ],
)
async def test_it_begins_at_the_typed_day_and_keeps_the_time(
    sits_down: Sits, typed: str, found: str
) -> None:
    async with sits_down((80, 24)) as person:
        await person.press("escape", "3", "n", "up")
        await person.type(typed)
        await person.press("f2")
        await person.sees("Choose a day")
        await person.press("left", "enter")
        form = person.main.query_one(RunView).form
        await person.until(lambda: form.texts["when"] == found)


async def test_esc_leaves_what_was_typed(sits_down: Sits) -> None:
    async with sits_down((80, 24)) as person:
        await person.press("escape", "3", "n", "up")
        await person.type("yesterday")
        await person.press("f2")
        await person.sees("Choose a day")
        await person.press("left", "escape")
        await person.no_longer_sees("Choose a day")
        assert person.main.query_one(RunView).form.texts["when"] == "yesterday"


async def test_the_calendar_says_what_the_day_was_like(sits_down: Sits, diary: Book) -> None:
    yesterday = diary.today - timedelta(days=1)
    save_check_in(diary, CheckInEntry(day=yesterday, scores={BACK: 4}))
    log_run(diary, RunEntry(when="yesterday 18:00", distance="5", duration="30"))
    async with sits_down((80, 24)) as person:
        await person.press("escape", "3", "n", "up", "f2")
        await person.sees("Choose a day", "today is")
        await person.press("up")
        await person.sees("Sun 22 Nov 2026", "Low back 4 ▅", "Run 5.0 km")


async def test_a_click_takes_the_day_under_the_mouse(sits_down: Sits) -> None:
    async with sits_down((120, 40)) as person:
        await person.press("escape", "3", "n", "up", "f2")
        await person.until(lambda: isinstance(person.app.screen, DayPicker))
        calendar = person.app.screen.query_one(HeatCalendar)
        day = calendar.series.end.replace(day=3)
        cell = calendar.drawn.cell(day)
        assert cell is not None
        await person.pilot.click(HeatCalendar, offset=cell)
        form = person.main.query_one(RunView).form
        await person.until(lambda: form.texts["when"] == "2026-11-03")


async def test_no_day_after_today_and_none_long_before_the_diary(sits_down: Sits) -> None:
    async with sits_down((80, 24)) as person:
        await person.press("escape", "3", "n", "up", "f2")
        await person.until(lambda: isinstance(person.app.screen, DayPicker))
        calendar = person.app.screen.query_one(HeatCalendar)
        await person.press("right", "down", "pagedown", "end")
        assert calendar.cursor == person.main.today
        await person.press("home")
        assert calendar.cursor == person.main.today.replace(year=2025)


async def test_r_scr_10_a_review_date_is_typed_or_chosen_ahead(
    sits_down: Sits, diary: Book
) -> None:
    async with sits_down((80, 24)) as person:
        await person.press("escape", "ctrl+p", *"clearance")
        await person.sees("what a clinician said")
        await person.press("enter")
        await person.sees("Review by")
        screen = person.app.screen
        assert isinstance(screen, FormScreen)
        screen.body.put({"by": "doctor", "allows": "run"})
        screen.body.rows["review_by"].focus_field()
        await person.type("yesterday")
        await person.press("ctrl+s")
        await person.sees("Sun 22 Nov 2026 is over. Type a day that is to come.")
        await person.press("f2")
        await person.sees("Choose a day")
        await person.press("right", "right", "enter")
        await person.sees("2026-12-06", "Sun 6 Dec 2026")
        await person.press("ctrl+s")
        await person.until(lambda: len(diary.snapshot.of(Clearance)) == 1)
        assert diary.snapshot.of(Clearance)[0].review_by == date(2026, 12, 6)
