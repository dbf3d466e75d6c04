"""The runs of an import that nobody has scored yet, and which of them are worth a question."""

from datetime import timedelta
from typing import Final

from tracker.diary.answers import ImportOutcome, ImportStatus
from tracker.diary.book import Book
from tracker.domain.dataclass import dataclass
from tracker.domain.run import Run

ASKED_DAYS: Final = 3
"""Pain during a run is still told well on the day and on the two after it."""
_SAVED: Final = frozenset({ImportStatus.ADDED, ImportStatus.MERGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class UnscoredRuns:
    """Runs without any pain score: those to ask about, the newest first, and a count of older."""

    asked: tuple[Run, ...] = ()
    older: int = 0


def unscored_runs(book: Book, outcome: ImportOutcome) -> UnscoredRuns:
    """Return the runs that an import added or filled in, as they are on file, without a score."""
    on_file = book.store.records(Run)
    ids = dict.fromkeys(
        each.record.id
        for each in outcome.results
        if each.status in _SAVED and isinstance(each.record, Run)
    )
    found = [on_file[key] for key in ids if key in on_file]
    unscored = [run for run in found if not (run.before or run.during or run.after)]
    first = book.today - timedelta(days=ASKED_DAYS - 1)
    asked = [run for run in unscored if run.day >= first]
    newest = sorted(asked, key=lambda run: run.start, reverse=True)
    return UnscoredRuns(asked=tuple(newest), older=len(unscored) - len(asked))
