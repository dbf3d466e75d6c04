"""The first and the last day of what lasts: flares and episodes."""

from collections.abc import Iterator
from typing import Final

from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day
from tracker.domain.episode import Episode, Flare
from tracker.domain.fields import day
from tracker.domain.form import FormContext, Values
from tracker.domain.problem import Problem
from tracker.insight.day_spans import span_words

LASTS: Final = "still lasts"


def span_parts(record: Episode | Flare) -> tuple[str, ...]:
    """Say from when to when something lasts, and of which site it is."""
    first = record.start
    since = f"since {span_words(first, first)}"
    span = since if record.end is None else span_words(first, record.end)
    return (span, record.place.label if record.place else "")


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
