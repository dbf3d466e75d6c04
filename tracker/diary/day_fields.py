"""Fields that hold days, as they are typed for flares, episodes and visits."""

from dataclasses import dataclass, field
from datetime import date

from tracker.domain.calendar_words import format_day, parse_day
from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.domain.text import clean_text, parse_note, plain_text

LAST_DAY_HINT = "Give that day or a later one, or leave it empty while it lasts."


@dataclass(slots=True)
class DayFields:
    """Reads one field after the other, and keeps what is wrong with each."""

    today: date
    settings: Settings
    problems: list[Problem] = field(default_factory=list)

    def day(self, text: str, *, name: str) -> date:
        """Read a day that is not in the future; the problem is filed under `name`."""
        found = parse_day(text, self.today, day_first=self.settings.day_first)
        if isinstance(found, Problem):
            self.problems.append(Problem(name, found.message))
            return self.today
        return found

    def span(self, start: str, end: str) -> tuple[date, date | None]:
        """Read the first and the last day; without a last day it lasts."""
        refused = len(self.problems)
        first = self.day(start, name="start")
        last = self.day(end, name="end") if end.strip() else None
        if last is not None and last < first and len(self.problems) == refused:
            message = f"That is before its first day, {format_day(first)}. {LAST_DAY_HINT}"
            self.problems.append(Problem("end", message))
        return first, last

    def name(self, text: str, *, longest: int, example: str) -> str:
        """Read a name, which must be there and short."""
        plain = " ".join(plain_text(text).split())
        if not plain:
            self.problems.append(Problem("name", f"Give it a name, as in: {example}."))
        elif len(plain) > longest:
            message = f"A name has room for {longest} characters, and this one has {len(plain)}."
            self.problems.append(Problem("name", f"{message} The rest fits in the note."))
        return clean_text(plain)

    def note(self, text: str) -> str:
        """Read the note, which may be empty."""
        found = parse_note(text)
        if isinstance(found, Problem):
            self.problems.append(Problem("note", found.message))
            return ""
        return found
