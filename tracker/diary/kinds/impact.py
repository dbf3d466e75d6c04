"""The weekly impact check: four questions, of which the first may be all (R-Q-01)."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from tracker.diary.kinds.kind import Kind
from tracker.diary.snapshot import Snapshot
from tracker.diary.weekly_checks import check_form
from tracker.domain.form import Field, FieldKind, FormContext, Values
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.problem import Problem
from tracker.domain.scale import parse_whole_number
from tracker.domain.site_fields import place
from tracker.insight.calendar_week import checked_week
from tracker.rules.impact import IMPACT_QUESTIONS, NOT_OFFICIAL, ImpactQuestion, impact

NOTHING_ANSWERED: Final = "Answer at least one question: choose with the arrows."
QUESTION_NAMES: Final = ("running", "training", "performance", "symptoms")


def _question(name: str, question: ImpactQuestion) -> Field[int]:
    most = len(question.options) - 1
    words = ", ".join(f"{number} {word}" for number, word in enumerate(question.options))
    return Field(
        name=name,
        label=question.text,
        parse=lambda text, _context: parse_whole_number(
            text, name, name=question.text, low=0, high=most
        ),
        kind=FieldKind.CHOICE,
        options=tuple((str(number), word) for number, word in enumerate(question.options)),
        help=words,
    )


def given_options(values: Values) -> tuple[int | None, ...]:
    """Return the four option numbers; what the first one ends is not asked."""
    first, *others = (values.get(name) for name in QUESTION_NAMES)
    ended = impact([first]).score is not None
    return (first, *(None for _ in others)) if ended else (first, *others)


def _values(check: ImpactCheck) -> dict[str, Any]:
    return {"place": check.place, **dict(zip(QUESTION_NAMES, check.options, strict=True))}


def _make(values: Values, context: FormContext, base: ImpactCheck | None) -> dict[str, Any]:
    """A check of an earlier week that is corrected stays where it is."""
    week = checked_week(context.today, week_starts_monday=context.settings.week_starts_monday)
    past = base is not None and base.day != week.last
    return {
        "at": base.at if base is not None and past else context.now,
        "day": base.day if base is not None and past else week.last,
        "place": values["place"],
        "options": given_options(values),
    }


def _problems(values: Values, _context: FormContext, _snapshot: Snapshot) -> Iterator[Problem]:
    if all(option is None for option in given_options(values)):
        yield Problem("", NOTHING_ANSWERED)


def _already(snapshot: Snapshot, today: date) -> ImpactCheck | Problem | None:
    """The same day's answers are replaced; after that the week's check is closed."""
    form = check_form(snapshot, today)
    return form if isinstance(form, Problem) else form.record


def _line(check: ImpactCheck, _snapshot: Snapshot) -> Iterator[str]:
    answered = sum(option is not None for option in check.options)
    yield f"{answered} of {len(check.options)} questions answered"


IMPACT: Final = Kind(
    type=ImpactCheck,
    name="impact",
    word="weekly check",
    heading="Impact check",
    line=_line,
    title="Weekly check",
    lead="A question may be skipped; then there is no score.",
    foot=NOT_OFFICIAL,
    done="Weekly check saved. u undoes.",
    fields=(
        place(label="About", nowhere=None),
        *map(_question, QUESTION_NAMES, IMPACT_QUESTIONS),
    ),
    already=_already,
    undo=lambda _check, _settings: "the weekly check",
    values=_values,
    make=_make,
    check=_problems,
)
