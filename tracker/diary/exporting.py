"""The diary for other programs: everything as JSON, and a table for each kind of record."""

from collections.abc import Mapping

from tracker.diary.book import Book
from tracker.domain.record import Record
from tracker.domain.settings import Settings
from tracker.exchange.own_csv import write_table
from tracker.store.documents import TABLES


def as_json(book: Book) -> bytes:
    """Return all that is on file as a diary of its own, which `restore` and `import` read."""
    return book.store.exported()


def as_tables(book: Book) -> Mapping[str, bytes]:
    """Return a table for each kind of record that there is, by the name of its file.

    The settings are no records, so they are in the JSON alone.
    """
    found: dict[str, tuple[Record, ...]] = {
        name: tuple(book.store.records(kind).values())
        for kind, name in TABLES.items()
        if kind is not Settings
    }
    return {f"{name}.csv": write_table(name, records) for name, records in found.items() if records}
