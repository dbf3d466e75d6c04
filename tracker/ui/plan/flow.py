"""Choosing how to train."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.diary.kinds.plan import PLAN, plan_values
from tracker.domain.problem import Problem
from tracker.ui.form.records import open_form
from tracker.ui.queries import Query

if TYPE_CHECKING:
    from typing import Any

    from tracker.diary.book import Book
    from tracker.ui.host import Host


async def choose(host: Host) -> None:
    """Let the person choose ladder or free running, the days, and a goal."""
    values = await host.perform(Query(_values))
    if not isinstance(values, Problem):
        await open_form(host, PLAN, values=values, fact="R-PROG-01")


def _values(book: Book) -> dict[str, Any]:
    return plan_values(book.snapshot, book.today)
