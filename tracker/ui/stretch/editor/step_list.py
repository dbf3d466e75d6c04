"""The steps of a routine in the editor: one line each, in the order in which they are done."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from typing_extensions import override

from tracker.diary.routine_entries import StepEntry, read_step
from tracker.domain.dataclass import dataclass
from tracker.domain.routine import RoutineStep
from tracker.domain.verdict import Zone
from tracker.rules.dose_words import dose_words
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.host import TOAST_S
from tracker.ui.stretch.editor.draft import RoutineDraft
from tracker.ui.stretch.editor.words import NO_NAME, NO_STEPS, TO_MEND
from tracker.ui.widgets.cursor_list import UP, CursorList

_NUMBER_CELLS: Final = 2
_DELETED: Final = "Step deleted. u brings it back."


class StepList(CursorList[StepEntry]):
    """Number, name and dose of each step; `judged` are those whose mistakes are shown."""

    SCOPE: ClassVar[Scope] = Scope.EDITOR_STEPS
    HINTS: ClassVar[tuple[str, ...]] = (
        "open_step", "new_step", "shift_step", "remove_step", "save_routine",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.EDITOR_STEPS)]
    LEAVES: ClassVar[frozenset[int]] = frozenset({UP})

    draft: reactive[RoutineDraft | None] = reactive(None)
    judged: reactive[frozenset[str]] = reactive(frozenset())

    @dataclass
    class Changed(Message):
        """The person chose, added, moved, deleted or brought back a step."""

        draft: RoutineDraft

    @dataclass
    class FieldsWanted(Message):
        """The person wants to go to the step's fields."""

    def watch_draft(self) -> None:
        """Show its steps, with the cursor on the chosen one."""
        if self.draft is not None:
            self.show(self.draft.steps)
            self.cursor = self.draft.cursor

    @override
    def key_of(self, item: StepEntry) -> str:
        return item.id

    @override
    def nothing(self) -> Content:
        mark = glyphs_of(self).stripe if self.has_focus else " "
        words = Content.styled(NO_STEPS, "bold" if self.has_focus else "$dim")
        return Content.assemble(Content.styled(mark, "$accent"), "  ", words)

    @override
    def draw(self, item: StepEntry, width: int, *, here: bool) -> Sequence[Content]:
        facts = self._facts(item)
        name = item.name.strip()
        words = Content.styled(name, "bold" if here else "") if name else self._nameless()
        place = next((at for at, each in enumerate(self.items) if each is item), 0)
        number = f" {place + 1:>{_NUMBER_CELLS}}  "
        room = width - len(number) - facts.cell_length - 2
        words = words.truncate(max(room, 1), ellipsis=True)
        return [
            Content.assemble(
                Content.styled(number, "$dim"),
                words.pad_right(max(room - words.cell_length, 0)),
                "  ",
                facts,
            )
        ]

    def _nameless(self) -> Content:
        return Content.styled(NO_NAME, "$dim italic")

    def _facts(self, step: StepEntry) -> Content:
        read = read_step(step)
        if isinstance(read, RoutineStep):
            return Content.styled(dose_words(read), "$dim")
        if step.id not in self.judged:
            return Content("")
        sign = glyphs_of(self).zones[Zone.RED]
        return Content.assemble(Content.styled(f"{sign} ", "$zone-stop"), TO_MEND)

    # ------------------------------------------------------------------ keys

    @property
    def _at_cursor(self) -> RoutineDraft | None:
        """Return the draft with the step under the cursor chosen."""
        return None if self.draft is None else self.draft.at(self.cursor)

    def _change(self, draft: RoutineDraft) -> None:
        if draft != self.draft:
            self.post_message(self.Changed(draft))

    @on(CursorList.Moved)
    def _choose(self, event: CursorList.Moved[StepEntry]) -> None:
        event.stop()
        if self._at_cursor is not None:
            self._change(self._at_cursor)

    @on(CursorList.Opened)
    def _open(self, event: CursorList.Opened[StepEntry]) -> None:
        event.stop()
        self.post_message(self.FieldsWanted())

    def action_open_step(self) -> None:
        """Go to the step's fields; without a step add one."""
        if self.items:
            self.post_message(self.FieldsWanted())
        else:
            self.action_new_step()

    def action_new_step(self) -> None:
        """Add an empty step below, and go to its fields."""
        if self._at_cursor is not None:
            self._change(self._at_cursor.added())
            self.post_message(self.FieldsWanted())

    def action_shift_step(self, by: int) -> None:
        """Move the step up or down."""
        if self._at_cursor is not None:
            self._change(self._at_cursor.moved(by))

    def action_remove_step(self) -> None:
        """Delete the step."""
        if self._at_cursor is not None and self.items:
            self._change(self._at_cursor.without_current())
            self.notify(_DELETED, timeout=TOAST_S, markup=False)

    def action_step_back_in(self) -> None:
        """Bring the step back that was deleted last."""
        if self._at_cursor is not None:
            self._change(self._at_cursor.brought_back())
