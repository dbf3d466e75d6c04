"""R-TXT-02's line stands once, on the verdict; what the palette gives to read."""

import pytest

from tests.ui.conftest import Person, Sits
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry
from tracker.rules.evidence import COMPARISONS, NOT_CONFIRMED
from tracker.rules.simulation import CANT_TELL, HOW_TRIED, TRIED
from tracker.rules.wording import ABOUT_TEXT, BE_CAREFUL
from tracker.ui.about_page import AboutPage
from tracker.ui.alarm.alarm_screen import AlarmScreen
from tracker.ui.evidence_page import EvidencePage
from tracker.ui.stretch.view import StretchView
from tracker.ui.today.why_screen import WhyScreen
from tracker.ui.widgets.prose import Prose

WIDE, NARROW = (120, 40), (80, 24)
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW])
NUMB, SWOLLEN = "saddle_numb", "calf_swelling"


def read(person: Person) -> str:
    """Give the text of the screen with its lines joined, whatever stands beside them."""
    return " ".join(person.screen_text.split())


async def sees_the_line(person: Person) -> None:
    first, rest = BE_CAREFUL.split("; ")
    await person.until(lambda: first in read(person))
    await person.until(lambda: all(word in read(person) for word in rest.split()))


@SIZES
async def test_today_r_txt_02(sits_down: Sits, size: tuple[int, int]) -> None:
    async with sits_down(size) as person:
        await sees_the_line(person)
        assert "w why" in read(person)


async def test_why_r_txt_02(sits_down: Sits) -> None:
    async with sits_down() as person:
        await person.press("escape", "w")
        await person.until(lambda: isinstance(person.app.screen, WhyScreen))
        assert BE_CAREFUL not in person.app.screen.query_one(Prose).render().plain


@SIZES
@pytest.mark.parametrize("sign", [NUMB, SWOLLEN])
async def test_nothing_undercuts_what_asks_for_help_today_r_txt_02(
    sits_down: Sits, sign: str, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        save_check_in(person.diary, CheckInEntry(alarm=True, answers={sign: True}))
        person.main.generation += 1
        await person.until(lambda: isinstance(person.app.screen, AlarmScreen))
        await person.sees("You ticked", "R-RED-")
        assert "know your body" not in read(person)
        await person.press("ctrl+l")
        await person.sees("SEEK CARE")
        assert "know your body" not in read(person)
        await person.press("escape", "w")
        await person.until(lambda: isinstance(person.app.screen, WhyScreen))
        assert "know your body" not in person.app.screen.query_one(Prose).render().plain


@SIZES
async def test_stretch_r_txt_02(sits_down: Sits, size: tuple[int, int]) -> None:
    async with sits_down(size) as person:
        await person.press("escape", "2")
        await person.sees("Before a run")
        if size == NARROW:
            person.main.query_one(StretchView).routines.focus()
            await person.press("enter")
        assert BE_CAREFUL not in read(person)


async def test_no_routine_today_r_txt_02(sits_down: Sits) -> None:
    async with sits_down() as person:
        save_check_in(person.diary, CheckInEntry(answers={"immune_risk": True}))
        person.main.generation += 1
        await person.press("escape", "2")
        await person.sees("No routine today", "R-STR-06")
        assert BE_CAREFUL not in read(person)


# ------------------------------------------------------------------ the palette's pages


async def finds_in_the_palette(person: Person, words: str) -> None:
    await person.press("escape", "ctrl+p")
    await person.type(words)
    await person.pilot.pause(0.3)
    await person.press("enter")


async def test_what_the_evidence_says(sits_down: Sits) -> None:
    async with sits_down() as person:
        await finds_in_the_palette(person, "evidence")
        await person.until(lambda: isinstance(person.app.screen, EvidencePage))
        written = " ".join(person.app.screen.query_one(Prose).render().plain.split())
        for each in COMPARISONS:
            assert each.article in written
            assert each.app in written
            for key in each.sources:
                assert f"({key})" in written
        assert all(text in written for text in NOT_CONFIRMED)
        assert HOW_TRIED in written
        assert CANT_TELL in written
        assert all(each.now in written for each in TRIED)
        await person.press("escape")
        await person.no_longer_sees("What the evidence says")


async def test_about_says_what_it_is_and_where_the_data_are_r_txt_01(sits_down: Sits) -> None:
    async with sits_down(NARROW) as person:
        await finds_in_the_palette(person, "About")
        await person.until(lambda: isinstance(person.app.screen, AboutPage))
        written = " ".join(person.app.screen.query_one(Prose).render().plain.split())
        assert ABOUT_TEXT in written
        assert str(person.diary.path).replace("/", "") in written.replace(" ", "").replace("/", "")
        await person.sees("version")
