"""Looking at the file: fresh, whole, edited by others, older, newer, damaged, or not a diary."""

import os
from datetime import datetime
from pathlib import Path

from msgspec import Raw, Struct
from msgspec.structs import replace

from tracker import __version__
from tracker.store.backups import Backups
from tracker.store.codec import DamagedError, Decoded, Meta, NotADiaryError, Rows, Tables, decode
from tracker.store.documents import KNOWN_TABLES
from tracker.store.errors import (
    StoreCorrupt,
    StoreReadOnly,
    StoreTooNew,
    StoreUnusable,
    not_readable,
)
from tracker.store.file import (
    MAX_BYTES,
    READING,
    NotAFileError,
    Signature,
    TooLargeError,
    read_file,
    signature,
)
from tracker.store.migrations import SCHEMA, migrated
from tracker.store.recovery import Recovery, plan, set_aside

_HEAD = 512
_FRESH = Decoded({}, Meta(schema=SCHEMA, begun_with=__version__), intact=True)


class Loaded(Struct, frozen=True):
    """One state of the file, as it was found at one moment.

    `signature` None: there is no file yet. `content` is kept of damaged files only.
    `before_damage` is what was known before, so that looking again starts from the same ground.
    """

    found: Decoded
    signature: Signature | None
    head: bytes = b""
    read_only: StoreReadOnly | None = None
    recovery: Recovery | None = None
    content: bytes | None = None
    before_damage: "Loaded | None" = None

    @property
    def needs_mending(self) -> bool:
        """Whether the file is damaged: what is here was put together and is not on file."""
        return self.recovery is not None

    @property
    def tables(self) -> Tables:
        """Return all documents."""
        return self.found.tables

    @property
    def meta(self) -> Meta:
        """Return what the first line says."""
        return self.found.meta

    @property
    def intact(self) -> bool:
        """Whether the file is as this program wrote it."""
        return self.found.intact


class Loader:
    """Reads one data file. Writes nothing but the copy of a damaged one. Raises StoreError."""

    def __init__(self, path: Path, backups: Backups) -> None:
        self._path = path
        self._backups = backups

    def first_look(self) -> Loaded:
        """Read the file for the first time."""
        return self.look(None)

    def changed(self, known: Loaded) -> bool:
        """Tell by one `stat`, and the first line, whether the file is not the known one."""
        try:
            return signature(self._path) != known.signature or self._head() != known.head
        except OSError as error:
            raise not_readable(error, self._path) from error

    def look(self, known: Loaded | None) -> Loaded:
        """Read the file; records that are the same as the known ones stay the same objects."""
        content, signed = self._read()
        if not content:
            if self._is_fresh(known):
                return Loaded(_FRESH, signed, read_only=self._may_not_write())
            why = "it is missing" if content is None else "it is empty"
            return self._damaged(content, signed, why, known)
        try:
            found = decode(content, known_tables=KNOWN_TABLES)
        except (DamagedError, NotADiaryError) as error:
            return self._damaged(content, signed, str(error), known)
        return self._whole(content, signed, found, known)

    def set_aside(self, damaged: Loaded, *, now: datetime) -> Path | None:
        """Keep a damaged file's bytes; None where there are none."""
        if not damaged.content:
            return None
        try:
            return set_aside(self._path, damaged.content, now=now)
        except OSError as error:
            message = (
                f"{self._path} is damaged, and no copy of it could be made beside it "
                f"({(error.strerror or '').lower()}). It was left as it is."
            )
            raise StoreUnusable(message) from error

    def _whole(
        self, content: bytes, signed: Signature | None, found: Decoded, known: Loaded | None
    ) -> Loaded:
        if found.meta.schema > SCHEMA:
            message = (
                f"{self._path} was written by a newer Backstride. It can be read here, but nothing "
                "is changed in it. Update Backstride to go on writing."
            )
            return Loaded(
                found, signed, head=first_line_of(content), read_only=StoreTooNew(message)
            )
        found = migrated(found)
        if known is not None:
            found = replace(found, tables=_carried_over(known.tables, found.tables))
        head = first_line_of(content)
        return Loaded(found, signed, head=head, read_only=self._may_not_write())

    def _damaged(
        self, content: bytes | None, signed: Signature | None, why: str, known: Loaded | None
    ) -> Loaded:
        if known is not None and known.needs_mending:
            known = known.before_damage
        memory = known.found if known is not None and known.signature is not None else None
        planned = plan(self._path, content, why=why, memory=memory, backups=self._backups)
        if planned is None:
            message = (
                f"{self._path} can't be read as a diary: {why}. No record in it could be brought "
                "back and no backup of it can be read. It was left as it is. If the diary is "
                "elsewhere, name it with --data."
            )
            raise StoreCorrupt(message)
        found = planned.found
        if known is not None:
            found = replace(found, tables=_carried_over(known.tables, found.tables))
        return Loaded(
            found,
            signed,
            head=first_line_of(content or b""),
            read_only=self._may_not_write(),
            recovery=planned.recovery,
            content=content,
            before_damage=known,
        )

    def _read(self) -> tuple[bytes | None, Signature | None]:
        try:
            found = read_file(self._path)
        except NotAFileError as error:
            message = f"{self._path} is not a file. Name the diary's file with --data."
            raise StoreUnusable(message) from error
        except TooLargeError as error:
            message = (
                f"{self._path} is too large to be a diary: more than {MAX_BYTES // 2**20} MB. It "
                "was left as it is. Name the diary's file with --data."
            )
            raise StoreUnusable(message) from error
        except OSError as error:
            raise not_readable(error, self._path) from error
        return (None, None) if found is None else found

    def _head(self) -> bytes:
        try:
            handle = os.open(self._path, READING)
        except FileNotFoundError:
            return b""
        try:
            return first_line_of(os.read(handle, _HEAD))
        finally:
            os.close(handle)

    def _is_fresh(self, known: Loaded | None) -> bool:
        if known is not None and (known.signature is not None or known.needs_mending):
            return False
        try:
            return not self._backups.any()
        except OSError as error:
            message = (
                f"There is no diary in {self._path}, and the folder {self._backups.folder} beside "
                f"it can't be read ({(error.strerror or '').lower()}), so its backups are not "
                "known. "
                "Nothing new was begun. Check who owns the folder, or name another file with "
                "--data."
            )
            raise StoreUnusable(message) from error

    def _may_not_write(self) -> StoreReadOnly | None:
        place = self._path if self._path.exists() else self._path.parent
        while not place.exists():
            place = place.parent
        folder = place if place.is_dir() else place.parent
        for needed in (place, folder):
            if not os.access(needed, os.W_OK):
                message = (
                    f"{needed} may not be written, so the diary can be read but not changed. "
                    "Check who owns it, or name another file with --data."
                )
                return StoreReadOnly(message)
        return None


def first_line_of(content: bytes) -> bytes:
    """Return what tells one version of the file from another where two have the same `stat`."""
    return content[:_HEAD].partition(b"\n")[0]


def _carried_over(old: Tables, new: Tables) -> Tables:
    """Return `new`, with the old objects wherever they say the same, and the rest copied."""
    tables = {name: _carried_rows(old.get(name, {}), rows) for name, rows in new.items()}
    same = list(tables) == list(old) and all(tables[name] is old[name] for name in old)
    return old if same else tables


def _carried_rows(old: Rows, new: Rows) -> Rows:
    rows = {key: _carried_row(old.get(key), row) for key, row in new.items()}
    same = list(rows) == list(old) and all(rows[key] is old[key] for key in rows)
    return old if same else rows


def _carried_row(old: Raw | None, new: Raw) -> Raw:
    return old if old is not None and bytes(old) == bytes(new) else new.copy()
