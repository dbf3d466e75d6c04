"""Every record of one day, and what the page of episodes, flares and visits lists."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tracker.diary.book import Book
from tracker.diary.flares import end_flare, flares_on
from tracker.diary.kinds.registry import KINDS
from tracker.diary.record_lines import RecordLine, record_line
from tracker.diary.snapshot import Snapshot
from tracker.domain.episode import Episode, Flare
from tracker.domain.problem import Problems
from tracker.domain.record import Record
from tracker.domain.visit import Visit


def day_records(snapshot: Snapshot, day: date) -> tuple[RecordLine, ...]:
    """Return the records of a day: first what it is part of, then the rest by its time."""
    lasting: tuple[Record, ...] = (
        *(each for each in snapshot.of(Episode) if day in each),
        *flares_on(snapshot, day),
    )
    of_day = [
        each
        for kind in KINDS.values()
        for each in snapshot.on(kind.type, day)
        if kind.is_written(each)
    ]
    by_time = sorted(_lines(snapshot, of_day), key=lambda line: line.order)
    return (*_lines(snapshot, lasting), *by_time)


def marked_records(snapshot: Snapshot) -> tuple[RecordLine, ...]:
    """Return the episodes, flares and visits on file, the latest first; what lasts leads."""
    flares = (flare for flare in snapshot.of(Flare) if flare.is_flare)
    lines = _lines(snapshot, (*snapshot.of(Episode), *flares, *snapshot.of(Visit)))
    newest = sorted(lines, key=lambda line: line.order, reverse=True)
    return tuple(sorted(newest, key=lambda line: not is_open(line)))


def is_open(line: RecordLine) -> bool:
    """Return whether a record lasts: it has a first day and no last one."""
    return isinstance(line.record, Episode | Flare) and line.record.end is None


def view_day_records(book: Book, day: date) -> tuple[RecordLine, ...]:
    """Return every record of a day."""
    return day_records(book.snapshot, day)


def view_marked(book: Book) -> tuple[RecordLine, ...]:
    """Return the episodes, flares and visits on file."""
    return marked_records(book.snapshot)


def end_today(book: Book, record: Episode | Flare) -> Episode | Flare | Problems:
    """Make today the last day of what lasts."""
    if isinstance(record, Flare):
        return end_flare(book, record, book.today)
    ended = replace(record, end=book.today)
    return book.keep(ended, label=f"the end of the episode {record.name}")


def _lines(snapshot: Snapshot, records: Iterable[Record]) -> list[RecordLine]:
    return [record_line(snapshot, record) for record in records]
