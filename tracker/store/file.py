"""The file as bytes: read whole, replaced whole, private, and on the drive before it is said so."""

import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

MAX_BYTES = 64 * 2**20
"""More than 150,000 records: what is larger is no diary, and would only fill the memory."""
FILE_MODE = 0o600
FOLDER_MODE = 0o700
SETTLE_S = 0.25
SETTLE_LOOKS = 12

_BINARY = getattr(os, "O_BINARY", 0)
_CLOEXEC = getattr(os, "O_CLOEXEC", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
READING = os.O_RDONLY | _CLOEXEC | _NONBLOCK | _BINARY
"""A pipe in the place of a file must not keep the program waiting."""
_DIRECTORY = getattr(os, "O_DIRECTORY", None)
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP}


class NotAFileError(OSError):
    """There is a folder, a pipe or a device where the file should be."""


class TooLargeError(OSError):
    """The file is larger than any diary."""


class Signature(NamedTuple):
    """What one `stat` tells of a version of the file; another signature is another version."""

    device: int
    inode: int
    size: int
    mtime_ns: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Signature":
        """Take the signature from a `stat`."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def signature(path: Path) -> Signature | None:
    """Return the signature of the version on file, None where there is none."""
    try:
        return Signature.of(os.stat(path))  # noqa: PTH116 - all file work goes through os, see tests/faults
    except FileNotFoundError:
        return None


def settled(path: Path) -> None:
    """Wait while another program is in the middle of writing a file, a few seconds at most.

    Some editors and sync tools empty a file before they fill it: that is not damage.
    """
    with suppress(OSError):
        for _ in range(SETTLE_LOOKS):
            seen = signature(path)
            time.sleep(SETTLE_S)
            if signature(path) == seen:
                return


def read_file(path: Path) -> tuple[bytes, Signature] | None:
    """Read the whole file with the signature of the version that was read; None: no such file.

    Raises NotAFileError, TooLargeError, or what the system says.
    """
    try:
        handle = os.open(path, READING)
    except FileNotFoundError:
        return None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise NotAFileError(errno.EISDIR, "not a file", str(path))
        if status.st_size > MAX_BYTES:
            raise TooLargeError(errno.EFBIG, "too large", str(path))
        return _read_all(handle, status.st_size), Signature.of(status)
    finally:
        os.close(handle)


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for the owner alone."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for new in reversed(missing):
        with suppress(FileExistsError):
            os.mkdir(new, FOLDER_MODE)  # noqa: PTH102 - as above
        sync_folder(new.parent)


def replace_file(
    path: Path, parts: Iterable[bytes], *, before_replace: Callable[[], None] | None = None
) -> Signature:
    """Put new content in the place of a file, so that at any moment it is all old or all new.

    The content is on the drive before the name points to it. The entry in the folder is not yet:
    `sync_folder` has to follow. `before_replace` may raise to keep the old file. Raises what the
    system says; then the old file is as it was and the temporary one is gone.
    """
    temporary = path.with_name(f"{temporary_prefix(path)}{os.getpid()}-{secrets.token_hex(4)}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _CLOEXEC | _BINARY
    handle = os.open(temporary, flags, FILE_MODE)
    try:
        try:
            for part in parts:
                _write_all(handle, part)
            _sync(handle)
            status = os.fstat(handle)
        finally:
            os.close(handle)
        if before_replace is not None:
            before_replace()
        os.replace(temporary, path)  # noqa: PTH105 - as above
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 - as above
        raise
    return Signature.of(status)


def write_new_file(path: Path, content: bytes) -> None:
    """Write a file and its entry in the folder through to the drive."""
    replace_file(path, (content,))
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Write a folder's entries through to the drive; nothing where the system has no such thing."""
    if _DIRECTORY is None:
        return
    handle = os.open(folder, os.O_RDONLY | _DIRECTORY | _CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def temporary_prefix(path: Path) -> str:
    """Return what the names of a file's temporary files begin with."""
    return f".{path.name}.tmp-"


def remove_temporaries(path: Path) -> None:
    """Remove what killed writers left behind. Only for the holder of the lock."""
    prefix = temporary_prefix(path)
    with suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208 - as above
            if name.startswith(prefix):
                with suppress(OSError):
                    os.unlink(path.parent / name)  # noqa: PTH108 - as above


def _read_all(handle: int, size: int) -> bytes:
    chunks = []
    while size > 0 and (chunk := os.read(handle, size)):
        chunks.append(chunk)
        size -= len(chunk)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _write_all(handle: int, part: bytes) -> None:
    rest = memoryview(part)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - POSIX only

        # macOS: fsync leaves the bytes in the drive's own memory.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)
