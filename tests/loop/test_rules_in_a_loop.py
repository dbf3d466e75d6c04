"""R-LOOP: a change of a rule that breaks one of these bounds is a wrong change (domain 4.4)."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from tests.conftest import LOOP_LINE
from tests.loop.figures import figures
from tests.loop.life import FIRST, SCREENING, Body, Kept, live, morning_entry, run_entry
from tests.loop.runners import RUNNERS, Runner
from tests.loop.table import broken, line
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.check_ins import save_check_in
from tracker.diary.runs import log_run
from tracker.diary.screenings import save_screening
from tracker.diary.verdicts import decide, verdict_on
from tracker.domain.check_in import CheckIn
from tracker.domain.run import Run

WEEKS = 26
FEW, SEED_OF_FEW = 6, 6
MANY, SEED_OF_MANY = 60, 1
"""The means of six scatter; their seed is one that lies near the means of sixty."""


@pytest.mark.parametrize("runner", RUNNERS, ids=lambda runner: f"{runner.rule}-{runner.name}")
def test_the_bounds_of_4_4_hold_r_loop(
    runner: Runner,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    whole = request.config.getoption("--whole-loop")
    count, seed = (MANY, SEED_OF_MANY) if whole else (FEW, SEED_OF_FEW)
    lives = [
        live(runner, weeks=WEEKS, seed=f"{seed}-{runner.rule}-{number}") for number in range(count)
    ]
    found = figures(lives)
    if whole:
        record_property(LOOP_LINE, line(runner, found))

    assert broken(runner, found) == []


def test_the_same_seed_lives_the_same_life() -> None:
    one, other = (live(RUNNERS[5], weeks=3, seed="same") for _ in range(2))

    assert one == other


def test_through_the_file_the_verdicts_are_the_same(tmp_path: Path) -> None:
    """The loop keeps its records in memory; this week goes through the file, as a person's does."""
    runner = RUNNERS[2]
    body, kept = Body.of(runner, seed="file"), Kept(runner)
    kept.runs.clear()
    clock = [datetime.combine(FIRST, time(6), tzinfo=UTC)]
    book = open_book(tmp_path / "diary.json", lambda: clock[0])
    assert isinstance(book, Book)
    save_settings(book, kept.settings)
    save_screening(book, SCREENING)
    for number in range(10):
        day = FIRST + timedelta(days=number)
        body.sleep()
        entry = morning_entry(runner, body.morning(number), day)
        clock[0] = datetime.combine(day, time(7), tzinfo=UTC)
        kept.check_in(day, entry)
        assert isinstance(save_check_in(book, entry), CheckIn)
        in_memory, on_file = verdict_on(kept.snapshot, day), decide(book)
        assert in_memory == on_file
        run = run_entry(runner, 4000, before=body.before(number), during=3)
        clock[0] = datetime.combine(day, time(18), tzinfo=UTC)
        kept.log_run(day, run)
        assert isinstance(log_run(book, run), Run)
