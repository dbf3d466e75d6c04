"""One of many: a field that names the chosen word, and opens the list of all."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Select, Static

from tracker.domain.dataclass import dataclass
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.widgets.form_row import LABEL_CELLS, FormRow


class PickField(Select[str], inherit_bindings=False):
    """A select that leaves the keys up and down to the form: left and right take the neighbour."""

    SCOPE: ClassVar[Scope] = Scope.PICK
    HINTS: ClassVar[tuple[str, ...]] = ("pick_move", "show_overlay")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.PICK)]

    def action_pick_move(self, step: int) -> None:
        """Take the word before or after; from "none yet" the first, whichever way it goes."""
        words = [value for _word, value in self._options]
        if self.value not in words:
            self.value = words[0]
            return
        self.value = words[min(max(words.index(self.value) + step, 0), len(words) - 1)]

    def action_pick_clear(self) -> None:
        """Take the choice back, where one may."""
        if self._allow_blank:
            self.clear()


class PickRow(FormRow):
    """One of more than five values, or none yet."""

    DEFAULT_CSS = """
    PickRow {
        & > Horizontal { height: 1; width: 1fr; }
        & .pick--label { width: 17; color: $dim; }
        &:focus-within .pick--label { color: $foreground; text-style: bold; }
        & PickField { width: 19; }
        & PickField > SelectCurrent, & PickField:focus > SelectCurrent {
            background: $panel; background-tint: $panel 0%; padding: 0 1 !important;
            border: none;
        }
        & SelectCurrent .arrow { color: $dim; }
        & SelectOverlay > .option-list--option { padding: 0 1; }
        & SelectOverlay, & SelectOverlay:focus {
            border: none; background: $panel; background-tint: $panel 0%; padding: 0;
        }
    }
    """

    field = getters.query_one(PickField)

    @dataclass
    class Changed(FormRow.Changed):
        """The choice was changed by the person."""

        row: "PickRow"
        value: str | None

    def __init__(
        self,
        label: str,
        options: tuple[tuple[str, str], ...],
        *,
        value: str | None = None,
        required: bool = False,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
    ) -> None:
        super().__init__(label, label_cells=LABEL_CELLS, id=id)
        self._options = options
        self._value = value
        self._required = required

    def compose(self) -> ComposeResult:
        """Lay out label and field."""
        with Horizontal():
            yield Static(self.padded_label().rstrip(), classes="pick--label")
            yield PickField(
                [(word, value) for value, word in self._options],
                value=Select.NULL if self._value is None else self._value,
                prompt="–",
                allow_blank=not self._required,
                compact=True,
            )

    @property
    def value(self) -> str | None:
        """Return the chosen value."""
        if not self.is_mounted:
            return self._value
        chosen = self.field.value
        return chosen if isinstance(chosen, str) else None

    @value.setter
    def value(self, value: str | None) -> None:
        self._value = value
        if not self.is_mounted:
            return
        with self.prevent(Select.Changed):
            self.field.value = Select.NULL if value is None else value

    @property
    def text(self) -> str:
        """Return the chosen value, "" for none."""
        return self.value or ""

    @text.setter
    def text(self, text: str) -> None:
        self.value = next((value for value, _word in self._options if value == text), None)

    def focus_field(self) -> None:
        """Bring the focus to the field."""
        self.field.focus()

    @on(Select.Changed)
    def _picked(self, event: Select.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self, self.value))
