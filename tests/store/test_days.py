"""Records by day: what holds a mark is found however long ago it was."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.store.conftest import StandingClock
from tracker.domain.run import Run, RunOutcome
from tracker.store.store import Store

STOPPED = '"STOPPED_PAIN"'


def test_what_holds_a_mark_is_found_on_any_day(
    open_store: Callable[..., Store], run: Callable[..., Run], clock: StandingClock
) -> None:
    store = open_store()
    stopped = replace(run(), outcome=RunOutcome.STOPPED_PAIN)
    store.put(stopped, label="one")
    clock.move(days=400)
    store.put(run(), label="another")
    assert store.days(Run).holding(STOPPED) == (stopped,)
    assert store.days(Run).holding("nowhere") == ()


def test_a_note_that_reads_like_a_mark_is_none(
    open_store: Callable[..., Store], run: Callable[..., Run]
) -> None:
    store = open_store()
    store.put(run(f"outcome {STOPPED}"), label="one")
    assert store.days(Run).holding(STOPPED) == ()


def test_a_file_laid_out_by_another_program_holds_its_marks_too(
    open_store: Callable[..., Store], run: Callable[..., Run], path: Path
) -> None:
    stopped = replace(run(), outcome=RunOutcome.STOPPED_PAIN)
    open_store().put(stopped, label="one")
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")), indent=4))
    store = open_store()
    assert store.days(Run).holding(STOPPED) == (stopped,)
    assert store.days(Run)[stopped.day] == (stopped,)


def test_a_deleted_record_holds_nothing(
    open_store: Callable[..., Store], run: Callable[..., Run]
) -> None:
    store = open_store()
    stopped = replace(run(), outcome=RunOutcome.STOPPED_PAIN)
    store.put(stopped, label="one")
    store.delete(stopped, label="gone")
    assert store.days(Run).holding(STOPPED) == ()
