"""The records of one kind that are on file: listed, found by their ids, deleted."""

from typing import Any

from tracker.diary.book import Book
from tracker.diary.kinds.kind import Kind, RecordT
from tracker.diary.record_lines import RecordLine, record_line
from tracker.domain.problem import Problem, Problems


def lines_of_kind(book: Book, kind: Kind[Any], *, limit: int | None = None) -> list[RecordLine]:
    """Return a line for each record of a kind, the newest first."""
    snapshot = book.snapshot
    lines = [record_line(snapshot, each) for each in kind.records(snapshot)]
    return sorted(lines, key=lambda line: line.order, reverse=True)[:limit]


def find_record(book: Book, kind: Kind[RecordT], wanted: str, *, command: str) -> RecordT | Problem:
    """Find a record by its id or the unambiguous beginning or end of it."""
    typed = wanted.strip().casefold()
    records = book.store.records(kind.type)
    found = [key for key in records if typed and (key.startswith(typed) or key.endswith(typed))]
    if len(found) == 1:
        return records[found[0]]
    if not found:
        where = f"`backstride {command} list` shows the ids."
        return Problem("id", f'There is no {kind.word} "{wanted}". {where}')
    return Problem("id", f'{len(found)} of them match "{wanted}". Type more of the id.')


def delete_record(book: Book, kind: Kind[RecordT], record: RecordT) -> RecordT | Problems:
    """Delete a record; `undo` brings it back."""
    why = "" if kind.stays is None else kind.stays(record)
    if why:
        return (Problem("", why),)
    problem = book.drop(record, label=kind.undo(record, book.settings))
    return record if problem is None else (problem,)
