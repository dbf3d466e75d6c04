"""One import: what becomes of each thing that was found, and saving it every so often."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from time import monotonic
from typing import Final

from tracker.diary.answers import Imported, ImportStatus, OnDuplicate
from tracker.diary.book import Book
from tracker.diary.kinds.registry import KIND_OF
from tracker.diary.known_activities import A_DAY_MAX, KnownActivities, filled
from tracker.diary.maintenance import copy_before
from tracker.diary.mapped_csv import DayScore
from tracker.domain.calendar_words import format_day
from tracker.domain.check_in import CheckIn
from tracker.domain.cross_training import CrossTraining
from tracker.domain.identity import new_id
from tracker.domain.moment import day_of
from tracker.domain.note import Note
from tracker.domain.problem import Problem
from tracker.domain.record import Record
from tracker.domain.run import Run
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.text import counted
from tracker.domain.units import METRES, format_distance, format_duration
from tracker.exchange.activity import Activity, Found, Rejected, Symptom
from tracker.exchange.duplicates import Likeness
from tracker.exchange.piece import Piece, Repeated
from tracker.exchange.registry import digest_of
from tracker.exchange.to_record import to_note, to_record

# Saved at least so often: what is read is kept when an import is stopped or the machine fails.
SAVE_EVERY_S: Final = 2.0
SAVE_EVERY: Final = 200

STAYS_DELETED: Final = "Deleted in this diary, and stays so."

_KM = 1000
_AHEAD_MAX = timedelta(hours=14)


class ImportSession:
    """Takes what was found, one after the other; `results` says what became of each.

    With `deleted_stay` a content whose record was deleted here is not added again.
    """

    def __init__(
        self, book: Book, *, dry_run: bool, on_duplicate: OnDuplicate, deleted_stay: bool = False
    ) -> None:
        self.results: list[Imported] = []
        self.problem: Problem | None = None
        self._book = book
        self._settings = book.settings
        self._now = book.now
        self._dry_run = dry_run
        self._on_duplicate = on_duplicate
        self._gone = _deleted_digests(book) if deleted_stay else frozenset()
        self._read_known()
        self._new: dict[str, Record] = {}
        self._filled: dict[str, Record] = {}
        self._saved = 0
        self._saved_at = monotonic()
        self.group = new_id(self._now)

    def _read_known(self) -> None:
        snapshot = self._book.snapshot
        self._generation = self._book.store.generation
        self._known = KnownActivities.of(snapshot)
        self._notes = {(each.day, each.note): each for each in snapshot.of(Note)}
        self._check_ins: dict[date, list[CheckIn]] = {}

    def catch_up(self) -> None:
        """Know what else was saved since the last look, while nothing is waiting to be saved."""
        if self._generation != self._book.store.generation and not (self._new or self._filled):
            self._read_known()

    def take(self, found: Found | DayScore) -> None:
        """Take one thing that was found in a file."""
        match found:
            case Rejected():
                result = Imported(
                    file=found.file, status=ImportStatus.REJECTED, message=found.reason
                )
            case Symptom():
                result = self._noted(found)
            case DayScore():
                result = self._scored(found)
            case Activity():
                result = self._activity(found)
        self.results.append(result)
        self._save_if_due()

    def repeated(self, piece: Piece) -> Repeated | None:
        """Return whether the content of a piece became a record already."""
        digest = digest_of(piece)
        if digest is None or self._known.of_origin(digest) is None:
            return None
        return Repeated(piece.file, digest)

    def take_repeated(self, step: Repeated) -> None:
        """Take a file that was read in an earlier import."""
        known = self._known.of_origin(step.digest)
        if known is not None:
            self.results.append(_duplicate(step.file, "Already in the diary.", known))

    def take_over(self, file: str, records: Iterable[Record | Rejected]) -> None:
        """Take the records of another diary: what is here already, or was deleted here, stays so.

        Runs and cross-training are told of one by one, all else in one sentence.
        """
        others: Counter[type[Record]] = Counter()
        for record in records:
            if isinstance(record, Rejected):
                self.take(record)
            elif isinstance(record, Run | CrossTraining):
                self.results.append(self._taken_over(file, record))
            elif not self._is_known(record):
                self._new[record.id] = record
                others[type(record)] += 1
            self._save_if_due()
        if others:
            words = ", ".join(_counted(kind, count) for kind, count in others.items())
            self.results.append(
                Imported(file=file, status=ImportStatus.ADDED, message=f"Also added: {words}.")
            )

    def finish(self) -> None:
        """Save the rest."""
        self._save()

    # -- saving ------------------------------------------------------------------------------

    def _save_if_due(self) -> None:
        unsaved = len(self._new) + len(self._filled)
        if unsaved >= SAVE_EVERY or monotonic() - self._saved_at >= SAVE_EVERY_S:
            self._save()

    def _save(self) -> None:
        self._saved_at = monotonic()
        self._leave_to_others()
        records = [*self._new.values(), *self._as_on_file()]
        if self._dry_run or not records or self.problem is not None:
            return
        if not self._saved:
            copy_before(self._book, "before-import")
        total = self._saved + len(records)
        label = f"the import of {total}"
        self.problem = self._book.keep_all(records, label=label, group=self.group)
        if self.problem is None:
            self._saved = total
            self._generation = self._book.store.generation
            self._new.clear()
            self._filled.clear()

    def _leave_to_others(self) -> None:
        """Add nothing that another program has read from the same file meanwhile."""
        if not self._new:
            return
        self._book.refresh()
        if self._generation != self._book.store.generation:
            on_file = KnownActivities.of(self._book.snapshot)
            self._new = {
                key: record for key, record in self._new.items() if not on_file.has_read(record)
            }

    def _as_on_file(self) -> Iterable[Record]:
        """Fill in what is on file by now: another window may have changed or deleted it."""
        for record in self._filled.values():
            on_file = self._book.store.records(type(record)).get(record.id)
            if on_file is not None:
                yield _filled_in(on_file, record)

    def _add(self, record: Record) -> None:
        self._new[record.id] = record

    def _fill(self, record: Record) -> None:
        """Keep a record that was filled in; one of this very import is still a new one."""
        (self._new if record.id in self._new else self._filled)[record.id] = record

    # -- activities --------------------------------------------------------------------------

    def _activity(self, found: Activity) -> Imported:
        found = _in_unit(found, self._settings.unit)
        record = to_record(found, self._now, day_start_hour=self._settings.day_start_hour)
        if isinstance(record, Rejected):
            return Imported(file=record.file, status=ImportStatus.REJECTED, message=record.reason)
        if found.digest in self._gone:
            return _duplicate(found.file, STAYS_DELETED, record)
        words = " ".join([f"{activity_words(record, self._settings)}.", *found.warnings])
        return self._met(found.file, record, words=words, sport_guessed=found.sport_guessed)

    def _taken_over(self, file: str, record: Run | CrossTraining) -> Imported:
        known = self._book.store.records(type(record)).get(record.id)
        if known is not None:
            return _duplicate(file, "Already in the diary.", known)
        if self._is_known(record):
            return _duplicate(file, STAYS_DELETED, record)
        words = f"{activity_words(record, self._settings)}."
        return self._met(file, record, words=words, sport_guessed=False)

    def _met(
        self, file: str, record: Run | CrossTraining, *, words: str, sport_guessed: bool
    ) -> Imported:
        """Tell a new activity from one on file."""
        if self._known.is_full(record):
            why = (
                f"{format_day(record.day)} has {A_DAY_MAX} activities; more of a day are not read."
            )
            return Imported(file=file, status=ImportStatus.REJECTED, message=why)
        likeness, existing = self._known.like(record, sport_guessed=sport_guessed)
        if existing is not None and likeness is Likeness.SAME:
            new = filled(existing, record)
            if new is existing:
                return _duplicate(file, "Already in the diary.", existing)
            self._known.add(new)
            self._fill(new)
            message = "Already in the diary; this file knew more."
            return Imported(file=file, status=ImportStatus.MERGED, message=message, record=new)
        if existing is not None and self._on_duplicate is not OnDuplicate.KEEP:
            one, other = (activity_words(each, self._settings) for each in (record, existing))
            message = f"{one}. Looks like the one of {other}, so it was left out."
            return replace(_duplicate(file, message, existing), left_out=record)
        self._known.add(record)
        self._add(record)
        return Imported(file=file, status=ImportStatus.ADDED, message=words, record=record)

    # -- notes, scores, other kinds ----------------------------------------------------------

    def _noted(self, found: Symptom) -> Imported:
        """Keep what another diary says as a note, word for word."""
        note = to_note(found, self._now, day_start_hour=self._settings.day_start_hour)
        if isinstance(note, Rejected):
            return Imported(file=note.file, status=ImportStatus.REJECTED, message=note.reason)
        known = self._notes.get((note.day, note.note))
        if known is not None:
            return _duplicate(found.file, "Already in the diary.", known)
        self._notes[note.day, note.note] = note
        self._add(note)
        message = " ".join([f"Note, {format_day(note.day)}: {note.note}", *found.warnings])
        return Imported(file=found.file, status=ImportStatus.ADDED, message=message, record=note)

    def _scored(self, found: DayScore) -> Imported:
        """Keep a score in the day's check-in; one that the person gave there stays."""
        day = day_of(found.at, day_start_hour=self._settings.day_start_hour)
        score = found.score
        words = f"Line {found.line}, {format_day(day)}, {score.place.label} {score.score}."
        if found.at > self._now + _AHEAD_MAX:
            message = f"{words} This day is still to come."
            return Imported(file=found.file, status=ImportStatus.REJECTED, message=message)
        on_day = self._check_ins.setdefault(day, list(self._book.snapshot.check_ins.get(day, ())))
        for check_in in on_day:
            said = next((each for each in check_in.scores if each.place == score.place), None)
            if said is not None:
                stays = "" if said.score == score.score else f"; its score of {said.score} stays"
                return _duplicate(found.file, f"{words} Already in the diary{stays}.", check_in)
        if on_day:
            new = replace(
                on_day[0], scores=(*on_day[0].scores, score), note=on_day[0].note or found.note
            )
            on_day[0] = new
            self._fill(new)
            return Imported(file=found.file, status=ImportStatus.MERGED, message=words, record=new)
        new = CheckIn(id=new_id(self._now), at=found.at, day=day, scores=(score,), note=found.note)
        on_day.append(new)
        self._add(new)
        return Imported(file=found.file, status=ImportStatus.ADDED, message=words, record=new)

    def _is_known(self, record: Record) -> bool:
        """Return whether a record is on file, or was deleted here."""
        store = self._book.store
        kind = type(record)
        return record.id in store.records(kind) or record.id in store.deleted(kind)


def _deleted_digests(book: Book) -> frozenset[str]:
    deleted: list[Run | CrossTraining] = [
        *book.store.deleted(Run).values(),
        *book.store.deleted(CrossTraining).values(),
    ]
    return frozenset(each.source.digest for each in deleted if each.source and each.source.digest)


def _filled_in(on_file: Record, wanted: Record) -> Record:
    if isinstance(on_file, CheckIn) and isinstance(wanted, CheckIn):
        places = {each.place for each in on_file.scores}
        new = tuple(each for each in wanted.scores if each.place not in places)
        return replace(on_file, scores=(*on_file.scores, *new), note=on_file.note or wanted.note)
    if isinstance(on_file, Run | CrossTraining) and isinstance(wanted, Run | CrossTraining):
        return filled(on_file, wanted)
    return on_file


def _in_unit(found: Activity, unit: DistanceUnit) -> Activity:
    """Take the distance of a list that names no unit as one in the person's own."""
    if not found.unit_assumed or found.distance_m is None or unit is DistanceUnit.KM:
        return found
    metres = round(found.distance_m * METRES[unit] / _KM)
    said = ("The list names no unit, so its distances were taken as miles, your own unit.",)
    return replace(found, distance_m=metres, warnings=said)


def _counted(record_type: type[Record], count: int) -> str:
    kind = KIND_OF.get(record_type)
    if kind is None:
        return counted(count, record_type.__name__.lower())
    return f"{count:,} {kind.word if count == 1 else kind.words}"


def _duplicate(file: str, message: str, existing: Run | CrossTraining | Note | CheckIn) -> Imported:
    return Imported(file=file, status=ImportStatus.DUPLICATE, message=message, record=existing)


def activity_words(record: Run | CrossTraining, settings: Settings) -> str:
    """Name an activity by its day and measures: "Run, Sun 22 Nov 2026, 5.0 km, 30:00"."""
    kind = "Run" if isinstance(record, Run) else record.kind.value.replace("_", " ").capitalize()
    parts = [kind, format_day(record.day)]
    if record.distance_m is not None:
        parts.append(format_distance(record.distance_m, settings.unit))
    if record.duration_s is not None:
        parts.append(format_duration(record.duration_s))
    return ", ".join(parts)
