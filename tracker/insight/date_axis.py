"""Where a time axis carries a tick, and what is written there."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.dataclass import dataclass
from tracker.insight.chart_window import Window
from tracker.insight.day_spans import WEEKDAYS, month_word

YEAR_DAYS = 365
MONTHS_A_YEAR = 12
LEAST_MONTH = 28
QUARTER_STARTS = (1, 4, 7, 10)


@dataclass(frozen=True, slots=True)
class Tick:
    """A word at a day, counted from the window's first."""

    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class DateTicks:
    """Two rows: ticks aligned to the calendar, and the month or year they lie in."""

    major: tuple[Tick, ...]
    context: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class _Grain:
    """One way to tick: `room` cells for each tick, about `days` apart."""

    days: int
    room: int
    ticks: Callable[[date], bool]
    label: Callable[[date], str]
    context: str


def _every_day(_day: date) -> bool:
    return True


_GRAINS = (
    _Grain(1, 6, _every_day, lambda day: f"{WEEKDAYS[day.weekday()][:2]} {day.day}", "month"),
    _Grain(1, 3, _every_day, lambda day: str(day.day), "month"),
    _Grain(2, 3, lambda day: day.toordinal() % 2 == 0, lambda day: str(day.day), "month"),
    _Grain(7, 4, lambda day: day.weekday() == 0, lambda day: str(day.day), "month"),
    _Grain(28, 4, lambda day: day.day == 1, month_word, "year"),
    _Grain(
        90, 4, lambda day: day.day == 1 and day.month in QUARTER_STARTS, month_word, "year"
    ),
)  # fmt: skip


def _month_or_year(day: date) -> str:
    return str(day.year) if day.month == 1 else month_word(day)


_ALONE = (
    _Grain(7, 8, lambda day: day.weekday() == 0, format_day_of_year, ""),
    _Grain(28, 5, lambda day: day.day == 1, _month_or_year, ""),
    _Grain(90, 5, lambda day: day.day == 1 and day.month in QUARTER_STARTS, _month_or_year, ""),
)
"""Ticks that say their month or year themselves, where there is no second row for it."""


def date_ticks(window: Window, *, columns: int, alone: bool = False) -> DateTicks:
    """Choose the finest ticks whose labels do not touch: days, Mondays, months, quarters, years.

    With `alone` there is one row only, and the ticks name their month or year.
    """
    for grain in _ALONE if alone else _GRAINS:
        if grain.days * columns >= grain.room * window.span:
            context = () if alone else _context(window, grain.context, columns)
            return DateTicks(_major(window, grain), context)
    return DateTicks(_years(window, columns), ())


def _major(window: Window, grain: _Grain) -> tuple[Tick, ...]:
    days = _month_starts(window) if grain.days >= LEAST_MONTH else _days(window)
    return tuple(Tick(window.offset(day), grain.label(day)) for day in days if grain.ticks(day))


def _days(window: Window) -> Iterator[date]:
    return (window.start + timedelta(days=offset) for offset in range(window.span))


def _month_starts(window: Window) -> Iterator[date]:
    """Return the first day of each month that is in the window."""
    year, month = window.start.year, window.start.month
    day = date(year, month, 1)
    while day <= window.end:
        if day >= window.start:
            yield day
        year, month = (year + 1, 1) if month == MONTHS_A_YEAR else (year, month + 1)
        day = date(year, month, 1)


def _years(window: Window, columns: int) -> tuple[Tick, ...]:
    room = 6
    step = 1
    while step * YEAR_DAYS * columns < room * window.span:
        step *= 2 if step == 1 else 5
    firsts = (date(year, 1, 1) for year in range(window.start.year, window.end.year + 1))
    return tuple(
        Tick(window.offset(first), str(first.year))
        for first in firsts
        if first in window and first.year % step == 0
    )


def _context(window: Window, unit: str, columns: int) -> tuple[Tick, ...]:
    """Name each month or year at its first visible day; a sliver yields to the next one's name."""
    kept: list[Tick] = []
    for day in dict.fromkeys((window.start, *_month_starts(window))):
        offset = window.offset(day)
        if offset and unit == "year" and day.month != 1:
            continue
        text = f"{month_word(day)} {day.year}" if unit == "month" else str(day.year)
        while (
            kept and (offset - kept[-1].offset) * columns < (len(kept[-1].text) + 2) * window.span
        ):
            kept.pop()
        kept.append(Tick(offset, text))
    return tuple(kept)
