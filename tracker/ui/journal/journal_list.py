"""The records of the journal, one a row; the day stands where it changes."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Final

from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tracker.diary.journal import DELETED_WORD, Journal, JournalEntry
from tracker.domain.calendar_words import format_day, format_day_of_year
from tracker.domain.clock_words import format_clock
from tracker.domain.dataclass import dataclass
from tracker.domain.settings import Settings
from tracker.ui.commands import Scope
from tracker.ui.widgets.cursor_list import UP, CursorList

DAY_CELLS: Final = 12
CLOCK_CELLS: Final = 6
CLOCK_12H_CELLS: Final = 9
KIND_CELLS: Final = 10
NOTHING_FITS: Final = "No record fits. esc takes the filter away."
NOTHING_YET: Final = "Nothing is on file yet. a adds a record of any kind."


class JournalList(CursorList[JournalEntry]):
    """Shows entries; which of them fit is found in the diary's thread, and not here."""

    SCOPE: ClassVar[Scope] = Scope.LIST
    HINTS: ClassVar[tuple[str, ...]] = ("row_open",)
    LEAVES: ClassVar[frozenset[int]] = frozenset({UP})

    @dataclass
    class SearchWanted(Message):
        """The person wants to type what to look for."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's own word
        super().__init__(id=id)
        self._journal: Journal | None = None
        self._settings = Settings()
        self._today = date.min
        self._drawn_place = 0

    def show_entries(
        self, journal: Journal, entries: Sequence[JournalEntry], *, settings: Settings, today: date
    ) -> None:
        """Show some entries of a journal; the cursor stays on its own."""
        self._journal, self._settings, self._today = journal, settings, today
        self.show(entries)

    @override
    def key_of(self, item: JournalEntry) -> str:
        return item.key

    @override
    def nothing(self) -> Content:
        begun = self._journal is not None and bool(self._journal.entries)
        words = NOTHING_FITS if begun else NOTHING_YET if self._journal is not None else ""
        return Content.styled(f"  {words}", "$dim")

    @override
    def head(self, width: int) -> Sequence[Content]:
        heads = f"  {'day':<{DAY_CELLS}}{'time':<{self._clock_cells}}{'kind':<{KIND_CELLS}}what"
        return [Content.styled(heads, "$dim")]

    @property
    def _clock_cells(self) -> int:
        return CLOCK_CELLS if self._settings.clock_24h else CLOCK_12H_CELLS

    @override
    def _lines_of(self, place: int, width: int) -> list[Content]:
        self._drawn_place = place
        return super()._lines_of(place, width)

    @override
    def draw(self, item: JournalEntry, width: int, *, here: bool) -> Sequence[Content]:
        if self._journal is None:
            return [Content("")]
        when = f" {self._day(item):<{DAY_CELLS}}{self._clock(item):<{self._clock_cells}}"
        kind = f"{_kind_words(item):<{KIND_CELLS}}"
        what = self._journal.line(item).summary
        if item.deleted:
            words = Content.assemble(
                Content.styled(kind, "$dim"), Content.styled(what, "$dim strike")
            )
        else:
            words = Content.assemble(Content.styled(kind, "" if here else "$dim"), what)
        row = Content.assemble(Content.styled(when, "$dim"), words)
        return [row.stylize("bold") if here else row]

    def _day(self, item: JournalEntry) -> str:
        place = self._drawn_place
        above = self._rows[place - 1] if 0 < place <= len(self._rows) else None
        if item.day is None or (above is not None and above.day == item.day):
            return ""
        if item.day.year == self._today.year:
            return format_day(item.day, year=False)
        return f"{format_day_of_year(item.day)} {item.day.year}"

    def _clock(self, item: JournalEntry) -> str:
        if item.at is None or not item.kind.timed:
            return ""
        return format_clock(item.at, clock_24h=self._settings.clock_24h)

    def go_to_day(self, day: date) -> None:
        """Go to the first entry of a day, or of the nearest before it."""
        found = (
            at for at, each in enumerate(self._rows) if each.day is not None and each.day <= day
        )
        self.cursor = next(found, max(len(self._rows) - 1, 0))

    def action_row_filter(self) -> None:
        """Ask for the line above, in which is typed what to look for."""
        self.post_message(self.SearchWanted())


def _kind_words(item: JournalEntry) -> str:
    if item.deleted:
        return DELETED_WORD
    words = item.kind.heading.lower()
    return words if len(words) < KIND_CELLS else words.split()[0]
