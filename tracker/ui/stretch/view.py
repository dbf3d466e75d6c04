"""The Stretch tab: today's routines, and the steps of the chosen one to tick off."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tracker.diary.answers import NextKind, NextStep
from tracker.diary.fitting import FittedLine
from tracker.diary.fitting import StretchView as Routines
from tracker.domain.problem import Problem
from tracker.domain.routine import Direction, RoutineSession
from tracker.domain.settings import Settings
from tracker.domain.verdict import Zone
from tracker.rules.red_flags import FLAGS
from tracker.rules.stretching import DIRECTION_QUESTION, HONEST_NOTE, NOT_OFFERED
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.dialogs import Dialog
from tracker.ui.glyphs import glyphs_of
from tracker.ui.messages import GoTo, RunCommand
from tracker.ui.requests import refusals
from tracker.ui.stretch.checklist import Checklist
from tracker.ui.stretch.cue_card import CueCard
from tracker.ui.stretch.draft import Draft, draft_of
from tracker.ui.stretch.legend import StepLegend
from tracker.ui.stretch.requests import SaveDirection, SaveSession, ShowRoutines
from tracker.ui.stretch.routine_list import RoutineList
from tracker.ui.stretch.session_form import SessionForm
from tracker.ui.stretch.words import progress_words
from tracker.ui.tab_view import TabView
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.next_card import NextCard

PRE_RUN: Final = "pre_run"
NOTHING_YET: Final = "Nothing is ticked yet: space ticks a step, x skips it."
_LOG_RUN: Final = NextStep(kind=NextKind.LOG_RUN, text="Log the run")
_NO_CHECK_IN: Final = "No check-in on this day: only alarm signs leave a step out."


class RoutineScroll(VerticalScroll, can_focus=False):
    """Holds what may be longer than the screen; its child takes the focus."""


class RoutinePage(Vertical):
    """The chosen routine; tells when its room changes, also by being shown."""

    @dataclass
    class Resized(Message):
        """There is more room, or less."""

    def on_resize(self) -> None:
        """Tell."""
        self.post_message(self.Resized())


class StretchView(TabView):
    """Routines at the left and the chosen one's steps at the right; narrow: one of the two."""

    SCOPE: ClassVar[Scope] = Scope.STRETCH
    HINTS: ClassVar[tuple[str, ...]] = ("save_session", "step_back_out", "help")
    STYLES: ClassVar[Path] = Path(__file__).with_name("view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.STRETCH)]

    routines = getters.query_one(RoutineList)
    title = getters.query_one("#title", Heading)
    checklist = getters.query_one(Checklist)
    card = getters.query_one(CueCard)
    form = getters.query_one(SessionForm)
    after = getters.query_one(NextCard)

    def __init__(self) -> None:
        super().__init__()
        self._view: Routines | None = None
        self._drafts: dict[str, Draft] = {}
        self._wanted = ""
        self._asked_direction = False

    def compose(self) -> ComposeResult:
        """Lay out the list and the chosen routine."""
        with Vertical(id="list"):
            yield Heading("Routines", id="list-title")
            with RoutineScroll():
                yield RoutineList()
        with RoutinePage(id="detail"):
            yield Heading("", id="title")
            yield Static("", id="remark", markup=False)
            with RoutineScroll(id="steps"):
                yield Checklist()
            yield CueCard()
            yield SessionForm()
            after = NextCard()
            after.tight = True
            yield after
            yield StepLegend()
        yield Static("", id="held", markup=False)

    # ------------------------------------------------------------------ what comes down

    def load(self) -> None:
        """Ask for the day's routines."""
        if self.day is not None:
            self.ask(ShowRoutines(self.day), self._show, topic="routines")

    def _show(self, answer: Routines | Problem) -> None:
        if isinstance(answer, Problem):
            self._say_held(Content(answer.message))
            return
        before, self._view = self._view, answer
        self._say_held(self._held_words(answer))
        self.routines.day = answer.day
        self.routines.lines = answer.lines
        self.query_one("#list-title", Heading).fact = str(len(answer.lines))
        if before is None or before.day != answer.day:
            self._wanted = self._wanted or answer.suggested
        if self._wanted:
            self._choose(self._wanted)
        self._show_routine()

    def _choose(self, routine: str) -> None:
        ids = [line.fitted.routine.id for line in self.routines.lines]
        if routine in ids:
            self.routines.cursor = ids.index(routine)
        self._wanted = ""

    def _say_held(self, words: Content) -> None:
        self.set_class(bool(words.plain), "-held")
        self.query_one("#held", Static).update(words)

    def _held_words(self, view: Routines) -> Content:
        if not view.held_by:
            return Content("")
        flags = [
            Content.assemble(
                Content.styled(f"{glyphs_of(self).alarm} ", "$zone-stop"),
                FLAGS[flag].title,
                Content.styled(f"  {flag}", "$dim"),
            )
            for flag in view.held_by
        ]
        more = "1 opens Today, which says what to do now."
        return Content("\n").join(
            [
                Content.assemble(
                    Content.styled(NOT_OFFERED, "bold"), Content.styled("  R-STR-06", "$dim")
                ),
                Content(""),
                *flags,
                Content(""),
                Content.styled(more, "$dim"),
            ]
        )

    # ------------------------------------------------------------------ the chosen routine

    @property
    def line(self) -> FittedLine | None:
        """Give the chosen routine."""
        lines, cursor = self.routines.lines, self.routines.cursor
        return lines[cursor] if cursor < len(lines) else None

    @property
    def draft(self) -> Draft | None:
        """Give what was ticked of the chosen routine so far."""
        line = self.line
        return None if line is None else self._draft_of(line)

    def _draft_of(self, line: FittedLine) -> Draft:
        return self._drafts.get(line.fitted.routine.id) or draft_of(line)

    def _show_routine(self) -> None:
        line, view = self.line, self._view
        if line is None or view is None:
            return
        draft = self._draft_of(line)
        wide = self.screen.has_class("-wide")
        self.title.title = line.fitted.routine.title if wide else line.name
        self.checklist.steps = line.fitted.steps
        self.form.show(
            draft,
            asks_water=line.fitted.routine.id == PRE_RUN,
            green_max=view.settings.green_max,
        )
        self._show_draft(line, draft)
        self._show_cue()
        self._say_remark(view)
        self.call_after_refresh(self._give_room)

    def _show_draft(self, line: FittedLine, draft: Draft) -> None:
        self.checklist.states = draft.states
        self.checklist.pains = draft.pains
        self.title.fact = progress_words(draft.states.values())
        ready = line.fitted.routine.id == PRE_RUN and line.done and draft == draft_of(line)
        self.after.steps = (_LOG_RUN,) if ready else ()

    def _say_remark(self, view: Routines) -> None:
        remark = self.query_one("#remark", Static)
        if view.first_use:
            words = Content.assemble(HONEST_NOTE, Content.styled("  R-STR-02", "$dim"))
        elif not view.checked_in:
            words = Content.styled(_NO_CHECK_IN, "$dim")
        else:
            words = Content("")
        remark.update(words)
        remark.display = bool(words.plain)
        remark.set_class(view.first_use, "-note")

    @on(RoutineList.Moved)
    def _show_chosen(self, event: RoutineList.Moved) -> None:
        event.stop()
        self.checklist.cursor = 0
        self._show_routine()

    # ------------------------------------------------------------------ room

    def on_resize(self) -> None:
        """Write tight where there is little room."""
        self.card.tight = self.screen.has_class("-narrow") or self.screen.has_class("-short")
        self._show_routine()

    @on(RoutinePage.Resized)
    def _room_changed(self, event: RoutinePage.Resized) -> None:
        event.stop()
        self.call_after_refresh(self._give_room)

    def _give_room(self) -> None:
        """Spend the rows that are left: a blank above each part, then between the steps."""
        if not self.is_attached:
            return
        scroll = self.query_one("#list RoutineScroll", RoutineScroll)
        self.routines.airy = self.routines.rows(airy=True) <= scroll.size.height
        detail, steps = self.query_one("#detail", Vertical), self.query_one("#steps", RoutineScroll)
        width = detail.content_size.width
        if not width:
            return
        card_rows = self.card.rows_for(self.checklist.steps, width - self.card.gutter.width)
        card_rows += self.card.gutter.height
        tight, airy = (self.checklist.rows(width, airy=each) for each in (False, True))
        rows = {self.card: card_rows, steps: tight}
        parts = detail.displayed_children
        spare = detail.content_size.height - sum(
            rows.get(each, each.outer_size.height) for each in parts
        )
        for part in parts[1:]:
            part.styles.margin = (int(spare > 0), 0, 0, 0)
            spare -= spare > 0
        self.card.styles.min_height = card_rows
        self.checklist.airy = airy - tight <= spare
        steps.styles.max_height = airy if self.checklist.airy else tight
        self.call_after_refresh(self.checklist.keep_in_sight)

    def _show_cue(self) -> None:
        self.card.step = self.checklist.current

    # ------------------------------------------------------------------ ticking

    @on(Checklist.Marked)
    def _mark(self, event: Checklist.Marked) -> None:
        event.stop()
        draft = self.draft
        if draft is not None:
            self._keep(draft.marked(event.step, event.state))

    @on(SessionForm.Changed)
    def _take_answers(self, event: SessionForm.Changed) -> None:
        event.stop()
        draft = self.draft
        if draft is not None:
            self._keep(self.form.filled(draft))

    def _keep(self, draft: Draft) -> None:
        line = self.line
        if line is None:
            return
        routine = line.fitted.routine.id
        if draft == draft_of(line):
            self._drafts.pop(routine, None)
        else:
            self._drafts[routine] = draft
        self._show_draft(line, draft)

    @on(Checklist.Moved)
    def _follow_cursor(self, event: Checklist.Moved) -> None:
        event.stop()
        self._show_cue()

    @on(Checklist.CueWanted)
    def _toggle_cue(self, event: Checklist.CueWanted) -> None:
        event.stop()
        self.card.display = not self.card.display
        self.call_after_refresh(self._give_room)

    # ------------------------------------------------------------------ saving

    @property
    def dirty(self) -> bool:
        """Tell whether something was ticked or scored that is not saved."""
        return bool(self._drafts)

    def save_request(self) -> SaveSession | None:
        """Save the routine that was changed, the chosen one first."""
        line = self.line
        changed = [each for each in self.routines.lines if each.fitted.routine.id in self._drafts]
        target = line if line in changed or not changed else changed[0]
        return None if target is None else self._request(target)

    def _request(self, line: FittedLine) -> SaveSession | None:
        if self._view is None or not line.fitted.offered:
            return None
        routine = line.fitted.routine.id
        entry = self._draft_of(line).entry(routine, day=self._view.day)
        return SaveSession(entry, replacing=line.session.id if line.session else None)

    def saved(self) -> None:
        """Take what was ticked as what is on file."""
        self._drafts.clear()

    def discard(self) -> None:
        """Show again what is on file."""
        self._drafts.clear()
        self._show_routine()

    def action_save_session(self) -> None:
        """Save the chosen routine's session, also half done."""
        line = self.line
        request = None if line is None else self._request(line)
        if line is None or request is None:
            return
        if line.session is None and line.fitted.routine.id not in self._drafts:
            self.form.note.say(NOTHING_YET, zone=Zone.AMBER)
        else:
            self.ask(request, self._show_saved)

    def _show_saved(self, answer: "RoutineSession | Problem | tuple[Problem, ...]") -> None:
        if isinstance(answer, RoutineSession):
            self._drafts.pop(answer.routine, None)
            self._show_routine()
        else:
            self.form.note.say(" ".join(problem.message for problem in refusals(answer)))

    @on(NextCard.Chosen)
    def _go_on(self, event: NextCard.Chosen) -> None:
        event.stop()
        self.post_message(GoTo("run"))

    # ------------------------------------------------------------------ going in and out

    def first_focus(self) -> Widget | None:
        """Start with the list of routines."""
        return None if self.has_class("-held") else self.routines

    def open(self, what: str) -> None:
        """Go to the steps of a routine, or to the list."""
        if not what:
            super().open(what)
            return
        self._wanted = what
        if self._view is not None:
            self._choose(what)
            self._show_routine()
        self._enter_steps()

    @on(RoutineList.Opened)
    def _open_routine(self, event: RoutineList.Opened) -> None:
        event.stop()
        self._enter_steps()

    def _enter_steps(self) -> None:
        self.add_class("-detail")
        self.checklist.focus()
        line = self.line
        if line is not None and line.fitted.ask_direction and not self._asked_direction:
            self.action_choose_direction()

    @on(Checklist.Left)
    def _leave_steps(self, event: Checklist.Left) -> None:
        event.stop()
        self._show_list()

    def _show_list(self) -> None:
        self.remove_class("-detail")
        self.routines.focus()

    def action_step_back_out(self) -> None:
        """Go back one: from the form to the steps, to the list, to the tab bar."""
        focused = self.screen.focused
        if focused is self.checklist:
            self._show_list()
        elif focused is self.routines or focused is None:
            self.post_message(RunCommand("leave_field"))
        else:
            self.checklist.focus()

    # ------------------------------------------------------------------ the one question

    @work(group="direction", exclusive=True)
    async def action_choose_direction(self) -> None:
        """Ask which direction eases the low back, and remember it."""
        self._asked_direction = True
        answers = (
            ("b", "bending forward", Direction.BENDING),
            ("a", "arching back", Direction.ARCHING),
        )
        text = "The routines keep that one. The palette asks again whenever you like."
        chosen = await self.app.push_screen_wait(Dialog(DIRECTION_QUESTION, text, answers))
        if chosen is not None:
            self.ask(SaveDirection(chosen), self._direction_saved)

    def _direction_saved(self, answer: "Settings | Problem | tuple[Problem, ...]") -> None:
        problems = refusals(answer)
        if problems:
            self.form.note.say(" ".join(problem.message for problem in problems))
