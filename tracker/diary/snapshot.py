"""Everything on file at one moment, in the order and by the days that the answers ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Protocol, TypeAlias, TypeVar

from tracker.domain.check_in import CheckIn
from tracker.domain.cross_training import CrossTraining
from tracker.domain.gear import Gear
from tracker.domain.pain import Night
from tracker.domain.routine import Routine, RoutineSession
from tracker.domain.run import Run, RunOutcome
from tracker.domain.screening import Clearance, Retraction, Screening
from tracker.domain.settings import Settings


class _OfADay(Protocol):
    @property
    def day(self) -> date: ...


_Dated = TypeVar("_Dated", bound=_OfADay)
ByDay: TypeAlias = MappingProxyType[date, tuple[_Dated, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The records of one generation of the file. Days and sequences are in the order of time.

    `alarming` are the check-ins with a red-flag answer of yes, `pain_stops` the runs stopped for
    pain: both are few, and asked for at every verdict.
    """

    settings: Settings
    check_ins: ByDay[CheckIn]
    runs: ByDay[Run]
    sessions: ByDay[RoutineSession]
    alarming: tuple[CheckIn, ...] = ()
    pain_stops: tuple[Run, ...] = ()
    cross_training: tuple[CrossTraining, ...] = ()
    screenings: tuple[Screening, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    retractions: tuple[Retraction, ...] = ()
    gear: tuple[Gear, ...] = ()
    routines: tuple[Routine, ...] = ()

    def check_ins_between(self, first: date, last: date) -> list[CheckIn]:
        """Give the check-ins of the days from `first` to `last`, both included."""
        return [item for day in days(first, last) for item in self.check_ins.get(day, ())]

    def runs_between(self, first: date, last: date) -> list[Run]:
        """Give the runs of the days from `first` to `last`, both included."""
        return [run for day in days(first, last) for run in self.runs.get(day, ())]

    def latest_run(self, *, up_to: date) -> Run | None:
        """Give the last run on or before a day."""
        day = next((day for day in reversed(self.runs) if day <= up_to), None)
        return None if day is None else self.runs[day][-1]

    def latest_check_in(self, *, before: date | None = None) -> CheckIn | None:
        """Give the last check-in, or the last of an earlier day than `before`."""
        days_back = reversed(self.check_ins)
        day = next((day for day in days_back if before is None or day < before), None)
        return None if day is None else self.check_ins[day][-1]

    def with_check_in(self, check_in: CheckIn) -> "Snapshot":
        """Give the records as they would be with one check-in more, or in the place of its id."""
        everything = (item for of_day in self.check_ins.values() for item in of_day)
        former = next((item.day for item in everything if item.id == check_in.id), None)
        of_days = dict(self.check_ins)
        if former is not None and former != check_in.day:
            of_days[former] = tuple(item for item in of_days[former] if item.id != check_in.id)
        # By id, so that what is corrected keeps its place among others of the same moment.
        of_day = {item.id: item for item in of_days.get(check_in.day, ())} | {check_in.id: check_in}
        of_days[check_in.day] = tuple(sorted(of_day.values(), key=_written))
        alarming = (item for item in self.alarming if item.id != check_in.id)
        return replace(
            self,
            check_ins=_in_order(of_days),
            alarming=_alarming(sorted((*alarming, check_in), key=_written)),
        )


def days(first: date, last: date) -> Iterable[date]:
    """Give every calendar day from `first` to `last`, both included."""
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def take(
    *,
    settings: Settings,
    check_ins: Iterable[CheckIn],
    runs: Iterable[Run],
    sessions: Iterable[RoutineSession] = (),
    cross_training: Iterable[CrossTraining] = (),
    screenings: Iterable[Screening] = (),
    clearances: Iterable[Clearance] = (),
    retractions: Iterable[Retraction] = (),
    gear: Iterable[Gear] = (),
    routines: Iterable[Routine] = (),
) -> Snapshot:
    """Put records in order, once for each generation of the file.

    Records of one moment stay in the order in which they are given, that of the file.
    """
    written = sorted(check_ins, key=_written)
    run = sorted(runs, key=lambda item: item.start)
    return Snapshot(
        settings=settings,
        check_ins=_by_day(written),
        runs=_by_day(run),
        alarming=_alarming(written),
        pain_stops=tuple(item for item in run if item.outcome is RunOutcome.STOPPED_PAIN),
        sessions=_by_day(sorted(sessions, key=lambda item: item.at)),
        cross_training=tuple(sorted(cross_training, key=lambda item: item.start)),
        screenings=tuple(sorted(screenings, key=lambda item: item.at)),
        clearances=tuple(sorted(clearances, key=lambda item: item.at)),
        retractions=tuple(sorted(retractions, key=lambda item: item.at)),
        gear=tuple(sorted(gear, key=lambda item: item.name.casefold())),
        routines=tuple(routines),
    )


def is_alarming(check_in: CheckIn) -> bool:
    """Tell whether a check-in holds a red-flag answer of yes."""
    return (
        any(answer.yes for answer in check_in.answers)
        or bool(check_in.bone_focal)
        or check_in.night is Night.UNRELENTING
    )


def _alarming(check_ins: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    return tuple(filter(is_alarming, check_ins))


def _written(check_in: CheckIn) -> datetime:
    return check_in.at


def _by_day(items: Iterable[_Dated]) -> ByDay[_Dated]:
    found: dict[date, list[_Dated]] = {}
    for item in items:
        found.setdefault(item.day, []).append(item)
    return _in_order({day: tuple(of_day) for day, of_day in found.items()})


def _in_order(of_days: Mapping[date, tuple[_Dated, ...]]) -> ByDay[_Dated]:
    return MappingProxyType({day: of_days[day] for day in sorted(of_days) if of_days[day]})
