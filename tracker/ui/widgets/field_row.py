"""A field with its label, its unit, what was understood, and the error below."""

from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tracker.domain.verdict import Zone
from tracker.ui.widgets.form_row import LABEL_CELLS, FormRow
from tracker.ui.widgets.note import Note


class FieldRow(FormRow):
    """One line of text to type. Nothing typed is ever taken away by an error.

    `unit` stands in dim after the field; `echo` says at the right what was understood.
    `cells` is the width of the field; without it the field takes the rest of the row. The class
    `-close` sets the label close to the field, for a second field in a row.
    """

    DEFAULT_CSS = """
    FieldRow {
        height: auto;
        layout: vertical;
        & > Horizontal { height: 1; width: 1fr; }
        & .field--label { width: 17; color: $dim; }
        &.-close .field--label { width: auto; margin: 0 1 0 0; }
        &:focus-within .field--label { color: $foreground; text-style: bold; }
        & Input { background: $panel; color: $foreground; padding: 0 1 !important; }
        & Input:focus { background: $panel; }
        & .field--unit { width: auto; color: $dim; margin: 0 0 0 1; }
        & .field--echo { width: 1fr; color: $foreground; text-align: right; margin: 0 1 0 2; }
    }
    """

    HINTS: ClassVar[tuple[str, ...]] = ("next_row", "leave_field")

    field = getters.query_one(Input)
    note = getters.query_one(Note)

    @dataclass
    class Changed(Message):
        """The text was changed by the person."""

        row: "FieldRow"
        text: str

        @property
        def control(self) -> "FieldRow":
            """Give the row, for selectors."""
            return self.row

    def __init__(
        self,
        label: str,
        *,
        text: str = "",
        unit: str = "",
        cells: int | None = None,
        placeholder: str = "",
        label_cells: int = LABEL_CELLS,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(label, label_cells=label_cells, id=id, classes=classes)
        self._text = text
        self._unit = unit
        self._cells = cells
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """Lay out label, field, unit and read-out in one line, the note below."""
        with Horizontal():
            yield Static(self.padded_label().rstrip(), classes="field--label")
            field = Input(
                self._text, compact=True, placeholder=self._placeholder, select_on_focus=False
            )
            field.styles.width = "1fr" if self._cells is None else self._cells + 2
            yield field
            if self._unit:
                yield Static(self._unit, classes="field--unit", markup=False)
            if self._cells is not None:
                yield Static("", classes="field--echo", markup=False)
        yield Note()

    @property
    def text(self) -> str:
        """Give what is typed."""
        return self.field.value if self.is_mounted else self._text

    @text.setter
    def text(self, text: str) -> None:
        self._text = text
        if self.is_mounted:
            with self.prevent(Input.Changed):
                self.field.value = text

    def echo(self, content: Content | str) -> None:
        """Say right of the field what was understood."""
        for place in self.query(".field--echo").results(Static):
            place.update(content if isinstance(content, Content) else Content(content))

    def refuse(self, sentence: str) -> None:
        """Say below the field what is wrong and what to type instead; empty takes it back."""
        self.note.say(sentence, zone=Zone.RED)
        self.set_class(bool(sentence), "-refused")

    @property
    def refused(self) -> bool:
        """Tell whether the field shows an error."""
        return self.has_class("-refused")

    def remark(self, sentence: str, *, zone: Zone = Zone.AMBER, rule: str = "") -> None:
        """Say below the field what follows from it; empty takes it back."""
        self.note.say(sentence, zone=zone, rule=rule)

    def focus_field(self) -> None:
        """Bring the focus to the field."""
        self.field.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.refuse("")
        self.post_message(self.Changed(self, event.value))
