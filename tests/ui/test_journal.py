"""The Journal tab: every record is found, read, corrected, deleted and brought back."""

from datetime import timedelta

import pytest

from tests.ui.conftest import BACK, NOW, SHIN, Person, Sits
from tracker.diary.book import Book
from tracker.domain.check_in import CheckIn
from tracker.domain.note import Note
from tracker.domain.pain import score_at
from tracker.domain.run import Run
from tracker.domain.screening import ClearedBy, Screening
from tracker.domain.visit import Visit
from tracker.ui.form.screen import FormScreen
from tracker.ui.journal.choose_page import ChoiceList, ChoosePage
from tracker.ui.journal.journal_list import JournalList

YESTERDAY = NOW - timedelta(days=1)
LONG_AGO = NOW - timedelta(days=60)


@pytest.fixture
def filled(diary: Book) -> Book:
    diary.keep_all(
        [
            CheckIn(id="one", at=YESTERDAY, day=YESTERDAY.date(), scores=(score_at(BACK, 2),)),
            Run(
                id="run",
                start=YESTERDAY,
                day=YESTERDAY.date(),
                distance_m=5000,
                duration_s=1800,
                during=(score_at(SHIN, 3),),
                note="rain all the way",
            ),
            Note(id="chair", at=LONG_AGO, day=LONG_AGO.date(), note="New desk chair"),
            Visit(id="visit", at=NOW, day=NOW.date(), by=ClearedBy.PHYSIO, note="heel raises"),
        ],
        label="a start",
    )
    return diary


async def at_journal(person: Person) -> JournalList:
    await person.press("escape", "7")
    await person.sees("desk chair", "5.0 km", "heel raises")
    await person.press("down")
    return person.main.query_one(JournalList)


@pytest.mark.usefixtures("filled")
async def test_every_record_is_found_by_words_kind_site_and_days(sits_down: Sits) -> None:
    async with sits_down() as person:
        entries = await at_journal(person)
        assert len(entries.rows) == 5
        person.main.set_focus(person.main.top_bar)
        await person.press("o", "o")
        await person.until(lambda: [each.record.id for each in entries.rows] == ["run"])
        await person.press("escape")
        await person.until(lambda: len(entries.rows) == 5)
        entries.focus()
        await person.press("slash")
        await person.type("RAIN way")
        await person.sees("1 of 5")
        assert entries.rows[0].record.id == "run"
        await person.press("ctrl+u")
        await person.type("kind:no")
        await person.until(lambda: [each.record.id for each in entries.rows] == ["chair"])
        await person.press("escape", "o", "o")
        await person.until(lambda: [each.record.id for each in entries.rows] == ["run"])
        await person.press("escape", "r")
        await person.until(lambda: len(entries.rows) == 4)
        await person.press("R", "slash")
        await person.type("no such")
        await person.sees("No record fits. esc takes the filter away.")
        await person.press("escape")
        await person.until(lambda: len(entries.rows) == 5)
        assert entries.has_focus


async def test_a_record_is_corrected_copied_deleted_and_brought_back(
    sits_down: Sits, filled: Book
) -> None:
    async with sits_down() as person:
        entries = await at_journal(person)
        assert entries.go_to("note chair")
        await person.sees("New desk chair", "Written")
        await person.press("e")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.press("tab", "end")
        await person.type("s")
        await person.press("ctrl+s")
        await person.sees("New desk chairs")
        await person.press("c")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.press("ctrl+s")
        await person.until(lambda: len(notes(filled)) == 2)
        assert {each.day for each in notes(filled)} == {NOW.date(), LONG_AGO.date()}

        await person.until(lambda: entries.go_to("note chair"))
        await person.press("d")
        await person.until(lambda: len(notes(filled)) == 1)
        await person.press("u")
        await person.until(lambda: len(notes(filled)) == 2)
        await person.press("U")
        await person.until(lambda: len(notes(filled)) == 1)
        await person.press("z")
        await person.until(lambda: entries.go_to("note chair"))
        await person.sees("deleted", "x bring back")
        await person.press("x")
        await person.until(lambda: len(notes(filled)) == 2)


async def test_a_run_opens_in_its_own_form_and_what_stays_says_so(
    sits_down: Sits, filled: Book
) -> None:
    async with sits_down((80, 24)) as person:
        entries = await at_journal(person)
        entries.go_to("screening screening")
        await person.press("d")
        await person.sees("It stays as it was said")
        assert filled.snapshot.of(Screening)
        entries.go_to("run run")
        await person.until(lambda: "rain all the way" in person.screen_text)
        await person.press("enter")
        await person.sees("Distance", "Worst pain", "Written")
        await person.press("escape", "e")
        await person.sees("Edit the run")


async def test_any_record_can_be_added_from_any_tab(sits_down: Sits, diary: Book) -> None:
    async with sits_down() as person:
        for _twice in range(2):
            await person.press("escape", "4", "a")
            await person.until(lambda: isinstance(person.app.screen, ChoosePage))
            person.app.screen.query_one(ChoiceList).go_to("run")
            await person.press("enter")
            await person.until(lambda: person.main.tab == "run")
        await person.press("escape", "7")
        await person.sees("Screening")
        await person.press("a")
        await person.sees("Add", "Weekly check")
        await person.press("enter")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.press("tab")
        await person.type("cold")
        await person.press("ctrl+s")
        await person.until(lambda: [each.note for each in notes(diary)] == ["cold"])


def notes(book: Book) -> tuple[Note, ...]:
    return book.snapshot.of(Note)
