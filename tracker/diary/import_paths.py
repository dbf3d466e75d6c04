"""From a path that a person typed to the files it means, read one after the other."""

import os
import shlex
from collections.abc import Iterable, Iterator
from glob import has_magic
from itertools import islice
from pathlib import Path
from typing import Final

from tracker.domain.problem import Problem
from tracker.domain.text import clean_text

EXAMPLE: Final = "Type it like ~/Downloads/run.gpx, or the name of a folder."
FILES_MAX: Final = 100_000


def find_files(typed: str) -> tuple[Path, ...] | Problem:
    """Return the files that a path, a folder or a pattern like `*.gpx` means.

    A folder means all files in it and in its folders. A terminal writes a dropped file in quotes
    or with backslashes; both are understood.
    """
    plain = typed.strip()
    if not plain:
        return Problem("files", f"The file is missing. {EXAMPLE}")
    found = _files_of(plain)
    if not found:
        found = tuple(path for word in _shell_words(plain) for path in _files_of(word))
    return _checked(found, plain)


def find_all(words: Iterable[str]) -> tuple[Path, ...] | Problem:
    """Return the files that words mean which a shell has taken apart already, each file once."""
    found: dict[Path, None] = {}
    for word in words:
        files = _checked(_files_of(word), word)
        if isinstance(files, Problem):
            return files
        found.update(dict.fromkeys(files))
    return tuple(found)


def named_folder(typed: str) -> Path | Problem:
    """Return the folder of a typed name, or say why it can't be the inbox."""
    name = f'"{clean_text(typed)}"'
    try:
        folder = Path(typed).expanduser()
        if folder.is_dir() and os.access(folder, os.R_OK | os.X_OK):
            return folder
        there = folder.exists()
    except (OSError, ValueError, RuntimeError):
        there = False
    if there:
        return Problem("inbox", f"{name} is no folder that can be read. Name another one.")
    return Problem("inbox", f"There is no folder {name}. Name one that is there, like ~/Downloads.")


def _checked(found: tuple[Path, ...], word: str) -> tuple[Path, ...] | Problem:
    name = f'"{clean_text(word)}"'
    if len(found) > FILES_MAX:
        return Problem(
            "files", f"There are more than {FILES_MAX:,} files in {name}. Name one folder."
        )
    if not found and not _may_be_read(word):
        return Problem("files", f"The folder {name} can't be read. Check that you may read it.")
    if not found:
        inside = "in the folder " if _is_folder(word) else ""
        return Problem("files", f"There is no file {inside}{name}. {EXAMPLE}")
    return found


def _files_of(word: str) -> tuple[Path, ...]:
    try:
        path = Path(word).expanduser()
        if path.is_dir():
            return tuple(islice(walk_folder(path), FILES_MAX + 1))
        if path.exists():
            return (path,)
        if has_magic(word):
            inside = Path(path.anchor).glob(str(path.relative_to(path.anchor)))
            return tuple(sorted(each for each in inside if _is_plain(each)))
    except (OSError, ValueError, RuntimeError):
        return ()
    return ()


def walk_folder(folder: Path) -> Iterator[Path]:
    """Go through the plain files of a folder and of the folders in it, sorted by name in each.

    Hidden ones are left out, and links to folders are not followed.
    """
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = (Path(place, name) for name in sorted(files))
        yield from (path for path in inside if _is_plain(path))


def _may_be_read(word: str) -> bool:
    return not _is_folder(word) or os.access(Path(word).expanduser(), os.R_OK | os.X_OK)


def _is_folder(word: str) -> bool:
    try:
        return Path(word).expanduser().is_dir()
    except (OSError, ValueError, RuntimeError):
        return False


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _shell_words(typed: str) -> list[str]:
    try:
        return shlex.split(typed)
    except ValueError:
        return []
