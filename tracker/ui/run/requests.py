"""What the Run tab asks of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.diary.run_previews import preview_run
from tracker.diary.run_views import view_run, view_runs
from tracker.diary.runs import delete_run, log_run
from tracker.domain.problem import Problem
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.diary.answers import Imported, RunLine, RunPreview, RunsView
    from tracker.diary.book import Book
    from tracker.diary.entries import RunEntry
    from tracker.domain.problem import Problems
    from tracker.domain.run import Run


@dataclass(frozen=True, slots=True)
class ShowRuns(Request["RunsView"]):
    """The last runs, and what the next one is measured by."""

    def perform(self, book: Book) -> RunsView:
        """Gather them."""
        return view_runs(book)


@dataclass(frozen=True, slots=True)
class FindRun(Request["RunLine | Problem"]):
    """One run by its id, also an older one than the list shows."""

    run: str

    def perform(self, book: Book) -> RunLine | Problem:
        """Find it."""
        return view_run(book, self.run)


@dataclass(frozen=True, slots=True)
class PreviewRun(Request["RunPreview"]):
    """What was understood of a run that is being written."""

    entry: RunEntry

    def perform(self, book: Book) -> RunPreview:
        """Read it."""
        return preview_run(book, self.entry)


@dataclass(frozen=True, slots=True)
class SaveRun(Change["Run | Problems"]):
    """Keep a run; `replacing` is the one that it corrects."""

    DONE: ClassVar[str] = "Run saved. u undoes."

    entry: RunEntry
    replacing: str | None = None

    def perform(self, book: Book) -> Run | Problems:
        """Save the run."""
        return log_run(book, self.entry, replacing=self.replacing)


@dataclass(frozen=True, slots=True)
class DeleteRun(Change["Run | Problems"]):
    """Take a run out of the book."""

    DONE: ClassVar[str] = "Run deleted. u undoes."

    run: str

    def perform(self, book: Book) -> Run | Problems:
        """Delete the run."""
        return delete_run(book, self.run)


@dataclass(frozen=True, slots=True)
class ImportFiles(Change["tuple[Imported, ...] | Problems | None"]):
    """Bring runs in from the files that a typed path means; None = stopped, nothing was saved.

    `on_file` is told number, total and path of each file, in the diary's thread; the import goes
    on as long as it says True.
    """

    typed: str
    keep_both: bool
    on_file: Callable[[int, int, Path], bool]

    def perform(self, book: Book) -> tuple[Imported, ...] | Problems | None:
        """Read the files and save what is new in them."""
        from tracker.diary.import_paths import (  # noqa: PLC0415 - only an import needs them
            ImportStoppedError,
            find_files,
            watched,
        )
        from tracker.diary.importing import import_files  # noqa: PLC0415 - only an import needs it

        found = find_files(self.typed)
        if isinstance(found, Problem):
            return (found,)
        try:
            return import_files(book, watched(found, self.on_file), keep_both=self.keep_both)
        except ImportStoppedError:
            return None
