"""One of few: the choices written out in a row."""

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.reactive import reactive
from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.form_row import LABEL_CELLS, FormRow

_GAPS = (2, 1)
"""Blanks between the words: the fewer where that saves a line."""


class ChoiceRow(FormRow, can_focus=True):
    """One of a few values (of an enum, say), or none yet.

    Arrows and the mouse move the choice, backspace takes it back. What does not fit goes on in a
    next line.
    """

    DEFAULT_CSS = """
    ChoiceRow { height: auto; }
    """

    SCOPE: ClassVar[Scope] = Scope.CHOICE
    HINTS: ClassVar[tuple[str, ...]] = ("choice_move", "choice_clear")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.CHOICE)]

    value: reactive[str | None] = reactive(None)

    @dataclass
    class Changed(FormRow.Changed):
        """The choice was changed by the person."""

        row: "ChoiceRow"
        value: str | None

    def __init__(
        self,
        label: str,
        options: tuple[tuple[str, str], ...],
        *,
        value: str | None = None,
        label_cells: int = LABEL_CELLS,
        required: bool = False,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(label, label_cells=label_cells, id=id, classes=classes)
        self._options = options
        self._required = required
        self.set_reactive(ChoiceRow.value, value)

    @property
    def text(self) -> str:
        """Return the chosen value, "" for none."""
        return self.value or ""

    @text.setter
    def text(self, text: str) -> None:
        # A word of another version is none of the options, and still what is on file.
        known = {value for value, _word in self._options}
        self.value = text if text or text in known else None

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the words need, whichever of them is chosen."""
        return len(self._shared(width)[0])

    def render(self) -> Content:
        """Draw the words in a row, the chosen one marked, bold and on its own ground."""
        indent = " " * self._label_cells
        shared, gap = self._shared(self.content_size.width)
        lines = (
            Content(" " * gap).join(self._word(value, word) for value, word in line)
            for line in shared
        )
        first, *more = lines
        return Content("\n").join(
            [
                Content.assemble(self.label_content(focused=self.has_focus), first),
                *(Content.assemble(indent, line) for line in more),
            ]
        )

    def _shared(self, width: int) -> tuple[list[list[tuple[str, str]]], int]:
        """Share the options among as few lines as they need, and say how far apart they stand."""
        shared = ((list(self._lines(width, gap)), gap) for gap in _GAPS)
        return min(shared, key=lambda lines_gap: len(lines_gap[0]))

    def _lines(self, width: int, gap: int) -> Iterator[list[tuple[str, str]]]:
        room = width - self._label_cells
        marked = len(glyphs_of(self).chosen) + 1
        line: list[tuple[str, str]] = []
        taken = marked
        for value, word in self._options:
            cells = len(word) + gap + 2
            if line and taken + cells - gap > room:
                yield line
                line, taken = [], marked
            line.append((value, word))
            taken += cells
        yield line

    @property
    def active_cell(self) -> Offset:
        """Return the cell of the chosen word, of the first where none is chosen."""
        lines, gap = self._shared(self.content_size.width)
        for y, line in enumerate(lines):
            x = self._label_cells
            for value, word in line:
                if value == self.value:
                    return Offset(x + 1, y)
                x += self._word(value, word).cell_length + gap
        return Offset(self._label_cells + 1, 0)

    def _word(self, value: str, word: str) -> Content:
        if value == self.value:
            return Content.styled(f" {glyphs_of(self).chosen} {word} ", "bold on $panel")
        return Content.styled(f" {word} ", "$dim")

    def _set(self, value: str | None) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))

    def action_choice_move(self, step: int) -> None:
        """Choose the neighbour; from "none yet" the first, whichever way it goes."""
        values = [value for value, _word in self._options]
        if self.value not in values:
            self._set(values[0])
            return
        place = values.index(self.value) + step
        self._set(values[min(max(place, 0), len(values) - 1)])

    def action_choice_clear(self) -> None:
        """Take the choice back, where one may."""
        if not self._required:
            self._set(None)

    def on_click(self, event: events.Click) -> None:
        """Choose the word that was clicked."""
        at = event.get_content_offset(self)
        lines, gap = self._shared(self.content_size.width)
        if at is None or at.y >= len(lines):
            return
        begins = self._label_cells
        for value, word in lines[at.y]:
            ends = begins + self._word(value, word).cell_length
            if begins <= at.x < ends:
                self._set(value)
                return
            begins = ends + gap


class YesNoRow(ChoiceRow):
    """Yes or no, or neither yet; the two letters answer it, too."""

    SCOPE: ClassVar[Scope] = Scope.YES_NO
    HINTS: ClassVar[tuple[str, ...]] = ("answer_yes_no", *ChoiceRow.HINTS)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.YES_NO)]

    def action_answer_yes_no(self, answer: str) -> None:
        """Take an answer."""
        self._set(answer)
