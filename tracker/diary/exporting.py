"""The diary for other programs: everything as JSON, and a table for each kind of record."""

from collections.abc import Mapping

from tracker.diary.book import Book
from tracker.domain.record import Record
from tracker.domain.settings import Settings
from tracker.exchange.fhir import write_bundle
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


def as_bundle(book: Book) -> bytes:
    """Return pain scores and runs as a FHIR R4 Bundle for another system."""
    snapshot = book.snapshot
    return write_bundle(
        (item for of_day in snapshot.check_ins.values() for item in of_day),
        (run for of_day in snapshot.runs.values() for run in of_day),
        now=book.now,
        day_start_hour=book.settings.day_start_hour,
        name=book.settings.page_name,
    )
