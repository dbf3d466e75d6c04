"""The last runs, newest first, with the response that the next morning gave."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from textual import events, on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.answers import RunLine
from tracker.domain.settings import Settings
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.run.run_table import GAP_CELLS, Column, run_columns

MARK_CELLS: Final = 2
HEAD_ROWS: Final = 1


class RunList(Widget, can_focus=True):
    """One row a run; the one under the cursor can be edited or deleted.

    The rows have a blank one between them as long as all of them fit.
    """

    DEFAULT_CSS = """
    RunList { height: auto; width: 1fr; }
    """

    SCOPE: ClassVar[Scope] = Scope.RUNS
    HINTS: ClassVar[tuple[str, ...]] = (
        "edit_run", "delete_run", "run_move", "new_run", "import_runs",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.RUNS)]

    lines: reactive[tuple[RunLine, ...]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0, repaint=False)
    spacious: reactive[bool] = reactive(default=False, layout=True)

    @dataclass
    class Chosen(Message):
        """The person wants to edit a run."""

        line: RunLine

    @dataclass
    class Discarded(Message):
        """The person wants to delete a run."""

        line: RunLine

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's own word
        super().__init__(id=id)
        self._settings = Settings()
        self._today = date.min
        self._columns: tuple[int, str, tuple[Column, ...]] | None = None

    def show(self, lines: tuple[RunLine, ...], *, settings: Settings, today: date) -> None:
        """Show runs; the cursor stays on its run, or in its place where that one is gone."""
        here = self.chosen
        self._settings, self._today, self._columns = settings, today, None
        self.lines = lines
        place = None if here is None else self._place_of(here.run.id)
        self.cursor = min(self.cursor, max(len(lines) - 1, 0)) if place is None else place
        self.refresh(layout=True)

    def go_to(self, run_id: str) -> None:
        """Bring the cursor to a run, where the list has it."""
        place = self._place_of(run_id)
        if place is not None:
            self.cursor = place

    def _place_of(self, run_id: str) -> int | None:
        return next((at for at, line in enumerate(self.lines) if line.run.id == run_id), None)

    @property
    def chosen(self) -> RunLine | None:
        """Give the run under the cursor."""
        return self.lines[self.cursor] if self.cursor < len(self.lines) else None

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a row for the heads and one or two for each run."""
        return self.rows(spacious=self.spacious)

    def rows(self, *, spacious: bool) -> int:
        """Count the rows that the list takes with or without air."""
        return HEAD_ROWS + len(self.lines) * (2 if spacious else 1)

    @property
    def _step(self) -> int:
        return 2 if self.spacious else 1

    @override
    def render_line(self, y: int) -> Strip:
        """Write the heads, a run, or the air between two of them."""
        row, rest = divmod(y - HEAD_ROWS, self._step)
        if y < HEAD_ROWS:
            gap = Content(" " * GAP_CELLS)
            line = Content.assemble(
                " " * MARK_CELLS, gap.join(column.head_cell() for column in self._laid_out())
            )
        elif rest < self._step - 1 or row >= len(self.lines):
            line = Content("")
        else:
            line = self._row(row)
        return Visual.to_strips(self, line, self.size.width, 1, self.visual_style, pad=True)[0]

    def _laid_out(self) -> tuple[Column, ...]:
        glyphs = glyphs_of(self)
        room = self.content_size.width - MARK_CELLS
        if self._columns is None or self._columns[:2] != (room, glyphs.right):
            columns = run_columns(
                self.lines, settings=self._settings, today=self._today, glyphs=glyphs, room=room
            )
            self._columns = (room, glyphs.right, columns)
        return self._columns[2]

    def _row(self, place: int) -> Content:
        gap = Content(" " * GAP_CELLS)
        row = gap.join(column.cell(place) for column in self._laid_out())
        if place != self.cursor:
            return Content.assemble(" " * MARK_CELLS, row)
        glyphs = glyphs_of(self)
        mark = Content.styled(glyphs.stripe if self.has_focus else glyphs.pointer, "$accent")
        blank = max(self.content_size.width - MARK_CELLS - row.cell_length, 0)
        ground = "bold on $focus" if self.has_focus else "bold on $panel"
        return Content.assemble(mark, " ", row, " " * blank).stylize(ground)

    # ------------------------------------------------------------------ moving

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw both rows anew, and keep the run under the cursor in sight."""
        for place in (before, after):
            self.refresh(Region(0, self._line_of(place), self.size.width, 1))
        self.call_after_refresh(self._show_cursor)

    def _line_of(self, place: int) -> int:
        return HEAD_ROWS + place * self._step + self._step - 1

    @on(events.Focus)
    @on(events.Blur)
    def _mark_anew(self) -> None:
        self.refresh(Region(0, self._line_of(self.cursor), self.size.width, 1))

    def _show_cursor(self) -> None:
        around = self.parent
        if isinstance(around, VerticalScroll):
            first = 0 if self.cursor == 0 else HEAD_ROWS + self.cursor * self._step
            around.scroll_to_region(Region(0, first, 1, self._step + 1), animate=False)

    def action_run_move(self, step: int) -> None:
        """Go to the run above, or below; beyond the ends the focus moves on."""
        goal = self.cursor + step
        if 0 <= goal < len(self.lines):
            self.cursor = goal
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_run_page(self, step: int) -> None:
        """Go on by as many runs as are in sight."""
        rows = self.parent.size.height if isinstance(self.parent, Widget) else 1
        goal = self.cursor + step * max(rows // self._step - 1, 1)
        self.cursor = min(max(goal, 0), max(len(self.lines) - 1, 0))

    def action_run_end(self, step: int) -> None:
        """Go to the newest run, or the oldest of the list."""
        self.cursor = max(len(self.lines) - 1, 0) if step > 0 else 0

    def action_edit_run(self) -> None:
        """Ask to edit the run under the cursor."""
        if self.chosen is not None:
            self.post_message(self.Chosen(self.chosen))

    def action_delete_run(self) -> None:
        """Ask to delete the run under the cursor."""
        if self.chosen is not None:
            self.post_message(self.Discarded(self.chosen))

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked run; a second click edits it."""
        place = event.get_content_offset(self)
        if place is None or place.y < HEAD_ROWS:
            return
        row = (place.y - HEAD_ROWS) // self._step
        if row < len(self.lines):
            again, self.cursor = row == self.cursor, row
            if again:
                self.action_edit_run()
