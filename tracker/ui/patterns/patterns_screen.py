"""What goes along with better or worse mornings, and the own tests, on a page of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from tracker.diary.experiments import ExperimentView, stop_experiment
from tracker.diary.patterns import PatternsView, view_patterns
from tracker.domain.problem import Problem
from tracker.domain.text import counted
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.dialogs import confirm_dialog
from tracker.ui.host import host_of
from tracker.ui.messages import RunCommand
from tracker.ui.patterns.pattern_detail import PatternDetail
from tracker.ui.patterns.pattern_list import PatternList, Row
from tracker.ui.queries import Change, Query, ask, refusals
from tracker.ui.widgets.keys_page import show_keys
from tracker.ui.widgets.page import Page

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.domain.experiment import Experiment
    from tracker.domain.site import PainSite

TITLE: Final = "Better and worse mornings"
LEAD: Final = (
    "How your mornings were after days with each of these, compared with other mornings and"
    " allowing for the day before. Above 0 is more pain, below 0 is less."
)
NO_SITE: Final = "no site scored yet"
END_QUESTION: Final = "The weeks so far are compared as they are; the rest is dropped."


class PatternsScreen(Page[None]):
    """A list of exposures and tests, and all about the chosen one below.

    What it asks and wishes goes by way of the `tab` below it. `at_test` begins at the test that is
    planned or going on.
    """

    DEFAULT_CSS = """
    PatternsScreen {
        & > #lead { color: $dim; height: auto; max-width: 94; padding: 1 2 0 2; }
        & > #rows { height: auto; max-height: 60%; margin: 1 2 0 2; }
        & > #about {
            height: auto; max-height: 1fr; margin: 1 2 0 2; background: $surface;
        }
    }
    PatternsScreen.-short {
        & > Heading { margin: 0 1; }
        & > #lead { display: none; }
        & > #rows { margin: 1 1 0 1; max-height: 65%; }
        & > #about { margin: 0; padding: 1 1 0 3; background: $background; height: 1fr; }
    }
    PatternsScreen.-narrow {
        & > Heading { margin: 1 1 0 1; }
        & > #rows { margin: 1 1 0 1; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.PATTERNS
    AUTO_FOCUS = "PatternList"

    rows = getters.query_one(PatternList)
    detail = getters.query_one(PatternDetail)
    about = getters.query_one("#about", VerticalScroll)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.PATTERNS)]

    def __init__(self, site: PainSite | None, *, at_test: bool = False) -> None:
        super().__init__(TITLE, "looking …")
        self._site = site
        self._exploratory = False
        self._shown: PatternsView | None = None
        self._at_test = at_test

    @override
    def content(self) -> ComposeResult:
        yield Static(Content(LEAD), id="lead")
        yield PatternList(id="rows")
        with VerticalScroll(id="about", can_focus=False):
            yield PatternDetail()

    def on_mount(self) -> None:
        """Ask for the report."""
        self.load()

    def load(self) -> None:
        """Ask for the report anew, also after a change of the records."""
        query = Query(view_patterns, site=self._site, exploratory=self._exploratory)
        ask(self, query, self._show, topic="patterns")

    def _show(self, answer: PatternsView | Problem) -> None:
        if isinstance(answer, Problem):
            return
        self._shown = answer
        place = answer.report.place
        self._site = place
        scored = answer.report.scored
        self.heading.fact = (
            NO_SITE if place is None else f"{place.label} · {counted(scored, 'morning')} scored"
        )
        self.rows.show_report(answer.report.patterns, answer.tests)
        self.detail.item = self.rows.selected
        if self._at_test:
            self._at_test = False
            self._go_to_open_test()
        self.show_hints()

    @on(PatternList.Moved)
    def _describe(self, event: PatternList.Moved[Row]) -> None:
        event.stop()
        self.detail.item = self.rows.selected
        self.about.scroll_home(animate=False)
        self.show_hints()

    @override
    def show_hints(self) -> None:
        selected = self.rows.selected
        ends = isinstance(selected, ExperimentView) and self._may_end(selected)
        first, site, why, plan, *rest = PatternList.HINTS
        self.footer.hints = (first, "end_test" if ends else site, why, plan, *rest)

    def _go_to_open_test(self) -> bool:
        """Put the cursor on the test that is planned or going on; False where there is none."""
        tests = () if self._shown is None else self._shown.tests
        found = next((view for view in tests if self._may_end(view)), None)
        if found is not None:
            self.rows.go_to(found.test.id)
        return found is not None

    def _may_end(self, view: ExperimentView) -> bool:
        return self._shown is not None and view.test.open_on(self._shown.report.today)

    # ------------------------------------------------------------------ commands

    def action_pattern_site(self) -> None:
        """Show the next site."""
        shown = self._shown
        if shown is None or not shown.report.places:
            return
        places = shown.report.places
        place = shown.report.place
        after = places.index(place) + 1 if place in places else 0
        self._site = places[after % len(places)]
        self.load()

    def action_more_patterns(self) -> None:
        """Look at the exploratory ones, too, or at the six fixed ones alone."""
        self._exploratory = not self._exploratory
        self.load()

    def action_why_pattern(self) -> None:
        """Show the numbers, the checks, the sources and the limits."""
        from tracker.ui.patterns.why_page import WhyPattern  # noqa: PLC0415 - when asked for

        if self.rows.selected is not None:
            self.app.push_screen(WhyPattern(self.rows.selected))

    def action_page_pattern(self, step: int) -> None:
        """Read on about the chosen one, or back."""
        self.about.scroll_relative(y=step * max(self.about.size.height - 1, 1), animate=False)

    @work(group="test", exclusive=True)
    async def action_plan_test(self) -> None:
        """Plan an own test; where one is planned or going on, go to it."""
        shown = self._shown
        if shown is None or self._go_to_open_test():
            return
        from tracker.diary.kinds.experiment import EXPERIMENT  # noqa: PLC0415 - when asked for
        from tracker.ui.form.records import open_form  # noqa: PLC0415 - when asked for

        values = {"place": shown.report.place}
        if await open_form(host_of(self), EXPERIMENT, values=values, fact="R-AN-06"):
            self._at_test = True
            self.load()

    @work(group="test", exclusive=True)
    async def action_end_test(self) -> None:
        """End the chosen test early, after asking."""
        view = self.rows.selected
        if not isinstance(view, ExperimentView) or not self._may_end(view):
            return
        dialog = confirm_dialog(f"End the test of {view.title}", END_QUESTION, verb="end it")
        if await self.app.push_screen_wait(dialog):
            ends = Change(stop_experiment, view.test.id, done="Test ended. u undoes.")
            ask(self, ends, self._ended)

    def _ended(self, answer: Experiment | Problem | tuple[Problem, ...]) -> None:
        for problem in refusals(answer):
            self.notify(problem.message, severity="error", markup=False)

    def action_undo_pattern(self) -> None:
        """Take back the latest change."""
        self.post_message(RunCommand("undo"))

    def action_keys_help(self) -> None:
        """List the keys."""
        show_keys(self, self.SCOPE)

    def action_close_patterns(self) -> None:
        """Go back to the days."""
        self.dismiss(None)
