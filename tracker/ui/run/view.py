"""The Run tab: log a run, and see what the last ones did."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tracker.diary.answers import RunLine, RunPreview, RunsView
from tracker.diary.book import update_settings
from tracker.diary.boot_time_clock import boot_time_seconds
from tracker.diary.kinds.run import RUN
from tracker.diary.mid_run import MidRunBasis, keep_reset, mid_run_basis
from tracker.diary.plan_sessions import WALK_RUN, run_texts, session_basis, walk_values
from tracker.diary.run_previews import pace_doubt, preview_run
from tracker.diary.run_stories import RunStory, run_story
from tracker.diary.run_views import LINES_SHOWN, view_run, view_runs
from tracker.diary.runs import delete_run
from tracker.domain.form import Draft, FormContext
from tracker.domain.problem import Problem, Problems
from tracker.domain.routine import StepState
from tracker.domain.run import Run, RunOutcome
from tracker.domain.text import counted
from tracker.rules.midrun_log import MidRunLog, log_of, place_of
from tracker.rules.player import Player
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.dialogs import confirm_dialog
from tracker.ui.form.records import keeps
from tracker.ui.glyphs import glyphs_of
from tracker.ui.host import host_of
from tracker.ui.messages import RunCommand
from tracker.ui.midrun.guided_reset import reset_entry
from tracker.ui.midrun.steps_row import StepsRow
from tracker.ui.midrun.where_row import sorest
from tracker.ui.queries import Change, Query, refusals
from tracker.ui.run.answers_card import AnswersCard
from tracker.ui.run.lengths_card import LengthsCard
from tracker.ui.run.month_card import MonthCard, MonthLine
from tracker.ui.run.room import Shape, share_room
from tracker.ui.run.run_form import RunForm
from tracker.ui.run.run_list import RunList
from tracker.ui.run.score_row import ScoreMoment
from tracker.ui.run.story_card import StoryCard
from tracker.ui.run.verdict_words import TodayCard, verdict_words
from tracker.ui.run.week_bars import WeekBars
from tracker.ui.run.words import LEGEND, NO_RUNS
from tracker.ui.tab_view import TabView
from tracker.ui.unsaved import may_part
from tracker.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from datetime import date

    from tracker.ui.midrun.guide_screen import MidRunGuide
    from tracker.ui.midrun.start_screen import Started

STOPPED_FOR_ALARM: Final = "The run ended with an alarm sign."
SIDE_BY_SIDE_FROM: Final = 118
"""Cells that form and list need beside each other; with fewer there is one page for each."""
BROAD_FROM: Final = 160
"""Cells from which the weeks have a column of their own, beside the list."""
FORM_CELLS: Final = 55
"""Cells that the form takes, up to the mark of the list beside it."""


class Aside(Container):
    """All that stands beside the form; tells when it got another size."""

    class Resized(Message):
        """There is other room to share."""

    def on_resize(self) -> None:
        """Tell of it."""
        self.post_message(self.Resized())


class RunView(TabView):
    """The form and the last runs: side by side, on narrow screens one or the other."""

    SCOPE: ClassVar[Scope] = Scope.RUN
    HINTS: ClassVar[tuple[str, ...]] = (
        "new_run", "same_run", "save_run", "import_runs", "list_runs", "help",
    )  # fmt: skip
    BAR_HINTS: ClassVar[tuple[str, ...]] = (
        "new_run=new run", "same_run", "import_runs", "mid_run=guide",
    )  # fmt: skip
    STYLES: ClassVar[Path] = Path(__file__).with_name("view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.RUN)]

    form = getters.query_one("#form", RunForm)
    run_list = getters.query_one("#list", RunList)
    bars = getters.query_one(WeekBars)
    aside = getters.query_one(Aside)

    shape: Shape = Shape.WIDE

    _runs: RunsView | None = None
    _wanted: str | None = None
    _guide: "MidRunGuide | None" = None
    _alarm_reported: bool = False

    monotonic_clock: Callable[[], float] = staticmethod(boot_time_seconds)
    _kept: Run | None = None

    def compose(self) -> ComposeResult:
        """Lay out list and form; wide screens dock the list to the right."""
        with Aside(id="aside"):
            with Vertical(id="middle"):
                yield Heading("Recent runs", id="recent")
                yield RunList(id="list")
                yield Static(_with_keys(NO_RUNS), id="empty")
                yield AnswersCard()
                yield StoryCard()
            with Vertical(id="side"):
                yield WeekBars()
                yield MonthCard()
                yield LengthsCard()
                yield MonthLine()
                yield Static(Content.styled(LEGEND, "$dim"), id="legend")
        host = host_of(self)
        yield RunForm(FormContext(now=host.clock(), settings=host.settings), save=self._keep)
        yield TodayCard()

    def shows_day(self, day: "date") -> bool:
        """Return whether a run of that day stands in the list."""
        return self._runs is not None and any(line.run.day == day for line in self._runs.lines)

    # ------------------------------------------------------------------ what comes down

    def load(self) -> None:
        """Ask for the runs."""
        self.ask(Query(view_runs), self._show, topic="runs")

    async def _show(self, answer: RunsView | Problem) -> None:
        if isinstance(answer, Problem):
            self.form.set_errors((answer,))
            return
        first, self._runs = self._runs is None, answer
        with self.app.batch_update():
            self._show_list(answer)
            if first:
                # What was typed before the first answer came belongs to the run that is begun.
                await self._edit(None, keep_typed=True)
            elif not self.form.dirty:
                await self._show_clean(answer)

    def _show_list(self, runs: RunsView) -> None:
        self.run_list.show_runs(runs.lines, settings=runs.settings, today=runs.today)
        self.set_class(not runs.lines, "-empty")
        if self._wanted is not None:
            self.run_list.go_to(self._wanted)
            self._wanted = None
        self.query_one("#legend", Static).update(Content.styled(self._legend(runs), "$dim"))
        self.query_one(AnswersCard).runs = runs
        self.query_one(MonthCard).runs = self.query_one(MonthLine).runs = runs
        self.query_one(TodayCard).verdict = runs.verdict
        lengths = self.query_one(LengthsCard)
        lengths.unit, lengths.lengths = runs.settings.unit, runs.lengths
        self.bars.unit, self.bars.glyphs = runs.settings.unit, runs.settings.glyphs
        self.bars.weeks = runs.weeks
        self._say_verdict(runs)
        self._tell_story()
        self.call_after_refresh(self._share_room)

    def _say_verdict(self, runs: RunsView) -> None:
        """Say today's verdict and its cap above what is visible: the form, or the list alone."""
        today = Content.assemble(
            verdict_words(self, runs.verdict), Content.styled(" today", "$dim")
        )
        self.form.verdict = today
        listed = Content.styled(_how_many(runs), "$dim")
        if self._narrow and runs.lines:
            listed = Content.assemble(listed, Content.styled(" · ", "$dim"), today)
        self.query_one("#recent", Heading).fact = listed

    @on(RunList.Moved, "#list")
    def _follow_cursor(self, event: RunList.Moved[RunLine]) -> None:
        event.stop()
        self._tell_story()

    def _tell_story(self) -> None:
        """Ask for all about the run under the cursor, where there is room to show it."""
        chosen = self.run_list.chosen
        if chosen is None or self.shape is not Shape.BROAD:
            self.query_one(StoryCard).story = None
            return
        self.ask(Query(run_story, chosen.run), self._show_story, topic="story")

    def _show_story(self, answer: RunStory | Problem) -> None:
        card = self.query_one(StoryCard)
        if isinstance(answer, Problem) or self._runs is None:
            card.story = None
            return
        card.unit, card.story = self._runs.settings.unit, answer
        self.call_after_refresh(self._share_room)

    def _legend(self, runs: RunsView) -> str:
        if not any(line.routine for line in runs.lines):
            return LEGEND
        return f"{LEGEND} {glyphs_of(self).steps[StepState.DONE]} with a routine."

    def on_mount(self) -> None:
        """Give the parts their places before they are first drawn."""
        self._take_shape()

    def on_resize(self) -> None:
        """Share the room anew."""
        before = self.shape
        self._take_shape()
        if self._runs is not None and before is not self.shape:
            self._say_verdict(self._runs)
            self._tell_story()

    def _take_shape(self) -> None:
        width = self.screen.size.width
        broad, paged = width >= BROAD_FROM, width < SIDE_BY_SIDE_FROM
        self.shape = Shape.BROAD if broad else Shape.PAGED if paged else Shape.WIDE
        for each in Shape:
            self.set_class(each is self.shape, each.value)
        self.aside.styles.width = None if paged else width - FORM_CELLS
        self.query_one(MonthCard).close = broad
        self.bars.words = not broad

    @on(Aside.Resized)
    def _share_room(self) -> None:
        """Give the list the rows that the cards leave."""
        share_room(self, shape=self.shape)

    async def _show_clean(self, runs: RunsView) -> None:
        """Show the run that is being edited as it now is, or an empty form."""
        editing = self.form.editing
        known = (line for line in runs.lines if editing and line.run.id == editing.id)
        await self._edit(next(known, None))

    async def _edit(self, line: RunLine | None, *, keep_typed: bool = False) -> None:
        """Show a run in the form; None = a new one."""
        runs = self._runs
        if runs is None:
            return
        day = self.day or runs.today
        await self.form.show_run(runs, line=line, day=day, keep_typed=keep_typed)

    # ------------------------------------------------------------------ pages of narrow screens

    @property
    def _narrow(self) -> bool:
        return self.shape is Shape.PAGED

    def _go_to_form(self, target: Widget) -> None:
        self.add_class("-form")
        # At once, not with the next frame: what is typed meanwhile belongs to the field.
        self.app.stylesheet.update(self)
        self.screen.set_focus(target)

    def _go_to_list(self) -> None:
        self.remove_class("-form")
        if not self.has_class("-empty"):
            self.call_after_refresh(self.run_list.focus)
        else:
            self.post_message(RunCommand("leave_field"))

    def first_focus(self) -> Widget | None:
        """Start with the distance; on narrow screens with the list, where that is shown."""
        if self._narrow and not self.has_class("-form"):
            return None if self.has_class("-empty") else self.run_list
        return self.form.distance.field

    def open(self, what: str) -> None:
        """Begin a run, or edit one by its id."""
        if what == WALK_RUN:
            self.walk_run()
        elif what:
            self.ask(Query(view_run, what), partial(self._open_found, begun=self.form.dirty))
        else:
            self._go_to_form(self.form.distance.field)

    def _open_found(self, answer: RunLine | Problem, *, begun: bool) -> None:
        if isinstance(answer, RunLine):
            self.run_list.go_to(answer.run.id)
            self.edit(answer, keep_typed=self.form.dirty and not begun)

    # ------------------------------------------------------------------ saving

    @property
    def dirty(self) -> bool:
        """Return whether the form differs from what is on file, the guide's notes included."""
        noted = self._guide is not None and bool(self._guide.held.marks)
        return noted or self.form.dirty

    async def save(self) -> bool:
        """Save the run, what the guide noted included; a pace that nobody runs is asked about."""
        if self._guide is not None:
            self.form.take_steps(self._guide.held)
        self.add_class("-form")
        if not await self._is_meant() or not await self.form.save():
            return False
        self.form.editing = None
        return True

    async def _is_meant(self) -> bool:
        doubt = await self.perform(Query(pace_doubt, self.form.texts))
        if not isinstance(doubt, str):
            return True
        dialog = confirm_dialog("One moment", doubt, verb="yes, save it as it is")
        if await self.app.push_screen_wait(dialog):
            return True
        self.form.rows["duration"].focus_field()
        return False

    async def _keep(self, draft: Draft) -> Problems:
        async def perform(change: Change[Any]) -> object:
            answer = await self.perform(change)
            self._kept = answer if isinstance(answer, Run) else None
            return answer

        return await keeps(perform, RUN, self.form.editing)(draft)

    def discard(self) -> None:
        """Forget what was typed."""
        self.form.discard()
        self.form.editing = None
        self._loaded = None

    @work(group="save")
    async def action_save_run(self) -> None:
        """Save the run; a second press is not a second run."""
        wanted = self.form.dirty or self.form.has_focus_within
        if self._runs is None or not wanted or not await self.save() or self._kept is None:
            return
        run, self._wanted = self._kept, self._kept.id
        self.load()
        reported, self._alarm_reported = self._alarm_reported, False
        if run.outcome is RunOutcome.STOPPED_ALARM and not reported:
            self.post_message(RunCommand("report_alarm", STOPPED_FOR_ALARM))
        else:
            self.remove_class("-empty")
            self._go_to_list()

    # ------------------------------------------------------------------ while typing

    @on(RunForm.Changed)
    def _preview(self) -> None:
        """Ask what the distance means."""
        self.ask(Query(preview_run, self.form.texts), self._show_preview, topic="preview")

    def _show_preview(self, answer: RunPreview | Problem) -> None:
        if isinstance(answer, RunPreview):
            self.form.take_preview(answer)

    # ------------------------------------------------------------------ commands

    @work(group="form", exclusive=True)
    async def edit(self, line: RunLine | None, *, keep_typed: bool = False) -> None:
        """Bring a run into the form, once nothing unsaved is in the way; None = a new one.

        What was typed while the run was on its way was meant for it, and is kept.
        """
        if keep_typed or await self._may_replace():
            await self._edit(line, keep_typed=keep_typed)
            self._go_to_form(self.form.distance.field)

    async def _may_replace(self) -> bool:
        """Ask what becomes of what is typed, before something else takes its place."""
        return await may_part(self.app, dirty=self.form.dirty, save=self.save)

    @on(RunList.Opened, "#list")
    def _edit_chosen(self, event: RunList.Opened[RunLine]) -> None:
        event.stop()
        self.edit(event.item)

    def action_new_run(self) -> None:
        """Begin a new run; one that was begun goes on."""
        if self.form.editing is None:
            self._go_to_form(self.form.distance.field)
        else:
            self.edit(None)

    @work(group="form", exclusive=True)
    async def action_same_run(self) -> None:
        """Take over from the last run what is not typed yet, and go on with the pain."""
        runs = self._runs
        if runs is None or not runs.lines:
            self.notify("There is no earlier run to copy.", timeout=4, markup=False)
            return
        if self.form.editing is not None:
            if not await self._may_replace():
                return
            await self._edit(None)
        self.form.fill(runs.lines[0].run)
        self._go_to_form(next(iter(self.form.score_rows), self.form.rows["outcome"]))

    def action_list_runs(self) -> None:
        """Go to the list, and from the list back to the form."""
        if self.run_list.has_focus:
            self._go_to_form(self.form.distance.field)
        else:
            self._go_to_list()

    def action_leave_run(self) -> None:
        """Leave the field; on narrow screens the list comes back."""
        if self._narrow and self.has_class("-form"):
            self._go_to_list()
        else:
            self.post_message(RunCommand("leave_field"))

    @on(RunList.Discarded)
    def _delete(self, event: RunList.Discarded) -> None:
        event.stop()
        run = event.line.run
        if self.form.editing is not None and self.form.editing.id == run.id:
            self.form.detach()
        self.ask(Change(delete_run, run.id, done="Run deleted. u undoes."), self._say_refused)

    def _say_refused(self, answer: object) -> None:
        for problem in refusals(answer):
            self.notify(problem.message, severity="error", markup=False)

    # ------------------------------------------------------------------ while running

    @work(group="form", exclusive=True)
    async def action_mid_run(self) -> None:
        """Be guided while running; what was noted comes into a new run's form."""
        if self._guide is not None:
            return
        if self.form.editing is not None:
            if not await self._may_replace():
                return
            await self._edit(None)
        basis = await self.perform(Query(mid_run_basis))
        if isinstance(basis, Problem):
            self.form.set_errors((basis,))
            return
        from tracker.ui.midrun.start_screen import MidRunStart  # noqa: PLC0415 - when asked for

        started = await self.app.push_screen_wait(MidRunStart(basis))
        if started is None:
            return
        log = await self._guided(started, basis)
        if log is not None:
            self.form.take_steps(log)
            self._go_to_form(self.form.distance.field)

    @work(group="form", exclusive=True)
    async def walk_run(self) -> None:
        """Play today's walk-run session; where pain asks for it, the mid-run guide goes on."""
        if self._guide is not None or not await self._may_replace():
            return
        await self._edit(None)
        basis = await self.perform(Query(session_basis))
        if isinstance(basis, Problem):
            self.form.set_errors((basis,))
            return
        from tracker.ui.midrun.start_screen import Started as Begun  # noqa: PLC0415 - when asked
        from tracker.ui.plan.timer_screen import WalkRunScreen  # noqa: PLC0415 - when asked for

        done = await self.app.push_screen_wait(
            WalkRunScreen(
                basis.timer,
                basis.log,
                bell=basis.guide.settings.bell,
                keep_bell=self._keep_bell,
                monotonic_clock=self.monotonic_clock,
            )
        )
        if done is None:
            return
        if not done.timer.runs:
            from tracker.diary.kinds.cross_training import CROSS_TRAINING  # noqa: PLC0415 - rarely
            from tracker.ui.form.records import open_form  # noqa: PLC0415 - rarely

            values = walk_values(done.timer)
            await open_form(host_of(self), CROSS_TRAINING, values=values, fact="W0")
            return
        self.form.put(run_texts(done.timer))
        log: MidRunLog | None = done.log
        if done.guided:
            started = Begun(done.log, done.log.minute)
            log = await self._guided(started, basis.guide)
        elif done.alarm:
            self._alarm_reported = False
            self._report_alarm()
        if log is not None and log.marks:
            self.form.take_steps(log)
        self._go_to_form(self.form.distance.field)

    async def _guided(self, started: "Started", basis: MidRunBasis) -> MidRunLog | None:
        """Be guided by the protocol of section 3; gives what was noted."""
        from tracker.ui.midrun.guide_screen import MidRunGuide  # noqa: PLC0415 - when asked for

        self._alarm_reported = False
        self._guide = MidRunGuide(
            started,
            basis,
            report=self._report_alarm,
            keep_reset=self._keep_reset,
            keep_bell=self._keep_bell,
            monotonic_clock=self.monotonic_clock,
        )
        try:
            return await self.app.push_screen_wait(self._guide)
        finally:
            self._guide = None

    def _keep_reset(self, player: Player, goes_on: bool) -> None:  # noqa: FBT001 - a callback
        keep = partial(keep_reset, goes_on=goes_on)
        self.ask(Change(keep, reset_entry(player)), self._say_refused)

    def _keep_bell(self, bell: bool) -> None:  # noqa: FBT001 - a callback
        self.ask(Change(partial(update_settings, bell=bell)), self._say_refused)

    def _report_alarm(self) -> None:
        self._alarm_reported = True
        self.post_message(RunCommand("report_alarm", STOPPED_FOR_ALARM))

    @on(StepsRow.Wanted)
    @work(group="form", exclusive=True)
    async def type_steps(self, event: StepsRow.Wanted) -> None:
        """Type what happened on the way, minute by minute."""
        event.stop()
        from tracker.ui.midrun.steps_screen import StepsScreen  # noqa: PLC0415 - when asked for

        form, runs = self.form, self._runs
        if runs is None:
            return
        before, worst = form.scores(ScoreMoment.BEFORE), form.scores(ScoreMoment.WORST)
        steps, places = form.steps.steps, [row.place for row in form.score_rows]
        place = place_of(steps, places) or sorest(places, worst or before)
        page = StepsScreen(
            log_of(steps, pre=before.get(place, 0) if place else 0, place=place),
            places,
            scores=before,
            settings=runs.settings,
        )
        log = await self.app.push_screen_wait(page)
        if log is not None:
            self.form.take_steps(log)
        self.form.steps.focus()


def _how_many(runs: RunsView) -> str:
    count = len(runs.lines)
    if count == LINES_SHOWN:
        return f"the last {count}"
    return counted(count, "run") if count else "none yet"


def _with_keys(sentence: str) -> Content:
    """Write a sentence about two keys with the keys in bold."""
    words = (
        Content.styled(word, "bold $accent") if word in {"ctrl+s", "i"} else Content(word)
        for word in sentence.split(" ")
    )
    return Content(" ").join(words)
