"""Activities from files become records: new ones are added, known ones only filled in."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import Final

from tracker.diary.answers import (
    Imported,
    ImportOutcome,
    ImportProgress,
    ImportStatus,
    OnDuplicate,
)
from tracker.diary.book import Book
from tracker.diary.import_paths import find_files
from tracker.diary.known_activities import KnownActivities, filled
from tracker.diary.maintenance import copy_before
from tracker.domain.calendar_words import format_day
from tracker.domain.identity import new_id
from tracker.domain.note import Note
from tracker.domain.problem import Problem
from tracker.domain.run import Run
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.text import counted
from tracker.domain.units import METRES, format_distance, format_duration
from tracker.exchange.activity import Activity, Found, Rejected, Symptom
from tracker.exchange.duplicates import Likeness, Record
from tracker.exchange.piece import Step, Unknown
from tracker.exchange.registry import NO_KIND, steps_of
from tracker.exchange.to_record import to_note, to_record
from tracker.exchange.workers import read_steps

# Saved at least so often: what is read is kept when an import is stopped or the machine fails.
SAVE_EVERY_S: Final = 2.0
SAVE_EVERY: Final = 200

_KM = 1000
_CHANGES: Final = frozenset({ImportStatus.ADDED, ImportStatus.MERGED})

Ask = Callable[[Imported], bool]
"""Tells of an activity that looks like one on file; True adds it all the same."""
Watch = Callable[[ImportProgress], bool]
"""Told of how far the import is; it goes on as long as the answer is True."""


def import_files(
    book: Book,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    on_duplicate: OnDuplicate = OnDuplicate.SKIP,
    ask: Ask | None = None,
    watch: Watch = lambda _progress: True,
) -> ImportOutcome:
    """Bring activities in from files; nothing is saved on a dry run.

    What looks like a known activity but may be another is left out, kept, or `ask`ed about. What
    was read until then is kept when the import is stopped, and is undone in one go.
    """
    importing = _Import(book, dry_run=dry_run, on_duplicate=on_duplicate, ask=ask)
    progress = _Progress(paths)
    stopped = False
    try:
        # Closed whatever happens, so that the other processes end.
        with closing(read_steps(step for path in paths for step in progress.of(path))) as reading:
            for step, found in reading:
                importing.take(step, found)
                if importing.problem is not None:
                    break
                if not watch(progress.after(step, len(importing.results))):
                    stopped = True
                    break
    except KeyboardInterrupt:
        stopped = True
    importing.finish()
    return ImportOutcome(
        results=tuple(importing.results), stopped=stopped, problem=importing.problem
    )


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


@dataclass(slots=True)
class _Progress:
    """Counts the bytes of the files that were given, and tells how long the rest will take."""

    paths: Sequence[Path]
    total: int = 0
    done: int = 0
    files: int = 0
    began: float = field(default_factory=monotonic)
    _sizes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path in self.paths:
            with suppress(OSError):
                self.total += path.stat().st_size

    def of(self, path: Path) -> Iterator[Step]:
        """Give the steps of a file, and count its bytes once they are all given."""
        yield from steps_of(path)
        with suppress(OSError):
            self.done += path.stat().st_size

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


_SHARE_TO_JUDGE_BY = 0.02
_TIME_TO_JUDGE_BY_S = 1.0


class _Import:
    """Takes what was found, one after the other, and saves it every so often."""

    def __init__(
        self, book: Book, *, dry_run: bool, on_duplicate: OnDuplicate, ask: Ask | None
    ) -> None:
        self.results: list[Imported] = []
        self.problem: Problem | None = None
        self._book = book
        self._settings = book.settings
        self._now = book.now
        self._dry_run = dry_run
        self._on_duplicate = on_duplicate
        self._ask = ask
        self._known = KnownActivities.of(book.snapshot)
        self._notes = {(each.day, each.note): each for each in book.snapshot.notes}
        self._unsaved: dict[str, Record | Note] = {}
        self._saved = 0
        self._saved_at = monotonic()
        self._group = new_id(self._now)
        self._passed: list[str] = []

    def take(self, step: Step, found: tuple[Found, ...]) -> None:
        """Take what was found in a piece, or a step that needed no reading."""
        if isinstance(step, Unknown):
            self._passed.append(step.file)
        elif isinstance(step, Activity | Symptom | Rejected):
            found = (step,)
        for each in found if not isinstance(step, Unknown) else ():
            result = self._judged(each)
            if result.status in _CHANGES and result.record is not None:
                if not isinstance(result.record, Note):
                    self._known.add(result.record)
                self._unsaved[result.record.id] = result.record
            self.results.append(result)
        if len(self._unsaved) >= SAVE_EVERY or monotonic() - self._saved_at >= SAVE_EVERY_S:
            self._save()

    def finish(self) -> None:
        """Save the rest, and tell of the files that were passed over."""
        self._save()
        if self._passed:
            first, *others = self._passed
            too = f"This and {counted(len(others), 'other file')} are of no kind that can be read."
            message = too if others else NO_KIND
            self.results.append(Imported(file=first, status=ImportStatus.REJECTED, message=message))

    def _save(self) -> None:
        self._saved_at = monotonic()
        if self._dry_run or not self._unsaved or self.problem is not None:
            return
        if not self._saved:
            copy_before(self._book, "before-import")
        records = [self._fresh(record) for record in self._unsaved.values()]
        total = self._saved + len(records)
        label = f"the import of {total}"
        self.problem = self._book.keep_all(records, label=label, group=self._group)
        if self.problem is None:
            self._saved = total
            self._unsaved.clear()

    def _fresh(self, record: Record | Note) -> Record | Note:
        """Return a record that was filled in as it is on file by now: another window may save."""
        if isinstance(record, Note):
            return record
        on_file = self._book.store.records(type(record)).get(record.id)
        return record if on_file is None else filled(on_file, record)

    def _judged(self, found: Found) -> Imported:
        if isinstance(found, Rejected):
            return Imported(file=found.file, status=ImportStatus.REJECTED, message=found.reason)
        if isinstance(found, Symptom):
            return self._noted(found)
        found = _in_unit(found, self._settings.unit)
        record = to_record(found, self._now, day_start_hour=self._settings.day_start_hour)
        if isinstance(record, Rejected):
            return Imported(file=record.file, status=ImportStatus.REJECTED, message=record.reason)
        likeness, existing = self._known.like(record, sport_guessed=found.sport_guessed)
        if existing is not None and likeness is Likeness.SAME:
            return _same(found, record, existing)
        if existing is not None and not self._kept(found, record, existing):
            message = (
                f"{_words(record, self._settings)}. Looks like the one of"
                f" {_words(existing, self._settings)}, so it was left out."
            )
            return _duplicate(found, message, existing)
        message = " ".join([f"{_words(record, self._settings)}.", *found.warnings])
        return Imported(file=found.file, status=ImportStatus.ADDED, message=message, record=record)

    def _noted(self, found: Symptom) -> Imported:
        """Keep what another diary says as a note, word for word."""
        note = to_note(found, self._now, day_start_hour=self._settings.day_start_hour)
        if isinstance(note, Rejected):
            return Imported(file=note.file, status=ImportStatus.REJECTED, message=note.reason)
        known = self._notes.get((note.day, note.note))
        if known is not None:
            return _duplicate(found, "Already in the diary.", known)
        self._notes[note.day, note.note] = note
        message = " ".join([f"Note, {format_day(note.day)}: {note.note}", *found.warnings])
        return Imported(file=found.file, status=ImportStatus.ADDED, message=message, record=note)

    def _kept(self, found: Activity, record: Record, existing: Record) -> bool:
        if self._on_duplicate is not OnDuplicate.ASK or self._ask is None:
            return self._on_duplicate is OnDuplicate.KEEP
        message = (
            f"{_words(record, self._settings)}, looks like"
            f" {_words(existing, self._settings)}, which is in the diary."
        )
        return self._ask(_duplicate(found, message, existing))


def _in_unit(found: Activity, unit: DistanceUnit) -> Activity:
    """Take the distance of a list that names no unit as one in the person's own."""
    if not found.unit_assumed or found.distance_m is None or unit is DistanceUnit.KM:
        return found
    metres = round(found.distance_m * METRES[unit] / _KM)
    said = ("The list names no unit, so its distances were taken as miles, your own unit.",)
    return replace(found, distance_m=metres, warnings=said)


def _same(found: Activity, record: Record, existing: Record) -> Imported:
    """Fill what the known record lacks; what the person logged with it is never touched."""
    new = filled(existing, record)
    if new is existing:
        return _duplicate(found, "Already in the diary.", existing)
    return Imported(
        file=found.file,
        status=ImportStatus.MERGED,
        message="Already in the diary; this file knew more.",
        record=new,
    )


def _duplicate(found: Activity | Symptom, message: str, existing: Record | Note) -> Imported:
    return Imported(
        file=found.file, status=ImportStatus.DUPLICATE, message=message, record=existing
    )


def _words(record: Record, settings: Settings) -> str:
    kind = "Run" if isinstance(record, Run) else record.kind.value.replace("_", " ").capitalize()
    parts = [kind, format_day(record.day)]
    if record.distance_m is not None:
        parts.append(format_distance(record.distance_m, settings.unit))
    if record.duration_s is not None:
        parts.append(format_duration(record.duration_s))
    return ", ".join(parts)
