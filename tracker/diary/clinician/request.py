"""What a page is asked to hold, and the days that it is about."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.domain.text import quoted
from tracker.insight.calendar_week import CalendarWeek
from tracker.rules.constants import WEEK_DAYS

WEEKS_MIN, WEEKS_MAX = 2, 12


class Part(StrEnum):
    """The parts that can be left out; the values are their names on the command line."""

    PAIN = "pain"
    COMPLAINTS = "complaints"
    RESPONSES = "responses"
    RUNNING = "running"
    TRIED = "tried"
    FUNCTION = "function"
    ALARMS = "alarms"
    UNKNOWN = "unknown"
    PATTERNS = "patterns"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to write; the settings keep what is usual."""

    weeks: int
    parts: tuple[Part, ...]
    question: str
    goal: str
    name: str

    @classmethod
    def of(cls, settings: Settings) -> "Request":
        """Return what the settings keep; patterns are left out until they are chosen (R-SUM-02)."""
        return cls(
            weeks=min(max(settings.page_weeks, WEEKS_MIN), WEEKS_MAX),
            parts=tuple(part for part in Part if part not in settings.page_without),
            question=settings.page_question,
            goal=settings.page_goal,
            name=settings.page_name,
        )


@dataclass(frozen=True, slots=True)
class Period:
    """Weeks of seven days, of which the last one ends today: none is cut."""

    weeks: tuple[CalendarWeek, ...]

    @classmethod
    def up_to(cls, today: date, *, weeks: int) -> "Period":
        """Return so many weeks."""
        last = CalendarWeek(today - timedelta(days=WEEK_DAYS - 1), today)
        return cls(tuple(last.moved(-back) for back in reversed(range(weeks))))

    @property
    def first(self) -> date:
        """Return the first day."""
        return self.weeks[0].first

    @property
    def last(self) -> date:
        """Return the last day."""
        return self.weeks[-1].end

    @property
    def days(self) -> tuple[date, ...]:
        """Return every day, in order."""
        span = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=step) for step in range(span))

    def __contains__(self, day: date) -> bool:
        """Return whether a day is one of them."""
        return self.first <= day <= self.last


def parse_parts(words: Iterable[str], *, usual: Iterable[Part]) -> tuple[Part, ...] | Problem:
    """Read the names of parts, in the order of the page; a name with a minus leaves that one out.

    Without any name that adds one, the usual parts are meant.
    """
    added: set[Part] = set()
    left_out: set[Part] = set()
    for word in words:
        name = word.strip().casefold()
        minus = name.startswith("-")
        if name.removeprefix("-") not in set(Part):
            known = ", ".join(Part)
            return Problem("parts", f"There is no part {quoted(word)}. Use some of: {known}.")
        (left_out if minus else added).add(Part(name.removeprefix("-")))
    wanted = (added or {*usual}) - left_out
    return tuple(part for part in Part if part in wanted)
