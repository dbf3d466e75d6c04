"""A site's score of later on the same day, beside the first one that charts go by (R-AN-01)."""

from datetime import date, datetime, timedelta

from tracker.domain.calendar_words import format_day
from tracker.domain.clock_words import format_clock
from tracker.domain.dataclass import dataclass

_NIGHT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LaterScore:
    """The latest score of a site on a day that has an earlier one, and when it was written."""

    score: int
    at: datetime


def later_words(first: int, latest: LaterScore, *, day: date, clock_24h: bool = True) -> str:
    """Return both scores of a day in words: "first 2, latest 7 at 14:10"."""
    written = latest.at.date()
    # The person's day ends in the night, so that the calendar may be one on.
    if day <= written <= day + _NIGHT:
        when = f"at {format_clock(latest.at, clock_24h=clock_24h)}"
    else:
        when = f"written {format_day(written)}"
    return f"first {first}, latest {latest.score} {when}"
