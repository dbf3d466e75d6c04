"""The fields of one step: what it is, its dose, how it is done, and when it is left out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input

from tracker.diary.routine_entries import EntryProblem, StepEntry, read_step, step_entry_of
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.routine import RoutineStep, SkipCode, StepSides
from tracker.domain.verdict import Zone
from tracker.rules.dose_words import seconds_words
from tracker.rules.long_holds import HOLD_RULE, hold_hint
from tracker.rules.routines import builtin_routines
from tracker.rules.step_time import dose_seconds, time_text
from tracker.ui.stretch.editor.words import MODE, SIDES, SKIP_IF
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading

_NUMBER_CELLS: Final = 5
_TIME_CELLS: Final = 8
_REFERS: Final = "As in"
"""So begins the cue of a built-in step that speaks of another routine's."""

_TEXT_ROWS: Final = ("name", "target", "hold", "reps", "time", "cue", "caution")


class StepForm(VerticalScroll, can_focus=False):
    """Shows one step, and tells of every change; what can't be read is said at its field."""

    heading = getters.query_one(Heading)
    mode = getters.query_one("#mode", ChoiceRow)
    sides = getters.query_one("#sides", ChoiceRow)
    skip_if = getters.query_one("#skip_if", CheckRow)

    @dataclass
    class Changed(Message):
        """The person changed something of the step."""

        step: StepEntry

    def __init__(self) -> None:
        super().__init__(classes="compact")
        self._step = StepEntry(id="")
        self._known = _known_steps()

    def compose(self) -> ComposeResult:
        """Lay out the rows."""
        yield Heading("Step", id="step-title")
        with Vertical(classes="group"):
            yield FieldRow("Name", placeholder="Calf stretch", id="name")
            yield FieldRow("Muscles", placeholder="calf, Achilles", id="target")
            yield ChoiceRow("Kind", MODE, required=True, id="mode")
            yield ChoiceRow("Sides", SIDES, required=True, id="sides")
        with Vertical(classes="group"):
            yield FieldRow("Hold", unit="s", cells=_NUMBER_CELLS, placeholder="0", id="hold")
            yield FieldRow(
                "How often", unit="times", cells=_NUMBER_CELLS, placeholder="1", id="reps"
            )
            yield FieldRow("Time", cells=_TIME_CELLS, id="time")
        with Vertical(classes="group"):
            yield FieldRow("Cue", placeholder="what to do, in a sentence", id="cue")
            yield FieldRow("Caution", placeholder="when to ease off or stop", id="caution")
        yield CheckRow("Left out when", SKIP_IF, id="skip_if")

    def on_mount(self) -> None:
        """Complete the names of the built-in steps while they are typed."""
        names = sorted(step.name for step in self._known.values())
        # Nothing is there to complete where the editor was left at once.
        for field in self.query("#name Input").results(Input):
            field.suggester = SuggestFromList(names, case_sensitive=False)

    def _row(self, field: str) -> FieldRow:
        return self.query_one(f"#{field}", FieldRow)

    # ------------------------------------------------------------------ showing

    def show(self, step: StepEntry, *, title: str, judged: bool) -> None:
        """Show a step; a `judged` one with what is wrong with it."""
        self.heading.title = title
        if step == self._step:
            self._say_more()
            return
        same = step.id == self._step.id
        self._step = step
        for field in _TEXT_ROWS:
            row = self._row(field)
            self._fill(row, getattr(step, field))
            if not same:
                row.set_error("")
        self.mode.value, self.sides.value = step.mode, step.sides.value
        self.skip_if.ticked = frozenset(code.value for code in step.skip_if)
        if not same:
            self.skip_if.cursor = 0
            self.scroll_home(animate=False)
        self._say_more()
        if judged:
            self.judge()

    @staticmethod
    def _fill(row: FieldRow, text: str) -> None:
        if row.text != text:
            row.text = text
            row.field.cursor_position = len(text) if row.has_focus_within else 0

    def judge(self, fields: Iterable[str] = _TEXT_ROWS) -> None:
        """Say at the fields what is wrong with them."""
        read = read_step(self._step)
        if isinstance(read, RoutineStep):
            return
        wanted = set(fields)
        for problem in read:
            if problem.field in wanted:
                self._row(problem.field).set_error(problem.message)

    def set_error(self, problem: Problem) -> None:
        """Say what is wrong at its field, and go there."""
        row = self._row(problem.field)
        row.set_error(problem.message)
        row.focus_field()

    @property
    def step(self) -> StepEntry:
        """Return the step as typed."""
        texts = {field: self._row(field).text for field in _TEXT_ROWS}
        return replace(
            self._step,
            **texts,
            mode=self.mode.value or self._step.mode,
            sides=StepSides(self.sides.value or self._step.sides),
            skip_if=tuple(code for code in SkipCode if code.value in self.skip_if.ticked),
        )

    def _say_more(self) -> None:
        """Say what the dose takes, and how the hold compares with the usual one."""
        step = read_step(self._step)
        untimed = read_step(replace(self._step, time="", name="x"))
        time, hold = self._row("time"), self._row("hold")
        known = isinstance(untimed, RoutineStep)
        time.field.placeholder = (
            time_text(untimed.est_s) if isinstance(untimed, RoutineStep) else ""
        )
        usual = seconds_words(untimed.est_s) if isinstance(untimed, RoutineStep) else ""
        said = self._step.time.strip()
        words = f"the dose takes {usual}" if said else f"{usual}, from the dose"
        time.set_hint(Content.styled(words if known else "", "$dim"))
        if isinstance(step, RoutineStep):
            needs = dose_seconds(hold_s=step.hold_s, reps=step.reps, sides=step.sides)
            short = step.hold_s and step.est_s < needs
            time.set_warning(f"The holds alone take {seconds_words(needs)}." if short else "")
        if not hold.refused:
            hint = hold_hint(untimed) if isinstance(untimed, RoutineStep) and untimed.hold_s else ""
            hold.set_warning(hint, zone=Zone.AMBER, rule=HOLD_RULE)

    # ------------------------------------------------------------------ events

    @on(FieldRow.Changed)
    @on(ChoiceRow.Changed)
    @on(CheckRow.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self._take(self.step)

    def _take(self, step: StepEntry) -> None:
        self._step = step
        self._say_more()
        self.post_message(self.Changed(step))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Go on typing at the end of what is there."""
        if isinstance(event.widget, Input):
            event.widget.cursor_position = len(event.widget.value)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Judge a field that is left; the name of a built-in step brings the rest of it along.

        Of a text that is longer than its field the beginning shows.
        """
        if isinstance(event.widget, Input):
            event.widget.cursor_position = 0
        row = next((each for each in event.widget.ancestors if isinstance(each, FieldRow)), None)
        if row is None or row.id is None or not row.text.strip():
            return
        if row.id == "name":
            self._fill_in()
        self.judge((row.id,))

    def _fill_in(self) -> None:
        known = self._known.get(self._step.name.strip().casefold())
        if known is None or not replace(self._step, name="").blank:
            return
        filled = replace(step_entry_of(known), id=self._step.id)
        shown, self._step = self._step, filled
        for field in _TEXT_ROWS:
            self._fill(self._row(field), getattr(filled, field))
        self.mode.value, self.sides.value = filled.mode, filled.sides.value
        self.skip_if.ticked = frozenset(code.value for code in filled.skip_if)
        if filled != shown:
            self._take(filled)


def _known_steps() -> dict[str, RoutineStep]:
    """Return the built-in steps by name, of two with one name the one with the fuller cue."""
    steps = [step for routine in builtin_routines().values() for step in routine.steps]
    whole = [step for step in steps if not step.cue.startswith(_REFERS)]
    return {step.name.casefold(): step for step in sorted(whole, key=lambda step: len(step.cue))}


def of_step(problem: Problem) -> str:
    """Return the id of the step that a problem belongs to, "" where it is the routine's."""
    return problem.step if isinstance(problem, EntryProblem) else ""
