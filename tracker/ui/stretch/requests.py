"""What the Stretch tab asks of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.diary.book import update_settings
from tracker.diary.routine_fitting import view_routines
from tracker.diary.sessions import keep_session
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from datetime import date

    from tracker.diary.book import Book
    from tracker.diary.entries import SessionEntry
    from tracker.diary.routine_fitting import StretchView
    from tracker.domain.problem import Problems
    from tracker.domain.routine import Direction, RoutineSession
    from tracker.domain.settings import Settings
    from tracker.insight.adherence import Adherence


@dataclass(frozen=True, slots=True)
class ShowRoutines(Request["StretchView"]):
    """The routines as they fit a day."""

    day: date

    def perform(self, book: Book) -> StretchView:
        """Fit them."""
        return view_routines(book, self.day)


@dataclass(frozen=True, slots=True)
class ShowKept(Request["Adherence"]):
    """The last 28 days of routines."""

    def perform(self, book: Book) -> Adherence:
        """Go through them."""
        from tracker.diary.adherence import (  # noqa: PLC0415 - the tab opens without it
            adherence_of,
        )

        return book.once(adherence_of)


@dataclass(frozen=True, slots=True)
class KeepSession(Change["RoutineSession | Problems"]):
    """Keep a session as far as it is; the one of the same day is gone on with.

    Where it `goes_on` with what was kept last, both are undone in one go.
    """

    entry: SessionEntry
    goes_on: bool = False

    def perform(self, book: Book) -> RoutineSession | Problems:
        """Keep the session."""
        return keep_session(book, self.entry, goes_on=self.goes_on)


@dataclass(frozen=True, slots=True)
class SaveSession(KeepSession):
    """The same, asked for by the person."""

    DONE: ClassVar[str] = "Session saved. u undoes."


@dataclass(frozen=True, slots=True)
class SaveDirection(Change["Settings | Problems"]):
    """Keep which direction eases the low back; None forgets it."""

    eases: Direction | None

    def perform(self, book: Book) -> Settings | Problems:
        """Save it with the other settings."""
        return update_settings(book, eases=self.eases)


@dataclass(frozen=True, slots=True)
class SaveBell(Change["Settings | Problems"]):
    """Keep whether the guide rings."""

    bell: bool

    def perform(self, book: Book) -> Settings | Problems:
        """Save it with the other settings."""
        return update_settings(book, bell=self.bell)
