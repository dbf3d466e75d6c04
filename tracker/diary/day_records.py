"""Every record of one day, and what the page of episodes, flares and visits lists."""

from collections.abc import Iterable
from datetime import date

from tracker.diary.book import Book
from tracker.diary.flares import end_flare, flares_on
from tracker.diary.kinds.episode import end_episode, episodes_on
from tracker.diary.kinds.note import notes_on
from tracker.diary.kinds.visit import visits_on
from tracker.diary.record_lines import ListedRecord, RecordLine, record_line
from tracker.diary.remedies import remedies_on
from tracker.diary.snapshot import Snapshot
from tracker.domain.episode import Episode, Flare
from tracker.domain.problem import Problems


def day_records(snapshot: Snapshot, day: date) -> tuple[RecordLine, ...]:
    """Return the records of a day: first what it is part of, then the rest by its time."""
    lasting: tuple[ListedRecord, ...] = (
        *episodes_on(snapshot, day),
        *reversed(flares_on(snapshot, day)),
    )
    of_day: tuple[ListedRecord, ...] = (
        *snapshot.check_ins.get(day, ()),
        *snapshot.runs.get(day, ()),
        *snapshot.sessions.get(day, ()),
        *(item for item in snapshot.cross_training if item.day == day),
        *remedies_on(snapshot, day),
        *visits_on(snapshot, day),
        *notes_on(snapshot, day),
        *(item for item in snapshot.clearances if item.day == day),
        *(item for item in snapshot.impact_checks if item.day == day),
    )
    by_time = sorted(_lines(snapshot, of_day), key=lambda line: line.at)
    return (*_lines(snapshot, lasting), *by_time)


def marked_records(snapshot: Snapshot) -> tuple[RecordLine, ...]:
    """Return the episodes, flares and visits on file, the latest first; what lasts leads."""
    flares = (flare for flare in snapshot.flares if flare.is_flare)
    lines = _lines(snapshot, (*snapshot.episodes, *flares, *snapshot.visits))
    newest = sorted(lines, key=lambda line: (line.day, line.at), reverse=True)
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
    if isinstance(record, Episode):
        return end_episode(book, record)
    return end_flare(book, record, book.today)


def _lines(snapshot: Snapshot, records: Iterable[ListedRecord]) -> list[RecordLine]:
    return [record_line(snapshot, record) for record in records]
