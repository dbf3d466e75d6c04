"""Planning an own test: which habit, which site, from when, how many weeks (R-AN-06)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.diary.experiments import ExperimentEntry, plan_experiment
from tracker.domain.experiment import Experiment
from tracker.rules.planned_test import ADVICE_FIRST, BLOCK_COUNTS, TESTABLE, WHY_BLOCKS
from tracker.rules.wording import BE_CAREFUL
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.queries import Change, ask, refusals
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.day_row import DayRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.note import Note

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.domain.problem import Problem, Problems
    from tracker.domain.site import PainSite

AHEAD_DAYS: Final = 365


class PlanScreen(ModalScreen[Experiment | None]):
    """Gives the test as it was planned, or None. What is wrong is said at its field."""

    DEFAULT_CSS = """
    PlanScreen {
        background: $background;
        & > Heading { padding: 1 2 0 2; height: 2; }
        & > VerticalScroll { padding: 1 2; height: 1fr; scrollbar-size-vertical: 1; }
        & .plan--text { color: $dim; height: auto; max-width: 90; margin: 0 0 1 1; }
        & FormRow { margin-bottom: 1; }
        & Note { margin: 0 0 1 1; max-width: 90; }
    }
    PlanScreen.-narrow, PlanScreen.-short {
        & > Heading { padding: 0 1; height: 1; }
        & > VerticalScroll { padding: 1 0 0 0; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.PLAN_TEST
    HINTS: ClassVar[tuple[str, ...]] = ("keep_plan", "no_plan", "next_row")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.PLAN_TEST)]
    AUTO_FOCUS = "#habit"

    habit = getters.query_one("#habit", ChoiceRow)
    own = getters.query_one("#own", FieldRow)
    place = getters.query_one("#place", ChoiceRow)
    start = getters.query_one("#start", DayRow)
    weeks = getters.query_one("#weeks", ChoiceRow)
    wrong = getters.query_one("#wrong", Note)

    def __init__(self, places: tuple[PainSite, ...], *, place: PainSite | None) -> None:
        super().__init__()
        self._places = places
        self._place = place

    def compose(self) -> ComposeResult:
        """Lay out the rows."""
        yield Heading("Own test", "R-AN-06")
        with VerticalScroll(can_focus=False):
            yield Static(Content(WHY_BLOCKS), classes="plan--text")
            habits = tuple((each.value, words) for each, words in TESTABLE.items())
            yield ChoiceRow("With or without", habits, id="habit")
            yield FieldRow("Or in own words", placeholder="evening walk", cells=30, id="own")
            yield ChoiceRow(
                "Mornings of",
                tuple((str(number), each.label) for number, each in enumerate(self._places)),
                value=str(self._places.index(self._place)) if self._place in self._places else None,
                required=True,
                id="place",
            )
            yield DayRow("Begins", placeholder="today", cells=18, ahead=AHEAD_DAYS, id="start")
            yield ChoiceRow(
                "How long",
                tuple((str(count), f"{count} weeks") for count in BLOCK_COUNTS),
                value=str(BLOCK_COUNTS[0]),
                required=True,
                id="weeks",
            )
            yield Note(id="wrong")
            yield Static(Content(f"{ADVICE_FIRST} {BE_CAREFUL}"), classes="plan--text")
        yield KeyFooter()

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one(KeyFooter).follow(self.focused)

    @on(ChoiceRow.Changed)
    @on(FieldRow.Changed)
    def _forget_problem(self) -> None:
        self.wrong.show("")

    @property
    def entry(self) -> ExperimentEntry:
        """Give what was chosen and typed."""
        place = self.place.value
        return ExperimentEntry(
            habit=self.habit.value or "",
            own=self.own.text,
            place=None if place is None else self._places[int(place)],
            start=self.start.text,
            blocks=int(self.weeks.value or 0),
        )

    def action_keep_plan(self) -> None:
        """Keep the plan, or say what it lacks."""
        ask(self, Change(plan_experiment, self.entry, done="Test planned. u undoes."), self._kept)

    def _kept(self, answer: Experiment | Problems | Problem) -> None:
        if isinstance(answer, Experiment):
            self.dismiss(answer)
            return
        problems = {problem.field: problem.message for problem in refusals(answer)}
        start = problems.pop("start", "")
        if start:
            self.start.set_error(start)
        self.wrong.show(" ".join(problems.values()), rule="R-AN-06" if problems else "")
        if "habit" in problems:
            self.habit.focus()
        elif start:
            self.start.focus_field()

    def action_no_plan(self) -> None:
        """Go back without a plan."""
        self.dismiss(None)
