"""A run logged, corrected, found, deleted."""

from tracker.diary.book import Book
from tracker.diary.conflicts import Edit
from tracker.diary.entries import RunEntry
from tracker.diary.kinds.run import LIMP, PAINKILLER, RUN, run_words, write_steps
from tracker.diary.kinds.saving import save_form
from tracker.domain.form import BETWEEN, Texts
from tracker.domain.problem import Problem, Problems
from tracker.domain.run import Run
from tracker.domain.site_fields import scores_text


def log_run(book: Book, entry: RunEntry, *, replacing: str | None = None) -> Run | Problems:
    """Save a run; `replacing` is the id of the one that it corrects.

    Of that one everything stays that an entry does not name: source, heart rate, ascent.
    """
    was = find_run(book, replacing) if replacing else None
    if isinstance(was, Problem):
        return (Problem("", RUN.gone),)
    return save_form(
        book, kind=RUN, texts=run_texts(entry), edit=None if was is None else Edit(was)
    )


def run_texts(entry: RunEntry) -> Texts:
    """Return a run that a program wrote down as it stands in the form."""
    ticked = {LIMP: entry.limp, PAINKILLER: entry.painkiller}
    return {
        "when": entry.when,
        "distance": entry.distance,
        "duration": entry.duration,
        "kind": entry.kind,
        "rpe": entry.rpe,
        "surface": entry.surface or "",
        "gear": BETWEEN.join(entry.gear),
        "before": scores_text(entry.before),
        "during": scores_text(entry.during),
        "after": scores_text(entry.after),
        "outcome": entry.outcome,
        "also": BETWEEN.join(word for word, yes in ticked.items() if yes),
        "steps": write_steps(entry.steps),
        "routine_id": entry.routine_id or "",
        "note": entry.note,
    }


def delete_run(book: Book, run_id: str) -> Run | Problems:
    """Delete a run; `undo` brings it back."""
    found = find_run(book, run_id)
    if isinstance(found, Problem):
        return (found,)
    problem = book.drop(found, label=run_words(found, book.settings))
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
