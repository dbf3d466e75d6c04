"""Runs that name their gear by word are matched with the pieces on file, so that names may change.

Runs hold the ids of their gear. Those of older versions hold names: each is matched once, with a
piece that it can only mean, and one undo takes all of it back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tracker.diary.book import Book, note_setting
from tracker.diary.snapshot import Snapshot
from tracker.domain.gear import Gear
from tracker.domain.problem import Problem
from tracker.domain.run import Run
from tracker.domain.text import counted


def named_by_word(snapshot: Snapshot, piece: Gear) -> tuple[Run, ...]:
    """Return the runs that name a new piece by word, as they are with its id in place of that."""
    return tuple(_matched(snapshot, (*snapshot.of(Gear), piece), only=piece.id))


def match_once(book: Book) -> int | Problem:
    """Match the runs of older versions, unless that was done; return how many were matched."""
    if book.settings.gear_matched or not book.snapshot.of(Gear) or book.read_only:
        return 0
    runs = tuple(_matched(book.snapshot, book.snapshot.of(Gear)))
    # What was matched once stays as it is after an undo: this is no part of what can be undone.
    marked = note_setting(book, gear_matched=True)
    if isinstance(marked, tuple):
        return marked[0]
    if runs:
        problem = book.keep_all(runs, label=f"matching {counted(len(runs), 'run')} to its gear")
        if problem is not None:
            return problem
    return len(runs)


def _matched(snapshot: Snapshot, pieces: Iterable[Gear], *, only: str = "") -> Iterator[Run]:
    ids = _by_name(pieces)
    known = {each.id for each in pieces}
    for run in snapshot.of(Run):
        found = tuple(_id_of(each, ids, known, only=only) for each in run.gear)
        if found != run.gear:
            yield replace(run, gear=tuple(dict.fromkeys(found)))


def _by_name(pieces: Iterable[Gear]) -> Mapping[str, str]:
    """Return the ids by the names that only one piece has."""
    found: dict[str, list[str]] = {}
    for each in pieces:
        found.setdefault(each.name.casefold(), []).append(each.id)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def _id_of(word: str, ids: Mapping[str, str], known: set[str], *, only: str) -> str:
    found = word if word in known else ids.get(word.casefold(), word)
    return found if not only or found == only else word
