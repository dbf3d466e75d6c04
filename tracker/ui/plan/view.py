"""The Plan tab: the next session, the decision behind it, the ladder, the week, the goal."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.plan_answers import DayMark, PlanView
from tracker.diary.plan_choices import WEEKDAYS, move_session
from tracker.diary.plan_sessions import WALK_RUN
from tracker.diary.plans import view_plan
from tracker.domain.plan import PlanMove
from tracker.domain.problem import Problem, Problems
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import Glyphs, glyphs_of
from tracker.ui.messages import GoTo, RunCommand
from tracker.ui.plan.cards import decision_lines, goal_lines, ladder_lines, session_lines
from tracker.ui.plan.week_list import WeekList
from tracker.ui.queries import Change, Query, refusals
from tracker.ui.rule_lines import rule_lines
from tracker.ui.tab_view import TabView
from tracker.ui.widgets.columns import InColumns, Place
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.prose import plain_line
from tracker.ui.widgets.text_page import TextPage

Draw = Callable[..., list[Content]]
WIDE_FROM: Final = 120
LEFT, RIGHT, RIGHT_AT = 60, 53, 65
NO_SESSION: Final = "No walk-run session is planned for today."
NOT_PLANNED: Final = "No session is planned on that day: J and K move a planned one."


class PlanCard(Widget):
    """One part of the plan, drawn as lines; without any it takes no room."""

    DEFAULT_CSS = """
    PlanCard { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    plan: reactive[PlanView | None] = reactive(None, layout=True)
    short: reactive[bool] = reactive(default=False, layout=True)

    def __init__(self, draw: Draw, *, id: str) -> None:  # noqa: A002 - the toolkit's own word
        super().__init__(id=id, classes="-card")
        self._draw = draw

    @property
    def empty(self) -> bool:
        """Return whether there is nothing to say."""
        return not self._lines(80)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as there are lines."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write the lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self.plan is None or width < 1:
            return []
        glyphs: Glyphs = glyphs_of(self)
        return self._draw(self.plan, width, glyphs, short=self.short)


class PlanTab(TabView, InColumns, can_focus=False):
    """What to do next and why; the week has the cursor."""

    SCOPE: ClassVar[Scope] = Scope.PLAN
    HINTS: ClassVar[tuple[str, ...]] = (
        "start_session", "why_plan", "move_day", "choose_plan", "show_ladder", "help",
    )  # fmt: skip
    BAR_HINTS: ClassVar[tuple[str, ...]] = (
        "start_session", "why_plan", "add_record", "move_day", "choose_plan",
    )  # fmt: skip
    STYLES: ClassVar[Path] = Path(__file__).with_name("view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.PLAN)]

    week = getters.query_one(WeekList)
    head = getters.query_one("#week-head", Heading)

    _shown: PlanView | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts; the answer fills them."""
        yield PlanCard(session_lines, id="session")
        yield PlanCard(decision_lines, id="decision")
        yield Heading("Week", id="week-head")
        yield WeekList(id="week")
        yield PlanCard(ladder_lines, id="ladder")
        yield PlanCard(goal_lines, id="goal")

    @property
    def cards(self) -> list[PlanCard]:
        """Return the cards, in order."""
        return list(self.query(PlanCard))

    def on_mount(self) -> None:
        """Put the parts at the places of this size."""
        self.on_resize()

    def on_resize(self) -> None:
        """Put the parts side by side, or one below the other."""
        width = self.app.size.width
        wide = width >= WIDE_FROM
        for card in self.cards:
            card.short = not wide
        self._place(width, wide=wide)

    def _place(self, width: int, *, wide: bool) -> None:
        shown = {card.id for card in self.cards if card.id and not card.empty}
        order = ("session", "decision", "week-head", "week", "ladder", "goal")
        narrow = ("session", "decision", "ladder", "week-head", "week", "goal")
        parts = [
            each for each in (order if wide else narrow) if each.startswith("week") or each in shown
        ]
        self.place(_wide(parts) if wide else _narrow(parts, width))

    # ------------------------------------------------------------------ what comes down

    def load(self) -> None:
        """Ask for the plan of the day."""
        if self.day is not None:
            self.ask(Query(view_plan, self.day), self._show, topic="plan")

    def _show(self, answer: PlanView | Problem) -> None:
        if isinstance(answer, Problem):
            return
        self._shown = answer
        for card in self.cards:
            card.plan = answer
        self.week.show_week(answer.week, today=answer.day)
        self.head.fact = _training(answer)
        self.on_resize()

    @override
    def shows_day(self, day: date) -> bool:
        shown = self._shown
        if shown is None:
            return False
        begun = None if shown.choice is None else shown.choice.day
        return day == begun or any(each.day == day for each in shown.week)

    def first_focus(self) -> Widget | None:
        """Begin on the week."""
        return self.week

    # ------------------------------------------------------------------ commands

    def action_start_session(self) -> None:
        """Begin today's walk-run session; the run's form takes what was done."""
        shown = self._shown
        session = None if shown is None else shown.today
        if session is None or session.stage is None:
            words = (shown.instead if shown is not None else "") or NO_SESSION
            self.notify(words, timeout=6, markup=False)
            return
        self.post_message(GoTo("run", WALK_RUN))

    def action_why_plan(self) -> None:
        """Read the rules behind the decision."""
        shown = self._shown
        if shown is None:
            return
        lines = [plain_line(shown.line), plain_line("")] if shown.line else []
        for each in shown.because:
            rule = each.rule.partition(" ")[0]
            lines += rule_lines(rule, each.text)
        if not shown.because:
            lines += rule_lines("R-PROG-01", "" if shown.begin is None else shown.begin.text)
        self.app.push_screen(TextPage(f"Why {shown.title}".strip(), "", tuple(lines)))

    def action_show_ladder(self) -> None:
        """Read the whole ladder on a page of its own."""
        shown = self._shown
        if shown is None or not shown.ladder:
            self.notify("There is no ladder where one runs freely.", timeout=4, markup=False)
            return
        width = min(self.app.size.width - 4, RIGHT)
        draw = partial(ladder_lines, shown, width, glyphs_of(self), short=False)
        self.app.push_screen(TextPage("Ladder", "", tuple(plain_line(line) for line in draw())))

    def action_move_day(self, step: int) -> None:
        """Move the planned session under the cursor by a day."""
        chosen = self.week.chosen
        if chosen is None or chosen.mark is not DayMark.PLANNED:
            self.notify(NOT_PLANNED, timeout=4, markup=False)
            return
        goal = chosen.day + timedelta(days=step)
        moves = Change(move_session, chosen.day, goal, done="Session moved. u undoes.")
        self.ask(moves, partial(self._moved, str(goal)))

    def _moved(self, goal: str, answer: PlanMove | Problem | Problems) -> None:
        for problem in refusals(answer):
            self.notify(problem.message, timeout=6, markup=False)
        if not refusals(answer):
            self.week.go_to(goal)

    def action_leave_plan(self) -> None:
        """Go back to the tab bar."""
        self.post_message(RunCommand("leave_field"))


def _training(view: PlanView) -> str:
    if view.choice is None:
        return "no training days yet"
    days = " ".join(WEEKDAYS[day].capitalize() for day in view.choice.days)
    return f"{len(view.choice.days)} sessions · {days}"


def _wide(parts: list[str]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for at, width, names in (
        (2, LEFT, ("session", "decision", "week-head", "week")),
        (RIGHT_AT, RIGHT, ("ladder", "goal")),
    ):
        above: tuple[str, ...] = ()
        for name in (each for each in parts if each in names):
            places[name] = Place(x=at, width=width, below=above, gap=1)
            above = (name,)
    return places


def _narrow(parts: list[str], width: int) -> dict[str, Place]:
    places: dict[str, Place] = {}
    above: tuple[str, ...] = ()
    for name in parts:
        gap = 0 if not above or name == "week" else 1
        places[name] = Place(x=0, width=width, below=above, gap=gap)
        above = (name,)
    return places
