"""The routines to choose from, two lines each."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Final, TypeAlias

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from typing_extensions import override

from tracker.diary.routine_fitting import FittedLine
from tracker.domain.dataclass import dataclass
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.host import TOAST_S
from tracker.ui.stretch.words import line_words
from tracker.ui.widgets.cursor_list import CursorList

NOT_DELETED: Final = "A built-in routine stays: x hides it."
NOT_HIDDEN: Final = "A routine of your own isn't hidden: d deletes it, u brings it back."


@dataclass(frozen=True, slots=True)
class HeatColdRow:
    """The last row of the list: the timer for heat and cold."""

    name: str = "Heat or cold"
    facts: str = "timer · skin check at 5 min · 20 at most"


HEAT_COLD: Final = HeatColdRow()
Row: TypeAlias = FittedLine | HeatColdRow


class RoutineList(CursorList[Row]):
    """A routine's name, and below it its steps, minutes and last day.

    The chosen one shows beside the list while the cursor moves; enter goes to its steps. The last
    row is the timer for heat and cold.
    """

    SCOPE: ClassVar[Scope] = Scope.ROUTINES
    HINTS: ClassVar[tuple[str, ...]] = (
        "row_open", "guide", "new_routine", "edit_routine", "drop_routine",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.ROUTINES)]
    ROW_LINES: ClassVar[int | None] = 2

    day: reactive[date] = reactive(date.min)
    today: reactive[date] = reactive(date.min)

    @dataclass
    class PutAway(Message):
        """The person wants the routine gone: deleted, or hidden."""

    @dataclass
    class BringBack(Message):
        """The person wants a hidden routine back."""

    @override
    def key_of(self, item: Row) -> str:
        return item.fitted.routine.id if isinstance(item, FittedLine) else "heat-cold"

    @override
    def text_of(self, item: Row) -> str:
        title = item.fitted.routine.title if isinstance(item, FittedLine) else ""
        return f"{item.name} {title}"

    @override
    def draw(self, item: Row, width: int, *, here: bool) -> Sequence[Content]:
        if isinstance(item, FittedLine):
            facts = line_words(item, day=self.day, today=self.today)
        else:
            facts = item.facts
        name = Content.styled(item.name, "bold" if here else "")
        return [Content.assemble("  ", line) for line in (name, Content.styled(facts, "$dim"))]

    def action_drop_routine(self) -> None:
        """Delete an own routine; a built-in one is only hidden."""
        self._put_away(own=True, instead=NOT_DELETED)

    def action_hide_chosen(self) -> None:
        """Hide a built-in routine; an own one is deleted."""
        self._put_away(own=False, instead=NOT_HIDDEN)

    def _put_away(self, *, own: bool, instead: str) -> None:
        line = self.chosen
        if isinstance(line, FittedLine) and line.fitted.routine.builtin is not own:
            self.post_message(self.PutAway())
        elif isinstance(line, FittedLine):
            self.notify(instead, timeout=TOAST_S, markup=False)

    def action_bring_hidden_back(self) -> None:
        """Bring a hidden routine back."""
        self.post_message(self.BringBack())
