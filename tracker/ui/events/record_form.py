"""A small form for one record: what can't be read is said at its field, nothing typed is lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.domain.calendar_words import format_day, parse_day
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.dialogs import Leave, leave_dialog
from tracker.ui.requests import Change, refusals
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.day_row import DayRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.form_row import FormRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.note import Note

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.domain.problem import Problem
    from tracker.domain.site import PainSite
    from tracker.ui.host import Host

DAY_CELLS: Final = 13
NOT_ONE_SITE: Final = "all"


class RecordForm(ModalScreen[bool]):
    """Rows, and below them what speaks against saving. Closes with True once it is saved.

    A row carries the name of the record's field as its id.
    """

    DEFAULT_CSS = """
    RecordForm {
        background: $background;
        & > Heading { margin: 1 2 0 2; }
        & > VerticalScroll { padding: 1 2; height: 1fr; scrollbar-size-vertical: 1; }
        & .form--lead { color: $dim; height: auto; width: 1fr; max-width: 90; margin: 0 0 1 1; }
        & #whole { margin-top: 1; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.RECORD_FORM
    HINTS: ClassVar[tuple[str, ...]] = ("save_record", "leave_record")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.RECORD_FORM)]
    AUTO_FOCUS = "FormRow, FormRow Input"

    TITLE_WORDS: ClassVar[str]
    LEAD: ClassVar[str] = ""

    def __init__(self, host: Host, *, replacing: str | None = None) -> None:
        super().__init__()
        self._host = host
        self._replacing = replacing
        self._shown: object = None
        self._saving = False

    def compose(self) -> ComposeResult:
        """Lay out heading, rows and keys."""
        yield Heading(self.TITLE_WORDS, "" if self._replacing is None else "correct it")
        with VerticalScroll(can_focus=False):
            if self.LEAD:
                yield Static(Content(self.LEAD), classes="form--lead")
            yield from self.rows()
            yield Note(id="whole")
        yield KeyFooter()

    def rows(self) -> Iterable[FormRow]:
        """Give the form's rows."""
        raise NotImplementedError

    @property
    def request(self) -> Change[Any]:
        """Give the request that saves what is typed."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Remember what was there, to know whether anything was typed."""
        for row in self.query(DayRow):
            # A day that stands there is typed over, not typed on.
            row.field.select_on_focus = True
            if row.field.has_focus:
                row.field.select_all()
            self._echo(row)
        self._shown = self.request

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one(KeyFooter).follow(self.focused)

    def text(self, name: str) -> str:
        """Give what is typed in a field."""
        return self.query_one(f"#{name}", FieldRow).text

    # ------------------------------------------------------------------ days

    @on(DayRow.Changed)
    def _day_typed(self, event: DayRow.Changed) -> None:
        if isinstance(event.row, DayRow):
            self._echo(event.row)

    def _echo(self, row: DayRow) -> None:
        day_first = self._host.settings.day_first
        day = parse_day(row.text, self._host.today, day_first=day_first)
        row.set_hint(Content.styled(format_day(day), "$dim") if isinstance(day, date) else "")

    # ------------------------------------------------------------------ saving, leaving

    @work(group="save")
    async def action_save_record(self) -> None:
        """Save; a second press is not a second record."""
        if not self._saving:
            await self._save()

    async def _save(self) -> None:
        """Save and close. What is being saved can't be called back, so nothing else is begun."""
        self._saving = True
        problems = refusals(await self._host.perform(self.request))
        if problems:
            self._saving = False
            self._refuse(problems)
        else:
            self.dismiss(result=True)

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        """Say at each field what is wrong; what has no field is said below the rows."""
        fields = {row.id: row for row in self.query(FieldRow)}
        for row in fields.values():
            row.set_error("")
        for problem in problems:
            if problem.field in fields:
                fields[problem.field].set_error(problem.message)
        rest = [problem.message for problem in problems if problem.field not in fields]
        self.query_one("#whole", Note).show(" ".join(rest))
        wrong = {problem.field for problem in problems}
        first = next((row for row in self.query(FormRow) if row.id in wrong), None)
        if isinstance(first, FieldRow):
            first.focus_field()
        elif first is not None:
            first.focus()

    @on(ChoiceRow.Changed)
    def _chosen(self) -> None:
        self.query_one("#whole", Note).show("")

    @work(group="leave", exclusive=True)
    async def action_leave_record(self) -> None:
        """Go back; what was typed is asked about once."""
        if self._saving:
            return
        if self.request == self._shown:
            self.dismiss(result=False)
            return
        answer = await self.app.push_screen_wait(leave_dialog())
        if answer is Leave.DISCARD:
            self.dismiss(result=False)
        elif answer is Leave.SAVE:
            await self._save()


class PlaceRow(ChoiceRow):
    """One of the sites, or none of them in particular."""

    def __init__(self, places: tuple[PainSite, ...], *, place: PainSite | None) -> None:
        self._places = tuple(dict.fromkeys((*places, *([place] if place else []))))
        named = tuple((str(number), each.label) for number, each in enumerate(self._places))
        chosen = NOT_ONE_SITE if place is None else str(self._places.index(place))
        options = (*named, (NOT_ONE_SITE, "not one site"))
        super().__init__("Where", options, value=chosen, required=True, id="place")

    @property
    def place(self) -> PainSite | None:
        """Give the chosen site."""
        return self._places[int(self.value)] if self.value and self.value.isdigit() else None


def day_row(label: str, *, text: str, name: str, placeholder: str = "") -> DayRow:
    """Make a row for a day that is not in the future."""
    row = DayRow(label, cells=DAY_CELLS, placeholder=placeholder, id=name)
    row.text = text
    return row
