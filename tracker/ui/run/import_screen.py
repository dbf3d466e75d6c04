"""The dialog that brings runs in from files."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on, work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.diary.answers import ImportOutcome, ImportProgress, OnDuplicate
from tracker.diary.importing import import_typed, settle_alike
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.host import host_of
from tracker.ui.queries import Change, ask, refusals
from tracker.ui.run.alike_dialog import alike_dialog
from tracker.ui.run.import_results import ImportResults, outcome_words, progress_words
from tracker.ui.unsaved import may_part
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.diary.answers import Imported
    from tracker.domain.problem import Problems

    Answer = ImportOutcome | Problems | Problem | None

KEEP_BOTH: Final = "both"
LEAD: Final = "A file, a folder, a zip, or a pattern like ~/Downloads/*.fit."
HINTS: Final = ("read_files", "leave_import", "next_row")


class ImportScreen(ModalScreen["ImportOutcome | None"]):
    """Takes a path, shows how far the reading is, and what became of each activity.

    What may be on file already is asked about. Closes with what became of all that was read.
    """

    DEFAULT_CSS = """
    ImportScreen {
        align: center middle;
        & > #import { width: 90; max-width: 100%; height: auto; max-height: 90%;
            background: $surface; padding: 1 2; }
        & #lead { color: $dim; height: auto; margin: 1 0; }
        & #state { height: auto; margin: 1 0 0 0; }
        & #results { height: auto; max-height: 20; scrollbar-size-vertical: 1; margin: 1 0 0 0; }
        & #results.-empty { display: none; }
        & #keys { dock: none; margin: 1 0 0 0; padding: 0; }
    }
    ImportScreen.-short #results { max-height: 8; }
    """

    SCOPE: ClassVar[Scope] = Scope.IMPORT
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.IMPORT)]
    AUTO_FOCUS = "#files Input"

    files = getters.query_one("#files", FieldRow)
    both = getters.query_one("#both", CheckRow)
    state = getters.query_one("#state", Static)
    results = getters.query_one("#results", VerticalScroll)
    lines = getters.query_one(ImportResults)

    @dataclass
    class Reading(Message):
        """The diary's thread has read a file."""

        progress: ImportProgress

    def __init__(self) -> None:
        super().__init__()
        self._reading = False
        self._stop = False
        self._last_read = ""
        self._all: tuple[Imported, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out field, state and results."""
        with Vertical(id="import", classes="compact"):
            yield Heading("Import runs", "from files on this machine")
            yield Static(Content(LEAD), id="lead")
            yield FieldRow("File or folder", id="files")
            yield CheckRow("Look-alikes", ((KEEP_BOTH, "keep both, don't ask"),), id="both")
            yield Static("", id="state")
            with VerticalScroll(id="results", classes="-empty"):
                yield ImportResults()
            footer = KeyFooter(id="keys")
            footer.hints = HINTS
            yield footer

    def action_read_files(self) -> None:
        """Begin to read."""
        if self._reading:
            return
        self._reading, self._stop = True, False
        self._last_read = self.files.text.strip()
        self.results.add_class("-empty")
        self.state.update(Content.styled("Reading …", "$dim"))
        on_duplicate = OnDuplicate.KEEP if self._keeps_both else OnDuplicate.ASK
        read = partial(import_typed, on_duplicate=on_duplicate, watch=self._watch)
        ask(self, Change(read, self.files.text), self._finished)

    def _watch(self, progress: ImportProgress) -> bool:
        self.post_message(self.Reading(progress))
        return not self._stop

    @on(Reading)
    def _say_how_far(self, event: Reading) -> None:
        if self._reading and not self._stop:
            self.state.update(Content.styled(progress_words(event.progress), "$dim"))

    def _finished(self, answer: Answer) -> None:
        if isinstance(answer, ImportOutcome):
            self._settle(answer)
            return
        self._reading = False
        self.state.update(Content(""))
        self.files.set_error(" ".join(problem.message for problem in refusals(answer)))
        self.files.focus_field()

    @work(group="alike", exclusive=True)
    async def _settle(self, outcome: ImportOutcome) -> None:
        """Show what became of everything; ask about each that may be one on file."""
        self._show(outcome)
        host, results = host_of(self), list(outcome.results)
        alike = [place for place, item in enumerate(results) if item.left_out is not None]
        for number, place in enumerate(() if self._stop or self._keeps_both else alike, start=1):
            dialog = alike_dialog(results[place], host.settings, fact=f"{number} of {len(alike)}")
            way = await self.app.push_screen_wait(dialog)
            if way is None:
                break
            change = Change(partial(settle_alike, way=way, group=outcome.group), results[place])
            settled = await host.perform(change)
            if isinstance(settled, Problem):
                outcome = replace(outcome, problem=settled)
                break
            results[place] = settled
        self._reading = False
        self._all += tuple(results)
        self._show(replace(outcome, results=tuple(results)))

    @property
    def _keeps_both(self) -> bool:
        return KEEP_BOTH in self.both.ticked

    def _show(self, outcome: ImportOutcome) -> None:
        results = outcome.results
        self.state.update(Content.styled(outcome_words(outcome), "bold"))
        self.lines.results = results
        self.results.set_class(not results, "-empty")
        self.results.scroll_home(animate=False)
        self.query_one(KeyFooter).hints = (*HINTS, "page_results") if results else HINTS

    def action_page_results(self, step: int) -> None:
        """Read on in the results, or back, also while the path has the focus."""
        self.results.scroll_relative(y=step * self.results.size.height, animate=False)

    async def may_close(self) -> bool:
        """Ask what becomes of a path that is typed and was not read, because it is being left."""
        unread = self.files.text.strip() not in {"", self._last_read}
        return await may_part(self.app, dirty=unread and not self._reading)

    @work(group="leave", exclusive=True)
    async def action_leave_import(self) -> None:
        """Stop the reading; where nothing is being read, close."""
        if self._reading:
            if not self._stop:
                self._stop = True
                self.state.update(Content.styled("Stopping after this file …", "$dim"))
        elif await self.may_close():
            self.dismiss(ImportOutcome(results=self._all) if self._all else None)
