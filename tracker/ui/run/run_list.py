"""The runs, newest first, with the response that the next morning gave."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tracker.diary.answers import RunLine
from tracker.domain.calendar_words import format_day
from tracker.domain.dataclass import dataclass
from tracker.domain.settings import Settings
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import RESPONSE_WORD, Glyphs, glyphs_of
from tracker.ui.run.run_table import Column, run_columns
from tracker.ui.widgets.cursor_list import DOWN, UP, CursorList
from tracker.ui.widgets.row_view import MARK_CELLS

LEAD: Final = (" ", "")


class RunList(CursorList[RunLine]):
    """One row a run; the one under the cursor can be edited or deleted."""

    SCOPE: ClassVar[Scope] = Scope.RUNS
    HINTS: ClassVar[tuple[str, ...]] = (
        "edit_run", "delete_run", "row_move", "new_run", "import_runs",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.RUNS)]
    LEAVES: ClassVar[frozenset[int]] = frozenset({UP, DOWN})

    @dataclass
    class Discarded(Message):
        """The person wants to delete a run."""

        line: RunLine

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's own word
        super().__init__(id=id)
        self._settings = Settings()
        self._today = date.min
        self._columns: tuple[int, Glyphs, tuple[Column, ...]] | None = None

    def show_runs(self, lines: tuple[RunLine, ...], *, settings: Settings, today: date) -> None:
        """Show runs; the cursor stays on its run, or in its place where that one is gone."""
        self._settings, self._today, self._columns = settings, today, None
        self.show(lines)

    @override
    def key_of(self, item: RunLine) -> str:
        return item.run.id

    @override
    def text_of(self, item: RunLine) -> str:
        run = item.run
        parts = (format_day(run.day), str(run.day), run.kind, run.surface, *item.gear, run.note)
        return " ".join((RESPONSE_WORD[item.response], item.reason, *map(str, filter(None, parts))))

    @override
    def head(self, width: int) -> Sequence[Content]:
        first, *others = self._laid_out(width - MARK_CELLS)
        parts: list[Content | tuple[str, str]] = [LEAD, LEAD, first.head_cell()]
        for column in others:
            parts += [(" " * column.gap, ""), column.head_cell()]
        return [Content.assemble(*parts)]

    @override
    def draw(self, item: RunLine, width: int, *, here: bool) -> Sequence[Content]:
        first, *others = self._laid_out(width)
        parts = [LEAD, *first.parts(item)]
        for column in others:
            parts += [(" " * column.gap, ""), *column.parts(item)]
        row = Content.assemble(*parts)
        return [row.stylize("bold") if here else row]

    def _laid_out(self, width: int) -> tuple[Column, ...]:
        room, glyphs = width - len(LEAD[0]), glyphs_of(self)
        if self._columns is None or self._columns[:2] != (room, glyphs):
            columns = run_columns(
                self.items, settings=self._settings, today=self._today, glyphs=glyphs, room=room
            )
            self._columns = (room, glyphs, columns)
        return self._columns[2]

    def action_edit_run(self) -> None:
        """Ask to edit the run under the cursor."""
        self.action_row_open()

    def action_delete_run(self) -> None:
        """Ask to delete the run under the cursor."""
        if self.chosen is not None:
            self.post_message(self.Discarded(self.chosen))
