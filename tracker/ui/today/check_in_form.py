"""The check-in form: how the person is, in a page that is filled in with single keys."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tracker.diary.answers import DayView, Verdict
from tracker.diary.entries import CheckInEntry
from tracker.domain.check_in import CheckIn
from tracker.domain.clock_words import format_clock
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night
from tracker.domain.problem import Problem
from tracker.domain.routine import StepState
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite
from tracker.domain.units import format_distance, parse_distance
from tracker.domain.verdict import Zone
from tracker.ui.alarm.list_answers import ListAnswers
from tracker.ui.glyphs import glyphs_of
from tracker.ui.run.words import NO_SITES
from tracker.ui.today import frame
from tracker.ui.today.more_rows import MoreRows
from tracker.ui.today.words import ALSO, GATE, ILL, LIMP, NIGHT, NO, PAINKILLER, YES
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.pain_scale import PainScale
from tracker.ui.widgets.zone_legend import ZoneLegend


def state_words(view: DayView) -> str:
    """Return when a day's check-in was saved, and of a later one what it changed the most."""
    latest, count = view.check_ins[-1], len(view.check_ins)
    again = [line for line in view.lines if line.later]
    if again:
        most = max(again, key=lambda line: abs(line.changed))
        return f"{most.place.label} {most.later}"
    at = format_clock(latest.at, clock_24h=view.settings.clock_24h)
    return f"saved {at}" + (f" · {count} on this day" if count > 1 else "")


class SiteScale(PainScale):
    """The scale of one tracked site."""

    def __init__(self, place: PainSite, *, green_max: int) -> None:
        super().__init__(place.label, green_max=green_max)
        self.place = place


class CheckInForm(Vertical):
    """Shows one day's entry and gives back what is typed; it knows nothing of verdicts."""

    heading = getters.query_one(Heading)
    night = getters.query_one("#night", ChoiceRow)
    stiff = getters.query_one("#stiff", FieldRow)
    sleep = getters.query_one("#sleep", FieldRow)
    sleep_quality = getters.query_one("#sleep_quality", FieldRow)
    fatigue = getters.query_one("#fatigue", PainScale)
    also = getters.query_one("#also", CheckRow)
    planned = getters.query_one("#planned", FieldRow)
    gate = getters.query_one("#gate", ChoiceRow)
    note = getters.query_one("#note", FieldRow)
    more = getters.query_one(MoreRows)

    @dataclass
    class Changed(Message):
        """Something was changed by the person."""

    @dataclass
    class ListWanted(Message):
        """The person wants to answer the list of alarm signs."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's own word
        super().__init__(id=id)
        self._shown: CheckInEntry | None = None
        self._answers = CheckInEntry()
        self._day: date | None = None

    def compose(self) -> ComposeResult:
        """Lay out the rows; the sites' scales come with the day."""
        yield Heading(frame.HEADING, id="heading")
        yield Vertical(id="scores")
        yield ZoneLegend()
        with Vertical(classes="group"):
            yield ChoiceRow(frame.NIGHT, NIGHT, id="night")
            with Horizontal(classes="pair"):
                yield FieldRow(frame.STIFFNESS, unit="min", cells=4, id="stiff")
                with Horizontal(classes="twins"):
                    yield FieldRow(frame.SLEEP, unit="h", cells=4, id="sleep")
                    yield FieldRow("quality", unit="of 5", cells=2, close=True, id="sleep_quality")
            yield PainScale(frame.FATIGUE, zoned=False, id="fatigue")
            yield CheckRow(frame.ALSO, ALSO, id="also")
        with Vertical(classes="group -last"):
            yield FieldRow(frame.PLANNED, cells=7, id="planned")
            yield ChoiceRow(frame.GATE, GATE, id="gate")
            yield FieldRow(frame.NOTE, id="note")
            yield MoreRows()

    # ------------------------------------------------------------------ showing

    async def show(self, view: DayView, entry: CheckInEntry) -> None:
        """Show a day's entry; what was typed before is replaced."""
        self._day = view.day
        await self._show_sites(view)
        self._put(entry)
        await self.more.show(entry, places=view.places)
        self._shown = self.entry

    async def _show_sites(self, view: DayView) -> None:
        scores = self.query_one("#scores", Vertical)
        self.query_one(ZoneLegend).green_max = view.settings.green_max
        if scores.children and [scale.place for scale in self.scales] == list(view.places):
            return
        await scores.remove_children()
        green_max = view.settings.green_max
        scales = [SiteScale(place, green_max=green_max) for place in view.places]
        nothing = Static(Content.styled(NO_SITES, "$dim"), classes="no-sites")
        await scores.mount_all(scales or [nothing])

    def _put(self, entry: CheckInEntry) -> None:
        with self.prevent(PainScale.Changed, ChoiceRow.Changed, CheckRow.Changed):
            self.put_scores(entry.scores)
            self.night.value = entry.night
            self.fatigue.value = int(entry.fatigue) if entry.fatigue else None
            ticked = {LIMP: entry.limp, ILL: entry.ill, PAINKILLER: entry.painkiller}
            self.also.ticked = frozenset(word for word, yes in ticked.items() if yes)
            self.gate.value = {None: None, True: YES, False: NO}[entry.alarm]
            for name in ("stiff", "sleep", "sleep_quality", "planned", "note"):
                row = self.query_one(f"#{name}", FieldRow)
                row.text = getattr(entry, name)
                row.set_error("")
        self._stack_refused()
        self._answers = entry

    def put_scores(self, scores: Mapping[PainSite, int]) -> None:
        """Set the sites' scores; a site without one becomes "not logged"."""
        for scale in self.scales:
            scale.value = scores.get(scale.place)

    @property
    def ticked(self) -> frozenset[str]:
        """Return the alarm signs that were ticked so far, by key."""
        return frozenset(key for key, yes in self._answers.answers.items() if yes)

    def put_answers(self, answers: ListAnswers) -> None:
        """Take the answers to the whole list of alarm signs."""
        self._answers = replace(
            self._answers,
            full_list=True,
            answers=answers.by_key,
            bone_focal=answers.bone_focal,
        )
        with self.prevent(ChoiceRow.Changed):
            self.gate.value = YES if answers.any else NO

    def take_list(self, check_in: CheckIn) -> None:
        """Take the list as gone through where another check-in of the day has just answered it.

        What was ticked there stays there: it ends with that check-in's own yes.
        """
        said_no = {each.key: False for each in check_in.answers if not each.yes}
        self._answers = replace(self._answers, full_list=True, answers=said_no)

    async def put_feel(self, check_in: CheckIn) -> None:
        """Say how it feels as another check-in said it, where nothing is said here yet."""
        entry = self.entry
        felt = replace(
            entry,
            quality=entry.quality or check_in.quality,
            pattern=entry.pattern or check_in.pattern,
            spread=entry.spread or check_in.spread,
        )
        if felt != entry:
            await self.more.show(felt, places=[scale.place for scale in self.scales])

    def forget_answers(self) -> None:
        """Ask for no alarm sign here any more: what was ticked is kept elsewhere."""
        self._answers = replace(self._answers, full_list=False, answers={}, bone_focal=())
        with self.prevent(ChoiceRow.Changed):
            self.gate.value = None

    def mark_saved(self) -> None:
        """Take what is typed as what is shown; nothing speaks against it any more."""
        self._shown = self.entry
        self._say("")

    def say_state(self, view: DayView, *, changed: bool) -> None:
        """Say in the heading whether what is typed is on file, and since when."""
        self.heading.changed, self.heading.fact = changed, self._state(view)

    def _state(self, view: DayView) -> Content:
        if not view.check_ins:
            return Content.styled("first of the day", "$dim")
        return Content.assemble(
            glyphs_of(self).steps[StepState.DONE], Content.styled(f" {state_words(view)}", "$dim")
        )

    def remark_plan(self, verdict: Verdict, *, unit: DistanceUnit) -> None:
        """Say right of the planned distance what it means for today's cap."""
        cap = verdict.cap_m
        planned = parse_distance(self.planned.text, unit)
        if isinstance(planned, Problem) or not cap or planned <= cap:
            self.planned.set_hint("")
            return
        words = format_distance(cap, unit)
        self.planned.set_hint(
            Content.assemble(
                Content.styled(f"{glyphs_of(self).zones[Zone.AMBER]} ", "$zone-watch"),
                f"over today's cap, {words}",
            )
        )

    def set_error(self, problems: tuple[Problem, ...]) -> None:
        """Say at each field what is wrong with it, and bring the focus to the first."""
        first: FieldRow | None = None
        for problem in problems:
            rows = self.query(f"#{problem.field}").results(FieldRow) if problem.field else ()
            row = next(iter(rows), None)
            if row is None:
                self._say(problem.message)
                continue
            row.set_error(problem.message)
            first = first or row
        self._stack_refused()
        if first is not None:
            first.focus_field()

    def _say(self, sentence: str) -> None:
        """Say below the form what belongs to no field."""
        notes = self.query("#problem").results(Note)
        note = next(iter(notes), None)
        # Where the file can't be used, the app is being left before this is heard.
        if note is None and sentence and self.is_attached:
            note = Note(id="problem")
            self.mount(note)
        if note is not None and sentence:
            note.show_and_scroll(sentence)
        elif note is not None:
            note.show("")

    def _stack_refused(self) -> None:
        pair = self.query_one(".pair")
        refused = any(row.refused for row in pair.query(FieldRow))
        pair.set_class(refused, "-stacked")
        self.sleep_quality.close = not refused
        self.sleep.close = not refused

    # ------------------------------------------------------------------ what is typed

    @property
    def scales(self) -> list[SiteScale]:
        """Return the sites' scales, in order."""
        return list(self.query_one("#scores").query(SiteScale))

    @property
    def entry(self) -> CheckInEntry:
        """Return the check-in as typed."""
        more = self.more.answers()
        night = self.night.value
        return CheckInEntry(
            day=self._day,
            scores={s.place: s.value for s in self.scales if s.value is not None},
            parts=more.parts,
            night=Night(night) if night else None,
            stiff=self.stiff.text,
            sleep=self.sleep.text,
            sleep_quality=self.sleep_quality.text,
            fatigue="" if self.fatigue.value is None else str(self.fatigue.value),
            limp=LIMP in self.also.ticked,
            ill=ILL in self.also.ticked,
            painkiller=PAINKILLER in self.also.ticked,
            alarm=None if self.gate.value is None else self.gate.value == YES,
            full_list=self._answers.full_list,
            answers=self._answers.answers,
            bone_focal=self._answers.bone_focal,
            planned=self.planned.text,
            quality=more.quality,
            pattern=more.pattern,
            spread=more.spread,
            hurts=more.hurts,
            back_features=more.back_features,
            sitting=more.sitting,
            note=self.note.text,
        )

    @property
    def dirty(self) -> bool:
        """Return whether anything differs from what was shown."""
        return self._shown is not None and self.entry != self._shown

    # ------------------------------------------------------------------ events

    @on(PainScale.Changed)
    @on(CheckRow.Changed)
    @on(FieldRow.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self._stack_refused()
        self._say("")
        self.post_message(self.Changed())

    @on(ChoiceRow.Changed)
    def _chosen(self, event: ChoiceRow.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())
        if event.row.id == "gate" and event.value == YES:
            self.post_message(self.ListWanted())
