"""The eight questions before starting (section 2.1)."""

from typing import Any, Final

from tracker.diary.kinds.kind import Kind
from tracker.domain.fields import yes_no
from tracker.domain.form import Field, FieldKind, FormContext, Values
from tracker.domain.screening import Screening
from tracker.rules.screening import FULL_FORM_TEXT, SCREENING_QUESTIONS, ScreeningQuestion


def _question(question: ScreeningQuestion) -> Field[bool]:
    return yes_no(question.field, question.text, kind=FieldKind.QUESTION)


def _make(values: Values, _context: FormContext, _base: Screening | None) -> dict[str, Any]:
    """A question that is not asked counts as answered with no."""
    return {
        question.field: bool(values[question.field])
        and (question.only_after is None or bool(values[question.only_after]))
        for question in SCREENING_QUESTIONS
    }


SCREENING_ANSWERS: Final = Kind(
    type=Screening,
    word="screening",
    title="Before you start",
    foot=FULL_FORM_TEXT,
    fields=tuple(map(_question, SCREENING_QUESTIONS)),
    undo=lambda _answers, _settings: "the screening answers",
    make=_make,
)
