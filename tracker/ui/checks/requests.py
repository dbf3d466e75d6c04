"""What the weekly check asks of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.diary import weekly_checks
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from tracker.diary.book import Book
    from tracker.diary.weekly_checks import CheckForm
    from tracker.domain.impact_check import ImpactCheck
    from tracker.domain.problem import Problem, Problems
    from tracker.domain.site import PainSite


@dataclass(frozen=True, slots=True)
class ShowCheck(Request["CheckForm | Problem"]):
    """The form of the week that is due, with the answers that can still be corrected."""

    def perform(self, book: Book) -> CheckForm | Problem:
        """Gather it."""
        return weekly_checks.check_form(book.snapshot, book.today)


@dataclass(frozen=True, slots=True)
class SaveCheck(Change["ImpactCheck | Problems"]):
    """Keep the answers, None for a skipped question, about one site."""

    DONE: ClassVar[str] = "Weekly check saved. u undoes."

    options: tuple[int | None, ...]
    place: PainSite | None

    def perform(self, book: Book) -> ImpactCheck | Problems:
        """Save them."""
        return weekly_checks.keep_check(book, self.options, place=self.place)
