"""The chosen routine: heading, steps, how the step under the cursor is done, and the end's rows."""

from typing import Final

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tracker.diary.answers import NextKind, NextStep
from tracker.diary.routine_fitting import FittedLine, StretchView
from tracker.diary.session_drafts import Draft, draft_of
from tracker.domain.routine import Routine, RoutineMoment
from tracker.domain.verdict import Zone
from tracker.rules.long_holds import LONG_HOLD_RULE, long_hold_note
from tracker.rules.routine_moments import moment_of
from tracker.rules.stretching import HONEST_NOTE, NO_CHECK_IN, FittedStep
from tracker.ui.stretch.checklist import Checklist
from tracker.ui.stretch.cue_card import CueCard
from tracker.ui.stretch.legend import StepLegend
from tracker.ui.stretch.session_form import SessionForm
from tracker.ui.stretch.words import minute_words, progress_words
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.next_card import NextCard
from tracker.ui.widgets.note import Note

_AFTERWARDS: Final = {
    RoutineMoment.BEFORE_RUN: NextStep(kind=NextKind.LOG_RUN, text="Log the run"),
    RoutineMoment.AFTER_RUN: NextStep(
        kind=NextKind.ICE_TIMER, text="Ice timer", detail="some people find it soothing"
    ),
}
"""What a routine that is done leads to, by the moment that it is for."""


class RoutinePage(Vertical):
    """One routine on one day. It shares its free rows out by itself."""

    title = getters.query_one("#title", Heading)
    remark = getters.query_one("#remark", Static)
    checklist = getters.query_one(Checklist)
    card = getters.query_one(CueCard)
    form = getters.query_one(SessionForm)
    after = getters.query_one(NextCard)

    def compose(self) -> ComposeResult:
        """Lay out the parts from top to bottom; only the steps scroll."""
        yield Heading("", id="title")
        yield Static("", id="remark", markup=False)
        yield Note(id="spring")
        yield Checklist()
        yield CueCard()
        yield SessionForm()
        after = NextCard()
        after.compact = True
        yield after
        yield StepLegend()

    def show(self, line: FittedLine, draft: Draft, *, view: StretchView) -> None:
        """Show a routine as it fits the view's day, with what was ticked so far."""
        wide = self.screen.has_class("-wide")
        routine = line.fitted.routine
        self.title.title = routine.title if wide else line.name
        self.checklist.show(line.fitted.steps)
        green_max = view.settings.green_max
        self.form.show(draft, asks_water=_before_a_run(routine), green_max=green_max)
        self._say_remark(view)
        spring = long_hold_note(routine) or ""
        self.query_one("#spring", Note).show(spring, zone=Zone.AMBER, rule=LONG_HOLD_RULE)
        self.show_draft(line, draft)
        self._show_cue()
        self.call_after_refresh(self._share_rows)

    def show_draft(self, line: FittedLine, draft: Draft) -> None:
        """Show what was ticked so far."""
        self.checklist.states = draft.states
        self.checklist.pains = draft.pains
        self.checklist.tingled = draft.tingled
        guided = f" · {minute_words(draft.seconds)}" if draft.seconds else ""
        self.title.fact = progress_words(draft.states.values()) + guided
        following = _AFTERWARDS.get(moment_of(line.fitted.routine))
        ready = line.done and draft == draft_of(line)
        self.after.steps = (following,) if following and ready else ()

    def _say_remark(self, view: StretchView) -> None:
        if view.first_use:
            words = Content.assemble(HONEST_NOTE, Content.styled("  R-STR-02", "$dim"))
        elif not view.checked_in:
            words = Content.styled(NO_CHECK_IN, "$dim")
        else:
            words = Content("")
        self.remark.update(words)
        self.remark.display = bool(words.plain)
        self.remark.set_class(view.first_use, "-note")

    # ------------------------------------------------------------------ the cue

    @on(Checklist.Moved)
    def _follow_cursor(self, event: Checklist.Moved[FittedStep]) -> None:
        event.stop()
        self._show_cue()

    def _show_cue(self) -> None:
        self.card.step = self.checklist.chosen

    @on(Checklist.CueWanted)
    def _fold_cue(self, event: Checklist.CueWanted) -> None:
        event.stop()
        self.card.display = not self.card.display
        self.call_after_refresh(self._share_rows)

    # ------------------------------------------------------------------ room

    def on_resize(self) -> None:
        """Write compact where there is little room."""
        self.card.compact = self.screen.has_class("-narrow") or self.screen.has_class("-short")
        self.call_after_refresh(self._share_rows)

    def _share_rows(self) -> None:
        """Spend the rows that are left: a blank above each part, then between the steps."""
        width = self.content_size.width
        if not self.is_attached or not width:
            return
        card_rows = self.card.rows_for(self.checklist.items, width - self.card.gutter.width)
        card_rows += self.card.gutter.height
        steps = self.checklist
        compact, spacious = (steps.lines_in(width, spacious=each) for each in (False, True))
        known = {self.card: card_rows, steps: compact}
        parts = self.displayed_children
        spare = self.content_size.height - sum(
            known.get(part, part.outer_size.height) for part in parts
        )
        for part in parts[1:]:
            part.styles.margin = (int(spare > 0), 0, 0, 0)
            spare -= spare > 0
        self.card.styles.min_height = card_rows
        steps.spacious = spacious - compact <= spare
        steps.styles.max_height = spacious if steps.spacious else compact
        self.call_after_refresh(steps.reveal)


def _before_a_run(routine: Routine) -> bool:
    return moment_of(routine) is RoutineMoment.BEFORE_RUN
