"""What the screens ask of the diary, and the message that carries a question up."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Concatenate,
    Generic,
    ParamSpec,
    Protocol,
    TypeVar,
    TypeVarTuple,
    Unpack,
    runtime_checkable,
)

from textual.message import Message

from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.widget import Widget

    from tracker.diary.book import Book

_Answer = TypeVar("_Answer")
_Answer_co = TypeVar("_Answer_co", covariant=True)
_Given = ParamSpec("_Given")
_Arguments = TypeVarTuple("_Arguments")


class Query(Generic[_Answer_co]):
    """A question to the diary: a function of the book and what it is given besides.

    It runs in the diary's thread, in the order of asking, and so must not touch any widget. The
    answer may be a `Problem`, or a tuple of them, one for each field; `refusals` finds out.
    """

    def __init__(
        self,
        function: Callable[Concatenate[Book, _Given], _Answer_co],
        /,
        *args: _Given.args,
        **more: _Given.kwargs,
    ) -> None:
        self._ask: Callable[[Book], _Answer_co] = lambda book: function(book, *args, **more)

    def perform(self, book: Book) -> _Answer_co:
        """Ask it."""
        return self._ask(book)


class Change(Query[_Answer_co]):
    """A question that changes records: afterwards every view asks anew.

    `done` is the toast that says so ("Run saved. u undoes."), or "" for none. What goes by name
    is given with `partial`.
    """

    def __init__(
        self,
        function: Callable[[Book, Unpack[_Arguments]], _Answer_co],
        /,
        *args: *_Arguments,
        done: str = "",
    ) -> None:
        self._ask = lambda book: function(book, *args)
        self.done = done


@runtime_checkable
class Parting(Protocol):
    """A screen with something to keep where the app is left while it is open."""

    @property
    def parting(self) -> Change[Any] | None:
        """The change that keeps it; None where there is nothing."""


def refusals(answer: object) -> tuple[Problem, ...]:
    """Return what speaks against a query; an empty tuple where it was carried out."""
    if isinstance(answer, Problem):
        return (answer,)
    if isinstance(answer, tuple) and answer and isinstance(answer[0], Problem):
        return answer
    return ()


@dataclass
class Ask(Message, Generic[_Answer]):
    """Posted by a view or a screen: put `query` to the diary, then hand the answer to `then`.

    Of the queries of one asker with the same `topic` only the latest gets an answer; "" keeps
    them all. Where the asker is gone by then, nobody gets it.
    """

    asker: Widget
    query: Query[_Answer]
    then: Callable[[_Answer | Problem], Awaitable[None] | None]
    topic: str = ""


def ask(
    asker: Widget,
    query: Query[_Answer],
    then: Callable[[_Answer | Problem], Awaitable[None] | None],
    *,
    topic: str = "",
) -> None:
    """Send a question up; the answer comes to `then`, on the event loop, while `asker` is there."""
    # Not from widget to widget: a key on the tab bar begins outside of the tab, and a message never
    # goes up beyond where it began.
    asker.app.post_message(Ask(asker, query, then, topic=topic))
