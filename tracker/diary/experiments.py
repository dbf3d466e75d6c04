"""The person's own experiment: planned, reminded of, stopped, compared (R-AN-06)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from tracker.diary.book import Book
from tracker.diary.day_habits import day_habits
from tracker.diary.day_state import morning_scores
from tracker.diary.experiment_days import experiment_line
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day
from tracker.domain.dataclass import dataclass
from tracker.domain.experiment import Experiment
from tracker.domain.exposure import Exposure
from tracker.domain.problem import Problem, Problems
from tracker.insight.block_means import Block, BlockComparison, Side, blocks_of, compare_blocks
from tracker.insight.exposures import exposed
from tracker.rules.planned_test import (
    MORNINGS_MIN,
    NO_PEEKING,
    ONE_TEST,
    PLANNED,
    habit_words,
)

LABEL = "the planned test"
_GONE = "This test was deleted meanwhile."
_OVER = "This test is over already."


class TrialState(StrEnum):
    """How far a planned test is."""

    PLANNED = "planned"
    RUNNING = "running"
    STOPPED = "stopped early"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentView:
    """One test as it stands on a day: its blocks, one line about it, and what came out.

    `comparison` is None until the test is over, and where a kind has no block that counts.
    """

    test: Experiment
    state: TrialState
    line: str
    text: str
    blocks: tuple[Block, ...]
    comparison: BlockComparison | None = None

    @property
    def title(self) -> str:
        """Return the habit with a capital."""
        words = habit_words(self.test.habit)
        return words[:1].upper() + words[1:]

    @property
    def over(self) -> bool:
        """Return whether its means may be shown."""
        return self.state in {TrialState.OVER, TrialState.STOPPED}

    def mean_words(self, block: Block) -> str:
        """Write a block's mean; a dash while the test goes on, and where too few are scored."""
        return f"{float(block.mean):.1f}" if self.over and block.mean is not None else "–"


def stop_experiment(book: Book, test_id: str) -> Experiment | Problems:
    """End a test early; one that has not begun is taken away. `undo` brings both back."""
    test = next((each for each in book.snapshot.of(Experiment) if each.id == test_id), None)
    if test is None:
        return (Problem("", _GONE),)
    today = book.today
    if not test.open_on(today):
        return (Problem("", _OVER),)
    if today <= test.start:
        problem = book.drop(test, label=LABEL)
        return (problem,) if problem else test
    return book.keep(replace(test, stopped=today), label="ending the test early")


def experiment_views(snapshot: Snapshot, *, today: date) -> tuple[ExperimentView, ...]:
    """Return every test, the newest first."""
    newest_first = sorted(snapshot.of(Experiment), key=lambda test: (test.start, test.at))
    return tuple(_view(snapshot, test, today=today) for test in reversed(newest_first))


def _view(snapshot: Snapshot, test: Experiment, *, today: date) -> ExperimentView:
    state = _state(test, today=today)
    scores = morning_scores(snapshot, test.place, until=today)
    blocks = blocks_of(test, scores, until=today, kept=_kept(snapshot, test, until=today))
    over = state in {TrialState.OVER, TrialState.STOPPED}
    found = compare_blocks(blocks) if over else None
    return ExperimentView(
        test=test,
        state=state,
        line=_line(snapshot, test, state, today=today),
        text=_text(test, blocks, found) if over else NO_PEEKING,
        blocks=blocks,
        comparison=found,
    )


def _state(test: Experiment, *, today: date) -> TrialState:
    if test.stopped is not None:
        return TrialState.STOPPED
    if today < test.start:
        return TrialState.PLANNED
    return TrialState.RUNNING if today <= test.end else TrialState.OVER


def _line(snapshot: Snapshot, test: Experiment, state: TrialState, *, today: date) -> str:
    match state:
        case TrialState.PLANNED:
            return f"begins {format_day(test.start)}"
        case TrialState.RUNNING:
            return experiment_line(snapshot, today)
        case TrialState.STOPPED:
            return f"ended early, {format_day(test.stopped or today)}"
        case TrialState.OVER:
            return f"over since {format_day(test.end)}"


def _kept(snapshot: Snapshot, test: Experiment, *, until: date) -> dict[date, bool | None] | None:
    """Look up on which days a habit was logged; own words leave no trace in the diary."""
    known = {each.value: each for each in Exposure}
    if test.habit not in known:
        return None
    days = (day for block in range(len(test.blocks)) for day in test.days_of(block))
    logged = day_habits(snapshot, (day for day in days if day <= until))
    return {day: exposed(known[test.habit], holds) for day, holds in logged.items()}


def _text(test: Experiment, blocks: Iterable[Block], found: BlockComparison | None) -> str:
    habit = habit_words(test.habit)
    thin = [block for block in blocks if not block.counts]
    left_out = "".join(
        f" Week {block.number} is left out: {len(block.mornings)} of {block.days} mornings scored,"
        f" {MORNINGS_MIN} needed."
        for block in thin
    )
    if found is None:
        return f"There are too few scored mornings to compare.{left_out}"
    one, other = found.with_habit, found.without
    return (
        f"With {habit} your mornings were {one.mean:.1f} on average ({_counted(one)}), without"
        f" {other.mean:.1f} ({_counted(other)}), {PLANNED}: a difference of"
        f" {found.difference:+z.1f}. Of the {found.orders} orders that could have been drawn,"
        f" {found.orders_as_large} would show one at least as large. {ONE_TEST}{left_out}"
    )


def _counted(side: Side) -> str:
    weeks = "1 week" if side.blocks == 1 else f"{side.blocks} weeks"
    return f"{weeks}, {side.mornings} mornings"
