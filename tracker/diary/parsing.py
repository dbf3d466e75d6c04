"""From what was typed to a record, or to one problem for each field that can't be read."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime
from typing import TypeVar

from tracker.diary.entries import SessionEntry
from tracker.domain.clock_words import parse_moment
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem, Problems
from tracker.domain.routine import Routine, RoutineSession, StepMark, StepState
from tracker.domain.settings import Settings
from tracker.domain.text import parse_note
from tracker.rules.stretching import Fit, FittedStep

_Value = TypeVar("_Value")


class _Reader:
    """Reads one field after the other and keeps what is wrong with each."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def optional(
        self, text: str, parse: Callable[[str], _Value | Problem], *, field: str
    ) -> _Value | None:
        """Read a field that may be left empty; the problem is filed under `field`."""
        return self.required(text, parse, field=field) if text.strip() else None

    def required(
        self, text: str, parse: Callable[[str], _Value | Problem], *, field: str
    ) -> _Value | None:
        """Read a field that may not be left empty; the problem is filed under `field`."""
        found = parse(text)
        if isinstance(found, Problem):
            self.problems.append(Problem(field, found.message))
            return None
        return found

    def note(self, text: str) -> str:
        """Read the note, which may be empty."""
        return self.required(text, parse_note, field="note") or ""


def read_session(
    entry: SessionEntry,
    routine: Routine,
    *,
    steps_on: Callable[[date], Sequence[FittedStep]],
    record_id: str,
    now: datetime,
    settings: Settings,
    earlier: RoutineSession | None = None,
) -> RoutineSession | Problems:
    """Read a routine as it was gone through; every step of its day gets its mark.

    What the session it goes on with, `earlier`, has of steps that the routine lost since is kept.
    """
    reader = _Reader()
    at = _moment(reader, entry.when, now=now, settings=settings)
    day = entry.day or day_of(at, day_start_hour=settings.day_start_hour)
    steps = steps_on(day)
    known = [step.step.id for step in steps]
    unknown = [step for step in entry.states if step not in known]
    if unknown:
        ids = ", ".join(known)
        reader.problems.append(
            Problem("skip", f'{routine.id} has no step "{unknown[0]}". Its steps: {ids}.')
        )
    note = reader.note(entry.note)
    if reader.problems:
        return tuple(reader.problems)
    return RoutineSession(
        id=record_id,
        at=at,
        day=day,
        routine=routine.id,
        marks=(*(_mark(entry, step) for step in steps), *_lost(earlier, known)),
        seconds=entry.seconds,
        pain_before=entry.pain_before,
        pain_after=entry.pain_after,
        water_packed=entry.water_packed,
        left_at=entry.left_at,
        note=note,
        title="" if routine.builtin else routine.title,
    )


def _lost(earlier: RoutineSession | None, known: Collection[str]) -> Iterator[StepMark]:
    gone_through = StepState.DONE, StepState.SKIPPED
    marks = () if earlier is None else earlier.marks
    return (mark for mark in marks if mark.step not in known and mark.state in gone_through)


def _mark(entry: SessionEntry, fitted: FittedStep) -> StepMark:
    usual = StepState.LEFT_OUT if fitted.fit is Fit.LEFT_OUT else entry.others
    step = fitted.step.id
    return StepMark(
        step,
        entry.states.get(step, usual),
        entry.pains.get(step),
        tingling=step in entry.tingled,
    )


def _moment(reader: _Reader, text: str, *, now: datetime, settings: Settings) -> datetime:
    found = reader.optional(
        text, lambda typed: moment_of(typed, now=now, settings=settings), field="when"
    )
    return found or now


def moment_of(text: str, *, now: datetime, settings: Settings) -> datetime | Problem:
    """Read a moment as the person's settings say."""
    return parse_moment(
        text, now, day_first=settings.day_first, day_start_hour=settings.day_start_hour
    )
