"""A field for a day, or for a moment: typed, or chosen in the calendar."""

from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from tracker.domain.clock_words import on_day
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.messages import DayWanted
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.form_row import LABEL_CELLS


class DayRow(FieldRow):
    """A `FieldRow` that can be filled from the calendar as well.

    `ahead` is how many days after today may be chosen there. With `clock` a time of day that was
    typed stays beside the chosen day; without it a day that stands there is typed over.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.DAY)]
    HINTS: ClassVar[tuple[str, ...]] = ("pick_day", *FieldRow.HINTS)

    def __init__(
        self,
        label: str,
        *,
        cells: int | None = None,
        placeholder: str = "",
        ahead: int = 0,
        clock: bool = False,
        label_cells: int = LABEL_CELLS,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(
            label,
            cells=cells,
            placeholder=placeholder,
            label_cells=label_cells,
            typed_over=not clock,
            id=id,
            classes=classes,
        )
        self._ahead = ahead
        self._clock = clock

    def action_pick_day(self) -> None:
        """Ask for the calendar."""
        self.post_message(DayWanted(self.text, self.take_day, ahead=self._ahead))

    def take_day(self, day: date) -> None:
        """Write a day into the field, as if it had been typed."""
        self.field.value = on_day(self.text, day) if self._clock else day.isoformat()
        self.field.cursor_position = len(self.field.value)
