"""A run logged, corrected, found, deleted."""

from tracker.diary.book import Book
from tracker.diary.conflicts import Edit
from tracker.diary.entries import RunEntry
from tracker.diary.parsing import read_run
from tracker.domain.identity import new_id
from tracker.domain.problem import Problem, Problems
from tracker.domain.run import Run
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import format_distance

RUN_GONE = "This run was deleted meanwhile. Log it as a new one."


def log_run(
    book: Book, entry: RunEntry, *, replacing: str | None = None, edit: Edit[Run] | None = None
) -> Run | Problems:
    """Save a run; `replacing` is the id of the one that it corrects, `edit` that one as shown.

    Of that one everything stays that an entry does not name: source, heart rate, ascent; and, of
    an edit, what was changed elsewhere meanwhile.
    """
    was = edit.base if edit else find_run(book, replacing) if replacing else None
    if isinstance(was, Problem):
        return (Problem("", RUN_GONE),)
    now, settings = book.now, book.settings
    read = read_run(
        entry,
        record_id=new_id(now) if was is None else was.id,
        now=now,
        settings=settings,
        corrects=was,
    )
    if isinstance(read, tuple):
        return read
    label = _run_words(read, settings.unit)
    if was is None:
        return book.keep(read, label=label)
    return book.amend(edit or Edit(was), read, label=label, gone=RUN_GONE)


def delete_run(book: Book, run_id: str) -> Run | Problems:
    """Delete a run; `undo` brings it back."""
    found = find_run(book, run_id)
    if isinstance(found, Problem):
        return (found,)
    problem = book.drop(found, label=_run_words(found, book.settings.unit))
    return (problem,) if problem else found


def find_run(book: Book, run_id: str) -> Run | Problem:
    """Find a run by its id or the unambiguous beginning or end of it."""
    runs = book.store.records(Run)
    wanted = run_id.strip().casefold()
    found = [key for key in runs if wanted and (key.startswith(wanted) or key.endswith(wanted))]
    if len(found) == 1:
        return runs[found[0]]
    if not found:
        return Problem("id", f'There is no run "{run_id}". `backstride run list` shows the ids.')
    return Problem("id", f'{len(found)} runs match "{run_id}". Type more of the id.')


def _run_words(run: Run, unit: DistanceUnit) -> str:
    return (
        "the run"
        if run.distance_m is None
        else f"the run of {format_distance(run.distance_m, unit)}"
    )
