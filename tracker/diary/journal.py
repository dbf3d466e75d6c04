"""Every record of every kind, the newest first, narrowed to what is looked for."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import repeat
from operator import attrgetter, itemgetter
from typing import Any, Final, NamedTuple

from tracker.diary.book import Book
from tracker.diary.journal_filter import JournalFilter, places_of
from tracker.diary.journal_kinds import JOURNAL_KINDS
from tracker.diary.kinds.kind import Kind
from tracker.diary.record_lines import AT_NAMES, DAY_NAMES, RecordLine, record_line
from tracker.diary.snapshot import Snapshot
from tracker.domain.problem import Problems
from tracker.domain.record import Record
from tracker.domain.site import PainSite

_DAY_AND_MOMENT: Final = itemgetter(2, 3)
DELETED_WORD: Final = "deleted"


class JournalEntry(NamedTuple):
    """A record with its kind, its day and its moment; `deleted` ones can be brought back."""

    kind: Kind[Any]
    record: Record
    day: date | None
    at: datetime | None
    deleted: bool = False

    @property
    def key(self) -> str:
        """Return what it is known by among all kinds."""
        return f"{self.kind.name} {self.record.id}"


class Journal:
    """The entries of one state of the file. A line is written when it is asked for, once.

    That costs some hundredths of a millisecond, thousands of them a good part of a second: so the
    lines of a long journal are written a part at a time, with `write_lines`, before a search needs
    them all.
    """

    def __init__(self, snapshot: Snapshot, entries: tuple[JournalEntry, ...]) -> None:
        self.entries = entries
        self._snapshot = snapshot
        self._lines: dict[str, RecordLine] = {}
        self._texts: list[str] = []
        self._places: list[tuple[PainSite, ...]] = []

    def line(self, entry: JournalEntry) -> RecordLine:
        """Return an entry as a line."""
        key = entry.key
        known = self._lines.get(key)
        if known is None:
            known = record_line(self._snapshot, entry.record, kind=entry.kind)
            self._lines[key] = known
        return known

    def write_lines(self, count: int) -> bool:
        """Write the next lines, and what is looked for in them; False where all are written."""
        first = len(self._texts)
        for entry in self.entries[first : first + count]:
            heading = DELETED_WORD if entry.deleted else entry.kind.heading
            places = places_of(entry.record)
            sites = " ".join(each.label for each in places)
            self._texts.append(f"{heading} {self.line(entry).summary} {sites}".casefold())
            self._places.append(places)
        return len(self._texts) < len(self.entries)

    def find(self, wanted: JournalFilter) -> tuple[JournalEntry, ...]:
        """Return the entries that fit."""
        if wanted == JournalFilter():
            return self.entries
        found = list(range(len(self.entries)))
        if wanted.kinds or wanted.since or wanted.until:
            found = [
                at for at in found if wanted.takes(self.entries[at].kind.name, self.entries[at].day)
            ]
        if wanted.places or wanted.words:
            self.write_lines(len(self.entries))
        if wanted.places:
            places = self._places
            found = [at for at in found if wanted.is_of(places[at])]
        for word in wanted.words:
            texts = self._texts
            found = [at for at in found if word in texts[at]]
        return tuple(self.entries[at] for at in found)


def view_journal(book: Book, *, deleted: bool = False) -> Journal:
    """Return every record of every kind, the newest first; with `deleted` those, too."""
    snapshot = book.snapshot
    dated: list[JournalEntry] = []
    undated: list[JournalEntry] = []
    for part in (*_entries(snapshot), *(_deleted(book) if deleted else ())):
        (undated if part and None in part[0][2:4] else dated).extend(part)
    dated.sort(key=_DAY_AND_MOMENT, reverse=True)
    return Journal(snapshot, (*dated, *undated))


def find_entries(_book: Book, journal: Journal, wanted: JournalFilter) -> tuple[JournalEntry, ...]:
    """Return the entries that fit, in the diary's thread, so that no key waits for it."""
    return journal.find(wanted)


def write_lines(_book: Book, journal: Journal, count: int) -> bool:
    """Write the next lines, in the diary's thread; False where all are written."""
    return journal.write_lines(count)


def bring_back(book: Book, entry: JournalEntry) -> Record | Problems:
    """Bring a deleted record back, as it was."""
    label = f"bringing back {entry.kind.undo(entry.record, book.settings)}"
    return book.keep(entry.record, label=label)


def _entries(snapshot: Snapshot) -> Iterator[list[JournalEntry]]:
    for kind in JOURNAL_KINDS.values():
        written = snapshot.of(kind.type) if kind.written is None else kind.records(snapshot)
        yield _of_kind(kind, tuple(written))


def _deleted(book: Book) -> Iterator[list[JournalEntry]]:
    for kind in JOURNAL_KINDS.values():
        gone = book.store.deleted(kind.type).values()
        yield _of_kind(kind, tuple(filter(kind.is_written, gone)), deleted=True)


def _of_kind(
    kind: Kind[Any], records: Sequence[Record], *, deleted: bool = False
) -> list[JournalEntry]:
    """Make entries of a kind's records; which of their fields say when is found out once."""
    if not records:
        return []
    days = _values(records, DAY_NAMES, date)
    moments = _values(records, AT_NAMES, datetime)
    return [
        JournalEntry(kind, record, day, at, deleted)
        for record, day, at in zip(records, days, moments, strict=False)
    ]


def _values(records: Sequence[Record], names: Iterable[str], kind: type) -> Iterable[Any]:
    """Return one field of all records: the first that is of a type in the first record."""
    first = records[0]
    name = next((name for name in names if isinstance(getattr(first, name, None), kind)), None)
    return repeat(None) if name is None else map(attrgetter(name), records)
