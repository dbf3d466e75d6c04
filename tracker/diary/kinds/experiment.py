"""Planning an own test: which habit, which site, from when, how many weeks (R-AN-06)."""

from collections.abc import Iterator
from typing import Any, Final

from tracker.diary.experiment_days import open_experiment
from tracker.diary.kinds.kind import Kind
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day
from tracker.domain.experiment import Experiment
from tracker.domain.fields import choice, day, line, note
from tracker.domain.form import FormContext, Values
from tracker.domain.problem import Problem
from tracker.domain.site_fields import place
from tracker.rules.planned_test import (
    ADVICE_FIRST,
    BLOCK_COUNTS,
    BLOCK_DAYS,
    TESTABLE,
    WHY_BLOCKS,
    draw_order,
)

AHEAD_DAYS: Final = 365
FEWEST: Final = str(BLOCK_COUNTS[0])


def _problems(values: Values, context: FormContext, snapshot: Snapshot) -> Iterator[Problem]:
    if not values.get("habit") and not values.get("own"):
        yield Problem("habit", "Choose a habit, or write your own, like evening walk.")
    start = values.get("start")
    if start is not None and start < context.today:
        message = f"{format_day(start)} is past. A plan begins today or later, like tomorrow."
        yield Problem("start", message)
    going_on = open_experiment(snapshot, today=context.today)
    if going_on is not None:
        until = format_day(going_on.end)
        yield Problem("", f"There is a test until {until}. End it first: two at once tell nothing.")


def _make(values: Values, context: FormContext, _base: Experiment | None) -> dict[str, Any]:
    """Draw the order of the blocks from the record's own id; the person's own words count first."""
    habit = values["habit"]
    return {
        "id": values["id"],
        "start": values["start"] or context.today,
        "habit": values["own"] or ("" if habit is None else habit.value),
        "blocks": draw_order(int(values["weeks"]), seed=values["id"]),
        "block_days": BLOCK_DAYS,
        "place": values["place"],
        "note": values["note"],
    }


EXPERIMENT: Final = Kind(
    type=Experiment,
    word="own test",
    title="Own test",
    lead=WHY_BLOCKS,
    foot=ADVICE_FIRST,
    done="Test planned. u undoes.",
    fields=(
        choice("habit", "With or without", TESTABLE),
        line("own", "Or in own words", placeholder="evening walk", cells=30),
        place(
            label="Mornings of",
            nowhere=None,
            missing="Choose the site whose morning score is compared.",
        ),
        day("start", "Begins", required=False, placeholder="today", ahead=AHEAD_DAYS),
        choice(
            "weeks",
            "How long",
            {str(count): f"{count} weeks" for count in BLOCK_COUNTS},
            missing="Choose how many weeks.",
        ),
        note(),
    ),
    usual=lambda _context: {"weeks": FEWEST},
    undo=lambda _test, _settings: "the planned test",
    make=_make,
    check=_problems,
)
