"""The run form: what was run, how it felt, and what hurt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tracker.diary.answers import RunLine, RunPreview, RunsView
from tracker.diary.entries import RunEntry
from tracker.diary.routine_links import routine_words
from tracker.domain.calendar_words import counts_to, format_day
from tracker.domain.clock_words import format_clock
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem
from tracker.domain.run import Run, RunKind, RunOutcome, Surface
from tracker.domain.scale import RPE, parse_scale
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite
from tracker.domain.units import format_pace, pace_of, parse_distance, parse_duration
from tracker.domain.verdict import Zone
from tracker.rules.distance_words import exact_distance, floored_distance
from tracker.rules.midrun_log import MidRunLog
from tracker.ui.midrun.steps_row import StepsRow
from tracker.ui.run.gear_names import BETWEEN, GearSuggester, split_names
from tracker.ui.run.score_row import ScoreHead, ScoreMoment, ScoreRow
from tracker.ui.run.words import (
    ALSO,
    KIND,
    LIMP,
    NO_SITES,
    OUTCOME,
    PAINKILLER,
    ROUTINE,
    SURFACE,
    rpe_word,
)
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.day_row import DayRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.pick_row import PickRow
from tracker.ui.widgets.zone_legend import ZoneLegend

FIELD_CELLS: Final = 17
RPE_CELLS: Final = 5
ROUTINE_CELLS: Final = 18
SPIKE_RULE: Final = "R-LOAD-04"


class RunForm(Vertical):
    """Shows one run, new or on file, and gives back what is typed."""

    heading = getters.query_one("#heading", Heading)
    when = getters.query_one("#when", DayRow)
    distance = getters.query_one("#distance", FieldRow)
    duration = getters.query_one("#duration", FieldRow)
    kind = getters.query_one("#kind", PickRow)
    rpe = getters.query_one("#rpe", FieldRow)
    surface = getters.query_one("#surface", PickRow)
    gear = getters.query_one("#gear", FieldRow)
    outcome = getters.query_one("#outcome", ChoiceRow)
    steps = getters.query_one("#steps", StepsRow)
    also = getters.query_one("#also", CheckRow)
    routine = getters.query_one("#routine", CheckRow)
    note = getters.query_one("#note", FieldRow)
    spike = getters.query_one("#spike", Note)
    problem = getters.query_one("#problem", Note)

    @dataclass
    class Changed(Message):
        """Something was changed by the person."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's own word
        super().__init__(id=id)
        self.editing: Run | None = None
        self._shown: RunEntry | None = None
        self._base = RunEntry()
        self._settings = Settings()
        self._session: str | None = None
        self._gear = GearSuggester()
        self._today = date.min
        self._start: datetime | Problem | None = None

    def compose(self) -> ComposeResult:
        """Lay out the rows; the sites' rows come with the first answer."""
        yield Heading("Log a run", id="heading")
        with Vertical(classes="group"):
            yield DayRow("When", cells=FIELD_CELLS, placeholder="now", clock=True, id="when")
            yield FieldRow("Distance", cells=FIELD_CELLS, id="distance")
            yield Note(id="spike")
            yield FieldRow("Duration", cells=FIELD_CELLS, id="duration")
            yield PickRow("Kind", KIND, value=RunKind.EASY, required=True, id="kind")
            yield FieldRow("RPE", cells=RPE_CELLS, placeholder="0-10", id="rpe")
            yield PickRow("Surface", SURFACE, id="surface")
            yield FieldRow("Gear", cells=FIELD_CELLS, id="gear")
        with Vertical(classes="group"):
            yield ScoreHead()
            yield Vertical(id="scores")
            yield ZoneLegend()
        with Vertical(classes="group"):
            yield ChoiceRow(
                "When it hurt", OUTCOME, value=RunOutcome.COMPLETED, required=True, id="outcome"
            )
            yield CheckRow("Also true", ALSO, id="also")
            yield StepsRow("On the way", id="steps")
            yield CheckRow("Routine", ((ROUTINE, "today's routine"),), id="routine")
            yield FieldRow("Note", id="note")
        yield Note(id="problem")

    def on_mount(self) -> None:
        """Complete the names of gear while they are typed."""
        self.gear.field.suggester = self._gear

    # ------------------------------------------------------------------ showing

    async def show(
        self, runs: RunsView, entry: RunEntry, *, editing: RunLine | None = None
    ) -> None:
        """Show a run; what was typed before is replaced."""
        self.editing = None if editing is None else editing.run
        self._base, self._settings = entry, runs.settings
        self._today, self._gear.known = runs.today, runs.gear
        scored = (*entry.before, *entry.during, *entry.after)
        await self._show_sites(tuple(dict.fromkeys((*runs.places, *scored))))
        self._say_which(runs)
        self._put(entry)
        self._offer_routine(runs, editing)
        self._shown = self.entry
        self._echo()
        self.spike.show("")
        self.problem.show("")

    async def _show_sites(self, places: tuple[PainSite, ...]) -> None:
        green_max = self._settings.green_max
        self.query_one(ZoneLegend).green_max = green_max
        box = self.query_one("#scores", Vertical)
        if tuple(row.place for row in self.score_rows) != places or not box.children:
            await box.remove_children()
            rows = [ScoreRow(place, green_max=green_max) for place in places]
            await box.mount_all(rows or [Static(Content(NO_SITES), classes="hint")])

    def _say_which(self, runs: RunsView) -> None:
        run = self.editing
        if run is None:
            self.heading.title = "Log a run"
            guide = "m guides you while running"
            self.heading.fact = f"s same as last · {guide}" if runs.lines else guide
            return
        self.heading.title = "Edit the run"
        day = run.start.date()
        imported = " · imported" if run.source else ""
        self.heading.fact = f"{format_day(day)}{counts_to(day, run.day)}{imported}"

    def _put(self, entry: RunEntry) -> None:
        self.when.text = entry.when
        self.distance.text = entry.distance
        self.duration.text = entry.duration
        self.rpe.text = entry.rpe
        self.gear.text = BETWEEN.join(entry.gear)
        self.note.text = entry.note
        for field in self.query(FieldRow):
            field.set_error("")
        self.kind.value = entry.kind
        self.surface.value = entry.surface
        self.outcome.value = entry.outcome
        self.steps.steps, self.steps.outcome = entry.steps, entry.outcome
        ticked = {LIMP: entry.limp, PAINKILLER: entry.painkiller}
        self.also.ticked = frozenset(word for word, yes in ticked.items() if yes)
        for row in self.score_rows:
            found = {
                ScoreMoment.BEFORE: entry.before.get(row.place),
                ScoreMoment.WORST: entry.during.get(row.place),
                ScoreMoment.AFTER: entry.after.get(row.place),
            }
            row.scores = {moment: score for moment, score in found.items() if score is not None}

    def _offer_routine(self, runs: RunsView, line: RunLine | None) -> None:
        """Offer the day's routine: linked where it is so, and with a run that is logged now."""
        if line is None:
            offered = linked = None if self._base.when else runs.todays_routine
        else:
            offered, linked = line.routine or line.free, line.routine
        self._session = None if offered is None else offered.session
        self.routine.display = offered is not None
        self.routine.ticked = frozenset({ROUTINE} if linked else ())
        if offered is not None:
            words = routine_words(offered, self._settings, name_max=ROUTINE_CELLS)
            self.routine.options = ((ROUTINE, words),)

    def fill(self, like: RunEntry) -> None:
        """Take over from another run what is not typed yet; scores and note never."""
        for row, text in (
            (self.distance, like.distance),
            (self.duration, like.duration),
            (self.rpe, like.rpe),
            (self.gear, BETWEEN.join(like.gear)),
        ):
            if not row.text.strip():
                row.text = text
                row.set_error("")
        if self.kind.value == self._base.kind:
            self.kind.value = like.kind
        if self.surface.value is None:
            self.surface.value = like.surface
        self._echo()
        self.post_message(self.Changed())

    def take_steps(self, log: MidRunLog) -> None:
        """Take over what was noted on the way: steps, outcome, scores before and worst."""
        self.steps.steps = log.steps
        if log.outcome is not None:
            self.outcome.value = self.steps.outcome = log.outcome
        if log.limp:
            self.also.ticked |= {LIMP}
        if log.marks:
            noted = {ScoreMoment.BEFORE: log.pre, ScoreMoment.WORST: log.worst}
            given = {moment: score for moment, score in noted.items() if score is not None}
            for row in self.score_rows:
                if row.place == log.place:
                    row.scores = {**row.scores, **given}
        self.post_message(self.Changed())

    def mark_saved(self) -> None:
        """Take what is typed as what is on file."""
        self._shown = self.entry

    def detach(self) -> None:
        """Make what is typed a new run: the one that was edited is gone."""
        self.editing = None
        self._base = replace(self._base, routine_id=None)
        self.steps.steps = ()
        self.heading.title, self.heading.fact = "Log a run", ""

    def set_error(self, problems: Iterable[Problem]) -> None:
        """Say at each field what is wrong with it, and bring the focus to the first."""
        first: FieldRow | None = None
        for problem in problems:
            rows = self.query(f"#{problem.field}").results(FieldRow) if problem.field else ()
            row = next(iter(rows), None)
            if row is None:
                self.problem.show_and_scroll(problem.message)
                continue
            row.set_error(problem.message)
            first = first or row
        if first is not None:
            first.focus_field()

    # ------------------------------------------------------------------ what is typed

    @property
    def score_rows(self) -> list[ScoreRow]:
        """Give the sites' rows, in order."""
        return list(self.query_one("#scores").query(ScoreRow))

    def _scores(self, moment: ScoreMoment) -> Mapping[PainSite, int]:
        return {row.place: row.scores[moment] for row in self.score_rows if moment in row.scores}

    @property
    def entry(self) -> RunEntry:
        """Give the run as typed."""
        surface = self.surface.value
        linked = self._session if ROUTINE in self.routine.ticked else None
        return replace(
            self._base,
            when=self.when.text.strip(),
            distance=self.distance.text.strip(),
            duration=self.duration.text.strip(),
            kind=RunKind(self.kind.value or RunKind.EASY),
            rpe=self.rpe.text.strip(),
            surface=Surface(surface) if surface else None,
            gear=split_names(self.gear.text, (*self._gear.known, *self._base.gear)),
            before=self._scores(ScoreMoment.BEFORE),
            during=self._scores(ScoreMoment.WORST),
            after=self._scores(ScoreMoment.AFTER),
            outcome=RunOutcome(self.outcome.value or RunOutcome.COMPLETED),
            limp=LIMP in self.also.ticked,
            painkiller=PAINKILLER in self.also.ticked,
            steps=self.steps.steps,
            routine_id=linked if self.routine.display else self._base.routine_id,
            note=self.note.text.strip(),
        )

    @property
    def dirty(self) -> bool:
        """Tell whether anything differs from what was shown."""
        return self._shown is not None and self.entry != self._shown

    # ------------------------------------------------------------------ what was understood

    def _echo(self) -> None:
        unit = self._settings.unit
        metres = parse_distance(self.distance.text, unit)
        seconds = parse_duration(self.duration.text)
        far = None if isinstance(metres, Problem) else metres
        long = None if isinstance(seconds, Problem) else seconds
        pace = pace_of(far, long, unit=unit)
        effort = parse_scale(self.rpe.text, RPE)
        self.distance.set_hint("" if far is None else exact_distance(far, unit))
        self.duration.set_hint(
            ""
            if pace is None
            else Content.assemble(
                Content.styled(format_pace(pace), "bold"), Content.styled(f" /{unit}", "$dim")
            )
        )
        self.rpe.set_hint(
            "" if isinstance(effort, Problem) else Content.styled(rpe_word(effort), "$dim")
        )
        names = self.entry.gear
        new = [name for name in names if name not in self._gear.known]
        self.gear.set_hint(Content.styled(f"new: {BETWEEN.join(new)}" if new else "", "$dim"))

    def take_preview(self, preview: RunPreview) -> None:
        """Say what was understood of the moment, and what the distance means."""
        self._start = preview.start
        if isinstance(preview.start, Problem):
            self.when.set_hint("")
            self._refuse_moment()
        else:
            self.when.set_hint(Content.styled(self._moment_words(preview.start), "$dim"))
        unit = self._settings.unit
        if preview.spike is not None:
            self.spike.show(preview.spike, zone=Zone.AMBER, rule=SPIKE_RULE)
        elif preview.over_cap_m:
            cap = floored_distance(preview.over_cap_m, unit)
            self.spike.show(f"That is over today's cap, {cap}.", zone=Zone.AMBER)
        else:
            self.spike.show("")

    def _moment_words(self, start: datetime) -> str:
        clock = format_clock(start, clock_24h=self._settings.clock_24h)
        on = format_day(start.date(), year=start.year != self._today.year)
        if start.date() == self._today:
            on = "today"
        day = day_of(start, day_start_hour=self._settings.day_start_hour)
        return f"{on} {clock}{counts_to(start.date(), day)}"

    def _refuse_moment(self) -> None:
        if isinstance(self._start, Problem) and not self.when.has_focus_within:
            self.when.set_error(self._start.message)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Say what can't be read of a field that is left; nothing typed is taken away."""
        row = next((each for each in event.widget.ancestors if isinstance(each, FieldRow)), None)
        if row is None or not row.text.strip():
            return
        found: object = None
        if row is self.distance:
            found = parse_distance(row.text, self._settings.unit)
        elif row is self.duration:
            found = parse_duration(row.text)
        elif row is self.rpe:
            found = parse_scale(row.text, RPE)
        elif row is self.when:
            found = self._start
        if isinstance(found, Problem):
            row.set_error(found.message)

    # ------------------------------------------------------------------ events

    @on(FieldRow.Changed)
    @on(PickRow.Changed)
    @on(ChoiceRow.Changed)
    @on(CheckRow.Changed)
    @on(ScoreRow.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.problem.show("")
        self.steps.outcome = RunOutcome(self.outcome.value or RunOutcome.COMPLETED)
        self._echo()
        self.post_message(self.Changed())


def new_entry(day: date, *, today: date) -> RunEntry:
    """Give an empty run; on another day than today it begins with that day."""
    return RunEntry(when="" if day == today else day.isoformat())
