"""Which routine a run is linked with, and which one it is offered."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker.diary.diary import Diary, open_diary
from tracker.diary.entries import RunEntry, SessionEntry
from tracker.diary.routine_links import linked_routine, routine_to_link, routine_words
from tracker.domain.routine import RoutineSession, StepState
from tracker.domain.run import Run

NOW = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    opened = open_diary(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(opened, Diary)
    return opened


def stretched(
    diary: Diary, routine: str, when: str, *, seconds: int | None = None
) -> RoutineSession:
    saved = diary.log_session(
        SessionEntry(routine=routine, when=when, seconds=seconds, others=StepState.DONE)
    )
    assert isinstance(saved, RoutineSession)
    return saved


def ran(diary: Diary, when: str, routine: str | None = None) -> Run:
    saved = diary.log_run(RunEntry(when=when, distance="5", duration="30", routine_id=routine))
    assert isinstance(saved, Run)
    return saved


def test_nothing_is_offered_without_a_session(diary: Diary) -> None:
    assert routine_to_link(diary.snapshot, TODAY) is None


def test_the_latest_session_that_no_run_has_is_offered(diary: Diary) -> None:
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


def test_a_run_knows_its_session_as_long_as_that_is_on_file(diary: Diary) -> None:
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


def test_an_untimed_session_is_told_by_its_steps(diary: Diary) -> None:
    stretched(diary, "pre_run", "today 17:00")
    offered = routine_to_link(diary.snapshot, TODAY)
    assert offered is not None
    assert routine_words(offered, diary.settings) == "Before a run, 11/11 steps, 17:00"


def test_a_correction_and_an_undo_keep_the_link(diary: Diary) -> None:
    session = stretched(diary, "pre_run", "today 17:00")
    run = ran(diary, "today 17:30", session.id)
    entry = RunEntry(when="today 17:30", distance="6", duration="30", routine_id=session.id)
    diary.log_run(entry, replacing=run.id)
    line = diary.run_line(run.id)
    assert getattr(line, "routine", None) is not None
    diary.undo()
    line = diary.run_line(run.id)
    assert getattr(line, "routine", None) is not None
    assert getattr(line, "free", None) is None
