"""The run form: what was run, how it felt, and what hurt."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tracker.diary.answers import RoutineLink, RunLine, RunPreview, RunsView
from tracker.diary.kinds.run import LIMP, RUN, write_steps
from tracker.diary.routine_links import routine_words
from tracker.domain.calendar_words import counts_to, format_day
from tracker.domain.form import BETWEEN, FormContext, texts_of
from tracker.domain.moment import day_of
from tracker.domain.run import Run, RunKind, RunOutcome
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite
from tracker.domain.units import format_pace, pace_of
from tracker.domain.verdict import Zone
from tracker.rules.distance_words import floored_distance
from tracker.rules.midrun_log import MidRunLog
from tracker.ui.form.body import Save
from tracker.ui.form.names import NamesSuggester
from tracker.ui.midrun.steps_row import StepsRow
from tracker.ui.run.score_row import ScoreHead, ScoreMoment
from tracker.ui.run.scored_body import ScoredBody, rows_of
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.zone_legend import ZoneLegend

ROUTINE: Final = "routine"
ROUTINE_CELLS: Final = 18
SPIKE_RULE: Final = "R-LOAD-04"
EXAMPLES: Final = {"distance": "5 · 5,2 km", "duration": "31:20 · 45"}
"""What can be typed; it stands right of the empty field."""
ALIKE: Final = ("distance", "duration", "rpe", "gear", "surface")
"""What another run is like, besides its kind; scores and note are each run's own."""


class RoutineRow(CheckRow):
    """Links a run with the routine that went with it; its text is the session's id."""

    def __init__(self) -> None:
        super().__init__("Routine", ((ROUTINE, "today's routine"),), id="routine_id")
        self._linked = ""
        self._offered: str | None = None

    @property
    def text(self) -> str:
        """Return the id of the session that the run is linked with, "" for none."""
        if self._offered is None:
            return self._linked
        return self._offered if ROUTINE in self.ticked else ""

    @text.setter
    def text(self, text: str) -> None:
        self._linked = text
        self.ticked = frozenset({ROUTINE} if text and text == self._offered else ())

    def offer(self, link: RoutineLink | None, settings: Settings) -> None:
        """Offer a session to link the run with, or none: then a link that is there stays."""
        self._offered = None if link is None else link.session
        self.display = link is not None
        self.text = self._linked
        if link is not None:
            words = routine_words(link, settings, name_max=ROUTINE_CELLS)
            self.options = ((ROUTINE, words),)


class RunForm(ScoredBody):
    """Shows one run, new or on file; `editing` is the one that it corrects."""

    heading = getters.query_one("#heading", Heading)
    distance = getters.query_one("#distance", FieldRow)
    spike = getters.query_one("#spike", Note)
    steps = getters.query_one("#steps", StepsRow)
    routine = getters.query_one("#routine_id", RoutineRow)

    def __init__(self, context: FormContext, *, save: Save) -> None:
        usual = texts_of(RUN.fields, RUN.values_at_first(context), context)
        super().__init__(RUN.fields, context, save=save, shown=usual, id="form")
        self._verdict = Content("")
        self._usual: Mapping[RunKind, str] = {}
        self._worn = ""

    def compose(self) -> ComposeResult:
        """Lay out the rows; the sites' rows come with the first answer."""
        yield Heading("Log a run", id="heading")
        with Vertical(classes="group"):
            yield self.row("when")
            yield self.row("distance")
            yield Note(id="spike")
            for name in ("duration", "kind", "rpe", "surface", "gear"):
                yield self.row(name)
        with Vertical(classes="group"):
            yield ScoreHead()
            yield Vertical(id="scores")
            yield ZoneLegend()
        with Vertical(classes="group"):
            yield self.row("outcome")
            yield self.row("also")
            yield StepsRow("On the way", id="steps")
            yield RoutineRow()
            yield self.row("note")
        yield Note(id="whole")

    # ------------------------------------------------------------------ showing

    async def show_run(
        self, runs: RunsView, *, line: RunLine | None, day: date, keep_typed: bool = False
    ) -> None:
        """Show a run on file, or a new one of a day.

        What was typed before is replaced, or with `keep_typed` stays over it.
        """
        show = self.show_beneath if keep_typed else self.show
        self.editing = None if line is None else line.run
        scored = () if line is None else _sites_of(line.run)
        context = FormContext(
            now=self.context.now,
            settings=runs.settings,
            places=tuple(dict.fromkeys((*runs.places, *scored))),
            known=runs.known_gear,
        )
        offered = self._routine_of(runs, line, day=day)
        await self._show_sites(context)
        self.query_one("#gear", FieldRow).field.suggester = NamesSuggester(runs.gear)
        self.routine.offer(offered, runs.settings)
        self._say_which()
        self.spike.show("")
        self._usual = {} if line is not None else runs.usual_gear
        self._worn = self._usual.get(RunKind.EASY, "")
        if line is not None:
            show(RUN.texts_of(line.run, context), context=context)
            return
        show(
            {
                **texts_of(RUN.fields, RUN.values_at_first(context), context),
                "when": "" if day == runs.today else day.isoformat(),
                "routine_id": "" if offered is None else offered.session,
                "gear": self._worn,
            },
            context=context,
        )

    @staticmethod
    def _routine_of(runs: RunsView, line: RunLine | None, *, day: date) -> RoutineLink | None:
        """Offer the day's routine: linked where it is so, and with a run that is logged now."""
        if line is not None:
            return line.routine or line.free
        return runs.todays_routine if day == runs.today else None

    async def _show_sites(self, context: FormContext) -> None:
        self.query_one(ZoneLegend).green_max = context.settings.green_max
        box = self.query_one("#scores", Vertical)
        if tuple(row.place for row in self.score_rows) != context.places or not box.children:
            await box.remove_children()
            await box.mount_all(rows_of(context))

    def _say_which(self) -> None:
        run = self.editing
        if run is None:
            self.heading.title = "Log a run"
            self._say_day()
            return
        self.heading.title = "Edit the run"
        day = run.start.date()
        imported = " · imported" if run.source else ""
        self.heading.fact = f"{format_day(day)}{counts_to(day, run.day)}{imported}"

    def fill(self, like: Run) -> None:
        """Take over from another run what is not typed yet; scores and note never."""
        theirs, mine = RUN.texts_of(like, self.context), self.texts
        open_ones: set[str] = {name for name in ALIKE if not mine[name]}
        if theirs["gear"] and mine["gear"] == self._worn:
            open_ones.add("gear")
        texts = {name: theirs[name] for name in open_ones}
        if mine["kind"] == RunKind.EASY:
            texts["kind"] = theirs["kind"]
        self.put(texts)

    def take_steps(self, log: MidRunLog) -> None:
        """Take over what was noted on the way: steps, outcome, scores before and worst."""
        texts = {"steps": write_steps(log.steps)}
        if log.outcome is not None:
            texts["outcome"] = log.outcome
        if log.limp:
            texts["also"] = BETWEEN.join(dict.fromkeys((LIMP, *self.value("also"))))
        if log.marks:
            noted = {ScoreMoment.BEFORE: log.pre, ScoreMoment.WORST: log.worst}
            given = {moment: score for moment, score in noted.items() if score is not None}
            for row in self.score_rows:
                if row.place == log.place:
                    row.scores = {**row.scores, **given}
        self.put(texts)

    def detach(self) -> None:
        """Make what is typed a new run: the one that was edited is gone."""
        self.editing = None
        self.heading.title = "Log a run"
        self.put({"steps": "", "routine_id": ""})

    # ------------------------------------------------------------------ what was understood

    def follow(self) -> None:
        """Say the pace, and tell the steps how the run ended."""
        unit = self.context.settings.unit
        pace = pace_of(self.value("distance"), self.value("duration"), unit=unit)
        words = Content("")
        if pace is not None:
            pace_words = Content.styled(format_pace(pace), "bold")
            words = Content.assemble(pace_words, Content.styled(f" /{unit}", "$dim"))
        self.rows["duration"].set_hint(words)
        for name, example in EXAMPLES.items():
            if not self.texts[name]:
                self.rows[name].set_hint(Content.styled(example, "$dim"))
        self._wear_the_usual()
        self.steps.outcome = self.value("outcome") or RunOutcome.COMPLETED
        self._say_day()

    def _wear_the_usual(self) -> None:
        """Name what is usually worn for the kind of run, unless something else is typed."""
        usual = self._usual.get(self.value("kind"), "") if self._usual else self._worn
        if usual != self._worn and self.texts["gear"] == self._worn:
            self.write("gear", usual)
            self._worn = usual

    def _say_day(self) -> None:
        """Say above a new run to which day it counts, where that is not the calendar's."""
        if self.editing is not None:
            return
        start: datetime = self.value("when") or self.context.now
        day = day_of(start, day_start_hour=self.context.settings.day_start_hour)
        self.heading.fact = counts_to(start.date(), day).lstrip(", ") or self._verdict

    @property
    def verdict(self) -> Content:
        """Return what today allows, as it stands above a new run."""
        return self._verdict

    @verdict.setter
    def verdict(self, words: Content) -> None:
        self._verdict = words
        self._say_day()

    def take_preview(self, preview: RunPreview) -> None:
        """Say what the distance means."""
        if preview.spike is not None:
            self.spike.show(preview.spike, zone=Zone.AMBER, rule=SPIKE_RULE)
        elif preview.over_cap_m:
            cap = floored_distance(preview.over_cap_m, self.context.settings.unit)
            self.spike.show(f"That is over today's cap, {cap}.", zone=Zone.AMBER)
        else:
            self.spike.show("")


def _sites_of(run: Run) -> tuple[PainSite, ...]:
    scores = (*run.before, *run.during, *run.after)
    return tuple(dict.fromkeys(score.place for score in scores))
