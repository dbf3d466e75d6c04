"""Screening answers, clearances, and red-flag answers taken back (2.1, R-SCR-10, R-RED-41)."""

from collections.abc import Mapping
from datetime import date, datetime

from tracker.diary.book import Book
from tracker.domain.identity import new_id
from tracker.domain.pain import SCALE_PROBLEM, SCORE_MAX
from tracker.domain.problem import Problem, Problems
from tracker.domain.screening import Allows, Clearance, Retraction, Screening
from tracker.rules.screening import SCREENING_QUESTIONS


def save_screening(book: Book, screening: Screening) -> Screening | Problems:
    """Save the answers to the screening questions."""
    return book.keep(screening, label="the screening answers")


def answer_screening(book: Book, answers: Mapping[str, object]) -> Screening | Problems:
    """Save answers to the screening questions, given by field name."""
    now = book.now
    read = _read_answers(answers, record_id=new_id(now), now=now, day=book.today)
    return read if isinstance(read, tuple) else save_screening(book, read)


def _read_answers(
    answers: Mapping[str, object], *, record_id: str, now: datetime, day: date
) -> Screening | Problems:
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


def add_clearance(book: Book, clearance: Clearance) -> Clearance | Problems:
    """Save what a clinician is reported to have allowed (R-SCR-10)."""
    problems = []
    if clearance.day > book.today:
        problems.append(Problem("day", "That day is still to come. Log it once it was said."))
    if not clearance.covers:
        problems.append(Problem("covers", "Say what it covers: the flags, the screening, or all."))
    if clearance.allows is Allows.RUN_WITH_PAIN and clearance.up_to is None:
        problems.append(Problem("up_to", "Say up to which score you may run, from 0 to 10."))
    elif clearance.up_to is not None and not 0 <= clearance.up_to <= SCORE_MAX:
        problems.append(Problem("up_to", SCALE_PROBLEM))
    return tuple(problems) or book.keep(clearance, label="the clearance")


def retract(book: Book, retraction: Retraction) -> Retraction | Problems:
    """Take a red-flag answer back as a mistake; the answer and the reason stay (R-RED-41)."""
    if not retraction.reason.strip():
        return (Problem("reason", "Say why in a few words, as in: ticked the wrong line."),)
    return book.keep(retraction, label="taking back an answer")
