"""The routines to choose from, two lines each."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from typing_extensions import override

from tracker.diary.routine_fitting import FittedLine
from tracker.domain.dataclass import dataclass
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.stretch.words import line_words
from tracker.ui.widgets.cursor_list import CursorList


class RoutineList(CursorList[FittedLine]):
    """A routine's name, and below it its steps, minutes and last day.

    The chosen one shows beside the list while the cursor moves; enter goes to its steps.
    """

    SCOPE: ClassVar[Scope] = Scope.ROUTINES
    HINTS: ClassVar[tuple[str, ...]] = (
        "row_open", "guide", "new_routine", "edit_routine", "put_away",
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
    def key_of(self, item: FittedLine) -> str:
        return item.fitted.routine.id

    @override
    def text_of(self, item: FittedLine) -> str:
        return f"{item.name} {item.fitted.routine.title}"

    @override
    def draw(self, item: FittedLine, width: int, *, here: bool) -> Sequence[Content]:
        facts = line_words(item, day=self.day, today=self.today)
        name = Content.styled(item.name, "bold" if here else "")
        return [Content.assemble("  ", line) for line in (name, Content.styled(facts, "$dim"))]

    def action_put_away(self) -> None:
        """Delete the routine, or hide it."""
        if self.chosen is not None:
            self.post_message(self.PutAway())

    def action_bring_hidden_back(self) -> None:
        """Bring a hidden routine back."""
        self.post_message(self.BringBack())
