"""The Journal tab: every record of every kind, found, read, corrected and brought back."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from tracker.diary.journal import (
    Journal,
    JournalEntry,
    bring_back,
    find_entries,
    view_journal,
    write_lines,
)
from tracker.diary.journal_detail import Detail, copied_values, view_detail
from tracker.diary.journal_filter import JournalFilter, Place, both, place_words, read_filter
from tracker.diary.journal_kinds import JOURNAL_KINDS
from tracker.diary.kinds.on_file import delete_record
from tracker.domain.problem import Problem
from tracker.domain.run import Run
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.events.correcting import copy_of, correct
from tracker.ui.host import host_of
from tracker.ui.journal.choose_page import Choice, ChoosePage
from tracker.ui.journal.detail_pane import DetailPane
from tracker.ui.journal.journal_list import JournalList
from tracker.ui.messages import GoTo, RunCommand
from tracker.ui.queries import Change, Query
from tracker.ui.tab_view import TabView
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.prose import Line
from tracker.ui.widgets.text_page import TextPage

SIDE_BY_SIDE_FROM: Final = 118
SPANS: Final = ((7, "a week"), (30, "30 days"), (42, "6 weeks"), (365, "a year"), (None, "all"))
ALL_DAYS: Final = len(SPANS) - 1
LINES_AT_ONCE: Final = 250
"""So many lines are written in one go: some ten milliseconds of the diary's thread."""
WORDS_CELLS: Final = 26
TOAST_S: Final = 4


class JournalView(TabView):
    """The list beside the record under its cursor; on narrow screens its first lines below."""

    SCOPE: ClassVar[Scope] = Scope.JOURNAL
    HINTS: ClassVar[tuple[str, ...]] = (
        "search_journal", "filter_kind", "edit_entry", "delete_entry", "undo", "help",
    )  # fmt: skip
    BAR_HINTS: ClassVar[tuple[str, ...]] = HINTS[:-1]
    STYLES: ClassVar[Path] = Path(__file__).with_name("view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.JOURNAL)]

    line = getters.query_one("#filter", FieldRow)
    entries = getters.query_one(JournalList)
    pane = getters.query_one(DetailPane)

    _journal: Journal | None = None
    _kind: str = ""
    _place: Place | None = None
    _span: int = ALL_DAYS
    _deleted: bool = False

    def compose(self) -> ComposeResult:
        """Lay out the line of the filter, the list, and the record."""
        placeholder = "words, kind:run site:shin"
        yield FieldRow("/", placeholder=placeholder, label_cells=2, cells=WORDS_CELLS, id="filter")
        with Horizontal(id="both"):
            yield JournalList()
            with VerticalScroll(id="pane", can_focus=False):
                yield DetailPane()

    def on_mount(self) -> None:
        """Give the parts their places before they are first drawn."""
        self._share_room()

    def on_resize(self) -> None:
        """Share the room anew."""
        self._share_room()

    def _share_room(self) -> None:
        paged = self.screen.size.width < SIDE_BY_SIDE_FROM
        self.set_class(paged, "-paged")
        self.pane.brief = paged
        if self._journal is not None:
            self._say()

    def first_focus(self) -> Widget | None:
        """Start in the list."""
        return self.entries

    def shows_day(self, day: date) -> bool:
        """Tell that the records of every day are shown here."""
        del day
        return True

    # ------------------------------------------------------------------ what comes down

    def load(self) -> None:
        """Ask for everything where records changed; another day only moves the cursor."""
        self.ask(Query(view_journal, deleted=self._deleted), self._take, topic="journal")

    def _take(self, answer: Journal | Problem) -> None:
        if isinstance(answer, Problem):
            host_of(self).say_refusals((answer,))
            return
        self._journal = answer
        self._find()

    @property
    def _wanted(self) -> JournalFilter:
        host = host_of(self)
        days = SPANS[self._span][0]
        chosen = JournalFilter(
            kinds=frozenset({self._kind} if self._kind else ()),
            places=() if self._place is None else (self._place,),
            since=None if days is None else host.today - timedelta(days=days - 1),
        )
        typed = read_filter(self.line.text, today=host.today, settings=host.settings, lenient=True)
        return chosen if isinstance(typed, Problem) else both(typed, chosen)

    def _find(self) -> None:
        journal = self._journal
        if journal is not None:
            self.ask(Query(find_entries, journal, self._wanted), self._show, topic="find")

    def _show(self, found: Sequence[JournalEntry] | Problem) -> None:
        journal = self._journal
        if isinstance(found, Problem) or journal is None:
            return
        host = host_of(self)
        with self.app.batch_update():
            self.entries.show_entries(journal, found, settings=host.settings, today=host.today)
            self._say()
        self._read(self.entries.chosen)

    def _say(self) -> None:
        """Say beside the field what the list is narrowed to, and how many there are."""
        wanted, found = self._wanted, len(self.entries.rows)
        of_all = 0 if self._journal is None else len(self._journal.entries)
        kinds = ", ".join(sorted(wanted.kinds)) or "all"
        sites = place_words(wanted.places) or "all"
        days = SPANS[self._span][1]
        if wanted.until is not None or (wanted.since is not None and self._span == ALL_DAYS):
            days = "as typed"
        count = f"{found:,} of {of_all:,}" if found != of_all else f"{of_all:,}"
        paged = self.has_class("-paged")
        gap = "  " if paged else "   "
        parts: list[Content | str] = []
        for key, word, value in (("f", "kind", kinds), ("o", "site", sites), ("r", "", days)):
            parts += [
                Content.styled(f"{key} ", "bold $accent"),
                Content.styled(f"{word} " if word and not paged else "", "$dim"),
                Content.styled(f"{value}{gap}", "bold" if value != "all" else ""),
            ]
        if self._deleted:
            parts += [Content.styled("z ", "bold $accent"), f"deleted{gap}"]
        self.line.set_hint(Content.assemble(*parts, Content.styled(count, "$dim")))

    # ------------------------------------------------------------------ the filter

    @on(FieldRow.Changed, "#filter")
    def _typed(self, event: FieldRow.Changed) -> None:
        event.stop()
        self._find()

    @on(JournalList.SearchWanted)
    def action_search_journal(self) -> None:
        """Type what to look for; the lines that are looked through are written meanwhile."""
        self.line.focus_field()
        self._write_lines()

    @work(group="lines", exclusive=True)
    async def _write_lines(self) -> None:
        journal, goes_on = self._journal, True
        while goes_on and journal is not None and journal is self._journal:
            goes_on = await self.perform(Query(write_lines, journal, LINES_AT_ONCE)) is True

    @work(group="choose", exclusive=True)
    async def action_filter_kind(self) -> None:
        """Choose the kind to be shown."""
        kinds = [Choice(name, kind.words.capitalize()) for name, kind in JOURNAL_KINDS.items()]
        choices = [Choice("", "All kinds"), *kinds]
        chosen = await self.app.push_screen_wait(
            ChoosePage("Show one kind", choices, chosen=self._kind)
        )
        if chosen is not None:
            self._kind = chosen
            self._find()

    def action_filter_site(self) -> None:
        """Show the next of the tracked sites, after the last one all."""
        tracked = host_of(self).settings.tracked
        sites = [None, *(Place(each.site, each.side) for each in tracked)]
        at = sites.index(self._place) if self._place in sites else 0
        self._place = sites[(at + 1) % len(sites)]
        self._find()

    def action_filter_days(self, step: int) -> None:
        """Show a longer or a shorter range of days; beyond the last comes the first."""
        self._span = (self._span + step) % len(SPANS)
        self._find()

    def action_show_deleted(self) -> None:
        """Show deleted records, too, or hide them."""
        self._deleted = not self._deleted
        self.load()

    def action_leave_journal(self) -> None:
        """Take the last filter away; without one, leave the list or the field."""
        if self.line.text:
            self.line.text = ""
        elif self._span != ALL_DAYS:
            self._span = ALL_DAYS
        elif self._place is not None:
            self._place = None
        elif self._kind:
            self._kind = ""
        else:
            self.post_message(RunCommand("leave_field"))
            return
        self._find()
        if self.line.field.has_focus:
            self.entries.focus()

    # ------------------------------------------------------------------ one record

    @on(JournalList.Moved)
    def _moved(self, event: JournalList.Moved[JournalEntry]) -> None:
        event.stop()
        self._read(event.item)

    def _read(self, entry: JournalEntry | None) -> None:
        if entry is None:
            self.pane.detail = None
        else:
            self.ask(Query(view_detail, entry), self._write, topic="detail")

    def _write(self, answer: Detail | Problem) -> None:
        chosen = self.entries.chosen
        if isinstance(answer, Detail) and chosen is not None and chosen.key == answer.key:
            self.pane.deleted = chosen.deleted
            self.pane.detail = answer

    @on(JournalList.Opened)
    def _open(self, event: JournalList.Opened[JournalEntry]) -> None:
        event.stop()
        if self.has_class("-paged"):
            self._read_page()
        else:
            self.action_edit_entry()

    def _read_page(self) -> None:
        detail = self.pane.detail
        if detail is not None:
            said = (*detail.fields, *(("", each) for each in detail.together))
            lines = tuple(Line(Content(words), label=label) for label, words in said)
            self.app.push_screen(TextPage(detail.heading, "", lines))

    @work(group="entry", exclusive=True)
    async def action_edit_entry(self) -> None:
        """Open the form of the record under the cursor."""
        entry = self.entries.chosen
        if entry is None or self._says_deleted(entry):
            return
        if isinstance(entry.record, Run):
            host_of(self).post_message(GoTo("run", entry.record.id))
        elif not await correct(host_of(self), entry.record):
            self._say_stays(entry)

    @work(group="entry", exclusive=True)
    async def action_copy_entry(self) -> None:
        """Begin a new record like the one under the cursor."""
        entry = self.entries.chosen
        if entry is not None and not await copy_of(
            host_of(self), entry.record, values=copied_values(entry)
        ):
            self._say_stays(entry)

    def action_delete_entry(self) -> None:
        """Delete the record under the cursor."""
        entry = self.entries.chosen
        if entry is not None and not self._says_deleted(entry):
            change = Change(delete_record, entry.kind, entry.record, done="Deleted. u undoes.")
            host_of(self).keep(change)

    def action_bring_back_entry(self) -> None:
        """Bring the deleted record under the cursor back."""
        entry = self.entries.chosen
        if entry is not None and entry.deleted:
            host_of(self).keep(Change(bring_back, entry, done="It is back. u undoes."))
        elif entry is not None:
            self.notify("This one is not deleted.", timeout=TOAST_S, markup=False)

    def _says_deleted(self, entry: JournalEntry) -> bool:
        if entry.deleted:
            self.notify("It is deleted: x brings it back.", timeout=TOAST_S, markup=False)
        return entry.deleted

    def _say_stays(self, entry: JournalEntry) -> None:
        why = "" if entry.kind.stays is None else entry.kind.stays(entry.record)
        self.notify(why or "This one stays as it was said.", timeout=TOAST_S, markup=False)
