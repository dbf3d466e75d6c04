"""Everything on file at one moment, in the order and by the days that the answers ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date, datetime, timedelta
from typing import Any, Protocol, TypeVar, cast

from tracker.diary.records_by_day import RecordsByDay
from tracker.domain.check_in import CheckIn
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night, Quality
from tracker.domain.record import Record, in_order
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.routine import RoutineSession
from tracker.domain.run import Run, RunOutcome
from tracker.domain.settings import Settings


class _OfADay(Protocol):
    @property
    def day(self) -> date: ...


DRAFT_ID = "draft"
"""The id of a check-in that is being written and not on file."""

_Dated = TypeVar("_Dated", bound=_OfADay)
_RecordT = TypeVar("_RecordT", bound=Record)

BY_DAY: frozenset[type[Record]] = frozenset({CheckIn, Run, RoutineSession})
"""The records that are read day by day, because there may be years of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The records of one generation of the file. Days and sequences are in the order of time.

    `alarming` are the check-ins with a red-flag answer of yes, `pain_stops` the runs stopped for
    pain: both are few, and asked for at every verdict.

    `others` are the records of all other classes, which `of` asks for. `medicines` holds when the
    first medicine of a day was taken.
    """

    settings: Settings
    check_ins: RecordsByDay[CheckIn]
    runs: RecordsByDay[Run]
    sessions: RecordsByDay[RoutineSession]
    alarming: tuple[CheckIn, ...] = ()
    pain_stops: tuple[Run, ...] = ()
    others: Mapping[type[Record], tuple[Record, ...]] = field(default_factory=dict)
    medicines: Mapping[date, datetime] = field(default_factory=dict)

    def of(self, kind: type[_RecordT]) -> tuple[_RecordT, ...]:
        """Return all records of a class."""
        if kind in BY_DAY:
            return tuple(item for of_day in self._days_of(kind).values() for item in of_day)
        return cast("tuple[_RecordT, ...]", self.others.get(kind, ()))

    def on(self, kind: type[_RecordT], day: date) -> tuple[_RecordT, ...]:
        """Return a day's records of a class."""
        if kind in BY_DAY:
            return self._days_of(kind).get(day, ())
        return tuple(item for item in self.of(kind) if getattr(item, "day", None) == day)

    def _days_of(self, kind: type[_RecordT]) -> Mapping[date, tuple[_RecordT, ...]]:
        found: Mapping[type[Record], Mapping[date, tuple[Any, ...]]] = {
            CheckIn: self.check_ins,
            Run: self.runs,
            RoutineSession: self.sessions,
        }
        return found[kind]

    def with_records(self, *records: Record) -> "Snapshot":
        """Return the records as they would be with some more, of classes not read day by day."""
        others = _by_class((*_all(self.others), *records))
        return replace(self, others=others, medicines=_medicines(others))

    def check_ins_between(self, first: date, last: date) -> list[CheckIn]:
        """Return the check-ins of the days from `first` to `last`, both included."""
        return list(self.check_ins.between(first, last))

    def runs_between(self, first: date, last: date) -> list[Run]:
        """Return the runs of the days from `first` to `last`, both included."""
        return list(self.runs.between(first, last))

    def latest_run(self, *, up_to: date) -> Run | None:
        """Return the last run on or before a day."""
        past = (self.runs[day] for day in reversed(self.runs) if day <= up_to)
        return next((of_day[-1] for of_day in past if of_day), None)

    def latest_scores(self, *, until: date | None = None) -> CheckIn | None:
        """Return the last check-in with a site's score, of no later day than `until`.

        An alarm sign reported alone is a check-in too, but there is nothing in it to copy.
        """
        days_back = (day for day in reversed(self.check_ins) if until is None or day <= until)
        past = (item for day in days_back for item in reversed(self.check_ins[day]))
        return next((item for item in past if item.scores), None)

    def with_check_in(self, check_in: CheckIn) -> "Snapshot":
        """Return the records as they would be with one check-in more, or in the place of its id."""
        changed = {check_in.day: _with(self.check_ins.get(check_in.day, ()), check_in)}
        former = None if check_in.id == DRAFT_ID else self._day_of_check_in(check_in.id)
        if former is not None and former != check_in.day:
            kept = (item for item in self.check_ins[former] if item.id != check_in.id)
            changed[former] = tuple(kept)
        alarming = (item for item in self.alarming if item.id != check_in.id)
        return replace(
            self,
            check_ins=self.check_ins.with_days(changed),
            alarming=_alarming(sorted((*alarming, check_in), key=_written)),
        )

    def _day_of_check_in(self, check_in_id: str) -> date | None:
        days_back = reversed(self.check_ins)
        return next(
            (
                day
                for day in days_back
                if any(item.id == check_in_id for item in self.check_ins[day])
            ),
            None,
        )


def _with(of_day: Iterable[CheckIn], check_in: CheckIn) -> tuple[CheckIn, ...]:
    # By id, so that what is corrected keeps its place among others of the same moment.
    return tuple(({item.id: item for item in of_day} | {check_in.id: check_in}).values())


def days(first: date, last: date) -> Iterable[date]:
    """Return every calendar day from `first` to `last`, both included."""
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def take(
    *,
    settings: Settings,
    check_ins: Iterable[CheckIn],
    runs: Iterable[Run],
    sessions: Iterable[RoutineSession] = (),
    others: Iterable[Record] = (),
) -> Snapshot:
    """Put records that are at hand in order."""
    written, run = tuple(check_ins), tuple(runs)
    return arrange(
        settings=settings,
        check_ins=_by_day(written),
        runs=_by_day(run),
        sessions=_by_day(sessions),
        maybe_alarming=written,
        maybe_stopped=run,
        others=others,
    )


def arrange(
    *,
    settings: Settings,
    check_ins: Mapping[date, tuple[CheckIn, ...]],
    runs: Mapping[date, tuple[Run, ...]],
    sessions: Mapping[date, tuple[RoutineSession, ...]],
    maybe_alarming: Iterable[CheckIn],
    maybe_stopped: Iterable[Run],
    others: Iterable[Record] = (),
) -> Snapshot:
    """Put records in order, once for each generation of the file.

    Days are fetched when they are asked for; `maybe_alarming` and `maybe_stopped` hold at least
    all records that matter at every verdict, however long ago they were.
    """
    by_class = _by_class(others)
    stopped = (item for item in maybe_stopped if item.outcome is RunOutcome.STOPPED_PAIN)
    return Snapshot(
        settings=settings,
        check_ins=RecordsByDay(check_ins, moment=_written),
        runs=RecordsByDay(runs, moment=lambda item: item.start),
        sessions=RecordsByDay(sessions, moment=lambda item: item.at),
        alarming=_alarming(sorted(maybe_alarming, key=_written)),
        pain_stops=tuple(sorted(stopped, key=lambda item: item.start)),
        others=by_class,
        medicines=_medicines(by_class),
    )


ALARM_MARKS = ('"yes":true', '"bone_focal":', '"unrelenting"', '"pinpoint_bone"')
STOP_MARKS = (f'"{RunOutcome.STOPPED_PAIN.value}"',)
"""What a document must hold to matter at every verdict; more may hold it, none may lack it."""


def is_alarming(check_in: CheckIn) -> bool:
    """Return whether a check-in holds a red-flag answer of yes, or a symptom that can raise one."""
    return (
        any(answer.yes for answer in check_in.answers)
        or bool(check_in.bone_focal)
        or check_in.night is Night.UNRELENTING
        or Quality.PINPOINT_BONE in check_in.quality
    )


def _alarming(check_ins: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    return tuple(filter(is_alarming, check_ins))


def _written(check_in: CheckIn) -> datetime:
    return check_in.at


def _by_day(items: Iterable[_Dated]) -> dict[date, tuple[_Dated, ...]]:
    found: dict[date, list[_Dated]] = {}
    for item in items:
        found.setdefault(item.day, []).append(item)
    return {day: tuple(of_day) for day, of_day in found.items()}


def _all(others: Mapping[type[Record], tuple[Record, ...]]) -> Iterable[Record]:
    return (item for of_kind in others.values() for item in of_kind)


def _medicines(others: Mapping[type[Record], tuple[Record, ...]]) -> dict[date, datetime]:
    found: dict[date, datetime] = {}
    for item in others.get(Remedy, ()):
        if isinstance(item, Remedy) and item.kind is RemedyKind.MEDICINE:
            found.setdefault(item.day, item.at)
    return found


def _by_class(records: Iterable[Record]) -> dict[type[Record], tuple[Record, ...]]:
    found: dict[type[Record], list[Record]] = {}
    for item in records:
        found.setdefault(type(item), []).append(item)
    return {kind: in_order(kind, of_kind) for kind, of_kind in found.items()}
