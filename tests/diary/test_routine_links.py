"""Which routine a run is linked with, and which one it is offered."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker.diary.adherence import view_adherence
from tracker.diary.book import Book, open_book
from tracker.diary.entries import RunEntry, SessionEntry
from tracker.diary.routine_links import linked_routine, routine_to_link, routine_words
from tracker.diary.run_views import view_run
from tracker.diary.runs import log_run
from tracker.diary.sessions import log_session
from tracker.domain.routine import RoutineSession, StepState
from tracker.domain.run import Run
from tracker.insight.adherence import DayKept

NOW = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(opened, Book)
    return opened


def stretched(
    diary: Book, routine: str, when: str, *, seconds: int | None = None
) -> RoutineSession:
    saved = log_session(
        diary, SessionEntry(routine=routine, when=when, seconds=seconds, others=StepState.DONE)
    )
    assert isinstance(saved, RoutineSession)
    return saved


def ran(diary: Book, when: str, routine: str | None = None) -> Run:
    saved = log_run(diary, RunEntry(when=when, distance="5", duration="30", routine_id=routine))
    assert isinstance(saved, Run)
    return saved


def test_nothing_is_offered_without_a_session(diary: Book) -> None:
    assert routine_to_link(diary.snapshot, TODAY) is None


def test_the_latest_session_that_no_run_has_is_offered(diary: Book) -> None:
    first = stretched(diary, "pre_run", "today 17:00")
    second = stretched(diary, "post_run", "today 18:30")
    stretched(diary, "mid_run", "today 18:45")
    stretched(diary, "rest_day", "yesterday 9:00")
    offered = routine_to_link(diary.snapshot, TODAY)
    assert offered is not None
    assert offered.session == second.id
    ran(diary, "today 17:30", second.id)
    offered = routine_to_link(diary.snapshot, TODAY)
    assert offered is not None
    assert offered.session == first.id
    ran(diary, "today 17:40", first.id)
    offered = routine_to_link(diary.snapshot, TODAY)
    assert offered is not None
    assert offered.name == "Mid-run reset"


def test_a_session_with_nothing_done_is_offered_to_no_run_and_is_not_partly(diary: Book) -> None:
    for state in (StepState.UNTOUCHED, StepState.SKIPPED):
        entry = SessionEntry(routine="pre_run", when="today 17:00", others=state)
        assert isinstance(log_session(diary, entry), RoutineSession)
    assert routine_to_link(diary.snapshot, TODAY) is None
    assert view_adherence(diary).days[-1][1] is DayKept.NOTHING_PLANNED


def test_a_run_knows_its_session_as_long_as_that_is_on_file(diary: Book) -> None:
    run = ran(diary, "today 17:30")
    assert linked_routine(diary.snapshot, run) is None
    session = stretched(diary, "pre_run", "today 17:00", seconds=500)
    run = ran(diary, "today 17:40", session.id)
    linked = linked_routine(diary.snapshot, run)
    assert linked is not None
    assert routine_words(linked, diary.settings) == "Before a run, 8 min, 17:00"
    short = routine_words(linked, diary.settings, name_max=8)
    assert short == "Before…, 8 min, 17:00"
    diary.drop(session, label="the session")
    assert linked_routine(diary.snapshot, run) is None


def test_an_untimed_session_is_told_by_its_steps(diary: Book) -> None:
    stretched(diary, "pre_run", "today 17:00")
    offered = routine_to_link(diary.snapshot, TODAY)
    assert offered is not None
    assert routine_words(offered, diary.settings) == "Before a run, 11/11, 17:00"


def test_a_correction_and_an_undo_keep_the_link(diary: Book) -> None:
    session = stretched(diary, "pre_run", "today 17:00")
    run = ran(diary, "today 17:30", session.id)
    entry = RunEntry(when="today 17:30", distance="6", duration="30", routine_id=session.id)
    log_run(diary, entry, replacing=run.id)
    line = view_run(diary, run.id)
    assert getattr(line, "routine", None) is not None
    diary.undo()
    line = view_run(diary, run.id)
    assert getattr(line, "routine", None) is not None
    assert getattr(line, "free", None) is None
