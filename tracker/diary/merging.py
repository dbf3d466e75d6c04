"""Other machines' diaries, and the copies of a sync tool, taken into this one."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tracker.diary.book import Book
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.text import counted, path_text
from tracker.store.codec import Decoded
from tracker.store.conflict_copies import conflict_copies
from tracker.store.errors import StoreError
from tracker.store.file import read_file
from tracker.store.merging import Merged
from tracker.store.restoring import read_copy

LABEL = "the merge of another diary"
NONE_FOUND = "There is no copy of a sync tool beside the diary. Name a file: backstride merge FILE."


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedFile:
    """What came of one file; `problem` says why it was not merged, None where it was.

    `moved` says that it was a sync tool's copy and lies among the backups now.
    """

    file: Path
    merged: Merged = Merged()
    problem: str | None = None
    moved: bool = False

    @property
    def words(self) -> str:
        """Say what came of it."""
        if self.problem is not None:
            return self.problem
        where = " It lies among the backups now." if self.moved else ""
        return f"{merged_words([self])}{where}"


def merged_words(results: Sequence[MergedFile]) -> str:
    """Say what merges brought together: "2 records added, 1 record changed."."""
    counts = (
        (sum(each.merged.added for each in results), "added"),
        (sum(each.merged.changed for each in results), "changed"),
        (sum(each.merged.deleted for each in results), "deleted"),
    )
    said = ", ".join(f"{counted(number, 'record')} {word}" for number, word in counts if number)
    return f"{said or 'nothing new'}."


def found_copies(book: Book) -> tuple[Path, ...]:
    """Return the copies that a sync tool left beside the diary."""
    return conflict_copies(book.path)


def copies_words(copies: Sequence[Path]) -> str:
    """Say that there are copies, "" where there are none."""
    if not copies:
        return ""
    names = ", ".join(path_text(path.name) for path in copies)
    count = "a copy" if len(copies) == 1 else f"{len(copies)} copies"
    return f"A sync tool left {count} of the diary with another machine's changes: {names}."


def merge_files(book: Book, paths: Sequence[Path]) -> tuple[MergedFile, ...]:
    """Merge files in one change; what can't be read is told and left alone."""
    read = {path: _read(book, path) for path in paths}
    states = {path: found for path, found in read.items() if isinstance(found, _State)}
    brought: tuple[Merged, ...] = ()
    try:
        if states:
            decoded = [state.found for state in states.values()]
            brought = book.store.merge(decoded, label=LABEL)
            book.saved = True
    except StoreError as error:
        return tuple(MergedFile(file=path, problem=str(error)) for path in read)
    copies = {path.resolve() for path in found_copies(book)}
    merged = {
        path: MergedFile(
            file=path,
            merged=each,
            moved=path.resolve() in copies and _moved_away(book, path, states[path].content),
        )
        for path, each in zip(states, brought, strict=True)
    }
    return tuple(
        merged.get(path) or MergedFile(file=path, problem=str(found))
        for path, found in read.items()
    )


def merge_copies(book: Book) -> tuple[MergedFile, ...]:
    """Merge what a sync tool left beside the diary."""
    return merge_files(book, found_copies(book))


def merge_typed(book: Book, typed: str) -> MergedFile | Problem:
    """Merge the file that a person names."""
    try:
        path = Path(typed.strip()).expanduser()
    except RuntimeError:
        path = Path()
    if not path.name:
        return Problem("file", "Type the name of a diary's file, such as ~/other/diary.json.")
    (found,) = merge_files(book, [path])
    return found if found.problem is None else Problem("file", found.problem)


@dataclass(frozen=True, slots=True)
class _State:
    found: Decoded
    content: bytes


def _read(book: Book, path: Path) -> _State | str:
    """Read another state of the diary, or say why it can't be merged."""
    if path.resolve() == book.path.resolve():
        return "That is this diary itself."
    try:
        content = read_file(path)
        found = read_copy(path)
    except (StoreError, OSError) as error:
        return str(error).replace("restore from", "merge").replace("restored from", "merged")
    return _State(found, b"" if content is None else content[0])


def _moved_away(book: Book, path: Path, content: bytes) -> bool:
    """Move a merged copy to the backups, unless the sync tool wrote it anew meanwhile."""
    with suppress(StoreError, OSError):
        return book.store.keep_copy(path, content)
    return False
