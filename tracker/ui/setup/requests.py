"""What the first steps ask of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.diary.book import save_settings, update_settings
from tracker.diary.screenings import save_screening
from tracker.diary.verdicts import decide
from tracker.domain.identity import new_id
from tracker.domain.screening import Screening
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.diary.book import Book
    from tracker.domain.problem import Problems
    from tracker.domain.screening import Screen
    from tracker.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class SaveSettings(Change["Settings | Problems"]):
    """Keep changed settings."""

    settings: Settings

    def perform(self, book: Book) -> Settings | Problems:
        """Save them."""
        return save_settings(book, self.settings)


@dataclass(frozen=True, slots=True)
class SaveStep(Change["Settings | Problems"]):
    """Note how far the first steps got; None means done."""

    step: int | None

    def perform(self, book: Book) -> Settings | Problems:
        """Save the number of the next step."""
        return update_settings(book, setup_step=self.step)


@dataclass(frozen=True, slots=True)
class SaveScreening(Change["Screening | Problems"]):
    """Keep the answers to the eight questions, by their fields."""

    answers: Mapping[str, bool]

    def perform(self, book: Book) -> Screening | Problems:
        """Save them as of now."""
        now = book.now
        return save_screening(
            book, Screening(id=new_id(now), at=now, day=book.today, **self.answers)
        )


@dataclass(frozen=True, slots=True)
class TodaysScreen(Request["Screen"]):
    """What the screening answers allow today."""

    def perform(self, book: Book) -> Screen:
        """Read it off today's verdict."""
        return decide(book).readiness.given.screen
