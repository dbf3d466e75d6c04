"""Taking back and doing again: what it says, of which day, and what is no step at all."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tracker.diary.book import (
    Book,
    Unusable,
    open_book,
    save_settings,
    step_words,
    update_settings,
)
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, RunEntry
from tracker.diary.runs import log_run
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.store.store import UndoStep

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
MORNING = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def opened(path: Path) -> Book:
    book = open_book(path, lambda: MORNING)
    assert not isinstance(book, Unusable)
    return book


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    return opened(tmp_path / "diary.json")


def test_the_next_step_names_what_and_of_which_day(diary: Book) -> None:
    log_run(diary, RunEntry(when="yesterday 18:00", distance="5", duration="30"))
    step = diary.next_undo()
    assert step is not None
    assert step.label == "the run of 5.0 km"
    assert (step.days, step.kinds) == ((diary.today - timedelta(days=1),), frozenset({Run}))
    assert step_words(step) == "the run of 5.0 km, Sun 22 Nov 2026"
    assert diary.next_undo(redo=True) is None

    answer = diary.undo()
    assert answer.days == step.days
    assert diary.next_undo() is None
    again = diary.next_undo(redo=True)
    assert again is not None
    assert (again.label, again.days) == (step.label, step.days)


def test_redo_brings_back_what_undo_took_also_after_opening_anew(diary: Book) -> None:
    log_run(diary, RunEntry(distance="5", duration="30"))
    runs = diary.snapshot.runs[diary.today]
    diary.undo()
    again = opened(diary.path).redo()
    assert (again.message, again.done) == ("Done again: the run of 5.0 km, Mon 23 Nov 2026.", True)
    assert opened(diary.path).snapshot.runs[diary.today] == runs
    assert opened(diary.path).redo().message == "There is nothing to do again."


def test_a_new_entry_leaves_nothing_to_do_again(diary: Book) -> None:
    log_run(diary, RunEntry(distance="5", duration="30"))
    diary.undo()
    save_check_in(diary, CheckInEntry(scores={BACK: 2}))
    assert not diary.redo().done


def test_the_words_are_those_of_all_days() -> None:
    first, last = date(2026, 11, 20), date(2026, 11, 23)
    assert step_words(UndoStep("the settings")) == "the settings"
    assert step_words(UndoStep("the visit of 20 Nov", (first, last))) == "the visit of 20 Nov"
    assert step_words(UndoStep("the import of 2", (first, last))) == (
        "the import of 2, Fri 20 Nov 2026 to Mon 23 Nov 2026"
    )


def test_settings_of_the_first_start_are_no_step(diary: Book) -> None:
    save_settings(diary, Settings())
    save_settings(diary, replace(diary.settings, tracked=(BACK,)))
    update_settings(diary, setup_step=2)
    update_settings(diary, setup_step=None)
    assert diary.next_undo() is None
    update_settings(diary, bell=True)
    assert diary.undo().message == "Undone: the settings."
    assert not diary.settings.bell
    assert diary.settings.setup_step is None
