"""The form of a person's own keys: the new key is pressed in its row."""

from typing import ClassVar

from textual import on
from textual.widgets import Input
from typing_extensions import override

from tracker.ui.form.body import FormBody
from tracker.ui.meanings import BY_ID
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.form_row import FormRow


class KeysBody(FormBody):
    """A row a meaning; what is pressed last in it is its key."""

    DEFAULT_CSS = """
    KeysBody > FormRow { max-width: 90; }
    """

    COMPACT: ClassVar[bool] = True
    LABEL_CELLS: ClassVar[int] = 56

    @override
    def row(self, name: str) -> FormRow:
        if name not in BY_ID:
            return super().row(name)
        field = self.fields[name]
        row = FieldRow(
            field.label,
            cells=field.cells,
            label_cells=self.LABEL_CELLS,
            typed_over=True,
            id=name,
        )
        row.text = self._shown.get(name, "")
        return row

    @override
    def typed(self) -> dict[str, str]:
        return {
            name: text[-1:] if name in BY_ID else text for name, text in super().typed().items()
        }

    @on(Input.Changed)
    def _keep_last(self, event: Input.Changed) -> None:
        if len(event.value) > 1:
            event.input.value = event.value[-1]
