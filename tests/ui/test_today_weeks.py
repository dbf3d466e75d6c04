"""Today answers whether it is getting better, and says what is saved and what is not."""

from datetime import date, timedelta

import pytest

from tests.ui.conftest import BACK, SHIN, Person, Sits
from tracker.diary.book import Book
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, RunEntry
from tracker.diary.runs import log_run
from tracker.ui.today.month_chart import FourWeeks
from tracker.ui.today.week_strip import WeekStrip

TODAY = date(2026, 11, 23)
SIZES = pytest.mark.parametrize("size", [(80, 24), (92, 32), (120, 40), (160, 45), (200, 60)])


@pytest.fixture
def logged(diary: Book) -> Book:
    """Seven weeks of mornings, today not yet, and a run on most Wednesdays."""
    for back in range(1, 50):
        day = TODAY - timedelta(days=back)
        score = 1 if back < 10 else 4
        entry = CheckInEntry(day=day, scores={BACK: score, SHIN: 0}, alarm=False, full_list=True)
        assert not isinstance(save_check_in(diary, entry), tuple)
    for back in (5, 12, 19):
        day = TODAY - timedelta(days=back)
        run = RunEntry(when=f"{day} 18:00", distance="8", duration="50")
        assert not isinstance(log_run(diary, run), tuple)
    return diary


async def weeks_are_there(person: Person) -> None:
    await person.until(lambda: bool(person.main.query(FourWeeks)))
    await person.sees("Low back  ")
    await person.until(lambda: "1.0 this week" in person.screen_text)


@SIZES
@pytest.mark.usefixtures("logged")
async def test_whether_it_is_better_stands_on_today_without_a_key(
    sits_down: Sits, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await weeks_are_there(person)
        await person.sees("Low back  ↓ improved: 1.0 this week, 4.0 six weeks ago", "Your week")
        if size != (80, 24):
            await person.sees("today", "╌╌╌╌")


@pytest.mark.usefixtures("logged")
async def test_o_shows_the_next_site(sits_down: Sits) -> None:
    async with sits_down() as person:
        await weeks_are_there(person)
        await person.press("escape", "o")
        await person.sees("Left shin  → already low: 0.0 this week, 0.0 six weeks ago")
        await person.press("o")
        await person.sees("Low back  ↓ improved")


@pytest.mark.usefixtures("logged")
async def test_a_changed_form_says_so_until_it_is_saved(sits_down: Sits) -> None:
    async with sits_down() as person:
        await weeks_are_there(person)
        await person.sees("first of the day")
        assert "preview" not in person.screen_text
        await person.press("2")
        await person.sees("● changed, not saved · ctrl+s", "preview", "ctrl+s saves it")
        await person.until(lambda: "○" in chart_text(person))
        await person.press("ctrl+s")
        await person.sees("✓ saved 07:12")
        await person.no_longer_sees("preview")
        await person.until(lambda: "○" not in chart_text(person))


def chart_text(person: Person) -> str:
    return person.main.query_one("#chart", FourWeeks).render().plain


@pytest.mark.usefixtures("logged")
async def test_saving_only_fills_the_chip(sits_down: Sits) -> None:
    async with sits_down() as person:
        await weeks_are_there(person)
        await person.press("2")
        await person.sees("preview")
        word = person.line_with("► GO").index("►")
        await person.press("ctrl+s")
        await person.no_longer_sees("preview")
        assert word in [line.find("►") for line in person.screen_text.splitlines()[2:6]]


@pytest.mark.usefixtures("logged")
async def test_todays_column_follows_what_is_typed(sits_down: Sits) -> None:
    async with sits_down() as person:
        await weeks_are_there(person)
        strip = person.main.query_one(WeekStrip)
        assert strip.days[-1].worst is None
        await person.press("6")
        await person.until(lambda: strip.days[-1].worst == 6)
        assert strip.preview
        assert "■ REST" in strip.render().plain


async def test_alarm_is_never_shown_as_a_preview(sits_down: Sits, diary: Book) -> None:
    async with sits_down() as person:
        save_check_in(diary, CheckInEntry(answers={"saddle_numb": True}, alarm=True))
        person.main.generation += 1
        await person.sees("You ticked")
        await person.press("ctrl+l")
        await person.sees("SEEK CARE")
        await person.press("down", "2")
        await person.sees("changed, not saved")
        assert "preview" not in person.screen_text


@pytest.mark.usefixtures("logged")
async def test_an_earlier_day_shows_the_weeks_that_led_to_it(sits_down: Sits) -> None:
    async with sits_down() as person:
        await weeks_are_there(person)
        await person.press("escape", *["left_square_bracket"] * 12)
        await person.sees("that week", "11 Nov")
        assert "today" not in chart_text(person)
        await person.sees("12 days ago · t today  [ Wed 11 Nov 2026 ]")


@SIZES
@pytest.mark.usefixtures("logged")
async def test_nothing_scrolls_where_it_was_drawn_to_fit(
    sits_down: Sits, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await weeks_are_there(person)
        await person.until(lambda: person.main.view.max_scroll_y == 0)


async def test_without_a_day_it_says_what_will_stand_there(sits_down: Sits) -> None:
    async with sits_down() as person:
        await person.sees("not enough days yet: 0 of 4 this week", "no score in these four weeks")
