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


def tally_words(counts: Mapping[str, int]) -> str:
    """Write counts, the largest first: "ache 12, tight 3"."""
    ordered = sorted(counts.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{word} {count}" for word, count in ordered if count)


def days_words(days: Iterable[date]) -> str:
    """Write days in a row, the year once for all of one year: "3 Oct, 12 Nov 2026"."""
    found = sorted(set(days))
    return ", ".join(
        format_day_of_year(day) if after is not None and after.year == day.year else dated(day)
        for day, after in zip(found, [*found[1:], None], strict=True)
    )
