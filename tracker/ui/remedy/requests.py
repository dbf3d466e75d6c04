"""What the screens about remedies ask of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.diary import remedies
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from tracker.diary.book import Book
    from tracker.diary.remedies import RemedyBasis
    from tracker.domain.problem import Problems
    from tracker.domain.remedy import Remedy, RemedyKind
    from tracker.domain.settings import Settings
    from tracker.domain.site import PainSite


@dataclass(frozen=True, slots=True)
class ReadRemedyBasis(Request["RemedyBasis"]):
    """What a use of heat or cold, or a form about any remedy, begins with."""

    def perform(self, book: Book) -> RemedyBasis:
        """Gather it."""
        return remedies.remedy_basis(book)


@dataclass(frozen=True, slots=True)
class LogTimed(Change["Remedy | Problems"]):
    """Put a timed use on file that ends now."""

    DONE: ClassVar[str] = "Remedy logged. u undoes."

    kind: RemedyKind
    place: PainSite | None
    seconds: int

    def perform(self, book: Book) -> Remedy | Problems:
        """Log it."""
        return remedies.log_timed(book, self.kind, place=self.place, seconds=self.seconds)


@dataclass(frozen=True, slots=True)
class AnswerCautions(Change["Settings | Problems"]):
    """Keep what the person said of the cautions of heat or cold (R-HC-03)."""

    kind: RemedyKind
    applies: bool
    agreed: bool = False

    def perform(self, book: Book) -> Settings | Problems:
        """Save it with the settings."""
        return remedies.answer_cautions(book, self.kind, applies=self.applies, agreed=self.agreed)
