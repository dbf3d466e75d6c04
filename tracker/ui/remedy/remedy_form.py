"""A remedy that was not timed here: what, where, how long, when."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.diary.parsing import moment_of
from tracker.diary.remedies import (
    KIND_WORDS,
    RemedyBasis,
    RemedyEntry,
    remedy_words,
)
from tracker.domain.calendar_words import format_day
from tracker.domain.clock_words import format_clock
from tracker.domain.problem import Problem
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.units import parse_minutes
from tracker.rules import constants as c
from tracker.rules.heat_cold import MINUTES
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.dialogs import Leave, leave_dialog
from tracker.ui.remedy.place_row import PlaceRow
from tracker.ui.run.pick_row import PickRow
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.note import Note

_KINDS: Final = tuple((kind.value, word) for kind, word in KIND_WORDS.items())
_MINUTES_CELLS: Final = 9
_WHEN_CELLS: Final = 13
_NOTHING_YET: Final = "No remedy is on file yet. t on the Stretch tab times heat and cold."


class RemedyForm(ModalScreen[None]):
    """Asks what was used, and hands it to `save`, which gives what can't be read.

    `clock` gives the time of day.
    """

    DEFAULT_CSS = """
    RemedyForm {
        background: $background;
        & > Heading { margin: 1 2 0 2; }
        & > VerticalScroll { padding: 1 2; height: 1fr; scrollbar-size-vertical: 1; }
        & #lately { height: auto; margin: 1 0 0 1; }
    }
    RemedyForm.-tall FormRow { margin-bottom: 1; }
    """

    SCOPE: ClassVar[Scope] = Scope.REMEDY
    HINTS: ClassVar[tuple[str, ...]] = ("save_remedy", "leave_remedy")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.REMEDY)]
    AUTO_FOCUS = "PickField"

    kind_row = getters.query_one("#kind", PickRow)
    where = getters.query_one(PlaceRow)
    minutes = getters.query_one("#minutes", FieldRow)
    when = getters.query_one("#when", FieldRow)
    note = getters.query_one("#note", FieldRow)
    no_kind = getters.query_one("#no-kind", Note)
    problem = getters.query_one("#problem", Note)

    def __init__(
        self,
        basis: RemedyBasis,
        *,
        save: Callable[[RemedyEntry], Awaitable[tuple[Problem, ...]]],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._basis = basis
        self._save = save
        self._saving = False
        self._clock = clock

    def compose(self) -> ComposeResult:
        """Lay out the rows, and the last remedies below them."""
        yield Heading("Log a remedy")
        with VerticalScroll(can_focus=False):
            yield PickRow("Kind", _KINDS, id="kind")
            yield Note(id="no-kind")
            yield PlaceRow(self._basis.places, chosen=None)
            yield FieldRow("For", unit="minutes", cells=_MINUTES_CELLS, id="minutes")
            yield FieldRow("Begun", placeholder="just ended", cells=_WHEN_CELLS, id="when")
            yield FieldRow("Note", id="note")
            yield Note(id="problem")
            yield Static(self._lately(), id="lately")
        yield KeyFooter()

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one(KeyFooter).follow(self.focused)

    def _lately(self) -> Content:
        lines = [self._line(remedy) for remedy in self._basis.lately]
        if not lines:
            return Content.styled(_NOTHING_YET, "$dim")
        return Content("\n").join([Content.styled("Lately", "bold"), *lines])

    def _line(self, remedy: Remedy) -> Content:
        began = Content.styled(f"{self._moment(remedy.at)}  ", "$dim")
        return Content.assemble(began, remedy_words(remedy))

    def _moment(self, moment: datetime) -> str:
        """Write a moment; the year only where it is another one."""
        day = format_day(moment.date())
        if moment.year == self._basis.now.year:
            day = day.rpartition(" ")[0]
        return f"{day}, {format_clock(moment, clock_24h=self._basis.settings.clock_24h)}"

    # ------------------------------------------------------------------ while typing

    @property
    def entry(self) -> RemedyEntry:
        """Give what is typed."""
        kind = self.kind_row.value
        return RemedyEntry(
            kind=None if kind is None else RemedyKind(kind),
            place=self.where.place,
            minutes=self.minutes.text,
            when=self.when.text,
            note=self.note.text,
        )

    @on(PickRow.Changed)
    @on(ChoiceRow.Changed)
    @on(FieldRow.Changed)
    def _follow(self) -> None:
        """Say what was understood, and where a timed use was longer than advised."""
        entry = self.entry
        if entry.kind is not None:
            self.no_kind.show("")
        self.problem.show("")
        self._remark_minutes(entry)
        self._echo_when(entry)

    def _remark_minutes(self, entry: RemedyEntry) -> None:
        minutes = parse_minutes(entry.minutes) if entry.minutes.strip() else 0
        if self.minutes.refused or isinstance(minutes, Problem):
            return
        timed = entry.kind in MINUTES and minutes > c.PACK_STOP_MIN
        longer = f"More than the {c.PACK_STOP_MIN} minutes that are advised." if timed else ""
        self.minutes.set_warning(longer, rule="R-HC-04" if longer else "")

    def _echo_when(self, entry: RemedyEntry) -> None:
        settings = self._basis.settings
        typed = entry.when.strip()
        found = moment_of(typed, now=self._clock(), settings=settings) if typed else None
        understood = self._moment(found) if isinstance(found, datetime) else ""
        self.when.set_hint(Content.styled(understood, "$dim"))

    # ------------------------------------------------------------------ keys

    @work(group="save")
    async def action_save_remedy(self) -> None:
        """Save, or say at each field what is wrong; a second press is not a second remedy."""
        if not self._saving:
            await self._save_and_close()

    async def _save_and_close(self) -> None:
        self._saving = True
        problems = await self._save(self.entry)
        if not problems:
            self.dismiss()
            return
        self._saving = False
        for problem in reversed(problems):
            self._refuse(problem)

    def _refuse(self, problem: Problem) -> None:
        """Say it at its field, and bring the focus there."""
        rows = {row.id: row for row in (self.minutes, self.when, self.note)}
        if problem.field in rows:
            rows[problem.field].set_error(problem.message)
            rows[problem.field].focus_field()
        elif problem.field == "kind":
            self.no_kind.show(problem.message)
            self.kind_row.field.focus()
        else:
            self.problem.show(problem.message)

    @work(group="leave", exclusive=True)
    async def action_leave_remedy(self) -> None:
        """Go back; what is typed is asked about once."""
        if self._saving:
            return
        if self.entry == RemedyEntry():
            self.dismiss()
            return
        answer = await self.app.push_screen_wait(leave_dialog())
        if answer is Leave.DISCARD:
            self.dismiss()
        elif answer is Leave.SAVE:
            await self._save_and_close()
