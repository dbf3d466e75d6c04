"""Days as people type them ("yesterday", "-2d", "mon", "3 nov"), and as they are written out."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from tracker.domain.problem import Problem
from tracker.domain.text import quoted

FIRST_YEAR: Final = 1970
FUTURE_DAYS_MAX: Final = 5 * 366

EXAMPLE: Final = "Type it like today, yesterday, -2d, mon, 3 nov or 2026-11-03."

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TYPED_MAX = 40
_NAMED_DAYS = {
    "today": 0,
    "yesterday": -1,
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "tomorrow": 1,
}
_STEPS = {"": 1, "d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7}
_OFFSET = re.compile(
    r"(?P<sign>[-−+])\s*(?P<count>\d{1,4})\s*(?P<step>d|days?|w|weeks?|)", re.ASCII
)
_AGO = re.compile(r"(?P<count>\d{1,4}|an?)\s*(?P<step>d|days?|w|weeks?) ago", re.ASCII)
_WEEKDAY = re.compile(r"(?P<last>last |on )?(?P<name>[a-z]{3,9})")
_ISO = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})", re.ASCII)
# What dateutil may be asked: 3/11, 3.11. and 3.11.2026, or a month by its name with a day and
# perhaps a year. A lone "3" and "5,2" would silently become days of this month and of February.
_NUMBERED = re.compile(
    r"\d{1,2}/\d{1,2}(?:/(?:\d{2}|\d{4}))?|\d{1,2}\. ?\d{1,2}\. ?(?:\d{2}|\d{4})?"
    r"|\d{1,2}-\d{1,2}-\d{4}",
    re.ASCII,
)
_MONTH_NAME = re.compile(r"(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_DAY_AND_YEAR = ([1], [2], [1, 2], [2, 2], [1, 4], [2, 4])
# Two leap years that share no month and no day of the month: what differs was not typed.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 2, 2))  # noqa: DTZ001 - never more than a day


def parse_day(
    text: str,
    today: date,
    *,
    day_first: bool = True,
    allow_future: bool = False,
    calendar_today: date | None = None,
) -> date | Problem:
    """Read a day; without a year the latest such day that is not in the future is meant.

    Own words and ISO dates first, then python-dateutil. `day_first` settles 3/11/2026. Days before
    1970 are refused, later ones than today too unless `allow_future`: then a day without a year is
    this year's. `calendar_today` is the day by the calendar where the person's day is still the one
    before: words go by the person's, and the future begins by the calendar.
    """
    last = max(today, calendar_today or today)
    typed = " ".join(text.casefold().split())
    if not typed:
        return Problem("day", f"The day is missing. {EXAMPLE}")
    if len(typed) > _TYPED_MAX:
        return _unreadable(text)
    try:
        day = _relative(typed, today) or _iso(typed)
    except (ValueError, OverflowError):
        return Problem("day", f"The calendar has no day {quoted(text)}. {EXAMPLE}")
    if day is None:
        day = _by_dateutil(typed, last, day_first=day_first, allow_future=allow_future)
    if day is None:
        return _unreadable(text)
    named = [_weekday(word) for word in re.findall("[a-z]{3,}", typed)]
    if any(number not in {None, day.weekday()} for number in named):
        return Problem(
            "day", f"{quoted(text)} would be {format_day(day)}, another weekday. {EXAMPLE}"
        )
    return _within_bounds(day, last, allow_future=allow_future)


def _unreadable(text: str) -> Problem:
    return Problem("day", f"Can't read {quoted(text)} as a day. {EXAMPLE}")


def _relative(typed: str, today: date) -> date | None:
    if typed in _NAMED_DAYS:
        return today + timedelta(days=_NAMED_DAYS[typed])
    if match := _OFFSET.fullmatch(typed):
        days = int(match["count"]) * _STEPS[match["step"]]
        return today + timedelta(days=days if match["sign"] == "+" else -days)
    if match := _AGO.fullmatch(typed):
        count = int(match["count"]) if match["count"].isdigit() else 1
        return today - timedelta(days=count * _STEPS[match["step"]])
    if match := _WEEKDAY.fullmatch(typed):
        wanted = _weekday(match["name"])
        if wanted is not None:
            back = (today.weekday() - wanted) % 7
            return today - timedelta(days=back or (7 if match["last"] == "last " else 0))
    return None


def _weekday(word: str) -> int | None:
    for number, name in enumerate(_WEEKDAYS):
        if name.casefold().startswith(word):
            return number
    return None


def _iso(typed: str) -> date | None:
    match = _ISO.fullmatch(typed)
    if match is None or (not match[2] and len(typed) != len("20261103")):
        return None
    return date(int(match[1]), int(match[3]), int(match[4]))


def _by_dateutil(typed: str, today: date, *, day_first: bool, allow_future: bool) -> date | None:
    if _NUMBERED.fullmatch(typed):
        typed = re.sub("[-. ]+", "/", typed).strip("/")
    elif not _MONTH_NAME.search(typed) or _digits(typed) not in _DAY_AND_YEAR:
        return None
    from dateutil import parser  # noqa: PLC0415 - heavy, and rarely needed

    try:
        one, other = (
            parser.parse(typed, default=default, dayfirst=day_first, ignoretz=True)
            for default in _DEFAULTS
        )
    except (ValueError, OverflowError, ArithmeticError, TypeError, LookupError):
        return None
    if (one.month, one.day) != (other.month, other.day) or one.time() != _DEFAULTS[0].time():
        return None
    if one.year == other.year:
        return one.date()
    return _latest(one.date(), today, allow_future=allow_future)


def _digits(typed: str) -> list[int]:
    return sorted(len(number) for number in re.findall(r"\d+", typed, re.ASCII))


def _latest(day: date, today: date, *, allow_future: bool) -> date | None:
    """Return the day in this year, or in the latest that has it and does not lie in the future."""
    for year in range(today.year, max(today.year - 9, 1), -1):
        try:
            found = day.replace(year=year)
        except ValueError:
            continue
        if allow_future or found <= today:
            return found
    return None


def _within_bounds(day: date, today: date, *, allow_future: bool) -> date | Problem:
    if day.year < FIRST_YEAR:
        return Problem("day", f"The year {day.year} is too long ago. {EXAMPLE}")
    if day > today and not allow_future:
        return Problem("day", f"{format_day(day)} is still to come. {EXAMPLE}")
    if (day - today).days > FUTURE_DAYS_MAX:
        return Problem("day", f"{format_day(day)} is too far ahead. {EXAMPLE}")
    return day


def ago_words(days: int) -> str:
    """Return how long ago a day was: "yesterday", "3 days ago"; "" for today and days to come."""
    if days <= 0:
        return ""
    return "yesterday" if days == 1 else f"{days} days ago"


def format_day(day: date, *, year: bool = True) -> str:
    """Write a day with its weekday: "Mon 23 Nov 2026", without `year` "Mon 23 Nov"."""
    plain = f"{_WEEKDAYS[day.weekday()][:3]} {format_day_of_year(day)}"
    return f"{plain} {day.year}" if year else plain


def counts_to(calendar_day: date, day: date) -> str:
    """Say to which of the person's days something counts, "" where that is the day it was on."""
    return "" if day == calendar_day else f", counts to {format_day(day, year=False)}"


def format_day_of_year(day: date) -> str:
    """Write a day shortly: "3 Nov"."""
    return f"{day.day} {_MONTHS[day.month - 1]}"
