"""Which activities are on file, and what a new one from a file is to them."""

from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date, timedelta
from typing import Any, Final

from tracker.diary.snapshot import Snapshot
from tracker.domain.cross_training import CrossTraining
from tracker.domain.dataclass import dataclass
from tracker.exchange.duplicates import Likeness, Record, judge

A_DAY_MAX: Final = 40
"""Nobody does more on a day; each new one is compared with all others of its day."""

_ONE = timedelta(days=1)
_UNKNOWN = (None, "")
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


@dataclass(slots=True)
class KnownActivities:
    """The activities on file by day, so that a candidate meets only its neighbours."""

    by_day: dict[date, dict[str, Record]] = field(default_factory=dict)
    by_origin: dict[str, Record] = field(default_factory=dict)

    @classmethod
    def of(cls, snapshot: Snapshot) -> "KnownActivities":
        """Gather the runs and cross-training sessions of a diary."""
        known = cls()
        for runs in snapshot.runs.values():
            for run in runs:
                known.add(run)
        for session in snapshot.of(CrossTraining):
            known.add(session)
        return known

    def add(self, record: Record) -> None:
        """Add a record, or put it in the place of its older version."""
        self.by_day.setdefault(record.day, {})[record.id] = record
        self.by_origin.update(dict.fromkeys(_origins(record), record))

    def of_origin(self, key: str) -> Record | None:
        """Return the record of a content, by its digest, or of a service, by its name there."""
        return self.by_origin.get(key)

    def is_full(self, record: Record) -> bool:
        """Return whether a new record's day has as many as any day can."""
        known = any(key in self.by_origin for key in _origins(record))
        return not known and len(self.by_day.get(record.day, ())) >= A_DAY_MAX

    def has_read(self, record: object) -> bool:
        """Return whether the content that a record was read from became one on file."""
        source = getattr(record, "source", None)
        return source is not None and bool(source.digest) and source.digest in self.by_origin

    def like(self, record: Record, *, sport_guessed: bool) -> tuple[Likeness, Record | None]:
        """Return whether a record is one on file, and which: the same before one to be asked of."""
        alike = None
        for existing in self._near(record):
            likeness = judge(record, existing, sport_guessed=sport_guessed)
            if likeness is Likeness.SAME:
                return likeness, existing
            if likeness is Likeness.ASK and alike is None:
                alike = existing
        return (Likeness.NEW if alike is None else Likeness.ASK), alike

    def _near(self, record: Record) -> Iterator[Record]:
        yield from (self.by_origin[key] for key in _origins(record) if key in self.by_origin)
        for day in (record.day, record.day - _ONE, record.day + _ONE):
            yield from self.by_day.get(day, {}).values()


def filled(existing: Record, found: Record) -> Record:
    """Return a record with what it lacks from another; what is on file is never touched."""
    lacking: dict[str, Any] = {
        name: getattr(found, name)
        for name in _FILLED
        if getattr(existing, name, 0) in _UNKNOWN and getattr(found, name, None) not in _UNKNOWN
    }
    return replace(existing, **lacking) if lacking else existing


def _origins(record: Record) -> tuple[str, ...]:
    source = record.source
    return () if source is None else tuple(key for key in (source.digest, source.ref) if key)
