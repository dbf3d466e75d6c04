"""The grid that every row of a form shares: focus mark, label, value, read-out."""

from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.ui.commands import Scope, bindings_of

LABEL_CELLS: Final = 17
"""The label ends here, so that with the focus mark every value starts in column 18."""


class FormRow(Widget):
    """One labelled row of a form.

    `HINTS` are the ids of the commands that the footer shows while the row has the focus.
    """

    DEFAULT_CSS = """
    FormRow {
        height: 1;
        width: 1fr;
        border-left: blank;
        color: $foreground;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    FormRow:focus, FormRow:focus-within {
        background: $focus;
        border-left: outer $accent;
    }
    """

    HINTS: ClassVar[tuple[str, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.FORM)]

    label: reactive[str] = reactive("")

    def __init__(
        self,
        label: str,
        *,
        label_cells: int = LABEL_CELLS,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._label_cells = label_cells
        self.set_reactive(FormRow.label, label)

    def action_next_row(self, step: int) -> None:
        """Bring the focus to the row below, or above."""
        if step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def label_content(self, *, focused: bool) -> Content:
        """Give the label in its column: bold with the focus, dim without."""
        return self.padded_label().stylize("bold" if focused else "$dim")

    def padded_label(self) -> Content:
        """Give the label in its column, with at least one blank cell after it."""
        words = Content(self.label).truncate(self._label_cells - 1, ellipsis=True)
        return words.pad_right(self._label_cells - words.cell_length)
