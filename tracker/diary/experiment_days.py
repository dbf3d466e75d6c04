"""Which planned test a day belongs to, and its reminder (R-AN-06)."""

from datetime import date

from tracker.diary.snapshot import Snapshot
from tracker.domain.experiment import Experiment
from tracker.rules.planned_test import reminder


def open_experiment(snapshot: Snapshot, *, today: date) -> Experiment | None:
    """Return the test that is planned or going on."""
    return next((test for test in snapshot.of(Experiment) if test.open_on(today)), None)


def experiment_line(snapshot: Snapshot, day: date) -> str:
    """Return the day's reminder of a test, "" where there is none."""
    test = open_experiment(snapshot, today=day)
    block = None if test is None else test.block_of(day)
    if test is None or block is None:
        return ""
    return reminder(test.habit, block=block, blocks=len(test.blocks), with_habit=test.blocks[block])
