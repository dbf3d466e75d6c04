"""The page for a clinician: looked at, given a question, and written to a file."""

from pathlib import Path

import pytest

from tests.ui.conftest import Sits
from tracker.diary.book import Book
from tracker.ui.clinician.page_screen import ClinicianScreen
from tracker.ui.file_screen import FileScreen
from tracker.ui.form.screen import FormScreen
from tracker.ui.widgets.body_map import BodyMap
from tracker.ui.widgets.field_row import FieldRow


@pytest.mark.quick
async def test_the_page_is_seen_opened_with_a_question_and_written(
    sits_down: Sits, diary: Book, tmp_path: Path
) -> None:
    async with sits_down(size=(120, 40)) as person:
        await person.press("escape", "P")
        await person.sees("Page for a clinician", "Question  none written down", "8 weeks")
        page = person.app.screen
        assert isinstance(page, ClinicianScreen)
        assert page.query_one(BodyMap).lights

        await person.press("e")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        form = person.app.screen
        await person.until(lambda: form.focused is not None)
        form.query_one("#page_question", FieldRow).field.value = "May I run hills?"
        await person.press("ctrl+s")
        await person.sees("Question  May I run hills?")
        await person.press("r")
        await person.sees("9 weeks")
        assert diary.settings.page_weeks == 9

        await person.press("ctrl+s")
        await person.until(lambda: isinstance(person.app.screen, FileScreen))
        screen = person.app.screen
        await person.until(lambda: screen.focused is not None)
        screen.query_one("#file", FieldRow).field.value = str(tmp_path / "page.txt")
        await person.press("enter")
        await person.sees("Wrote page.txt.")
        assert "May I run hills?" in (tmp_path / "page.txt").read_text()
