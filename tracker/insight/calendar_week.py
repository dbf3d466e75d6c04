"""Seven days in a row, Monday to Sunday or Sunday to Saturday (R-LOAD-02)."""

from collections.abc import Iterator
from datetime import date, timedelta

from tracker.domain.dataclass import dataclass
from tracker.rules.constants import WEEK_DAYS

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarWeek:
    """The week that begins on `first`, as far as it is over on `today`, that day included."""

    first: date
    today: date

    @property
    def last(self) -> date:
        """Return the week's seventh day."""
        return self.first + (WEEK_DAYS - 1) * _ONE

    @property
    def end(self) -> date:
        """Return the last day that has begun."""
        return min(self.last, self.today)

    @property
    def so_far(self) -> bool:
        """Return whether days of it are still to come."""
        return self.today < self.last

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days that have begun, in order."""
        return tuple(self._all(self.end))

    @property
    def all_days(self) -> tuple[date, ...]:
        """Return all seven days."""
        return tuple(self._all(self.last))

    def _all(self, end: date) -> Iterator[date]:
        return (self.first + step * _ONE for step in range((end - self.first).days + 1))

    def moved(self, weeks: int) -> "CalendarWeek":
        """Return the week that many weeks on, or back."""
        return CalendarWeek(self.first + weeks * WEEK_DAYS * _ONE, self.today)


def week_start(day: date, *, week_starts_monday: bool = True) -> date:
    """Return the first day of a day's week."""
    into = day.weekday() if week_starts_monday else (day.weekday() + 1) % WEEK_DAYS
    return day - into * _ONE


def checked_week(today: date, *, week_starts_monday: bool = True) -> CalendarWeek:
    """Return the latest week whose last day has come: the one that the weekly check is about."""
    week = week_of(today, today=today, week_starts_monday=week_starts_monday)
    return week.moved(-1) if week.so_far else week


def week_of(day: date, *, today: date, week_starts_monday: bool = True) -> CalendarWeek:
    """Return the week of a day."""
    return CalendarWeek(week_start(day, week_starts_monday=week_starts_monday), today)
