"""The grid that every row of a form shares: focus mark, label, value, read-out."""

from time import monotonic
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tracker.domain.dataclass import dataclass
from tracker.domain.verdict import Zone
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.widgets.note import Note

LABEL_CELLS: Final = 17
"""The label ends here, so that with the focus mark every value starts in column 18."""


class FormRow(Widget):
    """One labelled row of a form; what it holds can be had, and set, as `text`.

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

    _goes_on_at: float | None = None

    @dataclass
    class Changed(Message):
        """What the row holds was changed by the person."""

        row: "FormRow"

        @property
        def control(self) -> "FormRow":
            """Return the row, for selectors."""
            return self.row

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

    @property
    def text(self) -> str:
        """Return what the row holds, "" for nothing."""
        raise NotImplementedError

    @text.setter
    def text(self, text: str) -> None:
        raise NotImplementedError

    def set_hint(self, words: Content | str) -> None:
        """Say at the right what was understood, where the row has room for it."""

    def set_error(self, sentence: str) -> None:
        """Say below the row what is wrong and what to do instead; empty takes it back."""
        self.set_class(bool(sentence), "-refused")
        self._note(sentence, Zone.RED)

    def set_warning(self, sentence: str, *, rule: str = "") -> None:
        """Say below the row what doesn't go with it, without refusing it; empty takes it back."""
        if not self.refused:
            self._note(sentence, Zone.AMBER, rule=rule)

    def _note(self, sentence: str, zone: Zone, *, rule: str = "") -> None:
        self.set_class(bool(sentence), "-noted")
        note = self._note_below
        if note is not None:
            note.show(sentence, zone=zone, rule=rule)
        elif sentence and isinstance(self.parent, Widget):
            note = Note(classes="row--error")
            note.show(sentence, zone=zone, rule=rule)
            self.parent.mount(note, after=self)

    @property
    def refused(self) -> bool:
        """Return whether the row shows an error."""
        return self.has_class("-refused")

    @property
    def _note_below(self) -> Note | None:
        siblings = self.parent.children if self.parent is not None else ()
        place = siblings.index(self) + 1 if self in siblings else 0
        below = siblings[place] if 0 < place < len(siblings) else None
        return below if isinstance(below, Note) and below.has_class("row--error") else None

    def focus_field(self) -> None:
        """Bring the focus to the row."""
        self.focus()

    def arrive_by_itself(self, *, grace_s: float) -> None:
        """Take the focus, although nobody asked: a ↓ that comes at once was meant to get here."""
        self._goes_on_at = monotonic() + grace_s
        self.focus_field()

    def action_next_row(self, step: int) -> None:
        """Bring the focus to the row below, or above."""
        goes_on_at, self._goes_on_at = self._goes_on_at, None
        if step > 0 and goes_on_at is not None and monotonic() < goes_on_at:
            return
        if step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def label_content(self, *, focused: bool) -> Content:
        """Return the label in its column: bold with the focus, dim without."""
        return self.padded_label().stylize("bold" if focused else "$dim")

    def padded_label(self) -> Content:
        """Return the label in its column, with at least one blank cell after it."""
        words = Content(self.label).truncate(self._label_cells - 1, ellipsis=True)
        return words.pad_right(self._label_cells - words.cell_length)
