"""The routines to choose from, two lines each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.routine_fitting import FittedLine
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.stretch.words import line_words

_ROWS: Final = 2


class RoutineList(Widget, can_focus=True):
    """A routine's name, below it its steps, minutes and last day; `spacious` sets them apart.

    The chosen one shows beside the list while the cursor moves; enter goes to its steps.
    """

    DEFAULT_CSS = """
    RoutineList { height: auto; width: 1fr; }
    """

    SCOPE: ClassVar[Scope] = Scope.ROUTINES
    HINTS: ClassVar[tuple[str, ...]] = (
        "row_open", "guide", "new_routine", "edit_routine", "put_away",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(Scope.LIST),
        *bindings_of(Scope.ROUTINES),
    ]

    lines: reactive[tuple[FittedLine, ...]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0)
    spacious: reactive[bool] = reactive(default=True, layout=True)
    day: reactive[date] = reactive(date.min)
    today: reactive[date] = reactive(date.min)

    @dataclass
    class Moved(Message):
        """The cursor is on another routine."""

        cursor: int

    @dataclass
    class Opened(Message):
        """The person wants to go to the routine's steps."""

    @dataclass
    class PutAway(Message):
        """The person wants the routine gone: deleted, or hidden."""

    @dataclass
    class BringBack(Message):
        """The person wants a hidden routine back."""

    @property
    def _pitch(self) -> int:
        return _ROWS + 1 if self.spacious else _ROWS

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take two rows for each routine, and the blanks between."""
        return max(self.rows(spacious=self.spacious), 1)

    def rows(self, *, spacious: bool) -> int:
        """Count the rows that the routines take."""
        return len(self.lines) * (_ROWS + spacious) - spacious

    def render(self) -> Content:
        """Write the routines."""
        rows: list[Content] = []
        for place, line in enumerate(self.lines):
            rows += self._entry(place, line)
            rows += [Content("")] if self.spacious else []
        return Content("\n").join(rows)

    def _entry(self, place: int, line: FittedLine) -> list[Content]:
        here = place == self.cursor
        glyphs = glyphs_of(self)
        mark = (glyphs.stripe if self.has_focus else glyphs.pointer) if here else " "
        below = mark if here and self.has_focus else " "
        facts = line_words(line, day=self.day, today=self.today)
        return [
            self._row(mark, Content.styled(line.name, "bold" if here else ""), here=here),
            self._row(below, Content.styled(facts, "$dim"), here=here),
        ]

    def _row(self, mark: str, words: Content, *, here: bool) -> Content:
        width = self.content_size.width
        room = max(width - 3, 1)
        words = words.truncate(room, ellipsis=True)
        row = Content.assemble(
            Content.styled(mark, "$accent"), "  ", words.pad_right(room - words.cell_length)
        )
        if not here:
            return row
        return row.stylize("on $focus" if self.has_focus else "on $panel")

    def watch_cursor(self) -> None:
        """Tell which routine is chosen, and keep it in sight."""
        if self.is_mounted and self.lines:
            self.post_message(self.Moved(self.cursor))
            self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Scroll to the chosen routine."""
        if isinstance(self.parent, Widget):
            region = Region(0, self.cursor * self._pitch, 1, _ROWS)
            self.parent.scroll_to_region(region, animate=False)

    def action_row_move(self, step: int) -> None:
        """Go to the neighbouring routine."""
        goal = self.cursor + step
        if 0 <= goal < len(self.lines):
            self.cursor = goal

    def action_row_open(self) -> None:
        """Go to the routine's steps."""
        if self.lines:
            self.post_message(self.Opened())

    def action_put_away(self) -> None:
        """Delete the routine, or hide it."""
        if self.lines:
            self.post_message(self.PutAway())

    def action_bring_hidden_back(self) -> None:
        """Bring a hidden routine back."""
        self.post_message(self.BringBack())

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked routine; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        place = offset.y // self._pitch
        if place == self.cursor:
            self.action_row_open()
        elif place < len(self.lines):
            self.cursor = place
