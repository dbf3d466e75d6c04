"""What to do when the file is damaged: keep its bytes aside, and put together what is whole.

The newest valid state (memory, else the newest backup that can be read) is the ground; every
record that the damaged bytes still hold and that is as new or newer comes on top.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Raw, Struct
from msgspec.structs import replace

from tracker.store.backups import Backup, Backups
from tracker.store.codec import (
    DamagedError,
    Decoded,
    Document,
    Meta,
    NotADiaryError,
    Tables,
    decode,
    document_of,
    first_line,
    row_of,
)
from tracker.store.documents import CLOCK, KNOWN_TABLES, UNDO_TABLE
from tracker.store.file import read_file, write_new_file
from tracker.store.lenient import later
from tracker.store.migrations import SCHEMA, migrated
from tracker.store.salvage import Salvaged, salvage

_GARBLED = "\ufffd"


class Recovery(Struct, frozen=True, kw_only=True):
    """What was damaged, what came from where, and what is missing.

    Counts are records by table. `from_file`: found whole in the damaged bytes; `from_backup` and
    `from_memory`: no longer there, and brought back. `broken` names records that are cut in two
    and were found nowhere else. `missing`: how many more the file's first line counted, None where
    it could not be read. `mended` is False where it was only looked at.
    """

    file: Path
    why: str
    quarantine: Path | None = None
    backup: Backup | None = None
    from_file: Mapping[str, int] = {}
    from_backup: Mapping[str, int] = {}
    from_memory: Mapping[str, int] = {}
    broken: tuple[str, ...] = ()
    missing: int | None = None
    mended: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """Tell it to a person, one thing a sentence."""
        return tuple(self._sentences())

    def _sentences(self) -> list[str]:
        said = [f"The diary {self.file} was damaged: {self.why}."]
        if self.from_file:
            said.append(f"{_records(self.from_file)} could be read from the damaged file.")
        if self.from_memory:
            said.append(f"{_records(self.from_memory)} came from this window's memory.")
        if self.backup is not None and self.from_backup:
            day = f"{self.backup.at:%Y-%m-%d %H:%M}"
            said.append(f"{_records(self.from_backup)} came from the backup of {day}.")
        if self.broken or self.missing:
            count = max(len(self.broken), self.missing or 0)
            said.append(f"{_amount(count)} could not be brought back.")
        elif self.missing == 0:
            said.append("Nothing is missing.")
        else:
            said.append("Look through the last days: something may be missing.")
        if self.quarantine is not None:
            said.append(f"The damaged file is kept as {self.quarantine}.")
        if not self.mended:
            said.append("Nothing was written yet. `backstride doctor --fix` mends it.")
        return said


class Plan(Struct, frozen=True):
    """A whole state put together from what is left, and the account of it."""

    found: Decoded
    recovery: Recovery


def plan(
    file: Path, content: bytes | None, *, why: str, memory: Decoded | None, backups: Backups
) -> Plan | None:
    """Put together what can be brought back. Writes nothing. None: there is nothing."""
    saved = salvage(content) if content else Salvaged()
    backup, ground = (None, memory) if memory is not None else _newest_valid(backups)
    if ground is None and not saved.ours:
        return None
    base = ground.tables if ground is not None else {}
    tables: Tables = {name: dict(rows) for name, rows in base.items()}
    for name, documents in saved.tables.items():
        rows = tables.setdefault(name, {})
        for key, document in documents.items():
            if key not in rows or _prefer(document, rows[key]):
                rows[key] = row_of(document)
    meta = _meta(content, ground, saved)
    present = {key for rows in tables.values() for key in rows}
    from_ground = {
        name: len(rows.keys() - saved.tables.get(name, {}).keys()) for name, rows in base.items()
    }
    recovery = Recovery(
        file=file,
        why=why,
        backup=backup,
        from_file=_counts({name: len(rows) for name, rows in saved.tables.items()}),
        from_backup=_counts(from_ground) if backup is not None else {},
        from_memory=_counts(from_ground) if memory is not None else {},
        broken=tuple(sorted(saved.broken - present)),
        missing=_missing(content, len(present)),
    )
    return Plan(Decoded(tables, meta, intact=False), recovery)


def set_aside(file: Path, content: bytes, *, now: datetime) -> Path:
    """Write a copy of damaged bytes beside the file, under a name of its own."""
    stem = f"{file.name}.damaged-{now:%Y%m%dT%H%M%S}"
    names = (f"{stem}-{number}" if number else stem for number in range(10_000))
    path = next(path for name in names if not (path := file.with_name(name)).exists())
    write_new_file(path, content)
    return path


def _newest_valid(backups: Backups) -> tuple[Backup | None, Decoded | None]:
    for backup in backups.newest_first():
        try:
            found = read_file(backup.path)
            if found is not None:
                decoded = decode(found[0], known_tables=KNOWN_TABLES)
                if decoded.meta.schema <= SCHEMA:
                    return backup, migrated(decoded)
        except (OSError, DamagedError, NotADiaryError):
            continue
    return None, None


def _prefer(salvaged: Document, row: Raw) -> bool:
    """Whether the version in the damaged bytes is the one to keep; a garbled text never is."""
    try:
        known = document_of(row)
    except ValueError:
        return False
    if str(salvaged.get(CLOCK, "")) != str(known.get(CLOCK, "")):
        return later(known, salvaged) is salvaged
    return salvaged != known and _GARBLED not in bytes(row_of(salvaged)).decode()


def _meta(content: bytes | None, ground: Decoded | None, saved: Salvaged) -> Meta:
    first = first_line(content) if content else None
    known = [meta for meta in (first, ground.meta if ground else None) if meta is not None]
    clocks = [
        str(document.get(CLOCK, "")) for rows in saved.tables.values() for document in rows.values()
    ]
    return replace(
        max(known, key=lambda meta: meta.gen, default=Meta(schema=SCHEMA)),
        gen=max((meta.gen for meta in known), default=0),
        clock=max([*clocks, *(meta.clock for meta in known)], default=""),
        schema=SCHEMA,
    )


def _missing(content: bytes | None, present: int) -> int | None:
    first = first_line(content) if content else None
    return None if first is None else max(0, first.rows - present)


def _counts(by_table: Mapping[str, int]) -> dict[str, int]:
    return {name: count for name, count in by_table.items() if count and name != UNDO_TABLE}


def _records(by_table: Mapping[str, int]) -> str:
    return _amount(sum(Counter(by_table).values()))


def _amount(count: int) -> str:
    return "1 record" if count == 1 else f"{count} records"
