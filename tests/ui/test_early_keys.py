"""What is pressed while the diary is still being read goes where it would go a moment later."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from threading import Event

import pytest

from tests.ui.conftest import BACK, Person
from tracker.diary.book import Book
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry
from tracker.ui.app import BackstrideApp
from tracker.ui.main_screen import MainScreen
from tracker.ui.widgets.pain_scale import PainScale
from tracker.ui.widgets.top_bar import TopBar

PATIENCE_S = 30.0


@asynccontextmanager
async def pressed_early(
    diary: Book, clock: Callable[[], datetime], *keys: str
) -> AsyncIterator[Person]:
    """Press keys before anything of the diary is read, then let it be read."""
    may_read = Event()

    def open_late() -> Book:
        may_read.wait(PATIENCE_S)
        return diary

    app = BackstrideApp(open_late, clock=clock)
    async with app.run_test(size=(120, 40)) as pilot:
        person = Person(pilot, diary)
        await person.press(*keys)
        may_read.set()
        yield person


@pytest.mark.parametrize("digit", [3, 8])
async def test_an_early_digit_is_the_first_score(
    diary: Book, clock: Callable[[], datetime], digit: int
) -> None:
    async with pressed_early(diary, clock, str(digit)) as person:
        await person.until(lambda: isinstance(person.app.focused, PainScale))
        await person.until(lambda: person.app.screen.query(PainScale).first().value == digit)
        assert person.main.tab == "today"


async def test_what_is_typed_early_is_done_in_its_order(
    diary: Book, clock: Callable[[], datetime]
) -> None:
    async with pressed_early(diary, clock, "3", "down", "5") as person:
        await person.until(
            lambda: [each.value for each in person.app.screen.query(PainScale)][:2] == [3, 5]
        )


async def test_an_early_digit_opens_a_tab_where_the_day_has_its_check_in(
    diary: Book, clock: Callable[[], datetime]
) -> None:
    save_check_in(diary, CheckInEntry(scores={BACK: 2}))
    async with pressed_early(diary, clock, "3") as person:
        await person.until(lambda: person.main.tab == "run")


async def test_an_early_digit_opens_a_tab_for_whoever_has_left_the_form_already(
    diary: Book, clock: Callable[[], datetime]
) -> None:
    async with pressed_early(diary, clock, "2", "escape") as person:
        assert isinstance(person.app.screen, MainScreen)
        await person.until(lambda: person.main.tab == "stretch")
        assert isinstance(person.app.focused, TopBar)
