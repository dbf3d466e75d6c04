"""What can go wrong with the data file, each as one sentence for the person who reads it."""

# ruff: noqa: N818 - they are named for what happened, as the person is told

import errno
from pathlib import Path
from typing import ClassVar

_NO_SPACE = {
    number
    for name in ("ENOSPC", "EDQUOT", "EFBIG")
    if (number := getattr(errno, name, None)) is not None
}
NO_LOCKS = {
    number
    for name in ("ENOLCK", "ENOSYS", "ENOTSUP", "EOPNOTSUPP")
    if (number := getattr(errno, name, None)) is not None
}
"""What systems say where files can't be locked."""
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


class StoreError(Exception):
    """The base of all: `str()` is a sentence that may be shown as it stands.

    `exit_code` is what a command ends with: 1 the request can't be met, 3 the file can't be used.
    """

    exit_code: ClassVar[int] = 1


class StoreBusy(StoreError):
    """Another window, command or machine keeps the file locked."""


class StoreWithoutLocks(StoreError):
    """The file system knows no locks, so that two windows could not be kept apart."""


class StoreMoved(StoreError):
    """The path leads to another file than the one that was opened."""


class StoreConflict(StoreError):
    """A program that asks for no lock kept changing the file while a change was saved."""


class StoreReadOnly(StoreError):
    """The file or its folder may not be written."""


class StoreFull(StoreError):
    """No space is left; the old state stays as it was."""


class StoreFailed(StoreError):
    """The system refused to save; the old state stays as it was."""


class StoreUnconfirmed(StoreError):
    """The change IS saved and in memory, but nobody confirmed that it outlives a power cut."""


class StoreUnusable(StoreError):
    """There is something at the path that can't be read as a diary. It was left untouched."""

    exit_code: ClassVar[int] = 3


class StoreCorrupt(StoreUnusable):
    """The file is damaged and nothing could be brought back. It was left untouched."""


class StoreTooNew(StoreReadOnly):
    """The file was written by a newer version: it can be read but is not changed."""


class UnknownBackup(StoreError):
    """There is no such backup, or it can't be read as a diary."""


def without_locks(path: Path) -> str:
    """Say that files can't be locked where a diary is, and what to do."""
    return (
        f"Not saved: the file system of {path.parent} knows no file locks, as some network and "
        "cloud drives, and without them two windows could lose each other's entries. The diary is "
        "as it was. Move it to a drive of this machine, or name another file with --data."
    )


def no_side_folder(folder: Path, path: Path) -> StoreError:
    """Say that the folder for the lock can't be made, because something else has its name."""
    return StoreFailed(
        f"Not saved: {folder} is not a folder, and Backstride keeps its lock for {path.name} "
        "there. The diary is as it was. Move it away, or give the diary another name."
    )


def moved(named: Path, opened: Path) -> StoreMoved:
    """Say that a path leads to another file than the one that was opened."""
    return StoreMoved(
        f"{named} leads to another file now than to {opened}, which was opened. Nothing is read "
        "from it or written to it. Close Backstride, then open it again."
    )


def not_saved(error: OSError, path: Path) -> StoreError:
    """Say why a change could not be saved; nothing on file has changed."""
    if error.errno in _NO_SPACE:
        return StoreFull(
            f"Not saved: there is no space left for {path}. "
            "The diary is as it was. Make some room, then save again."
        )
    if error.errno in _NOT_ALLOWED:
        return StoreReadOnly(
            f"Not saved: {path} may not be written. The diary is as it was. "
            "Check who owns the file and its folder, or name another file with --data."
        )
    return StoreFailed(
        f"Not saved: {path} could not be written ({_reason(error)}). "
        "The diary is as it was. Try again."
    )


def not_readable(error: OSError, path: Path) -> StoreUnusable:
    """Say why the file could not be read; it was left untouched."""
    if error.errno in _NOT_ALLOWED:
        return StoreUnusable(
            f"{path} may not be read. It was left as it is. "
            "Check who owns the file, or name another file with --data."
        )
    return StoreUnusable(f"{path} could not be read ({_reason(error)}). It was left as it is.")


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
