"""What happened during a run, typed line by line afterwards; the guide's own table decides."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite
from tracker.rules.limits import limits_of
from tracker.rules.midrun_log import HOW_TO_TYPE, NO_END, MidRunLog, read_mark
from tracker.rules.midrun_words import changes, mark_words, rule_now
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.midrun.where_row import WhereRow
from tracker.ui.unsaved import may_part
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.page import Page
from tracker.ui.widgets.pain_scale import PainScale

_TYPED_CELLS: Final = 12
_NO_CHANGE: Final = "go on"
_NO_SCORE: Final = "Set the score before the run first, 0 where nothing hurt."


class StepsScreen(Page[MidRunLog | None]):
    """Returns the log as typed, without marks where all were taken back; None = left as it was."""

    DEFAULT_CSS = """
    StepsScreen {
        & #lines { height: auto; margin: 1 0 1 1; }
        & #how { color: $dim; height: auto; padding: 0 1; margin-top: 1; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.MID_RUN_STEPS
    HINTS: ClassVar[tuple[str, ...]] = (
        "add_step", "take_step_back", "steps_done", "leave_steps_form",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.MID_RUN_STEPS)]
    AUTO_FOCUS = None

    where = getters.query_one(WhereRow)
    before = getters.query_one("#before", PainScale)
    typed = getters.query_one("#typed", FieldRow)
    missing = getters.query_one("#missing", Note)

    def __init__(
        self,
        log: MidRunLog,
        places: Sequence[PainSite],
        *,
        scores: Mapping[PainSite, int],
        settings: Settings,
    ) -> None:
        super().__init__("What happened during the run", "R-MID-12")
        self._shown = self._log = log
        self._places = places
        self._scores = scores
        self._limits = limits_of(settings)

    @override
    def content(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield WhereRow(self._places, chosen=self._log.place)
            yield PainScale(
                "Before the run",
                value=self._pre_of(self._log.place) if not self._log.marks else self._log.pre,
                green_max=self._limits.green_max,
                id="before",
            )
            yield Note(id="missing")
            yield Static(id="lines")
            yield FieldRow("Minute and what", cells=_TYPED_CELLS, id="typed")
            yield Static(Content(HOW_TO_TYPE), id="how")

    def on_mount(self) -> None:
        """Begin where something is missing."""
        self._draw()
        if self.before.value is None:
            self.before.focus()
        else:
            self.typed.focus_field()

    def _pre_of(self, place: PainSite | None) -> int | None:
        return None if place is None else self._scores.get(place)

    def _draw(self) -> None:
        log = self._log
        lines = [
            Content.assemble(
                Content.styled(f"{mark.minute:>4}'  ", "$dim"),
                Content.styled(f"{mark_words(mark):<16}", "bold"),
                f"{change or _NO_CHANGE:<10}",
                Content.styled(rule_now(run), "$dim"),
            )
            for mark, change, run in zip(log.marks, changes(log), log.states[1:], strict=True)
        ]
        shown = Content("\n").join(lines) if lines else Content.styled("nothing typed yet", "$dim")
        self.query_one("#lines", Static).update(shown)

    # ------------------------------------------------------------------ typing

    @on(ChoiceRow.Changed)
    def _choose_place(self) -> None:
        place = self.where.place
        self.before.value = self._pre_of(place)
        self._begin_again()

    @on(PainScale.Changed)
    def _begin_again(self) -> None:
        """Let the table go through the marks again from another beginning."""
        self.missing.show("")
        log = replace(self._log, pre=self.before.value or 0, place=self.where.place, marks=())
        for mark in self._log.marks:
            log = log.noted(mark)
        self._log = log
        self._draw()

    def action_add_step(self) -> None:
        """Add what is typed; on another row go on to the next."""
        if self.focused is not self.typed.field:
            self.focus_next()
            return
        mark = read_mark(self.typed.text, log=self._log)
        if isinstance(mark, Problem):
            self.typed.set_error(mark.message)
        elif self._has_score():
            self._log = self._log.noted(mark)
            self.typed.text = ""
            self.typed.set_error("")
            self._draw()

    def _has_score(self) -> bool:
        if self.before.value is None:
            self.missing.show(_NO_SCORE)
            self.before.focus()
            return False
        return True

    def action_take_step_back(self) -> None:
        """Take back the last line."""
        self._log = self._log.taken_back()
        self.typed.set_error("")
        self._draw()

    # ------------------------------------------------------------------ leaving

    @property
    def dirty(self) -> bool:
        """Return whether anything differs from what was shown."""
        return self._log.marks != self._shown.marks or bool(self.typed.text.strip())

    def action_steps_done(self) -> None:
        """Give the steps, once the run has an end."""
        if self.typed.text.strip():
            self.action_add_step()
            if self.typed.text.strip():
                return
        if self._log.marks and not self._log.ended:
            self.typed.set_error(NO_END)
            self.typed.focus_field()
        elif not self._log.marks or self._has_score():
            self.dismiss(self._log)

    @work(exclusive=True)
    async def action_leave_steps_form(self) -> None:
        """Go back; changed steps are asked about once."""
        if await self.may_close():
            self.dismiss(None)

    async def may_close(self) -> bool:
        """Ask what becomes of the steps, because they are being left.

        What is kept goes back into the form of the run, which is saved, or asks, by itself.
        """
        return await may_part(self.app, dirty=self.dirty, save=self._give_steps)

    async def _give_steps(self) -> bool:
        self.action_steps_done()
        return False
