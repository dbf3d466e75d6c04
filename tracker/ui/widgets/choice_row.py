"""One of few: the choices written out in a row."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from typing_extensions import override

from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.form_row import LABEL_CELLS, FormRow


class ChoiceRow(FormRow, can_focus=True):
    """One of a few values (of an enum, say), or none yet.

    Arrows move the choice, backspace takes it back. What does not fit goes on in a next line.
    """

    DEFAULT_CSS = """
    ChoiceRow { height: auto; }
    """

    SCOPE: ClassVar[Scope] = Scope.CHOICE
    HINTS: ClassVar[tuple[str, ...]] = ("choice_move", "choice_clear")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.CHOICE)]

    value: reactive[str | None] = reactive(None)

    @dataclass
    class Changed(Message):
        """The choice was changed by the person."""

        row: "ChoiceRow"
        value: str | None

        @property
        def control(self) -> "ChoiceRow":
            """Give the row, for selectors."""
            return self.row

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

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the words need, whichever of them is chosen."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Draw the words in a row, the chosen one marked, bold and on its own ground."""
        indent = " " * self._label_cells
        first, *more = self._lines(self.content_size.width)
        return Content("\n").join(
            [
                Content.assemble(self.label_content(focused=self.has_focus), first),
                *(Content.assemble(indent, line) for line in more),
            ]
        )

    def _lines(self, width: int) -> list[Content]:
        room = width - self._label_cells
        marked = len(glyphs_of(self).chosen) + 1
        lines: list[list[Content]] = [[]]
        taken = marked
        for value, word in self._options:
            cells = len(word) + 4
            if lines[-1] and taken + cells - 2 > room:
                lines.append([])
                taken = marked
            lines[-1].append(self._word(value, word))
            taken += cells
        return [Content("  ").join(words) for words in lines]

    def _word(self, value: str, word: str) -> Content:
        if value == self.value:
            return Content.styled(f" {glyphs_of(self).chosen} {word} ", "bold on $panel")
        return Content.styled(f" {word} ", "$dim")

    def _set(self, value: str | None) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))

    def action_choice_move(self, step: int) -> None:
        """Choose the neighbour; from "none yet" the first, or the last."""
        values = [value for value, _word in self._options]
        if self.value not in values:
            self._set(values[0 if step > 0 else -1])
            return
        place = values.index(self.value) + step
        self._set(values[min(max(place, 0), len(values) - 1)])

    def action_choice_clear(self) -> None:
        """Take the choice back, where one may."""
        if not self._required:
            self._set(None)
