"""Questions to the diary that are classes of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeVar

from tracker.ui import queries
from tracker.ui.queries import Ask, Parting, Query, refusals

if TYPE_CHECKING:
    from tracker.diary.book import Book

__all__ = ["Ask", "Change", "Parting", "Request", "refusals"]

AnswerT_co = TypeVar("AnswerT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Request(Query[AnswerT_co]):
    """One question to the diary."""

    def __init__(self) -> None:
        """A question carries what its fields say."""

    def perform(self, book: Book) -> AnswerT_co:
        """Ask the diary."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Change(Request[AnswerT_co], queries.Change[AnswerT_co]):
    """A request that changes records; `DONE` is the toast that says so, or "" for none."""

    DONE: ClassVar[str] = ""

    def __init__(self) -> None:
        """A question carries what its fields say."""

    @property
    def done(self) -> str:  # type: ignore[override]
        """The toast."""
        return self.DONE
