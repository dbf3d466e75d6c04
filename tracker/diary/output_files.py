"""Files that are written for the person to take elsewhere: whole, private, and never by mistake."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tracker.diary.book import Book
from tracker.domain.problem import Problem
from tracker.domain.text import path_text
from tracker.store.file import make_private_folder, write_new_file

OR_FORCE: Final = ", or add --force to write over it"


def path_of(typed: str) -> Path | Problem:
    """Return the file that a person means by a name, "~" for their own folder."""
    try:
        path = Path(typed.strip()).expanduser()
    except RuntimeError:
        path = Path()
    if not path.name:
        return Problem("file", "Type the name of a file, such as ~/page.html.")
    return path


def write_out(
    book: Book, files: Mapping[Path, bytes], *, force: bool = False, otherwise: str = ""
) -> Problem | None:
    """Write files, all of them or none where one is there already; nobody else may read them.

    `force` puts them in the place of what is there, but never in that of the diary; `otherwise`
    says how it is asked for.
    """
    for path in files:
        if path.is_dir():
            return Problem("file", f"{path_text(path)} is a folder. Name a file in it.")
        if path.exists() and book.path.exists() and path.samefile(book.path):
            words = "is the diary itself, which is not written over. Choose another name."
            return Problem("file", f"{path_text(path)} {words}")
        if path.exists() and not force:
            words = f"is there already. Choose another name{otherwise}."
            return Problem("file", f"{path_text(path)} {words}")
    for path, content in files.items():
        try:
            make_private_folder(path.absolute().parent)
            write_new_file(path.absolute(), content)
        except OSError as error:
            why = (error.strerror or "unknown reason").lower()
            return Problem("file", f"{path_text(path)} could not be written ({why}).")
    return None
