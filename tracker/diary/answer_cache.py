"""Answers over all records that are too dear to be worked out at each asking."""

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar, cast

from tracker.diary.snapshot import Snapshot

_Answer = TypeVar("_Answer")
_Answer_co = TypeVar("_Answer_co", covariant=True)


class Answering(Protocol[_Answer_co]):
    """Works an answer out from all records, as they look on the person's day."""

    def __call__(self, snapshot: Snapshot, *, today: date) -> _Answer_co:
        """Work it out."""


class AnswerCache:
    """Keeps each answer for as long as the file's generation and the person's day stay."""

    def __init__(self) -> None:
        self._state: tuple[int, date] | None = None
        self._answers: dict[object, object] = {}

    def give(
        self,
        answering: Answering[_Answer],
        *,
        generation: int,
        today: date,
        take: Callable[[], Snapshot],
    ) -> _Answer:
        """Give an answer, worked out at most once; `take` puts the records together for it."""
        if self._state != (generation, today):
            self._state, self._answers = (generation, today), {}
        if answering not in self._answers:
            self._answers[answering] = answering(take(), today=today)
        return cast("_Answer", self._answers[answering])
