"""From the wish to answer the weekly check to its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.diary.kinds.impact import IMPACT
from tracker.diary.weekly_checks import check_form
from tracker.domain.problem import Problem
from tracker.insight.day_spans import span_words
from tracker.ui.checks.check_body import CheckBody
from tracker.ui.form.records import open_form
from tracker.ui.queries import Query

if TYPE_CHECKING:
    from tracker.ui.host import Host


async def answer_check(host: Host) -> None:
    """Put the four questions about the week that is due, and keep the answers."""
    form = await host.perform(Query(lambda book: check_form(book.snapshot, book.today)))
    if isinstance(form, Problem):
        host.tell(form.message)
        return
    week = span_words(form.week.first, form.week.last)
    await open_form(
        host,
        IMPACT,
        record=form.record,
        values={"place": form.place},
        fact=f"{week} · R-Q-01",
        body=CheckBody,
    )
