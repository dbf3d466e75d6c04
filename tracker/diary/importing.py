"""Activities from files become records: new ones are added, known ones only filled in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from tracker.diary.answers import Imported, ImportStatus
from tracker.diary.book import Book
from tracker.diary.import_paths import ImportStoppedError, find_files, watched
from tracker.diary.maintenance import copy_before
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day
from tracker.domain.problem import Problem, Problems
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.domain.units import format_distance, format_duration
from tracker.exchange.activity import Activity, Found, Rejected, Symptom
from tracker.exchange.duplicates import Likeness, Record, judge
from tracker.exchange.registry import read_file
from tracker.exchange.to_record import to_record

_ONE = timedelta(days=1)
_FILLED = (
    "distance_m",
    "duration_s",
    "moving_s",
    "avg_hr",
    "max_hr",
    "ascent_m",
    "rpe",
    "surface",
    "note",
)

_UNKNOWN = (None, "")


def import_files(
    book: Book, paths: Iterable[Path], *, dry_run: bool = False, keep_both: bool = False
) -> tuple[Imported, ...] | Problems:
    """Bring activities in from files; nothing is saved on a dry run."""
    results = read_files(
        paths, book.snapshot, now=book.now, settings=book.settings, keep_both=keep_both
    )
    records = changed_records(results)
    if dry_run or not records:
        return results
    copy_before(book, "before-import")
    problem = book.keep_all(records, label=f"the import of {len(records)}")
    return (problem,) if problem else results


def import_typed(
    book: Book, typed: str, *, keep_both: bool, on_file: Callable[[int, int, Path], bool]
) -> tuple[Imported, ...] | Problems | None:
    """Bring activities in from the files that a typed path means; None = stopped, nothing saved.

    `on_file` is told number, total and path of each file, in the diary's thread; the import goes
    on as long as it says True.
    """
    found = find_files(typed)
    if isinstance(found, Problem):
        return (found,)
    try:
        return import_files(book, watched(found, on_file), keep_both=keep_both)
    except ImportStoppedError:
        return None


def read_files(
    paths: Iterable[Path],
    snapshot: Snapshot,
    *,
    now: datetime,
    settings: Settings,
    keep_both: bool = False,
) -> tuple[Imported, ...]:
    """Read files and say what would become of each activity; nothing is saved here.

    What looks like a known activity but may be another is left out, unless `keep_both`.
    """
    known = _Known.of(snapshot)
    results: list[Imported] = []
    for path in paths:
        for found in read_file(path):
            result = _judged(found, known, now=now, settings=settings, keep_both=keep_both)
            if result.status in _CHANGES and result.record is not None:
                known.add(result.record)
            results.append(result)
    return tuple(results)


_CHANGES = frozenset({ImportStatus.ADDED, ImportStatus.MERGED})


def changed_records(results: Iterable[Imported]) -> list[Record]:
    """Give the records to save: added ones, and known ones that were filled in."""
    found = {
        item.record.id: item.record for item in results if item.status in _CHANGES and item.record
    }
    return list(found.values())


@dataclass(slots=True)
class _Known:
    """The activities on file by day, so that a candidate meets only its neighbours."""

    by_day: dict[date, dict[str, Record]] = field(default_factory=dict)
    by_origin: dict[str, Record] = field(default_factory=dict)

    @classmethod
    def of(cls, snapshot: Snapshot) -> "_Known":
        known = cls()
        for runs in snapshot.runs.values():
            for run in runs:
                known.add(run)
        for session in snapshot.cross_training:
            known.add(session)
        return known

    def add(self, record: Record) -> None:
        self.by_day.setdefault(record.day, {})[record.id] = record
        self.by_origin.update(dict.fromkeys(_origins(record), record))

    def near(self, record: Record) -> Iterator[Record]:
        yield from (self.by_origin[key] for key in _origins(record) if key in self.by_origin)
        for day in (record.day, record.day - _ONE, record.day + _ONE):
            yield from self.by_day.get(day, {}).values()


def _origins(record: Record) -> tuple[str, ...]:
    source = record.source
    return () if source is None else tuple(key for key in (source.digest, source.ref) if key)


def _judged(
    found: Found,
    known: _Known,
    *,
    now: datetime,
    settings: Settings,
    keep_both: bool,
) -> Imported:
    if isinstance(found, Rejected):
        return Imported(file=found.file, status=ImportStatus.REJECTED, message=found.reason)
    if isinstance(found, Symptom):
        message = f"{found.words} Symptoms of other diaries can't be kept yet."
        return Imported(file=found.file, status=ImportStatus.REJECTED, message=message)
    record = to_record(found, now, day_start_hour=settings.day_start_hour)
    if isinstance(record, Rejected):
        return Imported(file=record.file, status=ImportStatus.REJECTED, message=record.reason)
    words = _words(record, settings)
    for existing in known.near(record):
        likeness = judge(record, existing)
        if likeness is Likeness.SAME:
            return _same(found, record, existing)
        if likeness is Likeness.ASK and not keep_both:
            message = (
                f"Looks like the one of {_words(existing, settings)}, so it was left out."
                ' "Keep both" adds it all the same.'
            )
            return Imported(
                file=found.file, status=ImportStatus.DUPLICATE, message=message, record=existing
            )
    message = " ".join([f"{words}.", *found.warnings])
    return Imported(file=found.file, status=ImportStatus.ADDED, message=message, record=record)


def _same(found: Activity, record: Record, existing: Record) -> Imported:
    """Fill what the known record lacks; what the person logged with it is never touched."""
    new = {
        name: getattr(record, name)
        for name in _FILLED
        if getattr(existing, name, 0) in _UNKNOWN and getattr(record, name, None) not in _UNKNOWN
    }
    if not new:
        return Imported(
            file=found.file,
            status=ImportStatus.DUPLICATE,
            message="Already in the diary.",
            record=existing,
        )
    return Imported(
        file=found.file,
        status=ImportStatus.MERGED,
        message="Already in the diary; this file knew more.",
        record=replace(existing, **new),
    )


def _words(record: Record, settings: Settings) -> str:
    kind = "Run" if isinstance(record, Run) else record.kind.value.replace("_", " ").capitalize()
    parts = [kind, format_day(record.day)]
    if record.distance_m is not None:
        parts.append(format_distance(record.distance_m, settings.unit))
    if record.duration_s is not None:
        parts.append(format_duration(record.duration_s))
    return ", ".join(parts)
