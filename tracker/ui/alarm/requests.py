"""What the alarm screens ask of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.diary.check_ins import save_check_in
from tracker.diary.verdicts import decide
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from tracker.diary.book import Book
    from tracker.diary.entries import CheckInEntry
    from tracker.domain.check_in import CheckIn
    from tracker.domain.problem import Problems


@dataclass(frozen=True, slots=True)
class KeepAnswers(Change["CheckIn | Problems"]):
    """Keep answered alarm signs as a check-in of their own."""

    entry: CheckInEntry

    def perform(self, book: Book) -> CheckIn | Problems:
        """Save the answers."""
        return save_check_in(book, self.entry)


@dataclass(frozen=True, slots=True)
class ActiveFlags(Request["tuple[str, ...]"]):
    """The ids of the signs that are active today."""

    def perform(self, book: Book) -> tuple[str, ...]:
        """Read them off today's verdict."""
        return decide(book).flags
