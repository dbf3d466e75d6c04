"""Pages that list records: those of a day, and the episodes, flares and visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on, work
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from tracker.diary.day_records import end_today, is_open, view_day_records, view_marked
from tracker.diary.kinds.on_file import delete_record
from tracker.diary.record_lines import RecordLine
from tracker.domain.calendar_words import format_day
from tracker.domain.episode import Episode, Flare
from tracker.domain.problem import Problem
from tracker.domain.run import Run
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.events.correcting import correct
from tracker.ui.events.record_list import RecordList
from tracker.ui.messages import GoTo, RunCommand
from tracker.ui.queries import Change, Query
from tracker.ui.widgets.page import Page

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.ui.host import Host

TOAST_S: Final = 4
LASTS_NOT: Final = "Only an episode or a flare that still lasts can be ended."


class RecordsPage(Page[GoTo | None]):
    """A list of records under a heading. Closes with where to go, or with None.

    After every change the list is read anew.
    """

    DEFAULT_CSS = """
    RecordsPage {
        & > RecordList { margin: 1 2; height: 1fr; }
        & > #none { color: $dim; height: auto; margin: 1 2; display: none; }
        &.-empty #none { display: block; }
        &.-empty RecordList { display: none; }
    }
    """

    AUTO_FOCUS = "RecordList"
    EMPTY: ClassVar[tuple[str, str, str]]
    DATED: ClassVar[bool] = False

    records = getters.query_one(RecordList)

    def __init__(self, host: Host) -> None:
        super().__init__(self.title_words)
        self._host = host

    @property
    def title_words(self) -> str:
        """Give the heading."""
        raise NotImplementedError

    @property
    def asked(self) -> Query[tuple[RecordLine, ...]]:
        """Return the question that reads the records."""
        raise NotImplementedError

    @override
    def content(self) -> ComposeResult:
        before, key, after = self.EMPTY
        yield Static(
            Content.assemble(before, " ", Content.styled(key, "bold $accent"), f" {after}"),
            id="none",
        )
        yield RecordList(
            dated=self.DATED, today=self._host.today, clock_24h=self._host.settings.clock_24h
        )

    def on_mount(self) -> None:
        """Read the records, now and after every change."""
        self.read_records()
        self._host.follow_changes(self, self._read_again)

    def _read_again(self) -> None:
        self.read_records()

    @work(group="read", exclusive=True)
    async def read_records(self) -> None:
        """Read the records."""
        answer = await self._host.perform(self.asked)
        if isinstance(answer, Problem):
            self._host.say_refusals((answer,))
            return
        self.set_class(not answer, "-empty")
        self.records.show(answer)
        count = len(answer)
        self.heading.fact = f"{count} record{'' if count == 1 else 's'}"

    # ------------------------------------------------------------------ one record

    @on(RecordList.Opened)
    @work(group="records", exclusive=True)
    async def open_record(self, event: RecordList.Opened[RecordLine]) -> None:
        """Go where a record can be corrected: its form, or its tab."""
        event.stop()
        line = event.item
        if isinstance(line.record, Run):
            self.dismiss(GoTo("run", line.id))
        else:
            await correct(self._host, line.record)

    def action_delete_record(self) -> None:
        """Delete the record under the cursor, where nothing else hangs on it."""
        line = self.records.chosen
        if line is not None:
            drop = Change(delete_record, line.kind, line.record, done="Deleted. u undoes.")
            self._host.keep(drop)

    def action_undo_record(self) -> None:
        """Take back the latest change."""
        self.post_message(RunCommand("undo"))

    def action_leave_records(self) -> None:
        """Go back to where the page was opened."""
        self.dismiss(None)


class DayRecordsPage(RecordsPage):
    """Every record of a day."""

    SCOPE: ClassVar[Scope] = Scope.DAY_RECORDS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.DAY_RECORDS)]
    EMPTY: ClassVar[tuple[str, str, str]] = (
        "Nothing was logged on this day.", "enter", "opens its check-in.",
    )  # fmt: skip
    HINTS: ClassVar[tuple[str, ...]] = (
        "row_open", "flare_day", "visit_day", "delete_record", "undo_record", "leave_records",
    )  # fmt: skip

    def __init__(self, host: Host, day: date) -> None:
        self._day = day
        super().__init__(host)

    @property
    def title_words(self) -> str:
        """Name the day."""
        return format_day(self._day)

    @property
    def asked(self) -> Query[tuple[RecordLine, ...]]:
        """Read the day's records."""
        return Query(view_day_records, self._day)

    def shows_day(self, day: date) -> bool:
        """Return whether it is this day."""
        return day == self._day

    def action_check_in_day(self) -> None:
        """Go to the day in Today."""
        self.dismiss(GoTo("today", day=self._day))

    def action_flare_day(self) -> None:
        """Mark a flare on the day, or answer about it."""
        self._host.open("tracker.ui.events.flow:mark_flare", self._day)

    def action_visit_day(self) -> None:
        """Log a visit on the day."""
        self._host.open("tracker.ui.events.flow:log_visit", self._day)


class MarkedPage(RecordsPage):
    """The episodes, flares and visits on file; what lasts comes first."""

    SCOPE: ClassVar[Scope] = Scope.MARKED
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.MARKED)]
    EMPTY: ClassVar[tuple[str, str, str]] = (
        "No episodes, flares or visits yet.",
        "n",
        "begins an episode; m marks a flare, a adds a visit.",
    )
    HINTS: ClassVar[tuple[str, ...]] = (
        "row_open", "new_episode_here", "visit_here", "end_record", "delete_record",
        "leave_records",
    )  # fmt: skip
    DATED: ClassVar[bool] = True

    def __init__(self, host: Host, day: date) -> None:
        self._day = day
        super().__init__(host)

    @property
    def title_words(self) -> str:
        """Name what is listed."""
        return "Episodes, flares and visits"

    @property
    def asked(self) -> Query[tuple[RecordLine, ...]]:
        """Read them."""
        return Query(view_marked)

    def shows_day(self, day: date) -> bool:  # noqa: ARG002 - the page has them all
        """Return True: all episodes, flares and visits are listed."""
        return True

    def action_new_episode_here(self) -> None:
        """Begin an episode."""
        self._host.open("tracker.ui.events.flow:new_episode", self._day)

    def action_visit_here(self) -> None:
        """Log a visit."""
        self._host.open("tracker.ui.events.flow:log_visit", self._day)

    def action_flare_here(self) -> None:
        """Mark a flare."""
        self._host.open("tracker.ui.events.flow:new_flare", self._day)

    def action_end_record(self) -> None:
        """Make today the last day of what still lasts."""
        line = self.records.chosen
        if line is None:
            return
        if is_open(line) and isinstance(line.record, Episode | Flare):
            self._host.keep(Change(end_today, line.record, done="Its last day is today. u undoes."))
        else:
            self.notify(LASTS_NOT, timeout=TOAST_S, markup=False)
