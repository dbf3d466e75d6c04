"""The choice of how to train: ladder or free, its days, and a goal (section 4.2)."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from tracker.diary.kinds.kind import Kind
from tracker.diary.plan_choices import LABEL, WEEKDAYS, choice_on, spacing_problem
from tracker.diary.snapshot import Snapshot
from tracker.domain.fields import boxes, choice, day
from tracker.domain.form import Field, FieldKind, FormContext, Values
from tracker.domain.plan import USUAL_DAYS, PlanChoice
from tracker.domain.problem import Problem
from tracker.domain.units import format_distance, parse_distance
from tracker.domain.verdict import Plan
from tracker.rules.plan_words import stage_set
from tracker.rules.progression import LADDER

AHEAD_DAYS: Final = 3 * 365
_GOAL: Final[Field[int]] = Field(
    name="goal_m",
    label="Goal",
    parse=lambda text, context: parse_distance(text, context.settings.unit),
    write=lambda metres, context: format_distance(metres, context.settings.unit),
    cells=9,
    placeholder="10 km",
    help="A distance, or nothing.",
)
_SINCE: Final[Field[str]] = Field(
    name="since",
    label="Since",
    parse=lambda text, _context: text,
    kind=FieldKind.OTHER,
    empty="",
)
"""The day from which mode and stage count, with both: another goal is no new beginning."""


def _since(made: PlanChoice) -> str:
    return f"{made.day} {made.mode} {made.stage}"


def _make(values: Values, context: FormContext, _base: PlanChoice | None) -> dict[str, Any]:
    begun, _, before = values["since"].partition(" ")
    stage = values["stage"] or ""
    same = before == f"{values['mode']} {stage}"
    return {
        "at": context.now,
        "day": date.fromisoformat(begun) if same and begun else context.today,
        "mode": values["mode"],
        "stage": stage if values["mode"] is Plan.LADDER else "",
        "days": tuple(sorted(WEEKDAYS.index(each) for each in values["days"])),
        "goal_m": values["goal_m"],
        "goal_by": values["goal_by"],
    }


def _problems(values: Values, context: FormContext, _snapshot: Snapshot) -> Iterator[Problem]:
    days = [WEEKDAYS.index(each) for each in values.get("days") or ()]
    refused = spacing_problem(days) if values.get("mode") is Plan.LADDER else None
    if refused is not None:
        yield refused
    goal, by = values.get("goal_m"), values.get("goal_by")
    if goal is not None and by is None:
        yield Problem("goal_by", "Say by when, like 20 mar 2027.")
    if by is not None and goal is None:
        yield Problem("goal_m", "Say which distance, like 10 km.")
    if by is not None and by <= context.today:
        yield Problem("goal_by", "That day is not to come. A goal has a later one.")


def plan_values(snapshot: Snapshot, today: date) -> dict[str, Any]:
    """Return what the form of a plan begins with: the choice that counts now."""
    now = choice_on(snapshot, today)
    days = USUAL_DAYS if now is None else now.days
    named = tuple(WEEKDAYS[each] for each in days)
    if now is None:
        return {"days": named}
    return {
        "mode": now.mode,
        "stage": now.stage or None,
        "days": named,
        "goal_m": now.goal_m,
        "goal_by": now.goal_by,
        "since": _since(now),
    }


PLAN: Final = Kind(
    type=PlanChoice,
    word="plan",
    title="How to train",
    lead="The ladder is for beginners and for coming back; running freely has the single-run cap.",
    foot="Without a stage the diary says where the ladder begins (R-PROG-01).",
    done="Plan saved. u undoes.",
    fields=(
        choice(
            "mode",
            "Train",
            {Plan.LADDER: "walk-run ladder", Plan.FREE: "running freely"},
            missing="Choose how to train.",
        ),
        choice(
            "stage",
            "Begin at",
            {each.id: f"{each.id}  {stage_set(each)}" for each in LADDER},
            listed=True,
        ),
        boxes("days", "Days", {each: each.capitalize() for each in WEEKDAYS}),
        _GOAL,
        day("goal_by", "By", required=False, placeholder="20 mar 2027", ahead=AHEAD_DAYS),
        _SINCE,
    ),
    undo=lambda _choice, _settings: LABEL,
    make=_make,
    check=_problems,
)
