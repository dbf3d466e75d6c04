"""The editor of one routine: steps at the left, the chosen one's fields at the right."""

from collections.abc import Awaitable, Callable, Iterable
from typing import ClassVar, Final

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from tracker.diary.routine_entries import (
    RoutineEntry,
    read_routine_entry,
    read_step,
    title_problems,
)
from tracker.domain.problem import Problem, Problems
from tracker.domain.routine import Routine, RoutineMoment, RoutineStep
from tracker.domain.verdict import Zone
from tracker.rules.long_holds import LONG_HOLD_RULE, long_hold_note
from tracker.rules.routine_moments import WHEN_WORDS
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.queries import refusals
from tracker.ui.stretch.editor.draft import RoutineDraft
from tracker.ui.stretch.editor.step_form import StepForm, of_step
from tracker.ui.stretch.editor.step_list import StepList
from tracker.ui.stretch.editor.words import MOMENT
from tracker.ui.stretch.words import minute_words
from tracker.ui.unsaved import may_part
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.keys_page import show_keys
from tracker.ui.widgets.note import Note

Save = Callable[[RoutineEntry], Awaitable[Routine | Problem | Problems]]

_SCRATCH: Final = "scratch"


class RoutineEditor(Screen[Routine | None]):
    """Returns the routine as it was saved; None where it was left as it is.

    `save` keeps an entry; `taken` are the other routines' names.
    """

    CSS_PATH = "editor.tcss"
    SCOPE: ClassVar[Scope] = Scope.ROUTINE_EDITOR
    HINTS: ClassVar[tuple[str, ...]] = ("save_routine", "leave_editor", "editor_help")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.ROUTINE_EDITOR)]
    AUTO_FOCUS = None

    heading = getters.query_one("#editor-title", Heading)
    title_row = getters.query_one("#title", FieldRow)
    moment = getters.query_one("#moment", ChoiceRow)
    steps = getters.query_one(StepList)
    form = getters.query_one(StepForm)
    spring = getters.query_one("#spring", Note)
    problem = getters.query_one("#problem", Note)
    footer = getters.query_one(KeyFooter)

    def __init__(
        self, heading: str, entry: RoutineEntry, *, taken: Iterable[str], save: Save, changed: bool
    ) -> None:
        super().__init__()
        self._heading = heading
        self._shown = None if changed else entry
        self._taken = tuple(taken)
        self._save = save
        self._saving = False
        self._saved: Routine | None = None
        self._judged: frozenset[str] = frozenset()
        self.draft = RoutineDraft(entry)

    # ------------------------------------------------------------------ layout

    def compose(self) -> ComposeResult:
        """Lay out name and moment above, steps and fields side by side, notes below."""
        entry = self.draft.entry
        yield Heading(self._heading, id="editor-title")
        with Vertical(id="head", classes="compact"):
            yield FieldRow("Name", text=entry.title, placeholder="Hips before a run", id="title")
            yield ChoiceRow("When", MOMENT, value=entry.moment.value, required=True, id="moment")
        with Horizontal(id="body"):
            yield StepList(id="steps")
            yield StepForm()
        yield Note(id="problem")
        yield Note(id="spring")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin with the name of a new routine, else with the steps."""
        self._draw()
        if self.draft.entry.title and self.draft.steps:
            self.steps.focus()
        else:
            self.title_row.focus_field()

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus; narrow screens show the fields while it is there."""
        self.footer.follow(self.focused)
        self.set_class(self._in_form, "-detail")

    @property
    def _in_form(self) -> bool:
        focused = self.focused
        return focused is not None and self.form in focused.ancestors

    # ------------------------------------------------------------------ showing

    def _draw(self) -> None:
        """Show the draft everywhere."""
        draft = self.draft
        self.steps.judged = self._judged
        self.steps.draft = draft
        step = draft.current
        self.form.set_class(step is None, "-empty")
        if step is not None:
            title = f"Step {draft.cursor + 1} of {len(draft.steps)}"
            self.form.show(step, title=title, judged=step.id in self._judged)
        read = [each for step in draft.steps if isinstance(each := read_step(step), RoutineStep)]
        count = "1 step" if len(draft.steps) == 1 else f"{len(draft.steps)} steps"
        time = f" · {minute_words(sum(each.est_s for each in read))}" if read else ""
        self.heading.fact = f"{count}{time}"
        self._say_spring(read)

    def _say_spring(self, steps: list[RoutineStep]) -> None:
        """Say at once when the routine holds a muscle for long before a run (R-STR-04)."""
        routine = Routine(
            id=_SCRATCH,
            code="",
            title="",
            mode="",
            when=WHEN_WORDS[self.draft.entry.moment],
            steps=tuple(steps),
            builtin=False,
        )
        self.spring.show(long_hold_note(routine) or "", zone=Zone.AMBER, rule=LONG_HOLD_RULE)

    # ------------------------------------------------------------------ what is changed

    @on(FieldRow.Changed, "#title")
    def _rename(self, event: FieldRow.Changed) -> None:
        event.stop()
        self._take(self.draft.named(event.text))

    @on(ChoiceRow.Changed, "#moment")
    def _mean_for(self, event: ChoiceRow.Changed) -> None:
        event.stop()
        if event.value is not None:
            self._take(self.draft.meant_for(RoutineMoment(event.value)))

    @on(StepForm.Changed)
    def _change_step(self, event: StepForm.Changed) -> None:
        event.stop()
        self._take(self.draft.changed(event.step))

    @on(StepList.Changed)
    def _change_steps(self, event: StepList.Changed) -> None:
        event.stop()
        left = self.draft.current
        if left is not None and not left.blank:
            self._judged |= {left.id}
        self._take(event.draft)

    def _take(self, draft: RoutineDraft) -> None:
        self.draft = draft
        self.problem.show("")
        self._draw()

    @on(StepList.FieldsWanted)
    def _open_step(self, event: StepList.FieldsWanted) -> None:
        event.stop()
        self.add_class("-detail")
        self.call_after_refresh(self.form.query_one("#name", FieldRow).focus_field)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Judge the name when it is left."""
        if self.title_row in event.widget.ancestors and self.title_row.text.strip():
            for problem in title_problems(self.title_row.text, self._taken):
                self.title_row.set_error(problem.message)

    # ------------------------------------------------------------------ saving

    @property
    def dirty(self) -> bool:
        """Return whether anything differs from what was shown."""
        return self.draft.entry != self._shown

    def readable(self) -> RoutineEntry | None:
        """Return what is typed, once all of it can be read; else say at the field what is wrong."""
        read = read_routine_entry(self.draft.entry, record_id=_SCRATCH, taken=self._taken)
        if isinstance(read, Routine):
            return self.draft.entry
        self._refuse(read)
        return None

    @work(group="save")
    async def action_save_routine(self) -> None:
        """Save the routine and go back."""
        saved = await self._save_once()
        if saved is not None:
            self.dismiss(saved)

    async def _save_once(self) -> Routine | None:
        """Save what is typed; None where it can't be, which is said at the field."""
        entry = self.readable()
        if entry is None or self._saving:
            return None
        self._saving = True
        answer = await self._save(entry)
        self._saving = False
        if isinstance(answer, Routine):
            self._shown, self._saved = self.draft.entry, answer
            return answer
        self._refuse(refusals(answer))
        return None

    def _refuse(self, problems: Iterable[Problem]) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        found = tuple(problems)
        self._judged |= {of_step(each) for each in found}
        for each in reversed(found):
            if each.field == "title":
                self.title_row.set_error(each.message)
                self.title_row.focus_field()
            elif not of_step(each):
                self.problem.show(each.message)
                self.steps.focus()
        first = next(iter(found), None)
        if first is None or not of_step(first):
            self._draw()
            return
        self.draft = self.draft.at_step(of_step(first))
        self.add_class("-detail")
        self._draw()
        self.call_after_refresh(self.form.set_error, first)

    # ------------------------------------------------------------------ leaving

    @work(group="leave", exclusive=True)
    async def action_leave_editor(self) -> None:
        """Go back one: from the fields to the steps, then out; changes are asked about once."""
        if self.focused is not self.steps and self.draft.steps:
            self.remove_class("-detail")
            self.steps.focus()
            return
        if await self.may_close():
            self.dismiss(self._saved)

    async def may_close(self) -> bool:
        """Ask what becomes of what is typed, because it is being left."""
        return await may_part(self.app, dirty=self.dirty, save=self._save_typed)

    async def _save_typed(self) -> bool:
        return await self._save_once() is not None

    def action_editor_help(self) -> None:
        """List the keys."""
        show_keys(self, getattr(self.focused, "SCOPE", Scope.FORM), self.SCOPE, Scope.FORM)
