"""Names of days and months, and two days written as a span."""

from datetime import date

from tracker.domain.calendar_words import format_day_of_year

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def month_word(day: date) -> str:
    """Give the month: `Nov`."""
    return MONTHS[day.month - 1]


def span_words(first: date, last: date) -> str:
    """Give two days as a span, saying the year and month once where they agree."""
    end = f"{format_day_of_year(last)} {last.year}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{format_day_of_year(first)} {first.year} – {end}"
    if first.month != last.month:
        return f"{format_day_of_year(first)} – {end}"
    return f"{first.day} – {end}"
