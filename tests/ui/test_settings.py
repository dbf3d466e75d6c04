"""The settings' page: every choice is kept, bad values are refused at their field."""

from dataclasses import replace

import pytest

from tests.ui.conftest import Person, Sits
from tracker.diary.book import Book, save_settings
from tracker.diary.kinds.settings import LIMITS
from tracker.domain.settings import DistanceUnit, Settings
from tracker.rules.limits import bounds_of
from tracker.ui.form.screen import FormScreen
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow

SIZES = [(120, 40), (80, 24), (60, 20)]
CHANGED = {
    "green_max": "3",
    "run_cap_percent": "105",
    "reassess_min": "5",
    "step_back_percent": "30",
    "advances_per_week": "1",
    "shoes_note_km": "400",
    "shoes_inspect_km": "700",
    "sleep_h_min": "6,5",
    "sleep_quality_low": "1",
    "backups_kept": "30",
}
REFUSED = [
    ("green_max", "4", "The end of the comfort zone is a whole number from 2 to 3, not"),
    ("green_max", "", "The end of the comfort zone is a whole number from 2 to 3."),
    ("run_cap_percent", "111", "from 105 to 110"),
    ("run_cap_percent", "lots", 'not "lots"'),
    ("sleep_h_min", "10", "Enough sleep is a number of hours from 3 to 9"),
    ("sleep_h_min", "-1", "from 3 to 9"),
    ("backups_kept", "0", "The count of copies is a whole number from 1 to 365"),
    ("day_start_hour", "13", "The hour a day starts at is a whole number from 0 to 12"),
    ("shoes_note_km", "99999999999999999999", "from 100 to 2000"),
]


async def opened(person: Person) -> FormScreen:
    await person.press("escape", "comma")
    await person.until(lambda: isinstance(person.app.screen, FormScreen))
    screen = person.app.screen
    assert isinstance(screen, FormScreen)
    await person.until(lambda: screen.focused is not None)
    return screen


def field(screen: FormScreen, name: str) -> FieldRow:
    return screen.query_one(f"#{name}", FieldRow)


async def gone(person: Person) -> None:
    await person.until(lambda: not isinstance(person.app.screen, FormScreen))


def test_every_threshold_that_may_be_changed_has_a_row() -> None:
    numbers = {"backups_kept", *(each.name for each in LIMITS)}
    usual = Settings()
    changeable = {name for name in CHANGED if isinstance(getattr(usual, name), int | float)}
    assert numbers == changeable


async def test_every_choice_is_kept(sits_down: Sits, diary: Book) -> None:
    before = diary.settings
    async with sits_down() as person:
        screen = await opened(person)
        for row in screen.query(ChoiceRow):
            row.focus()
            await person.press("right" if row.value == row._options[0][0] else "left")
        for name, text in CHANGED.items():
            field(screen, name).field.value = text
        field(screen, "day_start_hour").field.value = "5"
        field(screen, "emergency_number").field.value = "911"
        await person.press("ctrl+s")
        await gone(person)
        await person.until(lambda: diary.settings != before)
    assert diary.settings == replace(
        before,
        unit=DistanceUnit.MI,
        clock_24h=False,
        day_first=False,
        week_starts_monday=False,
        day_start_hour=5,
        theme="backstride-light",
        glyphs=diary.settings.glyphs,
        move_on=False,
        reduced_motion=True,
        screen_reader=True,
        bell=True,
        emergency_number="911",
        green_max=3,
        run_cap_percent=105,
        reassess_min=5,
        step_back_percent=30,
        advances_per_week=1,
        shoes_note_km=400,
        shoes_inspect_km=700,
        sleep_h_min=6.5,
        sleep_quality_low=1,
        backups_kept=30,
    )
    assert diary.undo().done
    assert diary.settings == before


@pytest.mark.parametrize(("name", "text", "sentence"), REFUSED)
async def test_a_value_beyond_its_bounds_is_refused_at_its_field(
    sits_down: Sits, diary: Book, name: str, text: str, sentence: str
) -> None:
    before = diary.settings
    async with sits_down((80, 24)) as person:
        screen = await opened(person)
        field(screen, "urgent_line").field.value = "116 117"
        field(screen, name).field.value = text
        await person.press("ctrl+s")
        await person.until(lambda: field(screen, name).refused)
        assert screen.focused is field(screen, name).field
        await person.until(lambda: sentence in " ".join(person.screen_text.split()))
        assert field(screen, name).text == text
        assert field(screen, "urgent_line").text == "116 117"
    assert diary.settings == before


async def test_every_field_that_can_t_be_read_says_so_at_once(sits_down: Sits) -> None:
    async with sits_down() as person:
        screen = await opened(person)
        for name in ("sleep_h_min", "day_start_hour"):
            field(screen, name).field.value = "soon"
        await person.press("ctrl+s")
        await person.until(lambda: screen.focused is field(screen, "day_start_hour").field)
        assert field(screen, "day_start_hour").refused
        assert field(screen, "sleep_h_min").refused


@pytest.mark.parametrize("size", SIZES)
async def test_leaving_asks_only_where_something_was_changed(
    sits_down: Sits, diary: Book, size: tuple[int, int]
) -> None:
    before = diary.settings
    async with sits_down(size) as person:
        await opened(person)
        await person.press("escape")
        await gone(person)
        await opened(person)
        await person.press("right", "escape")
        await person.sees("Not saved yet")
        await person.press("d")
        await gone(person)
        assert diary.settings == before
        await opened(person)
        await person.press("right", "escape")
        await person.sees("Not saved yet")
        await person.press("s")
        await gone(person)
        await person.until(lambda: diary.settings.unit is DistanceUnit.MI)


@pytest.mark.parametrize("size", SIZES)
async def test_every_row_can_be_reached_and_read(sits_down: Sits, size: tuple[int, int]) -> None:
    async with sits_down(size) as person:
        screen = await opened(person)
        for limit in LIMITS:
            field(screen, limit.name).focus_field()
            await person.until(lambda words=limit.label: words in person.screen_text)  # type: ignore[misc]
            low, high = bounds_of(limit.name)
            assert f"{low} to {high}" in person.line_with(limit.label)


async def test_what_changed_elsewhere_meanwhile_is_kept(sits_down: Sits, diary: Book) -> None:
    async with sits_down() as person:
        await opened(person)
        save_settings(diary, replace(diary.settings, hidden_routines=("rest_day",)))
        await person.press("right", "ctrl+s")
        await gone(person)
        await person.until(lambda: diary.settings.unit is DistanceUnit.MI)
    assert diary.settings.hidden_routines == ("rest_day",)
