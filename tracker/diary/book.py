"""The diary itself: what is on file as of now, and the few ways in which that changes.

Use cases are functions on a `Book`, in modules named by what they do.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Protocol, TypeAlias, TypeVar, cast

from tracker.diary.clock import Clock
from tracker.diary.conflicts import Edit, conflicts
from tracker.diary.snapshot import ALARM_MARKS, BY_DAY, STOP_MARKS, Snapshot, arrange
from tracker.domain.calendar_words import format_day, format_day_of_year
from tracker.domain.check_in import CheckIn
from tracker.domain.clock_words import as_local
from tracker.domain.dataclass import dataclass
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem, Problems
from tracker.domain.record import Record
from tracker.domain.routine import RoutineSession
from tracker.domain.run import Run
from tracker.domain.settings import SETTINGS_ID, Settings
from tracker.store.documents import TABLES
from tracker.store.edits import Clashed, Gone
from tracker.store.errors import StoreError
from tracker.store.store import Store, Undone, UndoRefused, UndoStep

NextStep: TypeAlias = UndoStep
"""What an undo or redo would do next."""

_Saved = TypeVar("_Saved", bound=Record)
_Answer = TypeVar("_Answer")
_Answer_co = TypeVar("_Answer_co", covariant=True)


class Answering(Protocol[_Answer_co]):
    """Works an answer out from all records, as they look on the person's day."""

    def __call__(self, snapshot: Snapshot, *, today: date) -> _Answer_co:
        """Work it out."""


@dataclass(frozen=True, slots=True)
class Unusable:
    """The data file can't be used, and was left untouched; `message` says why."""

    message: str


@dataclass(frozen=True, slots=True)
class UndoAnswer:
    """What an undo or redo did, or why it did nothing; `asks` = it would go on if told to.

    `days` are those of the records that it changed.
    """

    message: str
    done: bool
    asks: bool = False
    days: tuple[date, ...] = ()


def open_book(path: Path, clock: Clock) -> "Book | Unusable":
    """Open the diary in a file; a missing file is a new diary, made at the first save."""
    try:
        return Book(Store.open(path, now=clock), clock)
    except StoreError as error:
        return Unusable(str(error))


class Book:
    """One file, as it is now. Every answer is immutable and belongs to one moment.

    What can't be done comes back as `Problem`s: one for each field, or one with the field "" for
    the file ("no space left").
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self._clock = clock
        self._seen: tuple[int, Snapshot] | None = None
        self._answers_of: tuple[int, date] | None = None
        self._answers: dict[object, object] = {}
        self.saved = False
        """Whether something was saved through this book."""
        self._unreadable: str | None = None
        self._told: tuple[str | None, tuple[str, ...]] = (None, self.recovery)

    # -- what is on file ---------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """Return the data file."""
        return self.store.path

    @property
    def begun_with(self) -> str:
        """Return the version of the program that began the file, "" where it isn't known."""
        return self.store.begun_with

    @property
    def read_only(self) -> str | None:
        """Return why nothing can be saved here, or None."""
        return self._unreadable or self.store.read_only

    @property
    def recovery(self) -> tuple[str, ...]:
        """Return what was damaged and what came from where, empty if all was well.

        It may come to light while the diary is open: `refresh` is True then.
        """
        report = self.store.report
        return () if report is None else report.sentences

    @property
    def care(self) -> tuple[str, ...]:
        """Return what the person must know about the file: what was mended, and what is amiss."""
        return (*self.recovery, *((self.read_only,) if self.read_only else ()))

    @property
    def now(self) -> datetime:
        """Return the present moment."""
        return self._clock()

    @property
    def today(self) -> date:
        """Return the person's day."""
        return day_of(self._clock(), day_start_hour=self.settings.day_start_hour)

    @property
    def day_ends(self) -> datetime:
        """Return the moment at which the person's day gives way to the next, never too late.

        Where the clocks change that night, the local zone and the present offset differ.
        """
        day, clock = self.today + timedelta(days=1), time(self.settings.day_start_hour)
        by_offset = datetime.combine(day, clock, tzinfo=self.now.tzinfo)
        return min(as_local(day, clock, now=self.now), by_offset)

    @property
    def settings(self) -> Settings:
        """Return the settings."""
        return self.store.records(Settings).get(SETTINGS_ID, Settings())

    @property
    def snapshot(self) -> Snapshot:
        """Return all records in order; put together once for each generation of the file."""
        generation = self.store.generation
        if self._seen is None or self._seen[0] != generation:
            self._seen = (generation, self._take())
        return self._seen[1]

    def _take(self) -> Snapshot:
        by_day = self.store.days
        check_ins, runs = by_day(CheckIn), by_day(Run)
        others = (kind for kind in TABLES if kind not in BY_DAY and kind is not Settings)
        return arrange(
            settings=self.settings,
            check_ins=check_ins,
            runs=runs,
            sessions=by_day(RoutineSession),
            maybe_alarming=check_ins.holding(*ALARM_MARKS),
            maybe_stopped=runs.holding(*STOP_MARKS),
            others=(each for kind in others for each in self.store.records(kind).values()),
        )

    def once(self, answering: Answering[_Answer]) -> _Answer:
        """Return an answer over all records, worked out once for each state of the file and day."""
        state = (self.store.generation, self.today)
        if self._answers_of != state:
            self._answers_of, self._answers = state, {}
        if answering not in self._answers:
            self._answers[answering] = answering(self.snapshot, today=self.today)
        return cast("_Answer", self._answers[answering])

    def refresh(self) -> bool:
        """Look once whether another program changed the file; True if there is something to show.

        While the file can't be read the records in memory stay, and `read_only` says why.
        """
        self._unreadable = None
        changed = False
        try:
            changed = self.store.refresh()
        except StoreError as error:
            self._unreadable = str(error)
        told, self._told = self._told, (self._unreadable, self.recovery)
        return changed or self._told != told

    # -- changes -----------------------------------------------------------------------------

    def keep(
        self, record: _Saved, *, label: str | None, goes_on: bool = False
    ) -> _Saved | Problems:
        """Save a record; `label` says in an undo what was taken back, None is not undone.

        Where it `goes_on` with what was saved last, both are undone in one go.
        """
        problem = self.attempt(lambda: self.store.put(record, label=label, goes_on=goes_on))
        return record if problem is None else (problem,)

    def amend(
        self,
        edit: Edit[_Saved],
        edited: _Saved,
        *,
        label: str | None,
        gone: str,
        goes_on: bool = False,
        settle: Callable[[_Saved, _Saved], _Saved] | None = None,
    ) -> _Saved | Problems:
        """Save an edited record: only the fields that differ from what it began from are written.

        Fields that were changed elsewhere too come back as `Conflict`s, and nothing is saved then;
        `gone` is the sentence where the record was deleted meanwhile. `settle` may bring the merged
        record in line with the one on file, its second argument. Returns what is on file then.
        """
        try:
            answer = self.store.amend(
                edit.base,
                edited,
                label=label,
                goes_on=goes_on,
                keep_mine=edit.keep_mine,
                take_theirs=edit.take_theirs,
                settle=settle,
            )
        except StoreError as error:
            return (Problem("", str(error)),)
        if isinstance(answer, Gone):
            return (Problem("", gone),)
        if isinstance(answer, Clashed):
            return conflicts(answer, self.settings, now=self.now)
        self.saved = True
        return answer

    def keep_all(
        self, records: Sequence[Record], *, label: str | None, group: str | None = None
    ) -> Problem | None:
        """Save several records in one go, undone in one go; a label of None is not undone.

        Changes of one `group` that follow each other are undone in one go too.
        """
        return self.attempt(lambda: self.store.put(*records, label=label, group=group))

    def drop(self, record: Record, *, label: str) -> Problem | None:
        """Delete a record; `undo` brings it back."""
        return self.attempt(lambda: self.store.delete(record, label=label))

    def next_undo(self, *, redo: bool = False) -> UndoStep | None:
        """Return what `undo` would take back, or `redo` do again; None where there is nothing."""
        return self.store.peek_undo(redo=redo)

    def undo(self, *, force: bool = False) -> UndoAnswer:
        """Take back the latest change made on this machine."""
        return self._turned(lambda: self.store.undo(force=force), done="Undone", verb="undo")

    def redo(self, *, force: bool = False) -> UndoAnswer:
        """Do again what was undone last, unless something new was changed since."""
        return self._turned(
            lambda: self.store.redo(force=force), done="Done again", verb="do again"
        )

    def _turned(
        self, turn: Callable[[], Undone | UndoRefused | None], *, done: str, verb: str
    ) -> UndoAnswer:
        try:
            turned = turn()
        except StoreError as error:
            return UndoAnswer(str(error), done=False)
        if turned is None:
            return UndoAnswer(f"There is nothing to {verb}.", done=False)
        if isinstance(turned, UndoRefused):
            return UndoAnswer(turned.message, done=False, asks=True)
        self.saved = True
        return UndoAnswer(f"{done}: {step_words(turned)}.", done=True, days=turned.days)

    def attempt(self, change: Callable[[], None]) -> Problem | None:
        """Change the file; return why it could not be changed, or None."""
        try:
            change()
        except StoreError as error:
            return Problem("", str(error))
        self.saved = True
        return None


def step_words(step: UndoStep | Undone) -> str:
    """Say what a change was, and of which days: "the run of 5.2 km, Mon 23 Nov 2026"."""
    # A visit and a flare are called by their day already.
    if not step.days or any(format_day_of_year(day) in step.label for day in step.days):
        return step.label
    first, last = format_day(step.days[0]), format_day(step.days[-1])
    return f"{step.label}, {first}" if first == last else f"{step.label}, {first} to {last}"


def save_settings(book: Book, settings: Settings) -> Settings | Problems:
    """Save the settings; while the first start goes on that is no step to undo."""
    label = "the settings" if book.settings.setup_step is None else None
    return book.keep(settings, label=label)


def update_settings(book: Book, **changes: Any) -> Settings | Problems:  # noqa: ANN401 - by field
    """Save the settings with some of them changed."""
    return save_settings(book, replace(book.settings, **changes))


def note_setting(book: Book, **changes: Any) -> Settings | Problems:  # noqa: ANN401 - by field
    """Keep in the settings what nobody chose; that is no step to undo."""
    return book.keep(replace(book.settings, **changes), label=None)
