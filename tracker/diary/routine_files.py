"""One routine as a file of JSON, out and back in."""

import json
import os
from pathlib import Path
from typing import Final

from tracker.diary.book import Book
from tracker.diary.own_routines import keep_imported
from tracker.diary.routine_views import routine_named
from tracker.domain.problem import Problem, Problems
from tracker.domain.routine import Routine
from tracker.domain.text import plain_text
from tracker.rules.routine_reading import read_routine, routine_values

TEXT_MAX: Final = 256 * 1024
"""Bytes of a routine's file. The largest routine that the bounds allow takes less than half."""

_KB: Final = 1024
NO_PATH: Final = "Type the name of a file, such as ~/hips.json."


def routine_text(routine: Routine) -> str:
    """Write a routine as JSON, in the shape of the built-in ones."""
    return json.dumps(routine_values(routine), indent=1, ensure_ascii=False) + "\n"


def read_routine_text(text: str) -> Routine | Problem:
    """Read a routine from JSON, or say what is wrong and what to write instead."""
    if len(text.encode(errors="replace")) > TEXT_MAX:
        return _too_large()
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        return Problem("", f"This is no JSON: {error.msg} at {where}. Mend it there.")
    except (ValueError, RecursionError):
        return Problem("", "This is no routine: it is nested too deep, or a number is too long.")
    if isinstance(value, dict) and "steps" not in value and _holds_routines(value):
        names = ", ".join(map(str, value))
        return Problem("", f"The file holds several routines ({names}). Put each in its own file.")
    return read_routine(value)


def _holds_routines(value: dict[str, object]) -> bool:
    return bool(value) and all(
        isinstance(each, dict) and "steps" in each for each in value.values()
    )


def import_routine_text(book: Book, text: str) -> Routine | Problems:
    """Save the routine that a JSON text holds as an own one; nothing is ever overwritten."""
    read = read_routine_text(text)
    return (read,) if isinstance(read, Problem) else keep_imported(book, read)


def import_routine_file(book: Book, name: str) -> Routine | Problems:
    """Save the routine of a file as an own one."""
    path = _path(name)
    if path is None:
        return (Problem("file", NO_PATH),)
    try:
        with path.open("rb") as stream:
            content = stream.read(TEXT_MAX + 1)
    except (OSError, ValueError) as error:
        return (_unreadable(path, error),)
    if len(content) > TEXT_MAX:
        return (_too_large(),)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return (Problem("file", "This file is no text in UTF-8. Choose a routine's JSON file."),)
    read = import_routine_text(book, text)
    return read if isinstance(read, Routine) else _at_file(read)


def export_routine_file(
    book: Book,
    word: str,
    name: str,
    *,
    force: bool = False,
    instead: str = "Type another name.",
) -> Path | Problem:
    """Write a routine into a file; one that is there stays as it is, unless `force` is given.

    `instead` is what is said to do about a file that is there.
    """
    routine = routine_named(book.snapshot, word)
    if isinstance(routine, Problem):
        return routine
    path = _path(name)
    if path is None:
        return Problem("file", NO_PATH)
    try:
        if force:
            _replace(path, routine_text(routine))
        else:
            with path.open("x", encoding="utf-8") as stream:
                stream.write(routine_text(routine))
    except FileExistsError as error:
        if path.is_dir():
            return _unwritable(path, IsADirectoryError(*error.args))
        return Problem("file", f"{_said(path)} is there already. {instead}")
    except (OSError, ValueError) as error:
        return _unwritable(path, error)
    return path


def _replace(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _path(name: str) -> Path | None:
    typed = name.strip()
    if not typed:
        return None
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)


def _at_file(problems: "Problems") -> Problems:
    return tuple(Problem(each.field or "file", each.message) for each in problems)


def _too_large() -> Problem:
    return Problem("file", f"This is more than {TEXT_MAX // _KB} KB, too large for one routine.")


def _unreadable(path: Path, error: Exception) -> Problem:
    said = _said(path)
    if isinstance(error, FileNotFoundError):
        return Problem("file", f"There is no file {said}. Check its name.")
    if isinstance(error, IsADirectoryError):
        return Problem("file", f"{said} is a folder. Name the routine's JSON file in it.")
    return Problem("file", f"{said} can't be read ({_why(error)}). Choose another file.")


def _unwritable(path: Path, error: Exception) -> Problem:
    said = _said(path)
    if isinstance(error, FileNotFoundError):
        return Problem(
            "file", f"There is no folder {_said(path.parent)}. Make it, or type another."
        )
    if isinstance(error, IsADirectoryError):
        return Problem("file", f"{said} is a folder. Add the name of a file.")
    return Problem("file", f"{said} can't be written ({_why(error)}). Type another name.")


def _why(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return (reason or "its name can't be used").casefold()


def _said(path: Path) -> str:
    return plain_text(str(path))
