"""What the person must know about the file, and what another window writes."""

from pathlib import Path

import pytest

from tests.ui.conftest import NOW, Person, Sits
from tracker.diary.diary import Diary, open_diary
from tracker.diary.entries import RunEntry
from tracker.domain.run import Run
from tracker.ui.app import BackstrideApp


async def test_a_damaged_file_is_told_about_before_anything_else(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    first = open_diary(path, lambda: NOW)
    assert isinstance(first, Diary)
    for distance in ("5", "6", "7"):
        first.log_run(RunEntry(distance=distance, duration="30"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    app = BackstrideApp(lambda: open_diary(path, lambda: NOW), clock=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        person = Person(pilot, first)
        await person.sees("Your diary's file", "was damaged", "could be read from the damaged file")
        await person.press("escape")
        await person.sees("step 1 of 3")


@pytest.fixture
def other_window(diary: Diary) -> Diary:
    opened = open_diary(diary.path, lambda: NOW)
    assert isinstance(opened, Diary)
    return opened


async def test_what_another_window_saves_appears_by_itself(
    sits_down: Sits, other_window: Diary
) -> None:
    async with sits_down() as person:
        await person.press("escape", "3")
        await person.sees("No runs yet")
        saved = other_window.log_run(RunEntry(distance="5.2", duration="31:20"))
        assert isinstance(saved, Run)
        await person.sees("31:20", "6:02")


async def test_what_is_half_typed_stays_when_another_window_saves(
    sits_down: Sits, other_window: Diary
) -> None:
    async with sits_down() as person:
        await person.press("escape", "3")
        await person.press("n")
        await person.type("7,3")
        other_window.log_run(RunEntry(distance="5.2", duration="31:20"))
        await person.sees("6:02", "7,3")
