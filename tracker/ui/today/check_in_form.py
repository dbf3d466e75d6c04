"""The check-in form: how the person is, in a page that is filled in with single keys."""

from collections.abc import Iterable, Mapping
from typing import Final

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tracker.diary.answers import DayView, Verdict
from tracker.diary.kinds.check_in import CHECK_IN, answers_text, bones_text, parts_text
from tracker.domain.check_in import CheckIn
from tracker.domain.clock_words import format_clock
from tracker.domain.dataclass import dataclass
from tracker.domain.fields import NO, YES
from tracker.domain.form import FormContext
from tracker.domain.problem import Problem
from tracker.domain.routine import StepState
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PARTS, PainSite
from tracker.domain.site_fields import scores_text
from tracker.domain.units import format_distance
from tracker.domain.verdict import Zone
from tracker.rules.flag_history import QUIET_AFTER_VISIT
from tracker.ui.alarm.list_answers import ListAnswers
from tracker.ui.form.body import FormBody, Save
from tracker.ui.glyphs import glyphs_of
from tracker.ui.run.words import NO_SITES
from tracker.ui.today import frame, moving_on
from tracker.ui.today.more_rows import MORE, MoreRows
from tracker.ui.today.site_scale import SiteScale
from tracker.ui.widgets.answer_rows import AnswerRows
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.form_row import FormRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.zone_legend import ZoneLegend

DRAFT: Final = "draft"
FEEL: Final = ("quality", "pattern", "spread")
"""The fields that say how it feels."""


def state_words(view: DayView) -> str:
    """Return when a day's check-in was saved, and of a later one what it changed the most."""
    latest, count = view.check_ins[-1], len(view.check_ins)
    again = [line for line in view.lines if line.later]
    if again:
        most = max(again, key=lambda line: abs(line.changed))
        return f"{most.place.label} {most.later}"
    at = format_clock(latest.at, clock_24h=view.settings.clock_24h)
    return f"saved {at}" + (f" · {count} on this day" if count > 1 else "")


class CheckInForm(FormBody):
    """Shows one day's check-in and gives back what is typed; it knows nothing of verdicts.

    `base` is the check-in that is shown, None for a new one.
    """

    heading = getters.query_one(Heading)
    night = getters.query_one("#night", ChoiceRow)
    stiff = getters.query_one("#stiff", FieldRow)
    sleep = getters.query_one("#sleep", FieldRow)
    sleep_quality = getters.query_one("#sleep_quality", FieldRow)
    also = getters.query_one("#also", CheckRow)
    planned = getters.query_one("#planned", FieldRow)
    gate = getters.query_one("#alarm", ChoiceRow)
    more = getters.query_one(MoreRows)

    @dataclass
    class ListWanted(Message):
        """The person wants to answer the list of alarm signs."""

    def __init__(
        self,
        context: FormContext,
        *,
        save: Save,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
    ) -> None:
        super().__init__(CHECK_IN.fields, context, save=save, id=id)
        self.base: CheckIn | None = None
        self._places: tuple[PainSite, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the rows; the sites' scales come with the day."""
        yield Heading(frame.HEADING, id="heading")
        yield Vertical(id="scores")
        yield ZoneLegend()
        with Vertical(classes="group"):
            yield self.row("night")
            with Horizontal(classes="pair"):
                yield self.row("stiff")
                with Horizontal(classes="twins"):
                    yield self.row("sleep")
                    yield self.row("sleep_quality")
            yield self.row("fatigue")
            yield self.row("also")
        with Vertical(classes="group -last"):
            yield self.row("planned")
            yield self.row("alarm")
            yield self.row("note")
            yield MoreRows(self.row, self._asked_parts)
        yield Note(id="whole")

    # ------------------------------------------------------------------ showing

    async def show_day(self, view: DayView, *, keep_typed: bool = False) -> None:
        """Show a day's latest check-in, or an empty form.

        What was typed before is replaced, or with `keep_typed` stays over what is on file.
        """
        self.base = view.check_ins[-1] if view.check_ins else None
        context = FormContext(
            now=self.context.now, settings=view.settings, places=view.places, known=view.known
        )
        asked = tuple(name for name, _words in self.fields["factors"].options_in(context))
        for rows in self.query(AnswerRows):
            await rows.ask(asked)
        texts = {} if self.base is None else CHECK_IN.texts_of(self.base, context)
        await self._show_sites(view)
        self._places = view.places
        await self.more.show_parts()
        if any(texts.get(name) for name in MORE):
            await self.more.unfold()
        show = self.show_beneath if keep_typed else self.show
        show({**texts, "day": view.day.isoformat()}, context=context)

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

    def put_scores(self, scores: Mapping[PainSite, int]) -> None:
        """Set the sites' scores; a site without one becomes "not logged"."""
        self.put({"scores": scores_text(scores)})

    @property
    def ticked(self) -> frozenset[str]:
        """Return the alarm signs that were ticked so far, by key."""
        return frozenset(each.key for each in self.check_in.answers if each.yes)

    def put_answers(self, answers: ListAnswers) -> None:
        """Take the answers to the whole list of alarm signs."""
        self.put(
            {
                "full_list": YES,
                "answers": answers_text(answers.by_key),
                "bone_focal": bones_text(answers.bone_focal),
                "alarm": YES if answers.any else NO,
            }
        )

    def take_list(self, check_in: CheckIn) -> None:
        """Take the list as gone through where another check-in of the day has just answered it.

        What was ticked there stays there: it ends with that check-in's own yes.
        """
        said_no = {each.key: False for each in check_in.answers if not each.yes}
        self.put({"full_list": YES, "answers": answers_text(said_no)})

    async def put_feel(self, check_in: CheckIn) -> None:
        """Say how it feels as another check-in said it, where nothing is said here yet."""
        said, typed = CHECK_IN.texts_of(check_in, self.context), self.texts
        felt = {name: said[name] for name in FEEL if said[name] and not typed[name]}
        if felt:
            await self.more.unfold()
            self.put(felt)

    def forget_answers(self) -> None:
        """Ask for no alarm sign here any more: what was ticked is kept elsewhere."""
        self.put(dict.fromkeys(("full_list", "answers", "bone_focal", "alarm"), ""))

    def say_state(self, view: DayView) -> None:
        """Say in the heading when what is shown was saved."""
        self.heading.fact = self._state(view)

    def _state(self, view: DayView) -> Content:
        if not view.check_ins:
            return Content.styled("first of the day", "$dim")
        return Content.assemble(
            glyphs_of(self).steps[StepState.DONE], Content.styled(f" {state_words(view)}", "$dim")
        )

    def remark_plan(self, verdict: Verdict, *, unit: DistanceUnit) -> None:
        """Say right of the planned distance what it means for today's cap."""
        cap, planned = verdict.cap_m, self.value("planned")
        if planned is None or not cap or planned <= cap:
            self.planned.set_hint("")
            return
        words = format_distance(cap, unit)
        self.planned.set_hint(
            Content.assemble(
                Content.styled(f"{glyphs_of(self).zones[Zone.AMBER]} ", "$zone-watch"),
                f"over today's cap, {words}",
            )
        )

    def remark_gate(self, verdict: Verdict) -> None:
        """Say below the question for alarm signs that its answer contradicts a symptom."""
        found = next((each for each in verdict.remarks if each.rule not in QUIET_AFTER_VISIT), None)
        said, rule = ("", "") if found is None else (found.text, found.rule)
        self.gate.set_warning(said, rule=rule)

    def follow(self) -> None:
        """Give an error beside another field the whole row."""
        pair = self.query_one(".pair")
        refused = any(row.refused for row in pair.query(FieldRow))
        pair.set_class(refused, "-stacked")
        self.sleep_quality.close = not refused
        self.sleep.close = not refused

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        """Give an error that leaving a field brought the whole row, too."""
        self.call_next(self.follow)

    def set_errors(self, problems: Iterable[Problem]) -> None:
        """Say at each field what is wrong with it."""
        super().set_errors(problems)
        self.follow()

    # ------------------------------------------------------------------ what is typed

    @property
    def scales(self) -> list[SiteScale]:
        """Return the sites' scales, in order."""
        return list(self.query_one("#scores").query(SiteScale))

    @property
    def check_in(self) -> CheckIn:
        """Return the check-in as typed; what can't be read yet is not said."""
        return CHECK_IN.drafted(self.texts, self.context, record_id=DRAFT)

    def typed(self) -> dict[str, str]:
        """Return what the rows hold, scores and parts in the order of the record, then of rows."""
        base = () if self.base is None else self.base.scores
        given = {scale.place: scale.value for scale in self.scales}
        order = dict.fromkeys((*(each.place for each in base), *given))
        scores = {place: score for place in order if (score := given.get(place)) is not None}
        texts = {**super().typed(), "scores": scores_text(scores)}
        rows = self.more.part_rows
        if rows:
            parts = self._parts | {row.place: row.value for row in rows}
            texts["parts"] = parts_text({place: part for place, part in parts.items() if part})
        return texts

    def write(self, name: str, text: str) -> None:
        """Write a field's text into its row, or into the rows of the sites."""
        if name == "scores":
            found = self.fields[name].read(text, self.context)
            scores = {} if isinstance(found, Problem | None) else found
            by_place = {each.place: each.score for each in scores}
            for scale in self.scales:
                scale.value = by_place.get(scale.place)
            return
        super().write(name, text)
        if name == "parts":
            for row in self.more.part_rows:
                row.value = self._parts.get(row.place)

    @property
    def _parts(self) -> dict[PainSite, str | None]:
        """Return where exactly it hurts, as it was last written into the form."""
        found = self.fields["parts"].read(self.written("parts"), self.context)
        return dict(found) if isinstance(found, tuple) else {}

    def _asked_parts(self) -> dict[PainSite, str | None]:
        parts = self._parts
        return {place: parts.get(place) for place in self._places if place.site in PARTS}

    # ------------------------------------------------------------------ going on by itself

    def _after(self, scale: SiteScale) -> FormRow:
        """Return the row that comes after a score: the next site without one, or Night."""
        scales = self.scales
        place = moving_on.next_unscored([each.value for each in scales], scales.index(scale))
        return self.night if place is None else scales[place]

    @on(SiteScale.Typed)
    def _wait(self, event: SiteScale.Typed) -> None:
        event.stop()
        scale = event.scale
        if self.context.settings.moves_on and scale.has_focus:
            scale.wait(self._after(scale), drains=not self.context.settings.still)

    # ------------------------------------------------------------------ events

    @on(ChoiceRow.Changed, "#alarm")
    def _open_list(self, event: ChoiceRow.Changed) -> None:
        if event.value == YES:
            self.post_message(self.ListWanted())
