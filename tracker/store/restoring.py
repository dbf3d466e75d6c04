"""Putting a copy in the place of everything, so that it can be taken back."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from msgspec import Raw

from tracker.domain.identity import new_id
from tracker.store import undo
from tracker.store.clock import next_stamp
from tracker.store.codec import (
    DamagedError,
    Decoded,
    NotADiaryError,
    Tables,
    decode,
    document_of,
    row_of,
)
from tracker.store.documents import (
    DELETED,
    KNOWN_TABLES,
    UNDO_TABLE,
    is_deleted,
    kind_of,
)
from tracker.store.errors import StoreError, UnknownBackup
from tracker.store.file import read_file
from tracker.store.merging import Merged, count, differing, merge_tables
from tracker.store.migrations import SCHEMA, migrated
from tracker.store.registers import stamped
from tracker.store.storage import DiaryStorage, Transaction


def read_copy(path: Path) -> Decoded:
    """Read a diary file to restore from. Raises UnknownBackup with a sentence."""
    try:
        content = read_file(path)
        if content is None:
            message = f"There is no file {path} to restore from."
            raise UnknownBackup(message)
        found = decode(content[0], known_tables=KNOWN_TABLES)
    except OSError as error:
        message = f"{path} could not be read ({(error.strerror or '').lower()})."
        raise UnknownBackup(message) from error
    except (DamagedError, NotADiaryError) as error:
        message = f"{path} can't be restored from: {error}. The diary is as it was."
        raise UnknownBackup(message) from error
    if found.meta.schema > SCHEMA:
        message = f"{path} was written by a newer Backstride. The diary is as it was."
        raise UnknownBackup(message)
    return migrated(found)


def replace_all(work: Transaction, found: Decoded, *, storage: DiaryStorage) -> None:
    """Put another state in the place of all tables; a backup of the old one comes first."""
    copy = storage.backup("before-restore")
    work.clock = next_stamp(max(work.clock, found.meta.clock), work.now, device=work.device)
    _become(work, found.tables)
    if copy is not None:
        undo.remember(
            work,
            undo.Entry(
                id=new_id(work.now),
                label="restore of a backup",
                at=work.now.isoformat(),
                clock=work.clock,
                instead_of=copy.name,
                after=undo.digest_of_all(work.tables),
            ),
        )


def merge_in(
    work: Transaction, found: Sequence[Decoded], label: str, storage: DiaryStorage
) -> tuple[Merged, ...]:
    """Take the changes of other states in, with a copy of the file before; `undo` takes them back.

    The merged records keep the stamps of their machines: that is what makes machines agree.
    """
    states: list[Tables] = [dict(work.tables)]
    for each in found:
        states.append(merge_tables(states[-1], each.tables))
    before, after = states[0], states[-1]
    if any(after[name] is not before.get(name) for name in after):
        storage.backup("before-merge")
        latest = max(work.clock, *(each.meta.clock for each in found))
        work.clock = next_stamp(latest, work.now, device=work.device)
        work.tables = after
        changed = tuple(differing(before, after))
        if changed:
            undo.remember(work, undo.entry_of_merge(work, changed, label=label))
    return tuple(count(one, other) for one, other in pairwise(states))


def take_back(
    work: Transaction, entry: undo.Entry, *, storage: DiaryStorage, force: bool
) -> str | None:
    """Bring back the state before a restore, or after it; gives a sentence where that is refused.

    The state that goes is copied first, so that it can be brought back in turn.
    """
    if undo.digest_of_all(work.tables) != entry.after and not force:
        not_done = "done again" if entry.redo else "undone"
        return f"The diary was changed elsewhere since the restore, so it was not {not_done}."
    name = Path(entry.instead_of or "").name
    try:
        found = read_copy(storage.backups.folder / name)
    except UnknownBackup:
        return f"The backup {name} from before the restore is gone, so it can't be undone."
    copy = None
    with suppress(StoreError):
        copy = storage.backup("before-redo" if entry.redo else "before-undo")
    _become(work, found.tables)
    work.tables[UNDO_TABLE] = found.tables.get(UNDO_TABLE, {})
    if entry.redo:
        # The copy was made after the restore: its own entry stands in it.
        return None
    undo.forget_redo(work)
    if copy is not None:
        after = undo.digest_of_all(work.tables)
        undo.add(work, undo.other_way(work, entry, instead_of=copy.name, after=after))
    return None


def _become(work: Transaction, wanted: Tables) -> None:
    """Change every record to what it is in another state, as a person would: with new stamps.

    A merge with another machine must not bring back what the restore took away.
    """
    for name in {**work.tables, **wanted}:
        if name == UNDO_TABLE:
            continue
        target = wanted.get(name, {})
        if kind_of(name) is None:
            work.tables[name] = target
            continue
        rows = work.tables.get(name, {})
        work.tables[name] = {
            key: _became(work, rows.get(key), target.get(key)) for key in {**rows, **target}
        }


def _became(work: Transaction, now: Raw | None, wanted: Raw | None) -> Raw:
    if now is not None and (now == wanted or (wanted is None and is_deleted(now))):
        return now
    at = work.now.isoformat()
    row = wanted or now or Raw(b"{}")
    try:
        document = document_of(row)
        before = None if now is None else document_of(now)
    except ValueError:
        # What can't be read is left alone, as it is.
        return row
    deleted = {} if wanted is not None else {DELETED: at}
    return row_of(stamped(document | deleted, before or document, at=at, clock=work.clock))
