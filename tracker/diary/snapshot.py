"""Everything on file at one moment, in the order and by the days that the answers ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

from tracker.diary.records_by_day import RecordsByDay
from tracker.domain.check_in import CheckIn
from tracker.domain.cross_training import CrossTraining
from tracker.domain.dataclass import dataclass
from tracker.domain.episode import Episode, Flare
from tracker.domain.experiment import Experiment
from tracker.domain.gear import Gear
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.note import Note
from tracker.domain.pain import Night, Quality
from tracker.domain.remedy import Remedy
from tracker.domain.routine import Routine, RoutineSession
from tracker.domain.run import Run, RunOutcome
from tracker.domain.screening import Clearance, Retraction, Screening
from tracker.domain.settings import Settings
from tracker.domain.visit import Visit


class _OfADay(Protocol):
    @property
    def day(self) -> date: ...


DRAFT_ID = "draft"
"""The id of a check-in that is being written and not on file."""

_Dated = TypeVar("_Dated", bound=_OfADay)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The records of one generation of the file. Days and sequences are in the order of time.

    `alarming` are the check-ins with a red-flag answer of yes, `pain_stops` the runs stopped for
    pain: both are few, and asked for at every verdict.
    """

    settings: Settings
    check_ins: RecordsByDay[CheckIn]
    runs: RecordsByDay[Run]
    sessions: RecordsByDay[RoutineSession]
    alarming: tuple[CheckIn, ...] = ()
    pain_stops: tuple[Run, ...] = ()
    cross_training: tuple[CrossTraining, ...] = ()
    screenings: tuple[Screening, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    retractions: tuple[Retraction, ...] = ()
    gear: tuple[Gear, ...] = ()
    routines: tuple[Routine, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    visits: tuple[Visit, ...] = ()
    notes: tuple[Note, ...] = ()
    episodes: tuple[Episode, ...] = ()
    flares: tuple[Flare, ...] = ()
    impact_checks: tuple[ImpactCheck, ...] = ()
    experiments: tuple[Experiment, ...] = ()

    def check_ins_between(self, first: date, last: date) -> list[CheckIn]:
        """Return the check-ins of the days from `first` to `last`, both included."""
        return [item for day in days(first, last) for item in self.check_ins.get(day, ())]

    def runs_between(self, first: date, last: date) -> list[Run]:
        """Return the runs of the days from `first` to `last`, both included."""
        return [run for day in days(first, last) for run in self.runs.get(day, ())]

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
    screenings: Iterable[Screening] = (),
    clearances: Iterable[Clearance] = (),
    retractions: Iterable[Retraction] = (),
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
        screenings=screenings,
        clearances=clearances,
        retractions=retractions,
    )


def arrange(
    *,
    settings: Settings,
    check_ins: Mapping[date, tuple[CheckIn, ...]],
    runs: Mapping[date, tuple[Run, ...]],
    sessions: Mapping[date, tuple[RoutineSession, ...]],
    maybe_alarming: Iterable[CheckIn],
    maybe_stopped: Iterable[Run],
    cross_training: Iterable[CrossTraining] = (),
    screenings: Iterable[Screening] = (),
    clearances: Iterable[Clearance] = (),
    retractions: Iterable[Retraction] = (),
    gear: Iterable[Gear] = (),
    routines: Iterable[Routine] = (),
    remedies: Iterable[Remedy] = (),
    visits: Iterable[Visit] = (),
    notes: Iterable[Note] = (),
    episodes: Iterable[Episode] = (),
    flares: Iterable[Flare] = (),
    impact_checks: Iterable[ImpactCheck] = (),
    experiments: Iterable[Experiment] = (),
) -> Snapshot:
    """Put records in order, once for each generation of the file.

    Days are fetched when they are asked for; `maybe_alarming` and `maybe_stopped` hold at least
    all records that matter at every verdict, however long ago they were.
    """
    stopped = (item for item in maybe_stopped if item.outcome is RunOutcome.STOPPED_PAIN)
    return Snapshot(
        settings=settings,
        check_ins=RecordsByDay(check_ins, moment=_written),
        runs=RecordsByDay(runs, moment=lambda item: item.start),
        sessions=RecordsByDay(sessions, moment=lambda item: item.at),
        alarming=_alarming(sorted(maybe_alarming, key=_written)),
        pain_stops=tuple(sorted(stopped, key=lambda item: item.start)),
        cross_training=tuple(sorted(cross_training, key=lambda item: item.start)),
        screenings=tuple(sorted(screenings, key=lambda item: item.at)),
        clearances=tuple(sorted(clearances, key=lambda item: item.at)),
        retractions=tuple(sorted(retractions, key=lambda item: item.at)),
        gear=tuple(sorted(gear, key=lambda item: item.name.casefold())),
        routines=tuple(routines),
        remedies=tuple(sorted(remedies, key=lambda item: item.at)),
        visits=tuple(sorted(visits, key=lambda item: (item.day, item.at))),
        notes=tuple(sorted(notes, key=lambda item: (item.day, item.at))),
        episodes=tuple(sorted(episodes, key=lambda item: (item.start, item.at))),
        flares=tuple(sorted(flares, key=lambda item: (item.start, item.at))),
        impact_checks=tuple(sorted(impact_checks, key=lambda item: item.at)),
        experiments=tuple(sorted(experiments, key=lambda item: item.at)),
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
