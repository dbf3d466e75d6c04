"""Rows that are drawn when they come into sight, so that 20,000 are as fast as 20."""

from collections.abc import Sequence
from typing import ClassVar, Final, Generic, TypeVar

from textual import events, on
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual
from typing_extensions import override

from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.row_layout import EvenRows, RowLayout, UnevenRows
from tracker.ui.widgets.selecting import with_selection

Item = TypeVar("Item")

MARK_CELLS: Final = 1
KEPT_ROWS: Final = 500
"""Drawn rows are kept up to this many, so that scrolling by a line draws one row and not forty."""


class RowView(ScrollView, Generic[Item], inherit_bindings=False):
    """Draws rows on Textual's line API; the one at `cursor` is marked.

    `ROW_LINES` are the lines of each row; None = as many as are drawn. `spacious` puts a blank line
    between rows. It scrolls by itself where its height is bounded.
    """

    DEFAULT_CSS = """
    RowView {
        width: 1fr; height: auto;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    """

    ROW_LINES: ClassVar[int | None] = 1

    cursor: reactive[int] = reactive(0, repaint=False)
    spacious: reactive[bool] = reactive(default=False, layout=True)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's own word
        super().__init__(id=id)
        self._rows: Sequence[Item] = ()
        self._layouts: dict[tuple[int, bool], RowLayout] = {}
        self._drawn: dict[int, list[Strip]] = {}
        self._heads: dict[int, Sequence[Content]] = {}

    # ------------------------------------------------------------------ what rows say

    def draw(self, item: Item, width: int, *, here: bool) -> Sequence[Content]:
        """Return the lines of a row, right of the mark, in so many cells."""
        raise NotImplementedError

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

    def instead(self) -> Content:
        """Return what stands there now because no row does."""
        return self.nothing()

    def above_head(self) -> Sequence[Content]:
        """Return the lines that stand above the head for a while."""
        return ()

    @property
    def rows(self) -> Sequence[Item]:
        """Return the items that are shown; `cursor` is a place among them."""
        return self._rows

    def redraw(self) -> None:
        """Draw anew what the rows say now; they may take other lines than before."""
        self._layouts.clear()
        self.refresh(layout=True)
        self._lay_out()
        self.call_after_refresh(self.reveal)

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
            head = self.head(width)
            self._heads = {width: [*self.above_head(), *head, *self._gap_below(head)]}
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

    def reveal(self) -> None:
        """Bring what matters into sight."""

    # ------------------------------------------------------------------ drawing

    @override
    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> "RowView[Item]":
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
        line = y if y < len(self._head(self._width)) else y + self.scroll_offset.y
        return with_selection(self, self._strip_at(line), line)

    @override
    def get_selection(self, selection: Selection) -> tuple[str, str]:
        first = 0 if selection.start is None else selection.start.y
        last = self.virtual_size.height - 1 if selection.end is None else selection.end.y
        lines = [
            *[""] * first,
            *(self._strip_at(at).text.rstrip() for at in range(first, last + 1)),
        ]
        return selection.extract("\n".join(lines)), "\n"

    def _strip_at(self, number: int) -> Strip:
        width = self._width
        head = self._head(width)
        if number < len(head):
            return self._strip(head[number], width)
        if not self._rows:
            first = number == len(head)
            return self._strip(self.instead() if first else Content(""), width)
        layout = self._layout_now
        line = number - len(head)
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

    def _redraw_row(self, place: int) -> None:
        self._drawn.pop(place, None)
        if self._width and place < len(self._rows):
            layout = self._layout_now
            top = len(self._head(self._width)) + layout.top(place)
            self.refresh_lines(top, layout.height(place))
