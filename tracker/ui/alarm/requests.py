"""What the alarm screens ask of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.diary.check_ins import save_check_in
from tracker.diary.screenings import add_clearance, retract
from tracker.diary.verdicts import decide
from tracker.domain.identity import new_id
from tracker.domain.screening import Clearance, Retraction
from tracker.ui.requests import Change, Request, refusals

if TYPE_CHECKING:
    from tracker.diary.book import Book
    from tracker.diary.entries import CheckInEntry
    from tracker.domain.check_in import CheckIn
    from tracker.domain.problem import Problems
    from tracker.ui.alarm.clearance_screen import Told
    from tracker.ui.alarm.retraction_screen import RetractionEntry


@dataclass(frozen=True, slots=True)
class KeepAnswers(Change["CheckIn | Problems"]):
    """Keep answered alarm signs as a check-in of their own."""

    entry: CheckInEntry

    def perform(self, book: Book) -> CheckIn | Problems:
        """Save the answers."""
        return save_check_in(book, self.entry)


@dataclass(frozen=True, slots=True)
class TakeBack(Change["Problems"]):
    """Take answers back as mistakes."""

    DONE: ClassVar[str] = "Answer taken back. u undoes."

    mistake: RetractionEntry

    def perform(self, book: Book) -> Problems:
        """Save one retraction for each answer."""
        for flag in self.mistake.flags:
            answer = retract(
                book,
                Retraction(
                    id=new_id(book.now),
                    at=book.now,
                    day=book.today,
                    flag=flag,
                    reason=self.mistake.reason,
                ),
            )
            if refusals(answer):
                return refusals(answer)
        return ()


@dataclass(frozen=True, slots=True)
class ActiveFlags(Request["tuple[str, ...]"]):
    """The ids of the signs that are active today."""

    def perform(self, book: Book) -> tuple[str, ...]:
        """Read them off today's verdict."""
        return decide(book).flags


@dataclass(frozen=True, slots=True)
class SaveClearance(Change["Clearance | Problems"]):
    """Keep what a clinician is reported to have said."""

    DONE: ClassVar[str] = "Noted. u undoes."

    told: Told

    def perform(self, book: Book) -> Clearance | Problems:
        """Save it as of now."""
        now = book.now
        return add_clearance(
            book,
            Clearance(
                id=new_id(now),
                at=now,
                day=book.today,
                by=self.told.by,
                covers=self.told.covers,
                allows=self.told.allows,
                up_to=self.told.up_to,
                review_by=self.told.review_by,
                note=self.told.note,
            ),
        )
