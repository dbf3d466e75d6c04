"""Looking after the file: what is wrong with it, and its copies."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tracker.diary.book import Book
from tracker.diary.clock import Clock
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.store.doctor import Finding
from tracker.store.doctor import examine as look_over
from tracker.store.errors import StoreError
from tracker.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What a look at the file found. `usable` is False where it can't be opened at all."""

    file: Path
    usable: bool
    schema: int | None = None
    records: tuple[tuple[str, int], ...] = ()
    findings: tuple[Finding, ...] = ()
    backups: int = 0

    @property
    def ok(self) -> bool:
        """Return whether nothing is left to mend."""
        return self.usable and all(finding.mended for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One backup: its number, when and why it was made, its size in bytes."""

    number: int
    at: datetime
    reason: str
    size: int
    path: Path


def examine(path: Path, clock: Clock, *, mend: bool) -> Health:
    """Look at a data file; with `mend` bring back what can be brought back.

    What others could read is closed to them then too.
    """
    try:
        store = Store.open(path, now=clock, mend=mend)
    except StoreError as error:
        return Health(file=path, usable=False, findings=(Finding(str(error), str(path)),))
    found = look_over(store, fix=mend)
    return Health(
        file=store.path,
        usable=True,
        schema=found.schema,
        records=tuple(found.records.items()),
        findings=found.problems,
        backups=found.backups,
    )


def backups(book: Book) -> tuple[Copy, ...]:
    """List the copies of the file, newest first."""
    return tuple(
        Copy(number=item.number, at=item.at, reason=item.reason, size=item.size, path=item.path)
        for item in book.store.backups()
    )


def create_backup(book: Book) -> Path | Problem:
    """Copy the file as it is."""
    try:
        made = book.store.backup()
    except StoreError as error:
        return Problem("", str(error))
    return made or Problem("", "There is nothing to copy yet: the diary is empty.")


def copy_before(book: Book, reason: str) -> None:
    """Copy the file before a large change; no space for a copy must not stop the change."""
    with suppress(StoreError):
        book.store.backup(reason)


def restore_backup(book: Book, backup: Path) -> Problem | None:
    """Put a copy in the place of all records; `undo` takes it back."""
    return book.attempt(lambda: book.store.restore(backup))
