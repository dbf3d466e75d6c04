"""Activities from files become records: new ones are added, known ones only filled in."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import field, replace
from pathlib import Path
from time import monotonic
from typing import Final

from tracker.diary.answers import (
    Alike,
    Imported,
    ImportOutcome,
    ImportProgress,
    ImportStatus,
    OnDuplicate,
)
from tracker.diary.book import Book
from tracker.diary.import_paths import find_files
from tracker.diary.import_session import ImportSession, activity_words
from tracker.diary.known_activities import filled
from tracker.diary.mapped_csv import read_mapped
from tracker.diary.other_diary import is_diary, records_in
from tracker.domain.cross_training import CrossTraining
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.run import Run
from tracker.domain.text import counted, path_text
from tracker.exchange.activity import Activity, Rejected, Symptom
from tracker.exchange.piece import Piece, Repeated, Step, Unknown
from tracker.exchange.registry import NO_KIND, steps_of
from tracker.exchange.workers import Read, read_steps

_SHARE_TO_JUDGE_BY: Final = 0.02
_TIME_TO_JUDGE_BY_S: Final = 1.0

Watch = Callable[[ImportProgress], bool]
"""Told of how far the import is; it goes on as long as the answer is True."""


def import_files(
    book: Book,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    on_duplicate: OnDuplicate = OnDuplicate.SKIP,
    watch: Watch = lambda _progress: True,
    deleted_stay: bool = False,
) -> ImportOutcome:
    """Bring activities in from files; nothing is saved on a dry run.

    What looks like a known activity but may be another is kept, or left out: `settle_alike` then
    does as the person says. What was read until then is kept when the import is stopped, and is
    undone in one go.
    """
    session = ImportSession(
        book, dry_run=dry_run, on_duplicate=on_duplicate, deleted_stay=deleted_stay
    )
    diaries = [path for path in paths if is_diary(path)]
    files = [path for path in paths if path not in diaries]
    stopped = False
    try:
        for path in diaries:
            _take_over(session, path)
        stopped = not _take_files(session, files, watch)
    except KeyboardInterrupt:
        stopped = True
    session.finish()
    return outcome_of(session, stopped=stopped)


def import_typed(
    book: Book, typed: str, *, on_duplicate: OnDuplicate, watch: Watch
) -> ImportOutcome | Problem:
    """Bring activities in from the files that a typed path means.

    `watch` is told how far it is, in the diary's thread.
    """
    found = find_files(typed)
    if isinstance(found, Problem):
        return found
    return import_files(book, found, on_duplicate=on_duplicate, watch=watch)


def import_mapped(
    book: Book,
    paths: Sequence[Path],
    *,
    mapping: Mapping[str, str],
    dry_run: bool,
    on_duplicate: OnDuplicate = OnDuplicate.SKIP,
) -> ImportOutcome:
    """Bring in pain scores or runs from tables whose columns the person has named."""
    session = ImportSession(book, dry_run=dry_run, on_duplicate=on_duplicate)
    for path in paths:
        for found in read_mapped(path, mapping, book.settings):
            session.take(found)
    session.finish()
    return outcome_of(session)


def outcome_of(session: ImportSession, *, stopped: bool = False) -> ImportOutcome:
    """Return what became of everything that a session took."""
    return ImportOutcome(
        results=tuple(session.results),
        stopped=stopped,
        problem=session.problem,
        group=session.group,
    )


def settle_alike(book: Book, item: Imported, way: Alike, *, group: str) -> Imported | Problem:
    """Do with a left out activity as the person says; undone together with its import.

    Merged, the one on file only gets what it lacks.
    """
    new, existing = item.left_out, item.record
    if new is None or not isinstance(existing, Run | CrossTraining) or way is Alike.SKIP:
        return item
    record = new
    if way is Alike.MERGE:
        on_file = book.store.records(type(existing)).get(existing.id)
        if on_file is None:
            return Problem("", "The one on file was deleted meanwhile. Keep both adds this one.")
        record = filled(on_file, new)
    problem = book.keep_all([record], label="the import", group=group)
    if problem is not None:
        return problem
    status = ImportStatus.MERGED if way is Alike.MERGE else ImportStatus.ADDED
    words = "Filled in" if way is Alike.MERGE else "Added beside the one that looks like it"
    message = f"{activity_words(record, book.settings)}. {words}."
    return replace(item, status=status, message=message, record=record, left_out=None)


def _take_over(session: ImportSession, path: Path) -> None:
    records = records_in(path)
    if isinstance(records, str):
        session.take(Rejected(path_text(path), records))
    else:
        session.take_over(path_text(path), records)


def _take_files(session: ImportSession, paths: Sequence[Path], watch: Watch) -> bool:
    """Read files one after the other; False where it was stopped."""
    progress = _Progress(paths)
    taking = Taking(session)
    # Closed whatever happens, so that the other processes end.
    with closing(_reading(session, progress)) as reading:
        for read in reading:
            taking.take(read)
            if session.problem is not None:
                break
            if not watch(progress.after(read[0], len(session.results))):
                return False
    taking.end()
    return True


def reading_of(session: ImportSession, paths: Sequence[Path]) -> Generator[Read, None, None]:
    """Read files one after the other, without the diary: this may go on beside its thread."""
    return _reading(session, _Progress(paths))


def _reading(session: ImportSession, progress: "_Progress") -> Generator[Read, None, None]:
    steps = (step for path in progress.paths for step in progress.of(path))
    return read_steps(_unless_repeated(session, step) for step in steps)


@dataclass(slots=True)
class Taking:
    """Gives what is read to a session, and tells of files that are of no kind once, at the end."""

    session: ImportSession
    _passed: list[str] = field(default_factory=list)

    def take(self, read: Read) -> None:
        """Take a step, and what was found in it."""
        step, found = read
        if isinstance(step, Unknown):
            self._passed.append(step.file)
        elif isinstance(step, Repeated):
            self.session.take_repeated(step)
        elif isinstance(step, Activity | Symptom | Rejected):
            self.session.take(step)
        for each in found:
            self.session.take(each)

    def end(self) -> None:
        """Tell of what was passed over."""
        if self._passed:
            self.session.results.append(_passed_over(self._passed))


def _unless_repeated(session: ImportSession, step: Step) -> Step:
    return (session.repeated(step) or step) if isinstance(step, Piece) else step


def _passed_over(files: Sequence[str]) -> Imported:
    first, *others = files
    too = f"This and {counted(len(others), 'other file')} are of no kind that can be read."
    return Imported(file=first, status=ImportStatus.REJECTED, message=too if others else NO_KIND)


@dataclass(slots=True)
class _Progress:
    """Counts the bytes of the files that were given, and tells how long the rest will take."""

    paths: Sequence[Path]
    total: int = 0
    done: int = 0
    files: int = 0
    began: float = field(default_factory=monotonic)

    def __post_init__(self) -> None:
        self.total = sum(map(_size, self.paths))

    def of(self, path: Path) -> Iterator[Step]:
        """Return the steps of a file, and count its bytes once they are all given."""
        yield from steps_of(path)
        self.done += _size(path)

    def after(self, step: Step, found: int) -> ImportProgress:
        """Tell how far it is after a step."""
        self.files += 1
        share = min(1.0, self.done / self.total) if self.total else 0.0
        spent = monotonic() - self.began
        known = share > _SHARE_TO_JUDGE_BY and spent > _TIME_TO_JUDGE_BY_S
        return ImportProgress(
            file=step.file,
            files=self.files,
            found=found,
            share=share,
            left_s=spent * (1 - share) / share if known else None,
        )


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0
