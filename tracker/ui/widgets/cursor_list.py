"""The one list with a cursor: its keys, its filter, and what it tells of."""

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar, Final, Generic, TypeVar

from textual import events, on
from textual.binding import BindingType
from textual.content import Content
from textual.errors import NoWidget
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.own_keys import keymap_of
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.row_filter import RowFilter
from tracker.ui.widgets.row_view import Item, RowView

_Shown = TypeVar("_Shown")

UP: Final = -1
DOWN: Final = 1


class CursorList(RowView[Item], can_focus=True):
    """A subclass says how a row is drawn, and what it is known by; all else is here.

    The cursor stays in the sight of whatever scrolls around the list. `LEAVES` are the directions
    in which a step beyond the last row moves the focus on.
    """

    SCOPE: ClassVar[Scope] = Scope.LIST
    HINTS: ClassVar[tuple[str, ...]] = ("row_open", "row_move")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.LIST)]
    LEAVES: ClassVar[frozenset[int]] = frozenset()
    SECOND_KEY_S: ClassVar[float] = 1.0
    """How long the first `g` waits for the second."""

    filter: reactive[RowFilter] = reactive(RowFilter(), layout=True)
    half_typed: reactive[str] = reactive("", repaint=False)

    @dataclass
    class Moved(Message, Generic[_Shown]):
        """The cursor is on another item."""

        source: "CursorList[_Shown]"
        item: _Shown

        @property
        def control(self) -> "CursorList[_Shown]":
            """Return the list, for selectors."""
            return self.source

    @dataclass
    class Opened(Moved[_Shown]):
        """The person wants to go to an item."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's own word
        super().__init__(id=id)
        self._all: Sequence[Item] = ()
        self._texts: list[str] | None = None
        self._waiting: Timer | None = None

    # ------------------------------------------------------------------ what a list says

    def key_of(self, item: Item) -> str:
        """Return what an item is known by when the rows change."""
        raise NotImplementedError

    def text_of(self, item: Item) -> str:
        """Return the words that the filter looks in; "" for a list that is not filtered."""
        del item
        return ""

    @property
    def active_column(self) -> int:
        """Return the column of the row's active cell, for the hardware cursor."""
        return 0

    # ------------------------------------------------------------------ items

    @property
    def items(self) -> Sequence[Item]:
        """Return all items, those that the filter leaves out, too."""
        return self._all

    @property
    def chosen(self) -> Item | None:
        """Return the item under the cursor."""
        if self.cursor >= len(self._rows):
            return None
        item = self._rows[self.cursor]
        return item if self.may_rest(item) else None

    def show(self, items: Sequence[Item]) -> None:
        """Show items; the cursor stays on its own, or in its place where that one is gone."""
        self._all, self._texts = items, None
        self._take_rows()

    def _folded_texts(self) -> list[str]:
        if self._texts is None:
            self._texts = [self.text_of(item).casefold() for item in self._all]
        return self._texts

    def _take_rows(self) -> None:
        known = None if self.chosen is None else self.key_of(self.chosen)
        self._rows = self.filter.apply(self._all, self._folded_texts)
        self._layouts.clear()
        place = None if known is None else self.place_of(known)
        before, self.cursor = self.cursor, self._resting(self.cursor if place is None else place)
        self.redraw()
        if self.cursor == before and place is None:
            self._tell()

    def place_of(self, key: str) -> int | None:
        """Return the row that an item has."""
        return next((at for at, item in enumerate(self._rows) if self.key_of(item) == key), None)

    def go_to(self, key: str) -> bool:
        """Bring the cursor to an item; False where the list has none by that key."""
        place = self.place_of(key)
        if place is not None:
            self.cursor = place
        return place is not None

    def _resting(self, place: int, direction: int = DOWN) -> int:
        """Return the nearest row that the cursor can rest on, first in one direction, then back."""
        place = min(max(place, 0), max(len(self._rows) - 1, 0))
        for way in (direction, -direction):
            at = place
            while 0 <= at < len(self._rows):
                if self.may_rest(self._rows[at]):
                    return at
                at += way
        return place

    # ------------------------------------------------------------------ the filter

    @override
    def above_head(self) -> Sequence[Content]:
        return [self._filter_line()] if self.filter else []

    @override
    def instead(self) -> Content:
        if self.filter.text:
            return Content.styled(" No row fits. esc takes the filter away.", "$dim")
        return super().instead()

    def _filter_line(self) -> Content:
        return Content.assemble(
            Content.styled("/ ", "bold $accent"),
            Content.styled(self.filter.text, "bold"),
            Content.styled("▏" if self.filter.typing else " ", "$accent"),
            Content.styled(f"  {len(self._rows):,} of {len(self._all):,}", "$dim"),
        )

    # ------------------------------------------------------------------ the cursor

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw both rows anew, keep the cursor in sight, and tell of it."""
        for place in (before, after):
            self._redraw_row(place)
        self.reveal()
        self.call_after_refresh(self.reveal)
        self._tell()

    def _tell(self) -> None:
        chosen = self.chosen
        if chosen is not None and self.is_mounted:
            self.post_message(self.Moved(self, chosen))

    @on(events.Focus)
    @on(events.Blur)
    def _mark_anew(self) -> None:
        self._redraw_row(self.cursor)

    @override
    def reveal(self) -> None:
        """Scroll as little as needed, also what is around the list; headings come along."""
        if not self._width or not self._rows:
            return
        layout = self._layout_now
        first = self.cursor
        while first > 0 and not self.may_rest(self._rows[first - 1]):
            first -= 1
        head = len(self._head(self._width))
        top, end = layout.top(first), layout.top(self.cursor) + layout.height(self.cursor)
        room = max(self.size.height - head, 1)
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif end > self.scroll_offset.y + room:
            self.scroll_to(y=end - room, animate=False)
        self._reveal_around(top - self.scroll_offset.y, end - top, head=head)

    def _reveal_around(self, top: int, height: int, *, head: int) -> None:
        for around in self.ancestors:
            if isinstance(around, Widget) and around.is_scrollable and around.max_scroll_y > 0:
                above = 0 if top <= 0 else head
                start = self.content_region.y - around.content_region.y + around.scroll_offset.y
                line = start + above + max(top, 0)
                around.scroll_to_region(
                    Region(0, line, 1, height + head - above), animate=False, force=True
                )
                return

    @property
    def active_cell(self) -> Offset:
        """Return the cell under the cursor, or where the filter is being typed."""
        head = len(self._head(self._width))
        if self.filter.typing:
            return Offset(2 + len(self.filter.text), 0)
        if not self._rows:
            return Offset(0, head)
        top = self._layout_now.top(self.cursor) - self.scroll_offset.y
        return Offset(self.active_column, head + top)

    @property
    def _room(self) -> int:
        """Return the lines for rows that are in sight."""
        # A list on a tab that is not shown has a size, but no place.
        seen = 0
        with suppress(NoWidget):
            seen = self.screen.find_widget(self).visible_region.height if self.is_attached else 0
        return max((seen or self.size.height) - len(self._head(self._width)), 1)

    # ------------------------------------------------------------------ keys

    def action_row_move(self, step: int) -> None:
        """Go to the row above, or below."""
        goal = self._resting(self.cursor + step, step)
        beyond = not 0 <= self.cursor + step < len(self._rows) or (goal - self.cursor) * step <= 0
        if not beyond:
            self.cursor = goal
        elif step in self.LEAVES:
            self.screen.focus_next() if step > 0 else self.screen.focus_previous()

    def action_row_page(self, step: int) -> None:
        """Go on by as many lines as are in sight."""
        self._go_lines(step * max(self._room - 1, 1))

    def action_row_half(self, step: int) -> None:
        """Go on by half of the lines that are in sight."""
        self._go_lines(step * max(self._room // 2, 1))

    def _go_lines(self, lines: int) -> None:
        if not self._rows:
            return
        layout, step = self._layout_now, DOWN if lines > 0 else UP
        goal = layout.place_at(layout.top(self.cursor) + lines)
        goal = self.cursor + step if goal == self.cursor else goal
        self.cursor = self._resting(goal, step)

    def action_row_edge(self, step: int) -> None:
        """Go to the first row, or the last."""
        self.cursor = self._resting(0 if step < 0 else len(self._rows) - 1, -step)

    def action_row_first(self) -> None:
        """Go to the first row once the key is pressed twice."""
        if self.half_typed:
            self.half_typed = ""
            self.action_row_edge(UP)
        else:
            self.half_typed = "g"

    def watch_half_typed(self) -> None:
        """Wait a moment for the second key, and say so at the foot."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if self.half_typed:
            self._waiting = self.set_timer(self.SECOND_KEY_S, self._forget_half)
        for footer in self.screen.query(KeyFooter) if self.is_attached else ():
            footer.half_typed = self.half_typed

    def _forget_half(self) -> None:
        self.half_typed = ""

    def action_row_open(self) -> None:
        """Ask to go to the item under the cursor."""
        chosen = self.chosen
        if chosen is not None:
            self.post_message(self.Opened(self, chosen))

    def action_row_filter(self) -> None:
        """Begin to type what rows must hold; a list without words has no filter."""
        if type(self).text_of is not CursorList.text_of:
            self.filter = RowFilter(self.filter.text, typing=True)

    def on_key(self, event: events.Key) -> None:
        """Take what is typed into the filter; any other key ends a half-typed one."""
        twice = keymap_of(self.app).get("first_twice", "g")
        if twice not in {event.key, event.character}:
            self.half_typed = ""
        changed = self.filter.typed(event.key, event.character)
        if changed is not None:
            event.stop()
            event.prevent_default()
            self.filter = changed

    def watch_filter(self) -> None:
        """Show the rows that it leaves."""
        self._take_rows()

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked row; a click on the row under the cursor opens it."""
        at = event.get_content_offset(self)
        head = len(self._head(self._width))
        if at is None or at.y < head or not self._rows:
            return
        line = at.y - head + self.scroll_offset.y
        layout = self._layout_now
        place = layout.place_at(line)
        if line < layout.lines and self.may_rest(self._rows[place]):
            self.clicked(place, Offset(at.x, line - layout.top(place)))

    def clicked(self, place: int, at: Offset) -> None:
        """Take a click on a row; `at` is the cell in it."""
        del at
        if place == self.cursor:
            self.action_row_open()
        else:
            self.cursor = place
