"""Looking the file over: what is on file, what is wrong with it, and what was mended."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from tracker.store.backups import FOLDER
from tracker.store.conflict_copies import conflict_copies
from tracker.store.file import FILE_MODE, FOLDER_MODE
from tracker.store.side_files import side_folder
from tracker.store.store import Store


class Finding(Struct, frozen=True):
    """One thing that is wrong: what, where, and whether it is mended by now."""

    what: str
    where: str
    mended: bool = False


class Examination(Struct, frozen=True, kw_only=True):
    """The whole result. `ok`: nothing is wrong that is not mended. `records` counts by table."""

    file: str
    ok: bool
    schema: int
    records: dict[str, int]
    problems: tuple[Finding, ...]
    backups: int


def examine(store: Store, *, fix: bool = False) -> Examination:
    """Look an open diary over; with `fix`, also close what others could read.

    Damage is mended when the store is opened with `mend`, before this is asked.
    """
    problems = (
        *_damage(store),
        *(
            Finding(
                f"A record can't be read ({item.why}). It stays in the file and is not shown.",
                f"{item.table} {item.id}",
            )
            for item in store.unreadable()
        ),
        *_backups(store),
        *_conflict_copies(store),
        *_open_to_others(store, fix=fix),
    )
    return Examination(
        file=str(store.path),
        ok=all(problem.mended for problem in problems),
        schema=store.schema,
        records=store.counts(),
        problems=problems,
        backups=len(store.backups()),
    )


def _damage(store: Store) -> Iterator[Finding]:
    if store.report is not None:
        said = " ".join(store.report.sentences)
        yield Finding(said, str(store.path), mended=store.report.mended)
    if store.edited:
        said = "The file was changed by another program. A copy is kept before the next save."
        yield Finding(said, str(store.path), mended=True)
    if store.read_only is not None:
        yield Finding(store.read_only, str(store.path))


def _backups(store: Store) -> Iterator[Finding]:
    if store.backups_unreadable is not None:
        said = f"The backups can't be read ({store.backups_unreadable})."
        yield Finding(said, str(store.path.parent / FOLDER))


def _conflict_copies(store: Store) -> Iterator[Finding]:
    for copy in conflict_copies(store.path):
        said = (
            "A sync tool left this copy with another machine's changes."
            " `backstride merge` takes them in."
        )
        yield Finding(said, str(copy))


def _open_to_others(store: Store, *, fix: bool) -> Iterator[Finding]:
    if sys.platform == "win32":
        return
    folder = store.path.parent / FOLDER
    private = {store.path: FILE_MODE, folder: FOLDER_MODE, side_folder(store.path): FOLDER_MODE}
    private |= {backup.path: FILE_MODE for backup in store.backups()}
    for path, mode in private.items():
        with suppress(OSError):
            if os.stat(path).st_mode & 0o077:  # noqa: PTH116 - all file work goes through os, see tests/faults
                closed = fix and _closed(path, mode)
                said = (
                    "Other people on this machine could read it; it is closed to them now."
                    if closed
                    else "Other people on this machine can read it. "
                    "`backstride doctor --fix` closes it to them."
                )
                yield Finding(said, str(path), mended=closed)


def _closed(path: Path, mode: int) -> bool:
    try:
        os.chmod(path, mode)  # noqa: PTH101 - as above
    except OSError:
        return False
    return True
