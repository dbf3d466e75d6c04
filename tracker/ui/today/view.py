"""The Today tab: how am I, what should I do today, what is next."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from tracker.diary.answers import DayView, NextKind, Verdict
from tracker.diary.entries import CheckInEntry
from tracker.domain.check_in import CheckIn
from tracker.domain.problem import Problem, Problems
from tracker.rules.red_flags import full_list_due
from tracker.ui.alarm.list_answers import ListAnswers
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.messages import EventWanted, EventWish, FlagsRead, GoTo, RunCommand
from tracker.ui.queries import Change, Query, refusals
from tracker.ui.tab_view import TabView
from tracker.ui.today.check_in_form import CheckInForm
from tracker.ui.today.entry_of import entry_of
from tracker.ui.widgets.last_days_card import LastDaysCard
from tracker.ui.widgets.next_card import NextCard
from tracker.ui.widgets.verdict_card import VerdictCard

if TYPE_CHECKING:
    from tracker.diary.book import Book

SIDE_BY_SIDE_CELLS: Final = 118
"""From this width on a row of the form and the verdict card stand beside each other, uncut."""

SHARED_ROW_CELLS: Final = 74
"""From this width on stiffness, sleep and its quality fit in one row."""

UNCHANGED: Final = (
    "Nothing has changed since this check-in was saved. To log the same scores once more, press ="
    " first."
)


class TodayView(TabView):
    """Check-in form, verdict, next steps and the last days of one day."""

    SCOPE: ClassVar[Scope] = Scope.TODAY
    HINTS: ClassVar[tuple[str, ...]] = (
        "save", "copy_last", "why", "walk_day", "command_palette", "help",
    )  # fmt: skip
    STYLES: ClassVar[Path] = Path(__file__).with_name("view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.TODAY)]

    form = getters.query_one(CheckInForm)
    card = getters.query_one(VerdictCard)

    _view: DayView | None = None
    _ticked: ListAnswers | None = None
    _just_saved: str | None = None
    _copied: bool = False
    _saving: bool = False

    def compose(self) -> ComposeResult:
        """Lay out verdict, form and what comes after; wide screens dock the verdict right."""
        with VerticalScroll(id="aside", can_focus=False):
            yield VerdictCard()
            yield NextCard()
            yield LastDaysCard()
        yield CheckInForm(id="form")
        with Vertical(id="below"):
            yield NextCard()
            yield LastDaysCard()

    def on_mount(self) -> None:
        """Give the parts their size's shape."""
        self.on_resize()

    def on_resize(self) -> None:
        """Dock the verdict right where form and verdict fit side by side, else write it compact."""
        width = self.app.size.width
        stacked = width < SIDE_BY_SIDE_CELLS
        self.set_class(stacked, "-stacked")
        self.card.compact = stacked
        self.form.set_compact(compact=stacked and width >= SHARED_ROW_CELLS)
        for card in self.query("#below > NextCard").results(NextCard):
            card.compact = stacked

    # ------------------------------------------------------------------ what comes down

    def load(self) -> None:
        """Ask for the day."""
        if self.day is not None:
            self.ask(Query(_day_of, self.day), self._show, topic="day")

    async def _show(self, answer: DayView | Problem) -> None:
        self._saving = False
        if isinstance(answer, Problem):
            self.form.set_error((answer,))
            return
        before, self._view = self._view, answer
        if before is None or before.day != answer.day or not self.form.dirty:
            await self.form.show(answer, self._entry_of(answer))
            self._copied = False
        self._fill_cards(answer)
        if self.form.dirty:
            self._preview()
        if before is None:
            self._take_first_focus(answer)
        if answer.day == answer.today:
            self.post_message(FlagsRead(answer.verdict.flags))

    def _entry_of(self, view: DayView) -> CheckInEntry:
        if not view.check_ins:
            return CheckInEntry(day=view.day)
        return entry_of(view.check_ins[-1], unit=view.settings.unit)

    def _fill_cards(self, view: DayView) -> None:
        self.form.say_which(view)
        self.card.verdict = view.verdict
        for card in self.query(NextCard):
            card.steps = view.next
        for lines in self.query(LastDaysCard):
            lines.green_max = view.settings.green_max
            lines.lines = view.lines

    def _take_first_focus(self, view: DayView) -> None:
        if not view.check_ins and self.screen.is_current:
            self.call_after_refresh(self.post_message, RunCommand("begin_typing"))

    def first_focus(self) -> Widget | None:
        """Start with the first score."""
        return next(iter(self.form.scales), self.form.night)

    # ------------------------------------------------------------------ saving

    @property
    def dirty(self) -> bool:
        """Tell whether the form differs from what is on file."""
        return self.form.dirty

    def save_request(self) -> Change[CheckIn | Problems]:
        """Save what is typed; the diary says what it can't read."""
        entry, corrects = self.form.entry, self._corrects
        return Change(_saved, entry, corrects, done="Check-in saved. u undoes.")

    def saved(self) -> None:
        """Take what is typed as what is on file."""
        self.form.mark_saved()

    def discard(self) -> None:
        """Show again what is on file."""
        self.form.mark_saved()
        self._loaded = None

    @property
    def _corrects(self) -> str | None:
        """Give the check-in that a save corrects: the last one, shortly after it was saved."""
        view = self._view
        if view is None or not view.check_ins or view.day != view.today:
            return None
        latest = view.check_ins[-1]
        return latest.id if latest.id == self._just_saved else None

    @work(group="save", exclusive=True)
    async def action_save(self) -> None:
        """Save the check-in; where the list of alarm signs is due, it is gone through first.

        A second press is not a second check-in.
        """
        if self._view is None or self._saving:
            return
        if self._list_due and not await self._go_through_list():
            return
        if self._view.check_ins and not self._copied and not self.dirty:
            self.notify(UNCHANGED, timeout=4, markup=False)
            return
        self._save()

    def _save(self) -> None:
        self._saving = True
        self.ask(self.save_request(), self._show_saved)

    @property
    def _list_due(self) -> bool:
        entry = self.form.entry
        if entry.full_list or self._view is None:
            return False
        asked_today = full_list_due(
            gate=entry.alarm,
            scores=tuple(entry.scores.values()),
            qualities=entry.quality,
            days_since_full=0,
        )
        return asked_today or self._view.full_list_due

    def _show_saved(self, answer: CheckIn | Problem | tuple[Problem, ...]) -> None:
        if isinstance(answer, CheckIn):
            # The day as it is now comes next: until then it isn't known what a save corrects.
            self._just_saved, self._copied = answer.id, False
            self.saved()
            # What was saved is answered at the top of the page.
            self.scroll_home(animate=False)
            self.screen.set_focus(None)
            self.post_message(RunCommand("leave_field"))
        else:
            self._saving = False
            self.form.set_error(refusals(answer))
            self._keep_ticked_alone()
        self._ticked = None

    def _keep_ticked_alone(self) -> None:
        """Keep an alarm sign although something else in the form can't be saved yet."""
        if self._ticked is not None:
            self.ask(Change(_saved, self._ticked.entry), lambda _answer: None)
            self.form.forget_answers()

    # ------------------------------------------------------------------ alarm signs

    @on(CheckInForm.ListWanted)
    @work(group="list", exclusive=True)
    async def answer_list(self) -> None:
        """Go through the list, because the person says there is something.

        An alarm sign is kept at once, with what is typed so far: it takes the whole screen.
        """
        if await self._go_through_list() and self._ticked is not None:
            self._save()

    async def _go_through_list(self) -> bool:
        from tracker.ui.alarm.questions_screen import QuestionsScreen  # noqa: PLC0415 - rarely

        answers = await self.app.push_screen_wait(QuestionsScreen(ticked=self.form.ticked))
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
    def _preview(self) -> None:
        """Show what the verdict would be, while the form is being filled in."""
        if self.day is not None:
            draft = Query(_verdict_of, self.day, self.form.entry, self._corrects)
            self.ask(draft, self._show_preview, topic="preview")

    def _show_preview(self, answer: Verdict | Problem) -> None:
        if not isinstance(answer, Problem) and answer.day == self.day and self._view is not None:
            self.card.verdict = answer
            self.form.remark_plan(answer, unit=self._view.settings.unit)

    def action_copy_last(self) -> None:
        """Copy the site scores of the last check-in, nothing else."""
        if self._view is None or self._view.previous is None:
            self.notify("There is no earlier check-in to copy.", timeout=4, markup=False)
            return
        self.form.put_scores({each.place: each.score for each in self._view.previous.scores})
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
            case NextKind.EXPERIMENT:
                self.post_message(GoTo("trends", "own_test"))
            case _:
                self.post_message(GoTo("stretch", step.routine or ""))


# The diary's own modules are imported in its thread, once the first frame is painted.


def _day_of(book: "Book", day: date) -> DayView:
    from tracker.diary.day_views import view_day  # noqa: PLC0415

    return view_day(book, day)


def _verdict_of(book: "Book", day: date, draft: CheckInEntry, corrects: str | None) -> Verdict:
    from tracker.diary.verdicts import decide  # noqa: PLC0415

    return decide(book, day, draft=draft, replacing=corrects)


def _saved(book: "Book", entry: CheckInEntry, corrects: str | None = None) -> CheckIn | Problems:
    from tracker.diary.check_ins import save_check_in  # noqa: PLC0415

    return save_check_in(book, entry, replacing=corrects)
