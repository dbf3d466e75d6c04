"""Moments as people type them ("today 18:10", "6.30pm"), and the time of day written out."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from tracker.domain.calendar_words import EXAMPLE as DAY_EXAMPLE
from tracker.domain.calendar_words import counts_to, format_day, parse_day
from tracker.domain.moment import DEFAULT_DAY_START_HOUR, day_of
from tracker.domain.problem import Problem
from tracker.domain.text import quoted

EXAMPLE: Final = "Type it like 18:10, today 18:10, yesterday 7:05 or 2026-11-03 18:10."

_NOON = time(12)
_NOON_HOUR = 12
_TYPED_MAX = 60
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?)?"
    r"\s?(?P<half>[ap]\.?m\.?)?"
)
_LAST = re.compile(rf"(?:(?P<day>.*?)(?:,? at|,| |(?<=\d)t))? ?(?<![\d.:/-]){_CLOCK}", re.ASCII)
_FIRST = re.compile(rf"(?:at )?{_CLOCK},? (?:on )?(?P<day>.+)", re.ASCII)
_OFFSET = re.compile(r"\d{4}-\d{2}-\d{2}[t ].*\d(?:z|[+-]\d{2}:?\d{2})", re.ASCII)


def parse_moment(
    text: str,
    now: datetime,
    *,
    day_first: bool = True,
    day_start_hour: int = DEFAULT_DAY_START_HOUR,
    allow_future: bool = False,
) -> datetime | Problem:
    """Read a moment, with a zone: the typed offset, else the one that `now` is told in.

    `now` must have a zone. A time alone is one of the person's day, which before `day_start_hour`
    is still yesterday; a day alone is its noon, today alone is now. Days are those of `parse_day`.
    """
    typed = " ".join(text.casefold().split())
    if not typed:
        return Problem("start", f"The time is missing. {EXAMPLE}")
    if typed == "now":
        return now
    if len(typed) > _TYPED_MAX:
        return _unreadable(text)
    if _OFFSET.fullmatch(typed):
        moment = _with_offset(typed)
    else:
        moment = _local(
            typed,
            now,
            day_first=day_first,
            day_start_hour=day_start_hour,
            allow_future=allow_future,
        )
    if isinstance(moment, Problem):
        return moment
    return _within_bounds(moment, now, allow_future=allow_future)


def _unreadable(text: str) -> Problem:
    return Problem("start", f"Can't read {quoted(text)} as a day and time. {EXAMPLE}")


def _with_offset(typed: str) -> datetime | Problem:
    try:
        return datetime.fromisoformat(typed.upper())
    except ValueError:
        return _unreadable(typed)


def _local(
    typed: str, now: datetime, *, day_first: bool, day_start_hour: int, allow_future: bool
) -> datetime | Problem:
    today = day_of(now, day_start_hour=day_start_hour)
    match = _with_clock(typed)
    words = (match["day"] or "today") if match else typed
    day = parse_day(
        words,
        today,
        day_first=day_first,
        allow_future=allow_future,
        calendar_today=now.date(),
    )
    if isinstance(day, Problem):
        return Problem("start", day.message.replace(DAY_EXAMPLE, EXAMPLE))
    if match is None:
        return now if day in {today, now.date()} else as_local(day, _NOON, now=now)
    clock = _clock(match)
    if isinstance(clock, Problem):
        return clock
    if day == today and clock.hour < day_start_hour and now.date() > today:
        day = now.date()
    return as_local(day, clock, now=now)


def _with_clock(typed: str) -> re.Match[str] | None:
    for pattern in (_LAST, _FIRST):
        match = pattern.fullmatch(typed)
        # A number alone ("3 nov 2026 5") is no time of day.
        if match and (match["minute"] or match["half"]):
            return match
    return None


def _clock(match: re.Match[str]) -> time | Problem:
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    half = match["half"]
    if half and not 1 <= hour <= _NOON_HOUR:
        return Problem("start", f"With am or pm the hours go from 1 to 12. {EXAMPLE}")
    if half:
        hour = hour % _NOON_HOUR + (_NOON_HOUR if half.startswith("p") else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        return Problem("start", f"The time of day goes from 0:00 to 23:59. {EXAMPLE}")


def on_day(text: str, day: date) -> str:
    """Write a typed moment for another day: its time of day stays, a day alone stays one."""
    match = _with_clock(" ".join(text.casefold().split()))
    if match is None:
        return day.isoformat()
    end = max(match.end(name) for name in ("hour", "minute", "second", "half"))
    return f"{day.isoformat()} {match.string[match.start('hour') : end]}"


def as_local(day: date, clock: time, *, now: datetime) -> datetime:
    """Return a wall-clock time in the zone that `now` is told in.

    That is the local zone, where a time that a clock change skips moves on an hour; a `now` with
    another offset keeps its own, so that what is typed goes by the clock that the person is shown.
    """
    naive = datetime.combine(day, clock)
    if now.utcoffset() != now.astimezone().utcoffset():
        return naive.replace(tzinfo=now.tzinfo)
    local = naive.astimezone()
    if local.time() == clock:
        return local
    # Which of the two folds of a skipped time is the later one differs between Python versions.
    return max(local, naive.replace(fold=1).astimezone())


def _within_bounds(moment: datetime, now: datetime, *, allow_future: bool) -> datetime | Problem:
    # Offsets move a moment by a day at most, so that the day's own bounds hold.
    day = parse_day(
        moment.date().isoformat(),
        now.date() + timedelta(days=1),
        allow_future=allow_future,
    )
    if isinstance(day, Problem):
        return Problem("start", day.message.replace(DAY_EXAMPLE, EXAMPLE))
    if moment > now and not allow_future:
        return Problem(
            "start", f"{format_day(moment.date())}, {moment:%H:%M} is still to come. {EXAMPLE}"
        )
    return moment


def format_moment(moment: datetime, *, day: date, clock_24h: bool = True) -> str:
    """Write a moment, and the person's day where that is another one than the calendar's.

    "Thu 19 Nov 2026 00:30, counts to Wed 18 Nov".
    """
    clock = format_clock(moment, clock_24h=clock_24h)
    return f"{format_day(moment.date())} {clock}{counts_to(moment.date(), day)}"


def format_clock(moment: datetime, *, clock_24h: bool = True) -> str:
    """Write the time of day: "18:10", or "6:10 pm"."""
    if clock_24h:
        return f"{moment:%H:%M}"
    hour = (moment.hour - 1) % _NOON_HOUR + 1
    return f"{hour}:{moment:%M} {'am' if moment.hour < _NOON_HOUR else 'pm'}"
