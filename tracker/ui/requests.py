"""What a view may ask of the diary, and the message that carries it up."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.message import Message

from tracker.domain.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tracker.diary.diary import Diary

AnswerT = TypeVar("AnswerT")


@dataclass(frozen=True, slots=True)
class Request(ABC, Generic[AnswerT]):
    """One question to the diary; it is carried out away from the screen, in the order of asking.

    Answers may be a `Problem`, or a tuple of them, one for each field; `refusals` finds out.
    """

    @abstractmethod
    def perform(self, diary: Diary) -> AnswerT:
        """Ask the diary; runs in a thread, so it must not touch any widget."""


@dataclass(frozen=True, slots=True)
class Change(Request[AnswerT]):
    """A request that changes records: afterwards every view asks anew.

    `DONE` is the toast that says so ("Run saved. `u` undoes."), or "" for none.
    """

    DONE: ClassVar[str] = ""


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
