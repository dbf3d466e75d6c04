"""What the screens about flares, episodes and visits ask of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.diary.day_records import day_records, marked_records
from tracker.diary.flares import (
    FlareOver,
    FlareQuestion,
    answer_flare,
    end_flare,
    flare_over,
    flare_question,
    flare_still_lasts,
    flares_on,
)
from tracker.diary.kinds.episode import end_episode
from tracker.domain.episode import Episode
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from datetime import date

    from tracker.diary.book import Book
    from tracker.diary.record_lines import ListedRecord, RecordLine
    from tracker.domain.episode import Flare
    from tracker.domain.problem import Problem, Problems
    from tracker.domain.site import PainSite


@dataclass(frozen=True, slots=True)
class ReadDayRecords(Request["tuple[RecordLine, ...]"]):
    """Every record of a day."""

    day: date

    def perform(self, book: Book) -> tuple[RecordLine, ...]:
        """List them."""
        return day_records(book.snapshot, self.day)


@dataclass(frozen=True, slots=True)
class ReadMarked(Request["tuple[RecordLine, ...]"]):
    """The episodes, flares and visits on file."""

    def perform(self, book: Book) -> tuple[RecordLine, ...]:
        """List them."""
        return marked_records(book.snapshot)


@dataclass(frozen=True, slots=True)
class ReadFlares(Request["FlareQuestion | Flare | None"]):
    """What there is to answer or to correct about a day: a candidate, else a flare it is in."""

    day: date
    place: PainSite | None = None

    def perform(self, book: Book) -> FlareQuestion | Flare | None:
        """Look for it; a flare of the site that is shown comes before others."""
        snapshot = book.snapshot
        question = flare_question(snapshot, today=book.today, day=self.day)
        marked = flares_on(snapshot, self.day)
        return question or next(
            (flare for flare in marked if flare.place == self.place), next(iter(marked), None)
        )


@dataclass(frozen=True, slots=True)
class ReadQuestion(Request["FlareQuestion | None"]):
    """The candidate that was not asked about yet."""

    def perform(self, book: Book) -> FlareQuestion | None:
        """Look for it."""
        return flare_question(book.snapshot, today=book.today)


@dataclass(frozen=True, slots=True)
class ReadOver(Request["FlareOver | None"]):
    """The flare that seems to be over."""

    def perform(self, book: Book) -> FlareOver | None:
        """Look for it."""
        return flare_over(book.snapshot, today=book.today)


@dataclass(frozen=True, slots=True)
class AnswerFlare(Change["Flare | Problems"]):
    """Keep whether a candidate is a flare."""

    DONE: ClassVar[str] = "Noted. u undoes."

    question: FlareQuestion
    is_flare: bool

    def perform(self, book: Book) -> Flare | Problems:
        """Save the answer."""
        return answer_flare(book, self.question, is_flare=self.is_flare)


@dataclass(frozen=True, slots=True)
class AnswerOver(Change["Flare | Problems"]):
    """Keep whether a flare is over."""

    DONE: ClassVar[str] = "Noted. u undoes."

    over: FlareOver
    is_over: bool

    def perform(self, book: Book) -> Flare | Problems:
        """Set its last day, or note that it still lasts."""
        if self.is_over:
            return end_flare(book, self.over.flare, self.over.last)
        return flare_still_lasts(book, self.over.flare)


@dataclass(frozen=True, slots=True)
class EndToday(Change["Episode | Flare | Problems"]):
    """Make today the last day of an episode or a flare."""

    DONE: ClassVar[str] = "Its last day is today. u undoes."

    record: Episode | Flare

    def perform(self, book: Book) -> Episode | Flare | Problems:
        """Save it with its last day."""
        if isinstance(self.record, Episode):
            return end_episode(book, self.record)
        return end_flare(book, self.record, book.today)


@dataclass(frozen=True, slots=True)
class DropRecord(Change["Problem | None"]):
    """Delete a record; an undo brings it back."""

    DONE: ClassVar[str] = "Deleted. u undoes."

    record: ListedRecord
    words: str

    def perform(self, book: Book) -> Problem | None:
        """Delete it."""
        return book.drop(self.record, label=self.words)
