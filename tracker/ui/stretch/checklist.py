"""The steps of a routine as a list to tick: done, skipped and untouched are three things."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.domain.routine import StepState
from tracker.rules.dose_words import dose_words
from tracker.rules.stretching import Fit, FittedStep
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import ADDED, glyphs_of
from tracker.ui.stretch.words import reason_words
from tracker.ui.widgets.cursor_list import DOWN, CursorList

_NAME_FROM: Final = 4
_GAP: Final = 2
_STATE_ROLE: Final = {
    StepState.DONE: "zone-ok",
    StepState.SKIPPED: "zone-watch",
    StepState.UNTOUCHED: "dim",
    StepState.LEFT_OUT: "dim",
}


class Checklist(CursorList[FittedStep]):
    """One line a step: its sign, name, dose, and why it is left out, added or skipped.

    A reason that finds no room goes below its step.
    """

    SCOPE: ClassVar[Scope] = Scope.STEPS
    HINTS: ClassVar[tuple[str, ...]] = ("tick_step", "skip_step", "show_cue")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.STEPS)]
    ROW_LINES: ClassVar[int | None] = None
    LEAVES: ClassVar[frozenset[int]] = frozenset({DOWN})

    states: reactive[Mapping[str, StepState]] = reactive(dict)
    pains: reactive[Mapping[str, int]] = reactive(dict)
    tingled: reactive[frozenset[str]] = reactive(frozenset())

    @dataclass
    class Marked(Message):
        """The person ticked or skipped a step, or took that back."""

        step: str
        state: StepState

    @dataclass
    class CueWanted(Message):
        """The person wants to see how the step is done, or to fold that away."""

    @dataclass
    class Left(Message):
        """The person wants to go back to the list of routines."""

    # ------------------------------------------------------------------ drawing

    def watch_states(self) -> None:
        """Give the reasons room."""
        self.redraw()

    watch_pains = watch_tingled = watch_states

    @override
    def key_of(self, item: FittedStep) -> str:
        return item.step.id

    @override
    def draw(self, item: FittedStep, width: int, *, here: bool) -> Sequence[Content]:
        state = self.state_of(item)
        name = self._named(item, state)
        first = Content.assemble(
            " ", self._sign(item, state), "  ", name.stylize("bold") if here else name
        )
        dose_from = _NAME_FROM + max(Content(each.step.name).cell_length for each in self.items)
        dose_from += _GAP
        first = _extended(first, dose_from, self._dose(item))
        reason = self._reason(item, state)
        if not reason.plain:
            return [first]
        taken = first.cell_length + _GAP if item.fit is Fit.LEFT_OUT else 0
        column = dose_from + max(self._dose(each).cell_length for each in self.items) + _GAP
        column = column if column + reason.cell_length <= width else max(dose_from, taken)
        if column + reason.cell_length <= width and first.cell_length < column:
            return [_extended(first, column, reason)]
        return [first, _extended(Content(""), _NAME_FROM, reason)]

    def _sign(self, fitted: FittedStep, state: StepState) -> Content:
        signs = glyphs_of(self).steps
        if state is StepState.UNTOUCHED and fitted.fit is Fit.ADDED:
            return Content.styled(signs[ADDED], "$accent")
        return Content.styled(signs[state], f"${_STATE_ROLE[state]}")

    @staticmethod
    def _named(fitted: FittedStep, state: StepState) -> Content:
        style = "" if state is StepState.UNTOUCHED else "$dim"
        if state is StepState.LEFT_OUT:
            style = "$dim strike"
        return Content.styled(fitted.step.name, style)

    def _dose(self, fitted: FittedStep) -> Content:
        if self.state_of(fitted) is StepState.LEFT_OUT:
            return Content("")
        return Content.styled(dose_words(fitted.step), "$dim")

    def _reason(self, fitted: FittedStep, state: StepState) -> Content:
        step = fitted.step.id
        words, rule = reason_words(
            fitted, state, self.pains.get(step), tingling=step in self.tingled
        )
        return Content.styled(f"{words}  {rule}".rstrip(), "$dim") if words else Content("")

    def state_of(self, fitted: FittedStep) -> StepState:
        """Return what became of a step so far."""
        return self.states.get(fitted.step.id, StepState.UNTOUCHED)

    # ------------------------------------------------------------------ keys

    def action_tick_step(self) -> None:
        """Tick the step and go on to the next, or make it untouched."""
        place = self.cursor
        if self._mark_as(StepState.DONE) and place + 1 < len(self.items):
            self.cursor = place + 1

    def action_skip_step(self) -> None:
        """Skip the step, or make it untouched."""
        self._mark_as(StepState.SKIPPED)

    def _mark_as(self, state: StepState) -> bool:
        """Mark the step; False where the mark is taken back, or there is nothing to mark."""
        step = self.chosen
        if step is None or self.state_of(step) is StepState.LEFT_OUT:
            return False
        again = self.state_of(step) is state
        self.post_message(self.Marked(step.step.id, StepState.UNTOUCHED if again else state))
        return not again

    def action_show_cue(self) -> None:
        """Show or fold how the step is done."""
        self.post_message(self.CueWanted())

    def action_leave_steps(self) -> None:
        """Go back to the list of routines."""
        self.post_message(self.Left())

    @override
    def clicked(self, place: int, at: Offset) -> None:
        """Go to the clicked step; a click on its sign ticks it."""
        self.cursor = place
        if at.x <= _NAME_FROM:
            self._mark_as(StepState.DONE)


def _extended(line: Content, column: int, words: Content) -> Content:
    if not words.plain:
        return line
    return Content.assemble(line, " " * max(column - line.cell_length, 1), words)
