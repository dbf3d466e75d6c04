"""The Gear tab with real keys: added, renamed, retired, brought back, read about."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.ui.conftest import NOW, Person, Sits
from tracker.diary.book import Book
from tracker.domain.gear import Gear, GearKind
from tracker.domain.run import Run
from tracker.rules.wording import forbidden_words
from tracker.ui.form.screen import FormScreen
from tracker.ui.gear.gear_list import GearList
from tracker.ui.gear.view import GearView
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.text_page import TextPage

TODAY = NOW.date()


def wears(diary: Book) -> None:
    """Put three pairs and a belt on file, with runs of 28 days; two runs name theirs by word."""
    pairs = [
        Gear(id="blue", name="Blue", distance_before_m=400_000, drop_mm=8),
        Gear(id="grey", name="Grey", start=TODAY - timedelta(days=9), drop_mm=4),
        Gear(id="red", name="Red", retired=TODAY - timedelta(days=80)),
        Gear(id="belt", name="Back belt", kind=GearKind.BELT),
    ]
    worn = [("blue",), ("blue", "belt"), ("Blue",), ("grey",), ("Grey",)]
    runs = [
        Run(
            id=f"run-{back}",
            start=NOW - timedelta(days=back),
            day=TODAY - timedelta(days=back),
            distance_m=20_000,
            duration_s=7200,
            gear=gear,
        )
        for back, gear in enumerate(worn, start=1)
    ]
    assert diary.keep_all([*pairs, *runs], label="gear") is None


async def goes_to_gear(person: Person) -> GearView:
    await person.press("escape", "6")
    await person.until(lambda: person.main.tab == "gear")
    view = person.main.view
    assert isinstance(view, GearView)
    return view


async def in_list(person: Person) -> GearList:
    view = await goes_to_gear(person)
    await person.until(lambda: bool(view.gear_list.items))
    await person.press("down")
    await person.until(lambda: view.gear_list.has_focus)
    return view.gear_list


def piece(diary: Book, key: str) -> Gear:
    return diary.store.records(Gear)[key]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 24)])
async def test_pairs_belts_and_their_use_stand_in_the_list(
    diary: Book, sits_down: Sits, size: tuple[int, int]
) -> None:
    wears(diary)
    async with sits_down(size) as person:
        gear = await in_list(person)
        await person.until(
            lambda: (
                {run.gear for run in diary.snapshot.of(Run)} >= {("blue",), ("grey",)}
                and diary.settings.gear_matched
            )
        )
        await person.sees("Blue", "460 km", "60 %", "Grey", "40 %", "Back belt", "1 of 5 runs")
        assert all(len(line) <= size[0] for line in person.screen_text.splitlines())
        assert forbidden_words(person.screen_text) == ()
        assert "Red" not in person.screen_text
        await person.press("z")
        await person.until(lambda: gear.unfolded)
        assert diary.undo().message.startswith("Undone: matching 2 runs")
        assert {run.gear for run in diary.snapshot.of(Run)} >= {("Blue",), ("Grey",)}


async def test_a_pair_is_renamed_retired_brought_back_and_read_about(
    diary: Book, sits_down: Sits
) -> None:
    wears(diary)
    async with sits_down((120, 40)) as person:
        gear = await in_list(person)
        await person.sees("400.0 km at the", "8 mm")
        await person.press("enter")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        field = person.app.screen.query_one("#name", FieldRow)
        await person.until(lambda: field.text == "Blue")
        await person.press("end")
        await person.type(" 2")
        await person.press("ctrl+s")
        await person.until(lambda: piece(diary, "blue").name == "Blue 2")
        assert piece(diary, "blue") == replace(
            piece(diary, "blue"), name="Blue 2", distance_before_m=400_000, drop_mm=8
        )
        await person.until(lambda: gear.has_focus and "Blue 2" in person.screen_text)

        await person.press("x")
        await person.until(lambda: piece(diary, "blue").retired == TODAY)
        await person.press("u")
        await person.until(lambda: piece(diary, "blue").retired is None)
        await person.press("w")
        await person.until(lambda: isinstance(person.app.screen, TextPage))
        await person.press("escape")
        await person.until(lambda: person.app.screen is person.main)
        await person.press("home")
        await person.until(lambda: gear.selected is not None and gear.selected.piece.id == "blue")
        await person.press("d")
        await person.until(lambda: "blue" not in diary.store.records(Gear))


async def test_an_empty_list_says_how_to_begin_and_n_begins(diary: Book, sits_down: Sits) -> None:
    async with sits_down((80, 24)) as person:
        await goes_to_gear(person)
        await person.sees("No shoes yet.")
        await person.press("n")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.type("White")
        await person.press("ctrl+s")
        await person.sees("White")
        assert [each.name for each in diary.snapshot.of(Gear)] == ["White"]


async def test_on_a_narrow_screen_enter_shows_the_detail_and_esc_the_list(
    diary: Book, sits_down: Sits
) -> None:
    wears(diary)
    async with sits_down((80, 24)) as person:
        gear = await in_list(person)
        await person.press("enter")
        await person.sees("By month", "at the start")
        await person.press("escape")
        await person.until(lambda: gear.has_focus)
        await person.sees("Back belt")
