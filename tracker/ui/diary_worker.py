"""The one place where the screen speaks with the diary: one thread, in the order of asking."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from tracker.domain.problem import Problem
from tracker.ui.queries import Query

if TYPE_CHECKING:
    from tracker.diary.book import Book, Unusable

OpenBook: TypeAlias = "Callable[[], Book | Unusable]"

FILE = "file"
"""The field of the one problem that means: the data file can't be used."""

_Answer = TypeVar("_Answer")


class DiaryWorker:
    """Opens the diary with the first query, and never lets the event loop wait for a disk."""

    def __init__(self, open_book: OpenBook) -> None:
        self._open_book = open_book
        self._book: Book | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="diary")

    async def ask(self, query: Query[_Answer]) -> _Answer | Problem:
        """Carry out a query in the diary's thread and give its answer."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._perform, query)

    def _perform(self, query: Query[_Answer]) -> _Answer | Problem:
        if self._book is None:
            opened = self._open_book()
            unusable = getattr(opened, "message", None)
            if unusable is not None:
                return Problem(FILE, unusable)
            self._book = cast("Book", opened)
        return query.perform(self._book)

    def close(self) -> None:
        """Take no more questions; those that were accepted are still carried out."""
        self._thread.shutdown(wait=False)
