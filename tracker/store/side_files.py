"""The small files beside a diary, for the lock and for the prompt: all in one hidden folder.

`diary.json` has `.diary/` beside it. Whoever may write there could leave a link, a pipe or a file
without end in their place: nothing is followed, waited for, or read without a bound.
"""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from tracker.store.file import (
    FILE_MODE,
    FOLDER_MODE,
    READING,
    remove_temporaries,
    replace_file,
)

LOCK: Final = "lock"
HOLDER: Final = "holder"
STATUS: Final = "status"
_READ_MAX: Final = 64 * 2**10
_NO_FOLLOWING: Final = getattr(os, "O_NOFOLLOW", 0)
_WRITING: Final = os.O_WRONLY | _NO_FOLLOWING | READING
"""Not to be followed, and not kept waiting by a pipe that nobody reads."""


class NotAFolderError(OSError):
    """Something else stands where the folder for the side files should be."""


def side_folder(file: Path) -> Path:
    """Return the hidden folder that is named after a data file."""
    stem = file.name.removesuffix(".json")
    # Dots alone would be this folder or the one above.
    return file.with_name(f".{stem if stem.strip('.') else file.name}")


def make_side_folder(file: Path) -> Path:
    """Make the folder for the owner alone; what older versions left beside the file goes.

    Raises NotAFolderError where something else has its name, OSError where none can be made.
    """
    folder = side_folder(file)
    try:
        os.mkdir(folder, FOLDER_MODE)  # noqa: PTH102 - all file work goes through os, see tests/faults
    except FileExistsError:
        if not stat.S_ISDIR(os.lstat(folder).st_mode):
            raise NotAFolderError(errno.ENOTDIR, "not a folder", str(folder)) from None
    else:
        _remove_what_older_versions_left(file)
    return folder


def make_way(path: Path) -> None:
    """Remove what is no file of its own from the place of a side file: a link, a pipe."""
    with suppress(FileNotFoundError):
        status = os.lstat(path)
        if not _is_own_file(status) and not stat.S_ISDIR(status.st_mode):
            os.unlink(path)  # noqa: PTH108 - as above


def read_side_file(path: Path, *, most: int = _READ_MAX) -> bytes:
    """Return what a side file holds. Raises OSError where it is none, or longer than `most`."""
    handle = os.open(path, READING | _NO_FOLLOWING)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > most:
            raise OSError(errno.EINVAL, "not a side file", str(path))
        with os.fdopen(handle, "rb", closefd=False) as stream:
            return stream.read(most)
    finally:
        os.close(handle)


def overwrite_side_file(path: Path, content: bytes) -> None:
    """Write over a side file whose content always has the same length, without cutting it.

    Some systems write a file that was cut through to the drive, which takes long.
    """
    make_way(path)
    try:
        handle = os.open(path, _WRITING)
    except FileNotFoundError:
        handle = os.open(path, _WRITING | os.O_CREAT | os.O_EXCL, FILE_MODE)
    try:
        if _is_own_file(os.fstat(handle)):
            os.write(handle, content)
    finally:
        os.close(handle)


def replace_side_file(path: Path, content: bytes) -> None:
    """Put new content in the place of a side file, so that nobody reads half of it."""
    remove_temporaries(path)
    replace_file(path, (content,))


def _is_own_file(status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode) and status.st_nlink == 1


def _remove_what_older_versions_left(file: Path) -> None:
    begin = f".{file.name}."
    left = {f"{begin}{name}" for name in (LOCK, HOLDER, STATUS)}
    with suppress(OSError):
        for name in os.listdir(file.parent):  # noqa: PTH208 - as above
            if name in left or name.startswith(f"{begin}{STATUS}-"):
                with suppress(OSError):
                    os.unlink(file.parent / name)  # noqa: PTH108 - as above
