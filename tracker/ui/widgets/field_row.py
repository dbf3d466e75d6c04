"""A field with its label, its unit, what was understood, and the error below."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.suggester import Suggester
from textual.widgets import Input

from tracker.domain.dataclass import dataclass
from tracker.domain.verdict import Zone
from tracker.ui.widgets.form_row import LABEL_CELLS, FormRow
from tracker.ui.widgets.note import Note

COMPACT = "-textual-compact"
_FIELD_PADDING = 2
_JOINERS = ("\u200c", "\u200d")


class _Field(Input):
    """A field whose width is given: what is typed in it moves nothing around it."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    # Compact from the beginning: switched on later, its styles would be worked out once more.
    compact = reactive(True, toggle_class=COMPACT)  # noqa: FBT003 - as the toolkit has it

    def on_mount(self) -> None:
        """Let the cursor blink only where things may move."""
        self.cursor_blink = self.app.animation_level != "none"

    def on_key(self, event: Key) -> None:
        """Take the signs that join others into one sign, which Input drops as not printable."""
        if event.character is not None and event.character in _JOINERS:
            event.stop()
            event.prevent_default()
            self.replace(event.character, *self.selection)


class FieldRow(FormRow):
    """One line of text to type. Nothing typed is ever taken away by an error.

    `unit` stands in dim after the field; the hint says at the right what was understood. `cells` is
    the width of what can be seen of the text; without it the field takes the rest of the row.
    What stands in a field that is `typed_over` is selected when it gets the focus.
    `close` sets the label right before the field, for a second field in a row. Label, unit and hint
    are drawn by the row itself, around the field, with brackets where a terminal has no tints.
    """

    DEFAULT_CSS = """
    FieldRow {
        height: auto;
        layout: vertical;
        & > Input { background: $panel; color: $foreground; padding: 0 1 !important; }
        & > Input:focus { background: $panel; }
        &:focus-within > Note { border-left: none; padding: 0 1 0 2; }
    }
    """

    HINTS: ClassVar[tuple[str, ...]] = ("next_row", "leave_field")

    understood: reactive[Content] = reactive(Content(""))
    close: reactive[bool] = reactive(default=False)

    field = getters.query_one(Input)

    @dataclass
    class Changed(FormRow.Changed):
        """The text was changed by the person."""

        row: "FieldRow"
        text: str

    def __init__(
        self,
        label: str,
        *,
        text: str = "",
        unit: str = "",
        cells: int | None = None,
        placeholder: str = "",
        label_cells: int = LABEL_CELLS,
        close: bool = False,
        typed_over: bool = False,
        suggester: Suggester | None = None,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(label, label_cells=label_cells, id=id, classes=classes)
        self._text = text
        self._typed_over = typed_over
        self._suggester = suggester
        self._unit = unit
        self._cells = cells
        self._placeholder = placeholder
        self.set_reactive(FieldRow.close, close)

    def compose(self) -> ComposeResult:
        """Put the field after the label; a note comes below when there is something to say."""
        field = _Field(
            self._text,
            compact=True,
            placeholder=self._placeholder,
            select_on_focus=self._typed_over,
            suggester=self._suggester,
            validate_on=(),
            classes=COMPACT,
        )
        field.styles.width = "1fr" if self._cells is None else self._cells + _FIELD_PADDING
        field.styles.margin = (0, 0, 0, self._label_width)
        yield field

    @property
    def _label_width(self) -> int:
        return len(self.label) + 1 if self.close else self._label_cells

    def watch_close(self) -> None:
        """Move the field to its label."""
        if self.is_mounted:
            self.field.styles.margin = (0, 0, 0, self._label_width)

    def render(self) -> Content:
        """Write label, unit and read-out around the field."""
        focused = self.has_pseudo_class("focus-within")
        label = Content(f"{self.label} ") if self.close else self.padded_label()
        label = label.stylize("bold" if focused else "$dim")
        before, after = ("[", "] ") if self.app.current_theme.ansi else (" ", " ")
        label = Content.assemble(label[:-1], Content.styled(before, "$dim"))
        if self._cells is None:
            return label
        blank = " " * (self._cells + _FIELD_PADDING)
        left = Content.assemble(label, blank, Content.styled(f"{after}{self._unit}", "$dim"))
        gap = self.content_size.width - left.cell_length - self.understood.cell_length - 1
        return Content.assemble(left, " " * max(gap, 1 if self.understood else 0), self.understood)

    @property
    def text(self) -> str:
        """Return what is typed."""
        return self.field.value if self.is_mounted else self._text

    @text.setter
    def text(self, text: str) -> None:
        self._text = text
        if self.is_mounted:
            with self.prevent(Input.Changed):
                self.field.value = text

    def set_hint(self, content: Content | str) -> None:
        """Say right of the field what was understood."""
        self.understood = content if isinstance(content, Content) else Content(content)

    def set_error(self, sentence: str) -> None:
        """Say below the field what is wrong and what to type instead; empty takes it back."""
        self._say(sentence, zone=Zone.RED)
        self.set_class(bool(sentence), "-refused")

    def set_warning(self, sentence: str, *, zone: Zone = Zone.AMBER, rule: str = "") -> None:
        """Say below the field what follows from it; empty takes it back."""
        self._say(sentence, zone=zone, rule=rule)

    def _say(self, sentence: str, *, zone: Zone, rule: str = "") -> None:
        notes = self.query(Note)
        if notes:
            notes.first().show(sentence, zone=zone, rule=rule)
        elif sentence:
            note = Note()
            note.show(sentence, zone=zone, rule=rule)
            self.mount(note)

    def focus_field(self) -> None:
        """Bring the focus to the field."""
        self.field.focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_next_row(1)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.set_error("")
        self.post_message(self.Changed(self, event.value))
