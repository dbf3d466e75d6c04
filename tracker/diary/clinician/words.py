"""Numbers and days as they stand on the page: absolute, and never 0 for what is not known."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from tracker.domain.calendar_words import format_day_of_year

NONE_LOGGED: Final = "none logged"
NOT_KNOWN: Final = "–"


def dated(day: date) -> str:
    """Write a day with its year: "3 Nov 2026"."""
    return f"{format_day_of_year(day)} {day.year}"


def mean_words(values: Sequence[float | None], unit: str = "") -> str:
    """Write the mean of what is known, with how many that are: "7.1 h (n 30)"; "" for nothing."""
    known = [value for value in values if value is not None]
    if not known:
        return ""
    return f"{sum(known) / len(known):.1f}{f' {unit}' if unit else ''} (n {len(known)})"


def listed_words(words: Iterable[str], *, most: int, between: str = ", ") -> str:
    """Write at most so many words, and how many more there are: nothing is left out unsaid."""
    found = [word for word in words if word]
    left = len(found) - most
    shown = between.join(found[:most])
    return f"{shown}{between}{left} more" if left > 0 else shown


def tally_words(counts: Mapping[str, int], *, most: int) -> str:
    """Write counts, the largest first: "ache 12, tight 3"."""
    ordered = sorted(counts.items(), key=lambda pair: -pair[1])
    return listed_words((f"{word} {count}" for word, count in ordered if count), most=most)


def days_words(days: Iterable[date]) -> str:
    """Write days in a row: "3 Oct, 12 Nov"; their year stands above, with the period."""
    return ", ".join(format_day_of_year(day) for day in sorted(set(days)))
