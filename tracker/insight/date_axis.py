"""Where a time axis carries a tick, and what is written there."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

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


def date_ticks(window: Window, *, columns: int) -> DateTicks:
    """Choose the finest ticks whose labels do not touch: days, Mondays, months, quarters, years."""
    for grain in _GRAINS:
        if grain.days * columns >= grain.room * window.span:
            return DateTicks(_major(window, grain), _context(window, grain.context, columns))
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
