"""The one list with a cursor: rows are drawn when they come into sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Generic, TypeVar

from textual import events, on
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer
from textual.visual import Visual
from textual.widget import Widget
from typing_extensions import override

from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.row_filter import RowFilter
from tracker.ui.widgets.row_layout import EvenRows, RowLayout, UnevenRows

Item = TypeVar("Item")
_Shown = TypeVar("_Shown")

MARK_CELLS: Final = 1
UP: Final = -1
DOWN: Final = 1
KEPT_ROWS: Final = 500
"""Drawn rows are kept up to this many, so that scrolling by a line draws one row and not forty."""


class CursorList(ScrollView, Generic[Item], can_focus=True, inherit_bindings=False):
    """A subclass says how a row is drawn, and what it is known by; all else is here.

    It scrolls by itself where its height is bounded, and keeps its cursor in the sight of whatever
    scrolls around it. `ROW_LINES` are the lines of each row; None = as many as are drawn.
    `spacious` puts a blank line between rows. `LEAVES` are the directions in which a step beyond
    the last row moves the focus on.
    """

    DEFAULT_CSS = """
    CursorList {
        width: 1fr; height: auto;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    """

    SCOPE: ClassVar[Scope] = Scope.LIST
    HINTS: ClassVar[tuple[str, ...]] = ("row_open", "row_move")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.LIST)]
    ROW_LINES: ClassVar[int | None] = 1
    LEAVES: ClassVar[frozenset[int]] = frozenset()
    SECOND_KEY_S: ClassVar[float] = 1.0
    """How long the first `g` waits for the second."""

    cursor: reactive[int] = reactive(0, repaint=False)
    spacious: reactive[bool] = reactive(default=False, layout=True)
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
        self._rows: Sequence[Item] = ()
        self._texts: list[str] | None = None
        self._layouts: dict[tuple[int, bool], RowLayout] = {}
        self._drawn: dict[int, list[Strip]] = {}
        self._heads: dict[int, Sequence[Content]] = {}
        self._waiting: Timer | None = None

    # ------------------------------------------------------------------ what a list says

    def draw(self, item: Item, width: int, *, here: bool) -> Sequence[Content]:
        """Return the lines of a row, right of the mark, in so many cells."""
        raise NotImplementedError

    def key_of(self, item: Item) -> str:
        """Return what an item is known by when the rows change."""
        raise NotImplementedError

    def text_of(self, item: Item) -> str:
        """Return the words that the filter looks in; "" for a list that is not filtered."""
        del item
        return ""

    def may_rest(self, item: Item) -> bool:
        """Say whether the cursor can rest on an item; not on headings."""
        del item
        return True

    def head(self, width: int) -> Sequence[Content]:
        """Return the lines that stay above the rows."""
        del width
        return ()

    def nothing(self) -> Content:
        """Return what stands there instead of rows."""
        return Content("")

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
    def rows(self) -> Sequence[Item]:
        """Return the items that are shown; `cursor` is a place among them."""
        return self._rows

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

    def redraw(self) -> None:
        """Draw anew what the rows say now; they may take other lines than before."""
        self._layouts.clear()
        self.refresh(layout=True)
        self._lay_out()
        self.call_after_refresh(self.reveal)

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

    # ------------------------------------------------------------------ lines

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._head(width)) + max(self._layout_in(width).lines, 1)

    def lines_in(self, width: int, *, spacious: bool) -> int:
        """Return the lines that head and rows take in a width."""
        head = self.head(width)
        gap = self._gap_below(head, spacious=spacious)
        return len(head) + len(gap) + self._layout_in(width, spacious=spacious).lines

    def _layout_in(self, width: int, *, spacious: bool | None = None) -> RowLayout:
        gap = self.spacious if spacious is None else spacious
        known = self._layouts.get((width, gap))
        if known is None:
            if self.ROW_LINES is not None:
                known = EvenRows(len(self._rows), self.ROW_LINES, gap)
            else:
                room = max(width - MARK_CELLS, 1)
                heights = (len(self.draw(item, room, here=False)) for item in self._rows)
                known = UnevenRows(heights, gap=gap)
            self._layouts[width, gap] = known
        return known

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    @property
    def _layout_now(self) -> RowLayout:
        return self._layout_in(self._width)

    def _head(self, width: int) -> Sequence[Content]:
        if width not in self._heads:
            above = [self._filter_line()] if self.filter else []
            head = self.head(width)
            self._heads = {width: [*above, *head, *self._gap_below(head)]}
        return self._heads[width]

    def _gap_below(self, head: Sequence[Content], *, spacious: bool | None = None) -> list[Content]:
        spacious = self.spacious if spacious is None else spacious
        return [Content("")] if head and spacious else []

    def _lay_out(self) -> None:
        if self._width:
            lines = len(self._head(self._width)) + self._layout_now.lines
            self.virtual_size = Size(self._width, lines)

    @on(events.Resize)
    def _fit(self) -> None:
        self._lay_out()
        self.reveal()

    def watch_spacious(self) -> None:
        """Give the rows other places."""
        self._lay_out()
        self.call_after_refresh(self.reveal)

    # ------------------------------------------------------------------ drawing

    @override
    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> "CursorList[Item]":
        """Forget what is drawn where everything is asked for anew."""
        if not regions:
            self._forget_drawn()
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def _forget_drawn(self) -> None:
        self._drawn.clear()
        self._heads.clear()

    @override
    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._forget_drawn()

    @override
    def render_line(self, y: int) -> Strip:
        width = self._width
        head = self._head(width)
        if y < len(head):
            return self._strip(head[y], width)
        if not self._rows:
            first = y == len(head)
            return self._strip(self._nothing() if first else Content(""), width)
        layout = self._layout_now
        line = y - len(head) + self.scroll_offset.y
        place = layout.place_at(line)
        within = line - layout.top(place)
        strips = self._strips_of(place, width) if within < layout.height(place) else []
        return strips[within] if within < len(strips) else self._strip(Content(""), width)

    def _strips_of(self, place: int, width: int) -> list[Strip]:
        known = self._drawn.get(place)
        if known is None:
            if len(self._drawn) >= KEPT_ROWS:
                self._drawn.clear()
            known = [self._strip(line, width) for line in self._lines_of(place, width)]
            self._drawn[place] = known
        return known

    def _strip(self, line: Content, width: int) -> Strip:
        return Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)[0]

    def _lines_of(self, place: int, width: int) -> list[Content]:
        item = self._rows[place]
        here = place == self.cursor and self.may_rest(item)
        room = max(width - MARK_CELLS, 1)
        lines = self.draw(item, room, here=here)
        if not here:
            return [Content.assemble(" ", line.truncate(room, ellipsis=True)) for line in lines]
        return [self._marked(line, room, first=at == 0) for at, line in enumerate(lines)]

    def _marked(self, line: Content, room: int, *, first: bool) -> Content:
        glyphs = glyphs_of(self)
        sign = glyphs.stripe if self.has_focus else glyphs.pointer if first else " "
        line = line.truncate(room, ellipsis=True)
        line = line.pad_right(max(room - line.cell_length, 0))
        ground = "on $focus" if self.has_focus else "on $panel"
        return Content.assemble(Content.styled(sign, "$accent"), line).stylize_before(ground)

    def _nothing(self) -> Content:
        if self.filter.text:
            return Content.styled(" No row fits. esc takes the filter away.", "$dim")
        return self.nothing()

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

    def _redraw_row(self, place: int) -> None:
        self._drawn.pop(place, None)
        if self._width and place < len(self._rows):
            layout = self._layout_now
            top = len(self._head(self._width)) + layout.top(place)
            self.refresh_lines(top, layout.height(place))

    @on(events.Focus)
    @on(events.Blur)
    def _mark_anew(self) -> None:
        self._redraw_row(self.cursor)
        self.call_next(self._place_hardware_cursor)

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
        self._place_hardware_cursor()
        self.call_after_refresh(self._place_hardware_cursor)

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

    def _place_hardware_cursor(self) -> None:
        if not self.has_focus:
            return
        head = len(self._head(self._width))
        if self.filter.typing:
            at = Offset(2 + len(self.filter.text), 0)
        elif self._rows:
            top = self._layout_now.top(self.cursor) - self.scroll_offset.y
            at = Offset(self.active_column, head + top)
        else:
            at = Offset(0, head)
        goal = self.content_region.offset + at
        if goal != self.app.cursor_position:
            self.app.cursor_position = goal
            # It moves with the next thing that is drawn.
            self._redraw_row(self.cursor)

    @property
    def _room(self) -> int:
        """Return the lines for rows that are in sight."""
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
        if event.key != "g":
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
