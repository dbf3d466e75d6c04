"""The Today tab: how am I, what should I do today, what is next."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from tracker.diary.answers import DayView, NextKind, Verdict
from tracker.diary.conflicts import Edit
from tracker.diary.entries import CheckInEntry
from tracker.diary.kinds.check_in import CHECK_IN
from tracker.diary.second_check_ins import Again, is_list_alone
from tracker.domain.check_in import CheckIn
from tracker.domain.form import Draft as FormDraft
from tracker.domain.form import FormContext, Texts
from tracker.domain.problem import Problem, Problems
from tracker.domain.verdict import Outcome
from tracker.rules.red_flags import list_reason
from tracker.ui.alarm.list_answers import ListAnswers
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.host import host_of
from tracker.ui.messages import START_GUIDE, EventWanted, EventWish, FlagsRead, GoTo, RunCommand
from tracker.ui.queries import Change, Query, refusals
from tracker.ui.tab_view import TabView
from tracker.ui.today.again import Sitting, again_dialog
from tracker.ui.today.check_in_form import CheckInForm
from tracker.ui.today.plan import (
    FORM,
    NEXT,
    VERDICT,
    Shape,
    TodayPlan,
    inset_cells,
    inset_rows,
    next_first,
    places_of,
    plan_today,
)
from tracker.ui.widgets.columns import InColumns
from tracker.ui.widgets.next_card import NextCard
from tracker.ui.widgets.verdict_card import CardShape, VerdictCard

if TYPE_CHECKING:
    from tracker.diary.book import Book
    from tracker.diary.last_weeks import LastWeeks
    from tracker.ui.today.beside import Draft

UNCHANGED: Final = (
    "Nothing has changed since this check-in was saved. To log the same scores once more, press ="
    " first."
)


CARD_SHAPES: Final = {Shape.NARROW: CardShape.ROW, Shape.WIDE: CardShape.CARD}


class TodayView(TabView, InColumns, can_focus=False):
    """Check-in form, verdict and next steps of one day, and the weeks that lead to it.

    The weeks come once the verdict stands on the screen: nobody waits for them.
    """

    SCOPE: ClassVar[Scope] = Scope.TODAY
    HINTS: ClassVar[tuple[str, ...]] = (
        "copy_last", "save", "why", "walk_day", "command_palette", "help",
    )  # fmt: skip
    BAR_HINTS: ClassVar[tuple[str, ...]] = (
        "tab_enter=check in", "why", "start_guide", "add_record",
    )  # fmt: skip
    STYLES: ClassVar[Path] = Path(__file__).with_name("view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.TODAY)]

    form = getters.query_one(CheckInForm)
    card = getters.query_one(VerdictCard)
    steps = getters.query_one(NextCard)

    plan: TodayPlan = TodayPlan(shape=Shape.NARROW)
    _weeks: "LastWeeks | None" = None
    _draft: "Draft | None" = None
    _turn: int = 0
    _view: DayView | None = None
    _ticked: ListAnswers | None = None
    _again: Again = Again.LATER
    _copied: bool = False
    _saving: bool = False
    _reading: bool = True
    _settled: bool = True

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's own word
        super().__init__(id=id)
        self._sitting = Sitting()

    def compose(self) -> ComposeResult:
        """Lay out verdict, form and next steps; what stands beside them mounts later."""
        # Parts that come into a page that has its shape are styled once.
        self._take_shape()
        yield VerdictCard(id=VERDICT, shape=self._card_shape)
        host = host_of(self)
        context = FormContext(now=host.clock(), settings=host.settings)
        yield CheckInForm(context, save=self._keep, id=FORM)
        yield NextCard(id=NEXT)

    def on_mount(self) -> None:
        """Put the parts at their places."""
        self.on_resize()

    def on_show(self) -> None:
        """Ask for the weeks once the day stands on the screen."""
        if self._weeks is None:
            self.call_after_refresh(self._load_weeks)

    def on_resize(self) -> None:
        """Lay the page out for the size of the terminal and the sites of the day."""
        self._take_shape()
        self.card.shape = self._card_shape
        self.steps.compact = self.plan.shape is Shape.NARROW
        self._place_parts()
        self._fill_beside()

    def _take_shape(self) -> None:
        width, height = self.app.size
        places = () if self._view is None else self._view.places
        self.plan = plan = plan_today(width, height, sites=len(places))
        airs = {"-airy": plan.airy, "-roomy": plan.roomy, "-legend": plan.legend}
        self.update_classes({shape.value: plan.shape is shape for shape in Shape} | airs)

    @property
    def _card_shape(self) -> CardShape:
        return CARD_SHAPES.get(self.plan.shape, CardShape.FULL)

    def _place_parts(self) -> None:
        """Put the parts at their places, the next steps beside the figure or else above it."""
        width = self.app.size.width
        sites = 0 if self._view is None else len(self._view.places)
        rows = self.steps.rows_at(inset_cells(self.plan, width))
        fits = 0 < rows <= inset_rows(self.plan, sites=sites)
        inset = fits and not self._pressing
        places = places_of(self.plan, width, inset=inset)
        if self.plan.shape is Shape.WIDE and (self._pressing or (rows and not fits)):
            places = next_first(places)
        self.steps.set_class(inset, "-inset")
        self.place(places)

    @property
    def _pressing(self) -> bool:
        """Return whether somebody else should have a look: the next step must not be missed."""
        verdict = self.card.verdict
        return verdict is not None and verdict.outcome is Outcome.SEEK_CARE

    # ------------------------------------------------------------------ what comes down

    def load(self) -> None:
        """Ask for the day."""
        if self.day is not None:
            self._reading = True
            self.ask(Query(_day_of, self.day), self._show, topic="day")

    async def _show(self, answer: DayView | Problem) -> None:
        self._settled = True
        if isinstance(answer, Problem):
            self.form.set_errors((answer,))
            await self._begin_typing()
            return
        before, self._view = self._view, answer
        if before is None or before.day != answer.day or not self.form.dirty:
            # What was typed before the first answer came stays.
            await self.form.show_day(answer, keep_typed=before is None)
            self._copied = False
        elif (answered := _newly_answered(before, answer)) is not None:
            self.form.take_list(answered)
        if before is None or before.places != answer.places:
            self.on_resize()
            # New rows have no focus yet; whoever sees the verdict can score at once.
            await self._begin_typing()
        self._fill_cards(answer)
        await self._begin_typing()
        if self.form.dirty:
            self._preview()
        self.call_after_refresh(self._load_weeks)
        if answer.day == answer.today:
            self.post_message(FlagsRead(answer.verdict.flags))

    async def _begin_typing(self) -> None:
        self._reading = False
        await self.run_action("screen.begin_typing")

    def _fill_cards(self, view: DayView) -> None:
        self._draft = None
        self.card.preview = False
        self.card.verdict = view.verdict
        self.form.remark_gate(view.verdict)
        self.steps.steps = view.next
        self._place_parts()
        self._say_state()

    def _say_state(self) -> None:
        if self._view is not None:
            self.form.say_state(self._view)

    # ------------------------------------------------------------------ the weeks beside it

    async def _load_weeks(self) -> None:
        """Mount what stands beside the form, once the verdict is there, and ask for the weeks."""
        if self._view is None or not self.display:
            return
        if not self.query("#headline"):
            from tracker.ui.today.beside import parts  # noqa: PLC0415 - after the verdict

            await self.mount_all(parts(), before=self.steps)
            self._place_parts()
        self.ask(Query(_weeks_up_to, self._view.day), self._take_weeks, topic="weeks")

    def _take_weeks(self, answer: "LastWeeks | Problem") -> None:
        if not isinstance(answer, Problem):
            self._weeks = answer
            self._fill_beside()

    def _fill_beside(self) -> None:
        if self._view is None or self._weeks is None or self._weeks.day != self._view.day:
            return
        from tracker.ui.today.beside import Shown, fill  # noqa: PLC0415 - after the verdict

        shown = Shown(
            plan=self.plan,
            view=self._view,
            weeks=self._weeks,
            draft=self._draft,
            turn=self._turn,
        )
        with self.app.batch_update():
            fill(self, shown)

    def action_turn_site(self) -> None:
        """Show the next site in headline and chart."""
        self._turn += 1
        self._fill_beside()

    @property
    def awaits_typing(self) -> bool | None:
        """Return whether the day has no check-in yet; None while it is read."""
        if self._reading:
            return None
        view = self._view
        if view is None or view.check_ins:
            return False
        return bool(view.places) or view.settings.setup_step is None

    def first_focus(self) -> Widget | None:
        """Start with the first score."""
        return next(iter(self.form.scales), self.form.night)

    # ------------------------------------------------------------------ saving

    @property
    def dirty(self) -> bool:
        """Return whether the form differs from what is on file."""
        return self.form.dirty

    async def save(self) -> bool:
        """Save what is typed; the diary says what it can't read."""
        again = await self._ask_again()
        return again is not None and await self._save(again)

    async def _save(self, again: Again) -> bool:
        self._again = again
        return await self.form.save()

    async def _keep(self, draft: FormDraft) -> Problems:
        """Save a draft: over the check-in that it corrects, or as one of its own."""
        target = None if self._again is Again.LATER else self._target
        if target is not None and self.form.base is None:
            # Of a check-in that another window saved meanwhile nothing was shown here.
            target = CheckIn(id=target.id, at=target.at, day=target.day)
        answer = await self.perform(Change(_saved, draft, target, done=CHECK_IN.done))
        if isinstance(answer, CheckIn):
            self._sitting.note(answer, now=host_of(self).clock())
            # The day as it is now comes next: until then it isn't known what a save corrects.
            self.form.base, self._settled, self._copied = answer, False, False
        return refusals(answer)

    def discard(self) -> None:
        """Show again what is on file."""
        self.form.discard()
        self._loaded = None

    @property
    def _target(self) -> CheckIn | None:
        """Return the check-in that saving may correct: the one that is shown, or else the latest.

        It is as it was shown, whatever another window made of it since.
        """
        of_day = () if self._view is None else self._view.check_ins
        base = self.form.base
        if base is not None and any(each.id == base.id for each in of_day):
            return base
        return of_day[-1] if of_day else None

    @property
    def _likely(self) -> Again:
        """Return what saving most likely is; nobody was asked."""
        host = host_of(self)
        today = host.today if self._view is None else self._view.today
        return self._sitting.likely(self._target, now=host.clock(), today=today)

    async def _ask_again(self) -> Again | None:
        """Ask whether the day's check-in is corrected, where that isn't clear; None = neither."""
        target, view = self._target, self._view
        if target is None or view is None:
            return Again.LATER
        if self._sitting.goes_on(target, now=host_of(self).clock()):
            return Again.CORRECT
        if is_list_alone(target) or (self._copied and not self.dirty):
            # The alarm list that was answered by itself is no earlier score to correct.
            return Again.LATER
        dialog = again_dialog(target, view.settings, usual=self._likely)
        return await self.app.push_screen_wait(dialog)

    @property
    def _corrects(self) -> str | None:
        """Return the id of the check-in that what is typed most likely corrects."""
        target = self._target
        return target.id if target is not None and self._likely is Again.CORRECT else None

    @work(group="save")
    async def action_save(self) -> None:
        """Save the check-in; where the list of alarm signs is due, it is gone through first.

        A second press is not a second check-in.
        """
        if self._view is None or self._saving or not self._settled:
            return
        self._saving = True
        try:
            await self._save_gone_through()
        finally:
            self._saving = False

    async def _save_gone_through(self) -> None:
        if self._list_reason and not await self._go_through_list():
            return
        if self._target is not None and not self._copied and not self.dirty:
            self.notify(UNCHANGED, timeout=4, markup=False)
            return
        again = self._likely if self._ticked is not None else await self._ask_again()
        if again is not None:
            await self._save_and_show(again)

    @property
    def _list_reason(self) -> str:
        """Return why the list of alarm signs is to be gone through, "" where it isn't."""
        typed = self.form.check_in
        if typed.full_list or self._view is None:
            return ""
        asked_today = list_reason(
            gate=typed.alarm,
            scores=tuple(each.score for each in typed.scores),
            qualities=typed.quality,
            days_since_full=0,
        )
        return asked_today or self._view.list_reason

    async def _save_and_show(self, again: Again) -> None:
        if await self._save(again):
            # What was saved is answered at the top of the page.
            self.scroll_home(animate=False)
            self.screen.set_focus(None)
            self.post_message(RunCommand("leave_field"))
        else:
            self._keep_ticked_alone()
        self._ticked = None

    def _keep_ticked_alone(self) -> None:
        """Keep an alarm sign although something else in the form can't be saved yet."""
        if self._ticked is not None:
            self.ask(Change(_ticked_alone, self._ticked.entry), lambda _answer: None)
            self.form.forget_answers()

    # ------------------------------------------------------------------ alarm signs

    @on(CheckInForm.ListWanted)
    @work(group="list", exclusive=True)
    async def answer_list(self) -> None:
        """Go through the list, because the person says there is something.

        An alarm sign is kept at once, with what is typed so far: it takes the whole screen.
        """
        if await self._go_through_list() and self._ticked is not None:
            await self._save_and_show(self._likely)

    async def _go_through_list(self) -> bool:
        from tracker.ui.alarm.questions_screen import (  # noqa: PLC0415 - rarely
            ASKED_FOR,
            QuestionsScreen,
        )

        why = self._list_reason or ASKED_FOR
        answers = await self.app.push_screen_wait(QuestionsScreen(ticked=self.form.ticked, why=why))
        if answers is None:
            return False
        self.form.put_answers(answers)
        self._preview()
        if answers.alarming:
            self._ticked = answers
            self.post_message(FlagsRead(answers.flags))
        return True

    # ------------------------------------------------------------------ commands

    @on(CheckInForm.Changed)
    def _follow_form(self) -> None:
        # What is shown as it is on file has its verdict already.
        if self.dirty or self.card.preview:
            self._preview()

    def _preview(self) -> None:
        """Show what the verdict would be, while the form is being filled in."""
        if self.day is not None:
            draft = Query(_verdict_of, self.day, self.form.texts, self._corrects)
            self.ask(draft, self._show_preview, topic="preview")

    def _show_preview(self, answer: Verdict | Problem) -> None:
        if not isinstance(answer, Problem) and answer.day == self.day and self._view is not None:
            self._show_draft(answer)
            self.form.remark_plan(answer, unit=self._view.settings.unit)
            self.form.remark_gate(answer)

    def _show_draft(self, verdict: Verdict) -> None:
        from tracker.ui.today.beside import Draft  # noqa: PLC0415 - after the verdict

        changed = self.dirty
        adds = self._corrects is None and self._target is not None
        self._draft = Draft(self.form.check_in, verdict, adds=adds) if changed else None
        self.card.preview = changed
        self.card.verdict = verdict
        self._say_state()
        self._fill_beside()

    async def action_copy_last(self) -> None:
        """Copy the site scores of the last check-in and how that feels, nothing else."""
        if self._view is None or self._view.previous is None:
            self.notify("There is no earlier check-in to copy.", timeout=4, markup=False)
            return
        self.form.put_scores({each.place: each.score for each in self._view.previous.scores})
        await self.form.put_feel(self._view.previous)
        self._copied = True
        self._preview()

    async def action_fold_more(self) -> None:
        """Show or fold the rarer questions."""
        await self.form.more.toggle()

    def action_why(self) -> None:
        """Show the rules behind the verdict."""
        if self.card.verdict is not None:
            from tracker.ui.today.why_screen import WhyScreen  # noqa: PLC0415 - when asked for

            self.app.push_screen(WhyScreen(self.card.verdict))

    def action_start_guide(self) -> None:
        """Start the stretch guide with the routine that fits the day."""
        self.post_message(GoTo("stretch", START_GUIDE))

    def on_four_weeks_opened(self) -> None:
        """Go to the trends."""
        self.post_message(GoTo("trends"))

    @on(NextCard.Chosen)
    def _go(self, event: NextCard.Chosen) -> None:
        event.stop()
        step = event.step
        match step.kind:
            case NextKind.CHECK_IN:
                self.form.scales[0].focus()
            case NextKind.SCREEN:
                self.post_message(RunCommand("answer_screening"))
            case NextKind.CLEARANCE:
                self.post_message(RunCommand("log_clearance"))
            case NextKind.WEEKLY_CHECK:
                self.post_message(RunCommand("weekly_check"))
            case NextKind.FLARE:
                self.post_message(EventWanted(EventWish.ANSWER))
            case NextKind.FLARE_OVER:
                self.post_message(EventWanted(EventWish.OVER))
            case NextKind.LOG_RUN | NextKind.FINISH_RUN:
                self.post_message(GoTo("run", step.run or ""))
            case NextKind.CROSS_TRAIN:
                host_of(self).open("tracker.ui.events.correcting:write_down", "xt")
            case NextKind.EXPERIMENT:
                self.post_message(GoTo("trends", "own_test"))
            case _:
                self.post_message(GoTo("stretch", step.routine or ""))


def _newly_answered(before: DayView, now: DayView) -> CheckIn | None:
    """Return the check-in by which the alarm list was gone through while the form stood open."""
    known = {each.id for each in before.check_ins}
    new = [each for each in now.check_ins if each.full_list and each.id not in known]
    return new[-1] if new else None


# The diary's own modules are imported in its thread, once the first frame is painted.


def _weeks_up_to(book: "Book", day: date) -> "LastWeeks":
    from tracker.diary.last_weeks import last_weeks  # noqa: PLC0415 - after the verdict

    return last_weeks(book, day)


def _day_of(book: "Book", day: date) -> DayView:
    from tracker.diary.day_views import view_day  # noqa: PLC0415

    return view_day(book, day)


def _verdict_of(book: "Book", day: date, draft: Texts, corrects: str | None) -> Verdict:
    from tracker.diary.verdicts import decide  # noqa: PLC0415

    return decide(book, day, draft=draft, replacing=corrects)


def _saved(book: "Book", draft: FormDraft, target: CheckIn | None) -> CheckIn | Problems:
    from tracker.diary.kinds.saving import save_form  # noqa: PLC0415

    mine, theirs = draft.keep_mine, draft.take_theirs
    edit = None if target is None else Edit(target, keep_mine=mine, take_theirs=theirs)
    return save_form(book, kind=CHECK_IN, texts=draft.texts, edit=edit)


def _ticked_alone(book: "Book", entry: CheckInEntry) -> CheckIn | Problems:
    from tracker.diary.check_ins import save_check_in  # noqa: PLC0415

    return save_check_in(book, entry)
