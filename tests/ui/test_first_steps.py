"""The first start: three steps, skipped, left and taken up again (R-SCR-01, R-TXT-01)."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from tracker.diary.book import Book, save_settings
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.ui.main_screen import MainScreen
from tracker.ui.widgets.yes_no import YesNo

SitsDown = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.fixture
def new(diary: Book) -> Book:
    save_settings(diary, Settings(glyphs="full"))
    return diary


async def test_the_three_steps_are_kept_one_by_one(sits_down: SitsDown, new: Book) -> None:
    async with sits_down((80, 24)) as person:
        await person.sees("step 1 of 3", "It is not a medical", "an emergency")
        await person.press("right", "down", "backspace", "5", "down", *"112", "ctrl+s")
        await person.sees("step 2 of 3")
        await person.press("y", *"nnnnnn", "ctrl+s")
        await person.sees("Nothing in your answers")
        await person.press("enter")
        await person.sees("step 3 of 3")
        await person.press("space", *("down",) * 8, "space", "ctrl+s")
        await person.until(lambda: new.settings.setup_step is None)
        await person.sees("Low back", "Left shin")
        assert new.settings.unit is DistanceUnit.MI
        assert new.settings.day_start_hour == 5
        assert new.settings.emergency_number == "112"
        assert new.settings.tracked == (
            PainSite(Site.LOW_BACK, Side.CENTRE),
            PainSite(Site.SHIN, Side.LEFT),
        )


async def test_every_step_can_be_skipped(sits_down: SitsDown, new: Book) -> None:
    heads = ("Welcome", "Are you 18", "Tick one to three places")
    async with sits_down((80, 24)) as person:
        for step, head in enumerate(heads, start=1):
            await person.sees(f"step {step} of 3", head)
            await person.press("ctrl+n")
        await person.until(lambda: isinstance(person.app.screen, MainScreen))
        await person.until(lambda: new.settings.setup_step is None)


async def test_left_for_later_it_goes_on_at_the_same_step(sits_down: SitsDown, new: Book) -> None:
    async with sits_down() as person:
        await person.sees("step 1 of 3")
        await person.press("ctrl+n")
        await person.sees("step 2 of 3")
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, MainScreen))
        assert new.settings.setup_step == 2
    async with sits_down() as person:
        await person.sees("step 2 of 3")


async def test_open_questions_are_counted_and_nothing_is_lost(
    sits_down: SitsDown, new: Book
) -> None:
    save_settings(new, Settings(setup_step=2, glyphs="full"))
    async with sits_down((80, 24)) as person:
        await person.sees("step 2 of 3")
        await person.press("y", "n", "ctrl+s")
        await person.sees("5 questions are still open")
        answers = [row.answer for row in person.app.screen.query(YesNo)]
        assert answers[:3] == [True, False, None]


async def test_the_eighth_question_comes_only_after_a_known_condition(
    sits_down: SitsDown, new: Book
) -> None:
    save_settings(new, Settings(setup_step=2, glyphs="full"))
    async with sits_down() as person:
        await person.sees("step 2 of 3")
        assert "30 minutes on 3 days" not in person.screen_text
        await person.press("y", "n", "y")
        await person.sees("Have you been active")


async def test_one_answer_too_many_does_not_answer_the_first_question_again(
    sits_down: SitsDown, new: Book
) -> None:
    save_settings(new, Settings(setup_step=2, glyphs="full"))
    async with sits_down((80, 24)) as person:
        await person.sees("step 2 of 3")
        await person.press("y", *"nnnnnnnn")
        answers = [row.answer for row in person.app.screen.query(YesNo)]
        assert answers == [True, *[False] * 6, None]


async def test_a_day_start_that_can_not_be_read_is_said_at_its_field(
    sits_down: SitsDown, new: Book
) -> None:
    async with sits_down() as person:
        await person.sees("step 1 of 3")
        await person.press("down", "backspace", *"late", "ctrl+s")
        await person.sees("The hour a day starts at is a whole number from 0 to 12")
        assert new.settings.setup_step == 1


async def test_the_steps_can_be_taken_again_from_the_palette(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        await person.press("ctrl+p")
        await person.type("sites to track")
        await person.press("enter")
        await person.sees("step 1 of 3", "112")
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, MainScreen))
        assert diary.settings.emergency_number == "112"
