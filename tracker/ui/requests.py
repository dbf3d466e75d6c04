"""What a view may ask of the book, and the message that carries it up."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar, runtime_checkable

from textual.message import Message

from tracker.domain.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tracker.diary.book import Book, UndoAnswer
    from tracker.domain.problem import Problems
    from tracker.domain.settings import Settings

AnswerT = TypeVar("AnswerT")
AnswerT_co = TypeVar("AnswerT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Request(ABC, Generic[AnswerT_co]):
    """One question to the diary; it is carried out away from the screen, in the order of asking.

    Answers may be a `Problem`, or a tuple of them, one for each field; `refusals` finds out.
    """

    @abstractmethod
    def perform(self, book: Book) -> AnswerT_co:
        """Ask the diary; runs in a thread, so it must not touch any widget."""


@dataclass(frozen=True, slots=True)
class Change(Request[AnswerT_co]):
    """A request that changes records: afterwards every view asks anew.

    `DONE` is the toast that says so ("Run saved. `u` undoes."), or "" for none.
    """

    DONE: ClassVar[str] = ""


@runtime_checkable
class Parting(Protocol):
    """A screen with something to keep where the app is left while it is open."""

    @property
    def parting(self) -> Change[Any] | None:
        """Give the request that keeps it; None where there is nothing."""


@dataclass(frozen=True, slots=True)
class ReadSettings(Request["Settings"]):
    """The settings on file."""

    def perform(self, book: Book) -> Settings:
        """Read them."""
        return book.settings


@dataclass(frozen=True, slots=True)
class ReadCare(Request[tuple[str, ...]]):
    """What the person must know about the file: what was mended, and why nothing can be saved."""

    def perform(self, book: Book) -> tuple[str, ...]:
        """Read it."""
        read_only = (book.read_only,) if book.read_only else ()
        return (*book.recovery, *read_only)


@dataclass(frozen=True, slots=True)
class LookAgain(Request[bool]):
    """Whether another program changed the file since."""

    def perform(self, book: Book) -> bool:
        """Look once."""
        return book.refresh()


@dataclass(frozen=True, slots=True)
class Undo(Change["UndoAnswer"]):
    """Take back the latest change of this machine; `force` also where it was changed since."""

    force: bool = False

    def perform(self, book: Book) -> UndoAnswer:
        """Undo."""
        return book.undo(force=self.force)


@dataclass(frozen=True, slots=True)
class SaveTheme(Change["Settings | Problems"]):
    """Keep the theme."""

    theme: str

    def perform(self, book: Book) -> Settings | Problems:
        """Save it with the other settings."""
        from tracker.diary.book import update_settings  # noqa: PLC0415 - not before the first paint

        return update_settings(book, theme=self.theme)


def refusals(answer: object) -> tuple[Problem, ...]:
    """Give what speaks against a request; an empty tuple where it was carried out."""
    if isinstance(answer, Problem):
        return (answer,)
    if isinstance(answer, tuple) and answer and isinstance(answer[0], Problem):
        return answer
    return ()


@dataclass
class Ask(Message, Generic[AnswerT]):
    """Posted by a view: carry out `request`, then hand the answer to `then`.

    Of the requests with the same `topic` only the latest gets an answer; "" keeps them all.
    """

    request: Request[AnswerT]
    then: Callable[[AnswerT | Problem], Awaitable[None] | None]
    topic: str = ""
