"""The first and the last day of what lasts: flares and episodes."""

from collections.abc import Iterator
from typing import Final

from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day
from tracker.domain.fields import day
from tracker.domain.form import FormContext, Values
from tracker.domain.problem import Problem

LASTS: Final = "still lasts"

FIRST_DAY: Final = day("start", "First day")
LAST_DAY: Final = day("end", "Last day", required=False, placeholder=LASTS)


def span_problems(values: Values, _context: FormContext, _snapshot: Snapshot) -> Iterator[Problem]:
    """Refuse a last day that is before the first."""
    first, last = values.get("start"), values.get("end")
    if first is not None and last is not None and last < first:
        yield Problem(
            "end",
            f"That is before its first day, {format_day(first)}. Give that day or a later one, or"
            " leave it empty while it lasts.",
        )
