"""New files of the inbox folder come in beside everything else, and are told of."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from tests.exchange.fit_maker import START, run_file
from tests.ui.conftest import Sits
from tracker.diary import inbox
from tracker.diary.book import Book, save_settings
from tracker.diary.run_views import list_runs


@pytest.fixture
def folder(diary: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    save_settings(diary, replace(diary.settings, inbox=str(made)))
    monkeypatch.setattr(inbox, "SETTLED_S", 0.0)
    return made


async def test_new_files_come_in_when_the_person_comes_back_to_the_window(
    sits_down: Sits, diary: Book, folder: Path
) -> None:
    async with sits_down() as person:
        await person.press("0")
        (folder / "a.fit").write_bytes(run_file(start=START))
        (folder / "page.gpx").write_text("<html>sign in</html>", encoding="utf-8")
        person.app.post_message(events.AppFocus())
        await person.sees("Inbox: 1 added, 1 rejected. u undoes.", "page.gpx: This is a web page")
        assert len(list_runs(diary)) == 1
        person.app.clear_notifications()
        (folder / "b.fit").write_bytes(run_file(start=START - 86_400))
        person.app.post_message(events.AppFocus())
        await person.sees("Inbox: 1 added. u undoes.")
        assert "page.gpx" not in person.screen_text
        assert person.main.half_typed


async def test_the_settings_take_a_folder_that_is_there(
    sits_down: Sits, diary: Book, folder: Path, tmp_path: Path
) -> None:
    save_settings(diary, replace(diary.settings, inbox=""))
    async with sits_down() as person:
        await person.press("escape", "comma")
        await person.sees("Inbox folder")
        field = person.app.screen.query_one("#inbox Input")
        person.app.screen.set_focus(field)
        await person.type(str(tmp_path / "nowhere"))
        await person.press("ctrl+s")
        await person.sees("There is no folder")
        await person.press("ctrl+u")
        await person.type(str(folder))
        await person.press("ctrl+s")
        await person.until(lambda: diary.settings.inbox == str(folder))
