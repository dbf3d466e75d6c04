"""The first start after an update says what changed, and never again."""

import re
from pathlib import Path

from tests.ui.conftest import NOW, Person
from tracker.diary.book import Book, open_book
from tracker.diary.entries import RunEntry
from tracker.diary.runs import log_run
from tracker.ui.app import BackstrideApp


def opened(path: Path) -> Book:
    found = open_book(path, lambda: NOW)
    assert isinstance(found, Book)
    return found


async def test_it_is_shown_at_the_first_start_after_the_update_and_not_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "diary.json"
    log_run(opened(path), RunEntry(distance="5", duration="30"))
    path.write_bytes(re.sub(rb'"begun_with":"[^"]*",', b"", path.read_bytes()))
    for first in (True, False):
        app = BackstrideApp(lambda: opened(path), clock=lambda: NOW)
        async with app.run_test(size=(80, 24)) as pilot:
            person = Person(pilot, opened(path))
            if first:
                await person.sees("What's new", "always stiff is no alarm")
                await person.press("enter")
            await person.sees("step 1 of 3")


async def test_the_palette_shows_it_whenever_it_is_asked_for(tmp_path: Path) -> None:
    app = BackstrideApp(lambda: opened(tmp_path / "diary.json"), clock=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        person = Person(pilot, opened(tmp_path / "diary.json"))
        await person.sees("step 1 of 3")
        await person.press("escape")
        await app.run_action("open_flow('tracker.ui.flows:show_news')")
        await person.sees("What's new", "The first version")
