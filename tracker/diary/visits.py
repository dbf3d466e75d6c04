"""Visits to somebody who looks after the complaint."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tracker.diary.book import Book
from tracker.diary.day_fields import DayFields
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.identity import new_id
from tracker.domain.problem import Problem, Problems
from tracker.domain.screening import ClearedBy
from tracker.domain.visit import Visit

BY_WORDS: Final = {
    ClearedBy.DOCTOR: "doctor",
    ClearedBy.PHYSIO: "physiotherapist",
    ClearedBy.CHIROPRACTOR: "chiropractor",
    ClearedBy.OTHER: "someone else",
}
BY_MISSING: Final = "Say who it was: choose with the arrows."
VISIT_GONE: Final = "This visit was deleted meanwhile. Log it as a new one."


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitEntry:
    """A visit as it is typed."""

    day: str
    by: ClearedBy | None = None
    note: str = ""


def visits_on(snapshot: Snapshot, day: date) -> tuple[Visit, ...]:
    """Give the visits of a day."""
    return tuple(visit for visit in snapshot.visits if visit.day == day)


def visit_words(visit: Visit) -> str:
    """Name a visit for an undo."""
    return f"the visit of {format_day_of_year(visit.day)}"


def save_visit(book: Book, entry: VisitEntry, *, replacing: str | None = None) -> Visit | Problems:
    """Keep a visit; `replacing` is the id of the one that it corrects."""
    before = next((each for each in book.snapshot.visits if each.id == replacing), None)
    if replacing is not None and before is None:
        return (Problem("", VISIT_GONE),)
    fields = DayFields(book.today, book.settings)
    day = fields.day(entry.day, name="day")
    note = fields.note(entry.note)
    if entry.by is None:
        fields.problems.append(Problem("by", BY_MISSING))
    if fields.problems or entry.by is None:
        return tuple(fields.problems)
    now = book.now
    kept = before or Visit(id=new_id(now), at=now, day=day, by=entry.by)
    changed = replace(kept, day=day, by=entry.by, note=note)
    return book.keep(changed, label=visit_words(changed))
