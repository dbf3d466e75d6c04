"""The steps of a routine in the editor: one line each, in the order in which they are done."""

from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.routine_entries import StepEntry, read_step
from tracker.domain.routine import RoutineStep
from tracker.domain.verdict import Zone
from tracker.rules.dose_words import dose_words
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.main_screen import TOAST_S
from tracker.ui.stretch.editor.draft import RoutineDraft
from tracker.ui.stretch.editor.words import NO_NAME, NO_STEPS, TO_MEND

_NUMBER_CELLS: Final = 2
_DELETED: Final = "Step deleted. u brings it back."


class StepList(Widget, can_focus=True):
    """Number, name and dose of each step; `judged` are those whose mistakes are shown."""

    DEFAULT_CSS = """
    StepList { height: auto; width: 1fr; }
    """

    SCOPE: ClassVar[Scope] = Scope.EDITOR_STEPS
    HINTS: ClassVar[tuple[str, ...]] = (
        "open_step", "new_step", "shift_step", "remove_step", "save_routine",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.EDITOR_STEPS)]

    draft: reactive[RoutineDraft | None] = reactive(None, layout=True)
    judged: reactive[frozenset[str]] = reactive(frozenset())

    @dataclass
    class Changed(Message):
        """The person chose, added, moved, deleted or brought back a step."""

        draft: RoutineDraft

    @dataclass
    class Opened(Message):
        """The person wants to go to the step's fields."""

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a row for each step."""
        return max(len(self._steps), 1)

    @property
    def _steps(self) -> tuple[StepEntry, ...]:
        return self.draft.steps if self.draft else ()

    def render(self) -> Content:
        """Write the steps."""
        if not self._steps:
            mark = glyphs_of(self).stripe if self.has_focus else " "
            words = Content.styled(NO_STEPS, "bold" if self.has_focus else "$dim")
            return Content.assemble(Content.styled(mark, "$accent"), "  ", words)
        return Content("\n").join(self._row(place) for place in range(len(self._steps)))

    def _row(self, place: int) -> Content:
        step = self._steps[place]
        here = self.draft is not None and place == self.draft.cursor
        width = self.content_size.width
        glyphs = glyphs_of(self)
        mark = (glyphs.stripe if self.has_focus else glyphs.pointer) if here else " "
        facts = self._facts(step)
        name = step.name.strip()
        words = Content.styled(name, "bold" if here else "") if name else self._nameless()
        number = f" {place + 1:>{_NUMBER_CELLS}}  "
        room = width - 1 - len(number) - facts.cell_length - 2
        words = words.truncate(max(room, 1), ellipsis=True)
        row = Content.assemble(
            Content.styled(mark, "$accent"),
            Content.styled(number, "$dim"),
            words.pad_right(max(room - words.cell_length, 0)),
            "  ",
            facts,
        )
        if not here:
            return row
        return row.stylize("on $focus" if self.has_focus else "on $panel")

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

    def watch_draft(self) -> None:
        """Keep the chosen step in sight."""
        if self.is_mounted and self.draft is not None:
            self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if self.draft is not None and isinstance(self.parent, Widget):
            self.parent.scroll_to_region(Region(0, self.draft.cursor, 1, 1), animate=False)

    # ------------------------------------------------------------------ keys

    def _change(self, draft: RoutineDraft) -> None:
        if draft != self.draft:
            self.post_message(self.Changed(draft))

    def action_choose_step(self, by: int) -> None:
        """Go to the neighbouring step; beyond the first one the focus moves on."""
        if self.draft is None:
            return
        goal = self.draft.cursor + by
        if goal < 0 or not self._steps:
            self.screen.focus_previous() if by < 0 else None
        else:
            self._change(self.draft.at(goal))

    def action_open_step(self) -> None:
        """Go to the step's fields; without a step add one."""
        if self._steps:
            self.post_message(self.Opened())
        else:
            self.action_new_step()

    def action_new_step(self) -> None:
        """Add an empty step below, and go to its fields."""
        if self.draft is not None:
            self._change(self.draft.added())
            self.post_message(self.Opened())

    def action_shift_step(self, by: int) -> None:
        """Move the step up or down."""
        if self.draft is not None:
            self._change(self.draft.moved(by))

    def action_remove_step(self) -> None:
        """Delete the step."""
        if self.draft is not None and self._steps:
            self._change(self.draft.without_current())
            self.notify(_DELETED, timeout=TOAST_S, markup=False)

    def action_step_back_in(self) -> None:
        """Bring the step back that was deleted last."""
        if self.draft is not None:
            self._change(self.draft.brought_back())

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked step; a second click goes to its fields."""
        offset = event.get_content_offset(self)
        if offset is None or self.draft is None or offset.y >= len(self._steps):
            return
        if offset.y == self.draft.cursor:
            self.action_open_step()
        else:
            self._change(self.draft.at(offset.y))
