"""The steps of the mid-run reset as they fit today; the one that is due now with its cue."""

from collections.abc import Mapping
from itertools import accumulate

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.routine import StepState
from tracker.rules.dose_words import dose_words
from tracker.rules.stretching import Fit, FittedRoutine, FittedStep
from tracker.ui.glyphs import glyphs_of

_MARK_CELLS = 2
_OPEN = StepState.UNTOUCHED
_ROLE = {StepState.DONE: "zone-ok", StepState.SKIPPED: "zone-watch"}


class ResetList(Widget):
    """One row a step. `passed` is the time since the stretching began, in seconds.

    `states` is what a guide through the steps came to; it counts instead of the time.
    """

    DEFAULT_CSS = """
    ResetList { height: auto; width: 1fr; max-width: 90; }
    """

    passed: reactive[int] = reactive(0, layout=True)
    states: reactive[Mapping[str, StepState]] = reactive(dict, layout=True)

    def __init__(self, reset: FittedRoutine) -> None:
        super().__init__()
        self._reset = reset

    @property
    def due(self) -> FittedStep | None:
        """Return the step that is due now; None once all are through."""
        steps = self._reset.open_steps
        if self.states:
            return next((each for each in steps if self._state(each) is _OPEN), None)
        ends = accumulate(each.step.est_s for each in steps)
        return next(
            (each for each, end in zip(steps, ends, strict=True) if self.passed < end), None
        )

    def _state(self, fitted: FittedStep) -> StepState:
        return self.states.get(fitted.step.id, _OPEN)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a row for each step, and those of the cue."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write the steps."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if not self._reset.offered:
            return Content(self._reset.why).wrap(max(width, 1))
        due = self.due
        lines: list[Content] = []
        for each in self._reset.steps:
            lines.append(self._row(each, now=each is due, width=width))
            if each is due:
                cue = Content.styled(each.step.cue, "$dim").wrap(max(width - 2 * _MARK_CELLS, 1))
                lines += [line.pad_left(2 * _MARK_CELLS) for line in cue]
        return lines

    def _row(self, fitted: FittedStep, *, now: bool, width: int) -> Content:
        step, glyphs = fitted.step, glyphs_of(self)
        if fitted.fit is Fit.LEFT_OUT:
            left = Content.assemble(
                Content.styled(f"{glyphs.steps[StepState.LEFT_OUT]} ", "$dim"),
                Content.styled(step.name, "$dim strike"),
                Content.styled(f"  {fitted.reason}", "$dim"),
            )
            right = Content.styled(fitted.rule, "$dim")
        else:
            state = self._state(fitted)
            mark = glyphs.pointer if now else " "
            role = _ROLE.get(state, "accent")
            left = Content.assemble(
                Content.styled(f"{mark if state is _OPEN else glyphs.steps[state]} ", f"${role}"),
                Content.styled(step.name, "bold" if now else ""),
            )
            right = Content.styled(dose_words(step), "$dim")
        gap = max(width - left.cell_length - right.cell_length, 1)
        return Content.assemble(left, " " * gap, right)
