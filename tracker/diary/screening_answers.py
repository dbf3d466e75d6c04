"""Answers to the screening questions, from wherever they come, as one record (2.1)."""

from collections.abc import Mapping
from datetime import date, datetime

from tracker.domain.problem import Problem
from tracker.domain.screening import Screening
from tracker.rules.screening import SCREENING_QUESTIONS


def read_answers(
    answers: Mapping[str, object], *, record_id: str, now: datetime, day: date
) -> Screening | tuple[Problem, ...]:
    """Read answers by field name, each true or false; a question that isn't due needs none."""
    fields = [question.field for question in SCREENING_QUESTIONS]
    problems = [
        Problem(name, f'There is no question "{name}". The questions: {", ".join(fields)}.')
        for name in answers
        if name not in fields
    ]
    read: dict[str, bool] = {}
    for question in SCREENING_QUESTIONS:
        value = answers.get(question.field)
        due = question.only_after is None or answers.get(question.only_after) is True
        if isinstance(value, bool):
            read[question.field] = value
        elif value is None and not due:
            read[question.field] = False
        else:
            problems.append(
                Problem(question.field, f"{question.field}: answer true or false. {question.text}")
            )
    if problems:
        return tuple(problems)
    return Screening(id=record_id, at=now, day=day, **read)
