"""What the person must know about the file, and what another window writes."""

from pathlib import Path

import pytest

from tests.ui.conftest import NOW, Person, Sits
from tracker.diary.book import Book, open_book
from tracker.diary.entries import RunEntry
from tracker.diary.runs import log_run
from tracker.domain.run import Run
from tracker.ui.app import BackstrideApp


async def test_a_damaged_file_is_told_about_before_anything_else(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    first = open_book(path, lambda: NOW)
    assert isinstance(first, Book)
    for distance in ("5", "6", "7"):
        log_run(first, RunEntry(distance=distance, duration="30"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    app = BackstrideApp(lambda: open_book(path, lambda: NOW), clock=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        person = Person(pilot, first)
        await person.sees("Your diary's file", "was damaged", "could be read from the damaged file")
        await person.press("escape")
        await person.sees("step 1 of 3")


async def test_damage_while_the_app_is_open_is_told_on_the_screen(
    sits_down: Sits, diary: Book
) -> None:
    log_run(diary, RunEntry(distance="5", duration="30"))
    async with sits_down() as person:
        await person.press("escape", "3")
        await person.sees("5.0 so far")
        whole = diary.path.read_bytes()
        diary.path.write_bytes(whole[: len(whole) * 2 // 3])
        await person.sees("Your diary's file", "damaged: it breaks off", "is kept as")
        await person.press("escape")
        await person.sees("5.0 so far")
        diary.path.write_bytes(bytes(100))
        await person.sees("Your diary's file", "came from this window's memory")


@pytest.fixture
def other_window(diary: Book) -> Book:
    opened = open_book(diary.path, lambda: NOW)
    assert isinstance(opened, Book)
    return opened


async def test_what_another_window_saves_appears_by_itself(
    sits_down: Sits, other_window: Book
) -> None:
    async with sits_down() as person:
        await person.press("escape", "3")
        await person.sees("No runs yet")
        saved = log_run(other_window, RunEntry(distance="5.2", duration="31:20"))
        assert isinstance(saved, Run)
        await person.sees("5.2 so far")


async def test_what_is_half_typed_stays_when_another_window_saves(
    sits_down: Sits, other_window: Book
) -> None:
    async with sits_down() as person:
        await person.press("escape", "3")
        await person.press("n")
        await person.type("7,3")
        log_run(other_window, RunEntry(distance="5.2", duration="31:20"))
        await person.sees("5.2 so far", "7,3")
