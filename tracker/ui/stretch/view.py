"""The Stretch tab: today's routines, and the steps of the chosen one to tick off."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from tracker.diary.adherence import view_adherence
from tracker.diary.answers import NextKind
from tracker.diary.book import update_settings
from tracker.diary.boot_time_clock import boot_time_seconds
from tracker.diary.conflicts import Conflict
from tracker.diary.routine_fitting import FittedLine, view_routines
from tracker.diary.routine_fitting import StretchView as Routines
from tracker.diary.session_drafts import Draft, draft_of, guide_of, guided
from tracker.diary.sessions import keep_session
from tracker.domain.problem import Problem, Problems
from tracker.domain.remedy import RemedyKind
from tracker.domain.routine import Routine, RoutineSession
from tracker.domain.verdict import Zone
from tracker.rules.player import Phase, Player
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.form.settling import settled
from tracker.ui.glyphs import glyphs_of
from tracker.ui.messages import START_GUIDE, GoTo, RunCommand
from tracker.ui.queries import Change, Query, refusals
from tracker.ui.stretch.adherence_grid import AdherenceGrid, AdherencePage
from tracker.ui.stretch.checklist import Checklist
from tracker.ui.stretch.direction import direction_dialog
from tracker.ui.stretch.hold_notice import HoldNotice
from tracker.ui.stretch.routine_keeping import RoutineKeeping
from tracker.ui.stretch.routine_list import HEAT_COLD, RoutineList, Row
from tracker.ui.stretch.routine_page import RoutinePage
from tracker.ui.stretch.session_form import SessionForm
from tracker.ui.stretch.words import put_away_words
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.next_card import NextCard

if TYPE_CHECKING:
    from tracker.insight.adherence import Adherence
    from tracker.ui.stretch.player import PlayerScreen

ALL_MARKED: Final = "Every step is done or skipped: space or x makes one untouched again."
SAVED: Final = "Session saved. u undoes."
NOTHING_YET: Final = "Nothing is ticked yet: space ticks a step, x skips it."

Saved: TypeAlias = RoutineSession | Problem | Problems


class StretchView(RoutineKeeping):
    """Routines at the left and the chosen one's steps at the right; narrow: one of the two."""

    SCOPE: ClassVar[Scope] = Scope.STRETCH
    HINTS: ClassVar[tuple[str, ...]] = ("guide", "save_session", "show_kept", "help")
    BAR_HINTS: ClassVar[tuple[str, ...]] = (
        "tab_enter=steps", "guide=start", "new_routine", "show_kept",
    )  # fmt: skip
    STYLES: ClassVar[Path] = Path(__file__).with_name("view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.STRETCH)]

    routines = getters.query_one(RoutineList)
    page = getters.query_one(RoutinePage)
    checklist = getters.query_one(Checklist)
    form = getters.query_one(SessionForm)

    def __init__(self) -> None:
        super().__init__()
        self.monotonic_clock: Callable[[], float] = boot_time_seconds
        self._view: Routines | None = None
        self._drafts: dict[str, Draft] = {}
        self._began: dict[str, Draft] = {}
        self._wanted = ""
        self._shown = ""
        self._asked_direction = False
        self._guide: PlayerScreen | None = None
        self._guide_wanted = False
        self._guide_kept = False
        self._kept_at: int | None = None

    def compose(self) -> ComposeResult:
        """Lay out the list and the chosen routine."""
        with Vertical(id="list"):
            yield Heading("Routines", id="list-title")
            with Vertical(id="routines"):
                yield RoutineList()
                yield Static("", id="put-away")
            yield AdherenceGrid()
        yield RoutinePage()
        yield HoldNotice()

    # ------------------------------------------------------------------ what comes down

    def load(self) -> None:
        """Ask for the day's routines."""
        if self.day is not None:
            self.ask(Query(view_routines, self.day), self._show, topic="routines")
        if self._kept_at != self.generation:
            self._kept_at = self.generation
            self.ask(Query(view_adherence), self._show_kept, topic="kept")

    def _show_kept(self, answer: "Adherence | Problem") -> None:
        if not isinstance(answer, Problem):
            self.query_one(AdherenceGrid).kept = answer

    def _show(self, answer: Routines | Problem) -> None:
        if isinstance(answer, Problem):
            self._say_held(problem=answer.message)
            return
        before, self._view = self._view, answer
        self._say_held(flags=answer.held_by)
        self.routines.day, self.routines.today = answer.day, answer.today
        if before is None or before.day != answer.day:
            self._wanted = self._wanted or answer.suggested
        self._take_lines(answer)
        self._show_routine()
        if self._guide_wanted:
            self._guide_wanted = False
            self.action_guide()

    def _take_lines(self, view: Routines) -> None:
        """Show the list; the cursor stays on its routine, also where others come or go."""
        self.routines.show((*view.lines, HEAT_COLD) if view.lines else ())
        self._choose(self._wanted)
        self._wanted = ""
        self.set_class(not view.lines, "-none")
        self.query_one("#list-title", Heading).fact = str(len(view.lines))
        put_away = self.query_one("#put-away", Static)
        put_away.update(put_away_words(len(view.hidden), view.lines))
        put_away.display = bool(view.hidden or not view.lines)
        ids = {line.fitted.routine.id for line in view.lines}
        self._drafts = {key: draft for key, draft in self._drafts.items() if key in ids}
        self.call_after_refresh(self._share_rows)

    @property
    def chosen_routine(self) -> Routine | None:
        """Return the routine under the cursor."""
        return None if self.line is None else self.line.fitted.routine

    @property
    def hidden_routines(self) -> tuple[Routine, ...]:
        """Return the routines that the list leaves out."""
        return () if self._view is None else self._view.hidden

    def choose_routine(self, routine_id: str) -> None:
        """Put the cursor on a routine, now or when the list has it."""
        self._wanted = routine_id
        self._choose(routine_id)

    @on(RoutineList.PutAway)
    def _put_away(self, event: RoutineList.PutAway) -> None:
        event.stop()
        self.action_delete_routine()

    @on(RoutineList.BringBack)
    def _bring_back(self, event: RoutineList.BringBack) -> None:
        event.stop()
        self.action_bring_back()

    def _choose(self, routine: str) -> None:
        if self.routines.go_to(routine):
            self._wanted = ""

    def _say_held(self, *, flags: tuple[str, ...] = (), problem: str = "") -> None:
        note = self.query_one(HoldNotice)
        note.flags, note.problem = flags, problem
        self.set_class(note.says_something, "-held")

    # ------------------------------------------------------------------ the chosen routine

    @property
    def line(self) -> FittedLine | None:
        """Return the chosen routine."""
        chosen = self.routines.chosen
        return chosen if isinstance(chosen, FittedLine) else None

    @property
    def draft(self) -> Draft | None:
        """Return what was ticked of the chosen routine so far."""
        line = self.line
        return None if line is None else self._draft_of(line)

    def _draft_of(self, line: FittedLine) -> Draft:
        return self._drafts.get(line.fitted.routine.id) or draft_of(line)

    def _show_routine(self) -> None:
        line, view = self.line, self._view
        if line is not None and view is not None:
            self.page.show(line, self._draft_of(line), view=view)
            shown, self._shown = self._shown, line.fitted.routine.id
            if shown != self._shown:
                self.checklist.cursor = 0

    @on(RoutineList.Moved, "RoutineList")
    def _show_chosen(self, event: RoutineList.Moved[Row]) -> None:
        event.stop()
        self._show_routine()

    def on_resize(self) -> None:
        """Put blanks between the routines where they fit; narrow screens shorten the title."""
        self._share_rows()
        self._show_routine()

    def _share_rows(self) -> None:
        around = self.query_one("#routines", Vertical)
        room = max(around.size.height - self.query_one("#put-away", Static).outer_size.height, 1)
        tall = self.routines.lines_in(around.size.width, spacious=True)
        self.routines.styles.max_height, self.routines.spacious = room, tall <= room

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
            if routine not in self._drafts:
                self._began[routine] = draft_of(line)
            self._drafts[routine] = draft
        self.page.show_draft(line, draft)

    # ------------------------------------------------------------------ saving

    @property
    def dirty(self) -> bool:
        """Return whether something was ticked, scored or guided that is not saved."""
        guiding = self._guide is not None and self._guide.player.begun
        return guiding or bool(self._drafts)

    async def save(self) -> bool:
        """Save every session that was changed, what the guide did so far included."""
        if self._guide is not None:
            self._take_guided(self._guide.player)
        for line in () if self._view is None else self._view.lines:
            routine = line.fitted.routine.id
            if routine in self._drafts:
                answer = await self._settled(line)
                self._refuse(answer)
                if refusals(answer):
                    return False
                del self._drafts[routine]
        return True

    def discard(self) -> None:
        """Show again what is on file."""
        self._drafts.clear()
        self._show_routine()

    def action_save_session(self) -> None:
        """Save the chosen routine's session, also half done."""
        line = self.line
        if line is None or not line.fitted.offered:
            return
        if line.session is None and line.fitted.routine.id not in self._drafts:
            self._say(NOTHING_YET, zone=Zone.AMBER)
        else:
            self._save(line)

    def _began_as(self, line: FittedLine) -> Draft:
        """Return what the draft of a routine was before anything was changed in it."""
        routine = line.fitted.routine.id
        return self._began[routine] if routine in self._drafts else draft_of(line)

    def _saving(
        self,
        line: FittedLine,
        draft: Draft,
        *,
        goes_on: bool = False,
        mine: frozenset[str] = frozenset(),
        theirs: frozenset[str] = frozenset(),
        done: str = SAVED,
    ) -> Change[RoutineSession | Problems]:
        routine = line.fitted.routine.id
        began = self._began_as(line).entry(routine, day=self.day)
        keep = partial(
            keep_session, goes_on=goes_on, began=began, keep_mine=mine, take_theirs=theirs
        )
        return Change(keep, draft.entry(routine, day=self.day), done=done)

    def _save(self, line: FittedLine, *, goes_on: bool = False) -> None:
        draft = self._draft_of(line)
        change = self._saving(line, draft, goes_on=goes_on)
        self.ask(change, partial(self._show_or_settle, line, draft))

    def _show_or_settle(self, line: FittedLine, draft: Draft, answer: Saved) -> None:
        if any(isinstance(each, Conflict) for each in refusals(answer)):
            self._settle(line)
        else:
            self._show_saved(draft, answer)

    @work(group="settling", exclusive=True)
    async def _settle(self, line: FittedLine) -> None:
        draft = self._draft_of(line)
        self._show_saved(draft, await self._settled(line))

    async def _settled(self, line: FittedLine) -> Saved:
        """Save; of an answer that was changed in another window, too, ask whose stays."""
        from tracker.diary.kinds.session import SESSION  # noqa: PLC0415 - when it is saved

        draft = self._draft_of(line)

        def save(mine: frozenset[str], theirs: frozenset[str]) -> Awaitable[Saved]:
            return self.perform(self._saving(line, draft, mine=mine, theirs=theirs))

        return await settled(self.app, save, {each.name: each.label for each in SESSION.fields})

    def _show_saved(self, draft: Draft, answer: Saved) -> None:
        if not isinstance(answer, RoutineSession):
            self._refuse(answer)
        elif self._drafts.get(answer.routine) == draft:
            del self._drafts[answer.routine]
            self._show_routine()
        else:
            self._began[answer.routine] = draft

    def _refuse(self, answer: object) -> None:
        problems = refusals(answer)
        if problems:
            self._say(" ".join(problem.message for problem in problems))

    def _say(self, words: str, *, zone: Zone = Zone.RED) -> None:
        """Say it under the steps, which come in sight where a narrow screen shows the list."""
        if not self.page.display:
            self._enter_steps()
        self.form.note.show(words, zone=zone)

    @on(NextCard.Chosen)
    def _go_on(self, event: NextCard.Chosen) -> None:
        event.stop()
        ice = event.step.kind is NextKind.ICE_TIMER
        self.post_message(RunCommand("heat_cold_timer", RemedyKind.COLD) if ice else GoTo("run"))

    # ------------------------------------------------------------------ going in and out

    def first_focus(self) -> Widget | None:
        """Start with the list of routines, or with the steps where only those are in sight."""
        if self.has_class("-held"):
            return None
        return self.routines if self.query_one("#list").display else self.checklist

    def open(self, what: str) -> None:
        """Go to the steps of a routine, or to the list; or start the guide."""
        if what == START_GUIDE:
            self._guide_wanted = self._view is None
            if not self._guide_wanted:
                self._choose(self._view.suggested if self._view else "")
                self.action_guide()
            return
        if not what:
            super().open(what)
            return
        self._wanted = what
        if self._view is not None:
            self._choose(what)
            self._show_routine()
        self._enter_steps()

    @on(RoutineList.Opened, "RoutineList")
    def _open_routine(self, event: RoutineList.Opened[Row]) -> None:
        event.stop()
        if event.item is HEAT_COLD:
            self.post_message(RunCommand("heat_cold_timer"))
        else:
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
        self.go_to_list()

    def go_to_list(self) -> None:
        """Bring the focus to the list of routines."""
        self.remove_class("-detail")
        self.routines.focus()

    def action_step_back_out(self) -> None:
        """Go back one: from the form to the steps, to the list, to the tab bar."""
        focused = self.screen.focused
        if focused is self.checklist:
            self.go_to_list()
        elif focused is None or focused is self.routines or self not in focused.ancestors:
            self.post_message(RunCommand("leave_field"))
        else:
            self.checklist.focus()

    def action_show_kept(self) -> None:
        """Show the last 28 days on a page."""
        kept = self.query_one(AdherenceGrid).kept
        if kept is not None:
            self.app.push_screen(AdherencePage(kept, glyphs_of(self)))

    # ------------------------------------------------------------------ the one question

    @work(group="direction", exclusive=True)
    async def action_choose_direction(self) -> None:
        """Ask which direction eases the low back, and remember it."""
        await self._ask_direction()

    async def _ask_direction(self) -> bool:
        self._asked_direction = True
        chosen = await self.app.push_screen_wait(direction_dialog())
        if chosen is not None:
            self.ask(Change(partial(update_settings, eases=chosen)), self._refuse)
        return chosen is not None

    # ------------------------------------------------------------------ the guide

    @work(group="guide", exclusive=True)
    async def action_guide(self) -> None:
        """Be guided through the chosen routine, from where it was left, or time heat and cold."""
        line = self.line
        if self.routines.chosen is HEAT_COLD:
            self.post_message(RunCommand("heat_cold_timer"))
        if line is None or not line.fitted.offered or self._guide is not None:
            return
        if line.fitted.ask_direction and not self._asked_direction and await self._ask_direction():
            self._guide_wanted = True  # the steps are about to change
            return
        await self._be_guided(line)

    async def _be_guided(self, line: FittedLine) -> None:
        draft = self._draft_of(line)
        player = guide_of(line, draft)
        if player.phase is Phase.FINISHED or self._view is None:
            self._say(ALL_MARKED, zone=Zone.AMBER)
            return
        from tracker.ui.stretch.player import PlayerScreen  # noqa: PLC0415 - when asked for

        self._guide_kept = False
        self._guide = PlayerScreen(
            line.name,
            player,
            notes={each.step.id: each.note for each in line.fitted.open_steps if each.note},
            bell=self._view.settings.bell,
            glyphs=self._view.settings.glyphs,
            keep=self._keep_guided,
            keep_bell=self._keep_bell,
            monotonic_clock=self.monotonic_clock,
        )
        try:
            came_to = await self.app.push_screen_wait(self._guide)
        finally:
            self._guide = None
        self._end_guide(came_to)
        self._enter_steps()
        if came_to.phase is Phase.FINISHED:
            self.form.after.focus()

    def _keep_guided(self, player: Player) -> None:
        self._take_guided(player)
        line = self.line
        if line is not None and line.fitted.routine.id in self._drafts:
            self._save_guided(line, self._draft_of(line), goes_on=self._guide_kept)
            self._guide_kept = True

    def _save_guided(self, line: FittedLine, draft: Draft, *, goes_on: bool) -> None:
        """Keep what the guide came to; where an answer must be asked about, it waits till after."""

        def show(answer: Saved) -> None:
            steps_alone = draft.answered_as(self._began_as(line))
            met = any(isinstance(each, Conflict) for each in refusals(answer))
            if met and steps_alone != draft:
                self._save_guided(line, steps_alone, goes_on=goes_on)
            else:
                self._show_saved(draft, answer)

        self.ask(self._saving(line, draft, goes_on=goes_on, done=""), show)

    def _keep_bell(self, bell: bool) -> None:  # noqa: FBT001 - a callback
        self.ask(Change(partial(update_settings, bell=bell)), self._refuse)

    def _end_guide(self, player: Player) -> None:
        self._take_guided(player)
        line = self.line
        changed = line is not None and line.fitted.routine.id in self._drafts
        if line is not None and (changed or self._guide_kept):
            self._save(line, goes_on=self._guide_kept)

    def _take_guided(self, player: Player) -> None:
        draft = self.draft
        if draft is not None and (guided(draft, player) != draft) and player.begun:
            self._keep(guided(draft, player))
