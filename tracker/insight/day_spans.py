"""Names of days and months, and two days written as a span."""

from datetime import date

from tracker.domain.calendar_words import format_day_of_year

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def month_word(day: date) -> str:
    """Return the month: `Nov`."""
    return MONTHS[day.month - 1]


def span_words(first: date, last: date) -> str:
    """Return two days as a span, saying the year and month once where they agree."""
    end = f"{format_day_of_year(last)} {last.year}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{format_day_of_year(first)} {first.year} – {end}"
    if first.month != last.month:
        return f"{format_day_of_year(first)} – {end}"
    return f"{first.day} – {end}"


def logged_facts(first: date, last: date, *, logged: int) -> tuple[str, ...]:
    """Say which days are shown and how many of them were logged, the longest form first."""
    days, total = span_words(first, last), (last - first).days + 1
    return (
        f"{days} · {logged} of {total} days logged",
        f"{days} · {logged}/{total} days",
        f"to {span_words(last, last)} · {logged}/{total} days",
        f"{logged}/{total} days",
    )
