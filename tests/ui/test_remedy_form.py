"""A remedy that was not timed: typed, refused at its field, kept, and told on Trends."""

from collections.abc import Callable

import pytest

from tests.ui.conftest import BACK, Person, Sits
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.ui.dialogs import Dialog
from tracker.ui.form.screen import FormScreen
from tracker.ui.main_screen import MainScreen
from tracker.ui.remedy.remedy_body import RemedyBody

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])


async def opens(person: Person) -> RemedyBody:
    await person.press("escape", "ctrl+p")
    await person.type("log a remedy")
    await person.pilot.pause(0.3)
    await person.press("enter")
    await person.until(lambda: isinstance(person.app.screen, FormScreen))
    await person.until(lambda: person.app.focused is not None)
    return person.app.screen.query_one(RemedyBody)


def is_back(person: Person) -> Callable[[], bool]:
    return lambda: isinstance(person.app.screen, MainScreen)


@SIZES
async def test_it_is_typed_and_kept(sits_down: Sits, size: tuple[int, int]) -> None:
    async with sits_down(size) as person:
        form = await opens(person)
        await person.sees("No remedy is on file yet")
        await person.press("right", "right", "right", "tab", "right", "tab")
        assert form.value("kind") is RemedyKind.BELT
        await person.type("3h")
        await person.press("tab")
        await person.type("today 6:30")
        await person.sees("today 06:30")
        await person.press("tab")
        await person.type("new one")
        await person.press("ctrl+s")
        await person.until(is_back(person))
        (remedy,) = person.diary.snapshot.of(Remedy)
        assert (remedy.kind, remedy.place, remedy.seconds) == (RemedyKind.BELT, BACK, 10_800)
        assert remedy.note == "new one"
        await person.press("escape", "u")
        await person.until(lambda: not person.diary.snapshot.of(Remedy))


async def test_it_is_one_remedy_though_saved_twice_before_the_answer(sits_down: Sits) -> None:
    async with sits_down() as person:
        await opens(person)
        await person.press("right")
        page = person.app.screen
        assert isinstance(page, FormScreen)
        page.action_save_form()
        await person.pilot.pause(0)
        page.action_save_form()
        page.action_leave_form()
        await person.until(is_back(person))
        await person.press("escape")
        assert len(person.diary.snapshot.of(Remedy)) == 1


async def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(sits_down: Sits) -> None:
    async with sits_down() as person:
        form = await opens(person)
        await person.press("ctrl+s")
        await person.sees("Say what it was first")
        await person.press("right")
        await person.no_longer_sees("Say what it was first")
        form.rows["minutes"].focus_field()
        await person.type("ages")
        await person.press("tab")
        await person.type("tomorrow 8:00")
        await person.press("ctrl+s")
        await person.sees("is still to come")
        assert form.rows["minutes"].refused
        assert form.rows["when"].refused
        assert (form.texts["minutes"], form.texts["when"]) == ("ages", "tomorrow 8:00")
        assert person.app.focused is form.query_one("#minutes Input")
        assert person.diary.snapshot.of(Remedy) == ()


async def test_r_hc_04_more_than_advised_is_remarked_and_still_kept(sits_down: Sits) -> None:
    async with sits_down() as person:
        form = await opens(person)
        await person.press("right")
        form.rows["minutes"].focus_field()
        await person.type("45")
        await person.sees("More than the 20 minutes that are advised.", "R-HC-04")
        await person.press("backspace", "backspace", "2", "0")
        await person.no_longer_sees("More than the 20")
        await person.press("ctrl+s")
        await person.until(is_back(person))
        assert [each.seconds for each in person.diary.snapshot.of(Remedy)] == [1200]


async def test_leaving_asks_once_where_something_is_typed(sits_down: Sits) -> None:
    async with sits_down() as person:
        await opens(person)
        await person.press("escape")
        await person.until(is_back(person))
        form = await opens(person)
        form.rows["note"].focus_field()
        await person.type("hot [b]bath")
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, Dialog))
        await person.press("s")
        await person.sees("Say what it was first", "hot [b]bath")
        await person.press("right", "escape")
        await person.until(lambda: isinstance(person.app.screen, Dialog))
        await person.press("s")
        await person.until(is_back(person))
        assert [each.note for each in person.diary.snapshot.of(Remedy)] == ["hot [b]bath"]


async def test_the_day_on_trends_tells_it(sits_down: Sits) -> None:
    async with sits_down() as person:
        save_check_in(person.diary, CheckInEntry(scores={BACK: 2}))
        form = await opens(person)
        await person.press("right")
        form.rows["minutes"].focus_field()
        await person.type("15")
        await person.press("ctrl+s")
        await person.until(is_back(person))
        await person.press("escape", "4")
        await person.sees("Remedy", "heat, 15 min")
