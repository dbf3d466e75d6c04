"""Records to choose from, one after the other; what is long goes on below its beginning."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.record_lines import KIND_NAMES, RecordLine
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.clock_words import format_clock
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of

MARK_CELLS: Final = 2
KIND_CELLS: Final = 13
CLOCK_CELLS: Final = 9
DAY_CELLS: Final = 12
ROWS_A_RECORD: Final = 3


class RecordList(Widget, can_focus=True):
    """When, kind and summary of each record; `dated` writes the day instead of the time of day."""

    DEFAULT_CSS = """
    RecordList { height: auto; width: 1fr; }
    """

    SCOPE: ClassVar[Scope] = Scope.LIST
    HINTS: ClassVar[tuple[str, ...]] = ("row_open", "row_move")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.LIST)]

    lines: reactive[tuple[RecordLine, ...]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Opened(Message):
        """The person wants to go where a record can be corrected."""

        line: RecordLine

    def __init__(self, *, dated: bool, today: date, clock_24h: bool) -> None:
        super().__init__()
        self._dated, self._today, self._clock_24h = dated, today, clock_24h

    @property
    def chosen(self) -> RecordLine | None:
        """Give the record under the cursor."""
        return self.lines[self.cursor] if self.cursor < len(self.lines) else None

    def show(self, lines: tuple[RecordLine, ...]) -> None:
        """Show records; the cursor stays on its own, or in its place where that one is gone."""
        here = self.chosen
        places = {line.id: place for place, line in enumerate(lines)}
        place = self.cursor if here is None else places.get(here.id, self.cursor)
        self.lines = lines
        self.cursor = min(place, max(len(lines) - 1, 0))

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take the rows that the summaries need."""
        return sum(len(rows) for rows in self._entries(width))

    def render(self) -> Content:
        """Write the records."""
        entries = self._entries(self.content_size.width)
        return Content("\n").join(row for rows in entries for row in rows)

    def _entries(self, width: int) -> list[list[Content]]:
        return [self._entry(place, line, width) for place, line in enumerate(self.lines)]

    def _entry(self, place: int, line: RecordLine, width: int) -> list[Content]:
        here = place == self.cursor
        when_cells = DAY_CELLS if self._dated else CLOCK_CELLS
        label = f"{self._when(line):<{when_cells}}{KIND_NAMES[line.kind]:<{KIND_CELLS}}"
        room = max(width - MARK_CELLS - len(label), KIND_CELLS)
        words = Content(line.summary).wrap(room)
        if len(words) > ROWS_A_RECORD:
            cut = Content.assemble(words[ROWS_A_RECORD - 1], " …").truncate(room, ellipsis=True)
            words = [*words[: ROWS_A_RECORD - 1], cut]
        glyphs = glyphs_of(self)
        mark = (glyphs.stripe if self.has_focus else glyphs.pointer) if here else " "
        rows = []
        for row, part in enumerate(words):
            text = Content.assemble(
                Content.styled(mark if row == 0 or self.has_focus else " ", "$accent"),
                " ",
                Content.styled(label if row == 0 else " " * len(label), "$dim"),
                part.stylize("bold") if here else part,
            )
            if here:
                text = text.pad_right(max(width - text.cell_length, 0))
                text = text.stylize("on $focus" if self.has_focus else "on $panel")
            rows.append(text)
        return rows

    def _when(self, line: RecordLine) -> str:
        if not self._dated:
            return format_clock(line.at, clock_24h=self._clock_24h) if line.timed else ""
        year = "" if line.day.year == self._today.year else f" {line.day.year}"
        return f"{format_day_of_year(line.day)}{year}"

    # ------------------------------------------------------------------ moving

    def watch_cursor(self) -> None:
        """Keep the record under the cursor in sight."""
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        around = self.parent
        if isinstance(around, VerticalScroll) and self.lines:
            entries = self._entries(self.content_size.width)
            top = sum(map(len, entries[: self.cursor]))
            around.scroll_to_region(Region(0, top, 1, len(entries[self.cursor])), animate=False)

    def action_row_move(self, step: int) -> None:
        """Go to the record above, or below."""
        self.cursor = min(max(self.cursor + step, 0), max(len(self.lines) - 1, 0))

    def action_row_open(self) -> None:
        """Ask to go where the record can be corrected."""
        if self.chosen is not None:
            self.post_message(self.Opened(self.chosen))

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked record; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        rows = 0
        for place, entry in enumerate(self._entries(self.content_size.width)):
            rows += len(entry)
            if offset.y < rows:
                again, self.cursor = place == self.cursor, place
                if again:
                    self.action_row_open()
                return
