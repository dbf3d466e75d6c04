"""The steps of a routine as a list to tick: done, skipped and untouched are three things."""

from collections.abc import Mapping
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

from tracker.domain.routine import StepState
from tracker.rules.dose_words import dose_words
from tracker.rules.stretching import Fit, FittedStep
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import ADDED, glyphs_of
from tracker.ui.stretch.words import reason_words

_NAME_FROM: Final = 5
_GAP: Final = 2
_STATE_ROLE: Final = {
    StepState.DONE: "zone-ok",
    StepState.SKIPPED: "zone-watch",
    StepState.UNTOUCHED: "dim",
    StepState.LEFT_OUT: "dim",
}


class Checklist(Widget, can_focus=True):
    """One line a step: its sign, name, dose, and why it is left out, added or skipped.

    `spacious` puts a blank row between the steps. A reason that finds no room goes below its step.
    """

    DEFAULT_CSS = """
    Checklist { height: auto; width: 1fr; }
    """

    SCOPE: ClassVar[Scope] = Scope.STEPS
    HINTS: ClassVar[tuple[str, ...]] = ("tick_step", "skip_step", "show_cue")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.STEPS)]

    steps: reactive[tuple[FittedStep, ...]] = reactive((), layout=True)
    states: reactive[Mapping[str, StepState]] = reactive(dict, layout=True)
    pains: reactive[Mapping[str, int]] = reactive(dict)
    tingled: reactive[frozenset[str]] = reactive(frozenset())
    cursor: reactive[int] = reactive(0)
    spacious: reactive[bool] = reactive(default=False, layout=True)

    @dataclass
    class Marked(Message):
        """The person ticked or skipped a step, or took that back."""

        step: str
        state: StepState

    @dataclass
    class Moved(Message):
        """The cursor is on another step."""

        cursor: int

    @dataclass
    class CueWanted(Message):
        """The person wants to see how the step is done, or to fold that away."""

    @dataclass
    class Left(Message):
        """The person wants to go back to the list of routines."""

    @property
    def current(self) -> FittedStep | None:
        """Give the step under the cursor."""
        return self.steps[self.cursor] if self.cursor < len(self.steps) else None

    def rows(self, width: int, *, spacious: bool) -> int:
        """Count the rows that the steps take in a width."""
        lines = sum(len(self._lines(place, width)) for place in range(len(self.steps)))
        return lines + (len(self.steps) - 1 if spacious and self.steps else 0)

    # ------------------------------------------------------------------ drawing

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a row for each step, one for each blank, and one for each reason below."""
        return max(self.rows(width, spacious=self.spacious), 1)

    def render(self) -> Content:
        """Write the steps."""
        width = self.content_size.width
        rows: list[Content] = []
        for place in range(len(self.steps)):
            rows += self._lines(place, width)
            rows += [Content("")] if self.spacious else []
        return Content("\n").join(rows)

    def _lines(self, place: int, width: int) -> list[Content]:
        fitted = self.steps[place]
        state = self.state_of(fitted)
        here = place == self.cursor
        first = Content.assemble(
            self._mark(here=here), " ", self._sign(fitted, state), "  ", self._named(fitted, state)
        )
        dose_from = _NAME_FROM + self._name_cells + _GAP
        first = _extended(first, dose_from, self._dose(fitted))
        reason = self._reason(fitted, state)
        below: list[Content] = []
        if reason.plain:
            taken = first.cell_length + _GAP if fitted.fit is Fit.LEFT_OUT else 0
            column = dose_from + self._dose_cells + _GAP
            column = column if column + reason.cell_length <= width else max(dose_from, taken)
            if column + reason.cell_length <= width and first.cell_length < column:
                first = _extended(first, column, reason)
            else:
                below = [_extended(Content(""), _NAME_FROM, reason)]
        lines = [line.truncate(width, ellipsis=True) for line in (first, *below)]
        return [self._grounded(line, width, here=here) for line in lines]

    def _grounded(self, line: Content, width: int, *, here: bool) -> Content:
        if not here:
            return line
        line = line.pad_right(max(width - line.cell_length, 0))
        return line.stylize("on $focus" if self.has_focus else "on $panel")

    def _mark(self, *, here: bool) -> Content:
        if not here:
            return Content(" ")
        glyphs = glyphs_of(self)
        return Content.styled(glyphs.stripe if self.has_focus else glyphs.pointer, "$accent")

    def _sign(self, fitted: FittedStep, state: StepState) -> Content:
        signs = glyphs_of(self).steps
        if state is StepState.UNTOUCHED and fitted.fit is Fit.ADDED:
            return Content.styled(signs[ADDED], "$accent")
        return Content.styled(signs[state], f"${_STATE_ROLE[state]}")

    def _named(self, fitted: FittedStep, state: StepState) -> Content:
        style = "" if state is StepState.UNTOUCHED else "$dim"
        if state is StepState.LEFT_OUT:
            style = "$dim strike"
        name = Content.styled(fitted.step.name, style)
        return name.stylize("bold") if fitted is self.current else name

    @property
    def _name_cells(self) -> int:
        return max(Content(fitted.step.name).cell_length for fitted in self.steps)

    @property
    def _dose_cells(self) -> int:
        return max(self._dose(fitted).cell_length for fitted in self.steps)

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
        """Give what became of a step so far."""
        return self.states.get(fitted.step.id, StepState.UNTOUCHED)

    # ------------------------------------------------------------------ keys

    def watch_steps(self) -> None:
        """Keep the cursor on a step."""
        self.cursor = min(self.cursor, max(len(self.steps) - 1, 0))

    def watch_cursor(self) -> None:
        """Tell which step it is on, and keep it in sight."""
        if not self.is_mounted or not self.steps:
            return
        self.post_message(self.Moved(self.cursor))
        self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Scroll to the step under the cursor."""
        if not self.steps:
            return
        top = self.rows_before(self.cursor)
        height = len(self._lines(self.cursor, self.content_size.width))
        if isinstance(self.parent, Widget):
            self.parent.scroll_to_region(Region(0, top, 1, height), animate=False)

    def rows_before(self, place: int) -> int:
        """Count the rows above a step."""
        width = self.content_size.width
        return sum(len(self._lines(each, width)) + self.spacious for each in range(place))

    def action_move_step(self, step: int) -> None:
        """Go to the neighbouring step; beyond the last one the focus moves on."""
        goal = self.cursor + step
        if 0 <= goal < len(self.steps):
            self.cursor = goal
        elif step > 0:
            self.screen.focus_next()

    def action_tick_step(self) -> None:
        """Tick the step, or make it untouched."""
        self._mark_as(StepState.DONE)

    def action_skip_step(self) -> None:
        """Skip the step, or make it untouched."""
        self._mark_as(StepState.SKIPPED)

    def _mark_as(self, state: StepState) -> None:
        step = self.current
        if step is None or self.state_of(step) is StepState.LEFT_OUT:
            return
        again = self.state_of(step) is state
        self.post_message(self.Marked(step.step.id, StepState.UNTOUCHED if again else state))

    def action_show_cue(self) -> None:
        """Show or fold how the step is done."""
        self.post_message(self.CueWanted())

    def action_leave_steps(self) -> None:
        """Go back to the list of routines."""
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked step; a click on its sign ticks it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        tops = [self.rows_before(place) for place in range(len(self.steps))]
        self.cursor = max((place for place, top in enumerate(tops) if top <= offset.y), default=0)
        if offset.x < _NAME_FROM:
            self.action_tick_step()


def _extended(line: Content, column: int, words: Content) -> Content:
    if not words.plain:
        return line
    return Content.assemble(line, " " * max(column - line.cell_length, 1), words)
