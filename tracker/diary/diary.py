"""The one door: takes what a person typed, keeps it, and hands out immutable answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tracker.diary import (
    day_views,
    routine_fitting,
    routine_views,
    run_previews,
    run_views,
    verdicts,
)
from tracker.diary.answer_cache import AnswerCache, Answering
from tracker.diary.answers import (
    DayView,
    Imported,
    RoutineLine,
    RunLine,
    RunPreview,
    RunsView,
    Status,
    Verdict,
)
from tracker.diary.clearances import clearance_problems, retraction_problems
from tracker.diary.clock import Clock
from tracker.diary.corrections import corrected_check_in
from tracker.diary.entries import CheckInEntry, RunEntry, SessionEntry
from tracker.diary.parsing import Problems, draft_check_in, read_check_in, read_run, read_session
from tracker.diary.routine_fitting import StretchView
from tracker.diary.screening_answers import read_answers
from tracker.diary.snapshot import ALARM_MARKS, DRAFT_ID, STOP_MARKS, Snapshot, arrange
from tracker.domain.check_in import CheckIn
from tracker.domain.clock_words import as_local
from tracker.domain.cross_training import CrossTraining
from tracker.domain.episode import Episode, Flare
from tracker.domain.experiment import Experiment
from tracker.domain.gear import Gear
from tracker.domain.identity import new_id
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem
from tracker.domain.remedy import Remedy
from tracker.domain.routine import Routine, RoutineSession
from tracker.domain.run import Run
from tracker.domain.screening import Clearance, Retraction, Screening
from tracker.domain.settings import SETTINGS_ID, Settings
from tracker.domain.text import quoted
from tracker.domain.units import format_distance
from tracker.domain.visit import Visit
from tracker.rules.stretching import FittedRoutine
from tracker.store.documents import Record
from tracker.store.errors import StoreError
from tracker.store.store import Store, Undone, UndoRefused

if TYPE_CHECKING:
    from tracker.diary.maintenance import Copy
    from tracker.diary.trends import Trends
    from tracker.insight.day_readout import DayFacts
    from tracker.insight.series import PainSeries

RUN_GONE = "This run was deleted meanwhile. Log it as a new one."

_Saved = TypeVar("_Saved", bound=Record)
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Unusable:
    """The data file can't be used, and was left untouched; `message` says why."""

    message: str


@dataclass(frozen=True, slots=True)
class UndoAnswer:
    """What an undo did, or why it did nothing; `asks` = it would go on if told to."""

    message: str
    done: bool
    asks: bool = False


def open_diary(path: Path, clock: Clock) -> "Diary | Unusable":
    """Open the diary in a file; a missing file is a new diary, made at the first save."""
    try:
        return Diary(Store.open(path, now=clock), clock)
    except StoreError as error:
        return Unusable(str(error))


class Diary:
    """All use cases over one file. Every answer is immutable and belongs to one moment.

    What can't be done comes back as `Problem`s: one for each field, or one with the field "" for
    the file ("no space left").
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._seen: tuple[int, Snapshot] | None = None
        self._remembered = AnswerCache()
        self._unreadable: str | None = None

    # -- what is on file ---------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """Give the data file."""
        return self._store.path

    @property
    def begun_with(self) -> str:
        """Return the version of the program that began the file, "" where it isn't known."""
        return self._store.begun_with

    @property
    def read_only(self) -> str | None:
        """Say why nothing can be saved here, or None."""
        return self._unreadable or self._store.read_only

    @property
    def recovery(self) -> tuple[str, ...]:
        """Tell what was damaged at opening, and what came from where; empty where all was well."""
        report = self._store.report
        return () if report is None else report.sentences

    @property
    def now(self) -> datetime:
        """Give the present moment."""
        return self._clock()

    @property
    def today(self) -> date:
        """Give the person's day."""
        return day_of(self._clock(), day_start_hour=self.settings.day_start_hour)

    @property
    def day_ends(self) -> datetime:
        """Give the moment at which the person's day gives way to the next, never too late.

        Where the clocks change that night, the local zone and the present offset differ.
        """
        day, clock = self.today + timedelta(days=1), time(self.settings.day_start_hour)
        by_offset = datetime.combine(day, clock, tzinfo=self.now.tzinfo)
        return min(as_local(day, clock, now=self.now), by_offset)

    @property
    def settings(self) -> Settings:
        """Give the settings."""
        return self._store.records(Settings).get(SETTINGS_ID, Settings())

    @property
    def snapshot(self) -> Snapshot:
        """Give all records in order; put together once for each generation of the file."""
        generation = self._store.generation
        if self._seen is None or self._seen[0] != generation:
            self._seen = (generation, self._take())
        return self._seen[1]

    def _take(self) -> Snapshot:
        read, by_day = self._store.records, self._store.days
        check_ins, runs = by_day(CheckIn), by_day(Run)
        return arrange(
            settings=self.settings,
            check_ins=check_ins,
            runs=runs,
            sessions=by_day(RoutineSession),
            maybe_alarming=check_ins.holding(*ALARM_MARKS),
            maybe_stopped=runs.holding(*STOP_MARKS),
            cross_training=read(CrossTraining).values(),
            screenings=read(Screening).values(),
            clearances=read(Clearance).values(),
            retractions=read(Retraction).values(),
            gear=read(Gear).values(),
            routines=read(Routine).values(),
            remedies=read(Remedy).values(),
            visits=read(Visit).values(),
            episodes=read(Episode).values(),
            flares=read(Flare).values(),
            impact_checks=read(ImpactCheck).values(),
            experiments=read(Experiment).values(),
        )

    def once(self, answering: Answering[_Answer]) -> _Answer:
        """Give an answer over all records, worked out once for each state of the file and day."""
        return self._remembered.give(
            answering,
            generation=self._store.generation,
            today=self.today,
            take=lambda: self.snapshot,
        )

    def refresh(self) -> bool:
        """Look once whether another program changed the file; True if there is something to show.

        While the file can't be read the records in memory stay, and `read_only` says why.
        """
        known, self._unreadable = self._unreadable, None
        changed = False
        try:
            changed = self._store.refresh()
        except StoreError as error:
            self._unreadable = str(error)
        return changed or self._unreadable != known

    # -- answers -----------------------------------------------------------------------------

    def verdict(
        self,
        day: date | None = None,
        *,
        planned_m: int | None = None,
        draft: CheckInEntry | None = None,
        replacing: str | None = None,
    ) -> Verdict:
        """Decide what a day allows; `draft` is a check-in that is being written.

        `replacing` is the id of the saved check-in that the draft corrects.
        """
        day = day or self.today
        return verdicts.verdict_on(
            self.snapshot, day, planned_m=planned_m, draft=self._drafted(draft, replacing)
        )

    def day_view(self, day: date | None = None) -> DayView:
        """Gather everything that the Today tab shows of a day."""
        return day_views.day_view(self.snapshot, day or self.today, today=self.today)

    def _drafted(self, draft: CheckInEntry | None, replacing: str | None) -> CheckIn | None:
        """Read a draft as far as it can be read; what can't be read yet is not counted."""
        if draft is None:
            return None
        read = draft_check_in(
            draft, record_id=replacing or DRAFT_ID, now=self.now, settings=self.settings
        )
        return self._in_place(read, replacing)

    def runs_view(self) -> RunsView:
        """Gather what the Run tab shows besides its form."""
        verdict = self.verdict()
        return run_views.runs_view(self.snapshot, today=self.today, cap_m=verdict.cap_m)

    def run_lines(self, *, limit: int | None = None) -> tuple[RunLine, ...]:
        """Give the runs with their responses, newest first."""
        return run_views.run_lines(self.snapshot, today=self.today, limit=limit)

    def run_line(self, run_id: str) -> RunLine | Problem:
        """Find a run by its id or the unambiguous beginning or end of it."""
        found = self._find_run(run_id)
        if isinstance(found, Problem):
            return found
        return run_views.run_line(self.snapshot, found, today=self.today)

    def run_preview(self, entry: RunEntry) -> RunPreview:
        """Say what was understood of a run that is being written, and what follows from it."""
        return run_previews.run_preview(
            self.snapshot, entry, now=self.now, cap_m=self.verdict().cap_m
        )

    def spike_note(self, distance_m: int, *, day: date | None = None) -> str | None:
        """Compare a distance with the longest run of the 30 days before (R-LOAD-04)."""
        return run_views.spike_note(self.snapshot, distance_m, day=day or self.today)

    def routine_lines(self) -> tuple[RoutineLine, ...]:
        """Give the routines to choose from."""
        return routine_views.routine_lines(self.snapshot, today=self.today)

    def routine(self, word: str) -> Routine | Problem:
        """Find a routine by its id or code."""
        found = routine_views.find_routine(self.snapshot, word)
        if found is None:
            known = ", ".join(routine_views.all_routines(self.snapshot))
            return Problem("routine", f"There is no routine {quoted(word)}. Use one of: {known}.")
        return found

    def stretch_view(self, day: date | None = None) -> StretchView:
        """Gather the routines as they fit a day."""
        return routine_fitting.stretch_view(self.snapshot, day or self.today, today=self.today)

    def fitted_routine(self, routine: Routine, day: date | None = None) -> FittedRoutine:
        """Fit a routine to a day's check-ins and flags (R-STR-06, R-STR-07)."""
        return routine_fitting.fitted_routine(self.snapshot, routine, day or self.today)

    def pain_series(self) -> "PainSeries | None":
        """Give every day from the first entry to today for the chart; None without any entry."""
        from tracker.diary import trends

        return trends.pain_series(self.snapshot, today=self.today)

    def trends(self) -> "Trends":
        """Gather what the Trends tab shows."""
        from tracker.diary import trends

        return self.once(trends.trends_of)

    def day_facts(self, day: date) -> "DayFacts":
        """Gather what a day holds besides its scores: runs, night, routines, notes."""
        from tracker.diary import day_facts

        return day_facts.day_facts(self.snapshot, day)

    def status(self) -> Status:
        """Give the one line for a shell prompt."""
        from tracker.diary import statuses

        return statuses.status(self.snapshot, self.today)

    # -- changes -----------------------------------------------------------------------------

    def check_in(self, entry: CheckInEntry, *, replacing: str | None = None) -> CheckIn | Problems:
        """Save a check-in; `replacing` is the id of the one that it corrects."""
        now = self.now
        read = read_check_in(
            entry, record_id=replacing or new_id(now), now=now, settings=self.settings
        )
        if isinstance(read, tuple):
            return read
        return self._saved(self._in_place(read, replacing), label="the check-in")

    def _in_place(self, new: CheckIn, replacing: str | None) -> CheckIn:
        before = self._store.records(CheckIn).get(replacing) if replacing else None
        return new if before is None else corrected_check_in(new, before)

    def log_run(self, entry: RunEntry, *, replacing: str | None = None) -> Run | Problems:
        """Save a run; `replacing` is the id of the one that it corrects.

        Of that one everything stays that an entry does not name: source, heart rate, ascent.
        """
        was = self._find_run(replacing) if replacing else None
        if isinstance(was, Problem):
            return (Problem("", RUN_GONE),)
        now = self.now
        read = read_run(
            entry,
            record_id=new_id(now) if was is None else was.id,
            now=now,
            settings=self.settings,
            corrects=was,
        )
        return read if isinstance(read, tuple) else self._saved(read, label=self._run_words(read))

    def log_session(
        self, entry: SessionEntry, *, replacing: str | None = None, goes_on: bool = False
    ) -> RoutineSession | Problems:
        """Save a routine session, also a half one; `replacing` is the one that it goes on with.

        Where it `goes_on` with what was saved last, both are undone in one go.
        """
        routine = self.routine(entry.routine)
        if isinstance(routine, Problem):
            return (routine,)
        earlier = self._store.records(RoutineSession).get(replacing or "")
        read = read_session(
            entry,
            routine,
            steps_on=lambda day: routine_fitting.steps_on(self.snapshot, routine, day),
            record_id=replacing or new_id(self.now),
            now=self.now if earlier is None or entry.when else earlier.at,
            settings=self.settings,
            earlier=earlier,
        )
        if isinstance(read, tuple):
            return read
        return self._saved(read, label=routine.title, goes_on=goes_on)

    def keep_session(
        self, entry: SessionEntry, *, goes_on: bool = False
    ) -> RoutineSession | Problems:
        """Save a routine session; where the day has one of the routine, it is gone on with."""
        routine = self.routine(entry.routine)
        if isinstance(routine, Problem):
            return (routine,)
        day = entry.day or self.today
        begun = routine_views.session_of_day(self.snapshot, routine.id, day=day)
        replacing = None if begun is None else begun.id
        return self.log_session(entry, replacing=replacing, goes_on=goes_on)

    def save_settings(self, settings: Settings) -> Settings | Problems:
        """Save the settings."""
        return self._saved(settings, label="the settings")

    def save_screening(self, screening: Screening) -> Screening | Problems:
        """Save the answers to the screening questions."""
        return self._saved(screening, label="the screening answers")

    def answer_screening(self, answers: Mapping[str, object]) -> Screening | Problems:
        """Save answers to the screening questions, given by field name."""
        now = self.now
        read = read_answers(answers, record_id=new_id(now), now=now, day=self.today)
        return read if isinstance(read, tuple) else self.save_screening(read)

    def add_clearance(self, clearance: Clearance) -> Clearance | Problems:
        """Save what a clinician is reported to have allowed (R-SCR-10)."""
        problems = clearance_problems(clearance, today=self.today)
        return problems or self._saved(clearance, label="the clearance")

    def retract(self, retraction: Retraction) -> Retraction | Problems:
        """Take a red-flag answer back as a mistake; the answer and the reason stay (R-RED-41)."""
        problems = retraction_problems(retraction)
        return problems or self._saved(retraction, label="taking back an answer")

    def delete_run(self, run_id: str) -> Run | Problems:
        """Delete a run; `undo` brings it back."""
        found = self._find_run(run_id)
        if isinstance(found, Problem):
            return (found,)
        problem = self._kept(lambda: self._store.delete(found, label=self._run_words(found)))
        return (problem,) if problem else found

    def keep(self, record: _Saved, *, label: str) -> _Saved | Problems:
        """Save a record of any kind; `label` says in an undo what was taken back."""
        return self._saved(record, label=label)

    def drop(self, record: Record, *, label: str) -> Problem | None:
        """Delete a record of any kind; `undo` brings it back."""
        return self._kept(lambda: self._store.delete(record, label=label))

    def put_all(self, records: Sequence[Record], *, label: str | None) -> Problem | None:
        """Save several records in one go, undone in one go; a label of None is not undone."""
        return self._kept(lambda: self._store.put(*records, label=label))

    def import_files(
        self, paths: Iterable[Path], *, dry_run: bool = False, keep_both: bool = False
    ) -> tuple[Imported, ...] | Problems:
        """Bring activities in from files; nothing is saved on a dry run."""
        from tracker.diary import importing

        results = importing.read_files(
            paths, self.snapshot, now=self.now, settings=self.settings, keep_both=keep_both
        )
        records = importing.changed_records(results)
        if dry_run or not records:
            return results
        self._copy_before("before-import")
        problem = self.put_all(records, label=f"the import of {len(records)}")
        return (problem,) if problem else results

    def _copy_before(self, reason: str) -> None:
        """Copy the file before a large change; no space for a copy must not stop the change."""
        with suppress(StoreError):
            self._store.backup(reason)

    def backups(self) -> "tuple[Copy, ...]":
        """List the copies of the file, newest first."""
        from tracker.diary.maintenance import copies

        return copies(self._store)

    def create_backup(self) -> Path | Problem:
        """Copy the file as it is."""
        try:
            made = self._store.backup()
        except StoreError as error:
            return Problem("", str(error))
        return made or Problem("", "There is nothing to copy yet: the diary is empty.")

    def restore(self, backup: Path) -> Problem | None:
        """Put a copy in the place of all records; `undo` takes it back."""
        return self._kept(lambda: self._store.restore(backup))

    def undo(self, *, force: bool = False) -> UndoAnswer:
        """Take back the latest change made on this machine."""
        try:
            undone = self._store.undo(force=force)
        except StoreError as error:
            return UndoAnswer(str(error), done=False)
        match undone:
            case None:
                return UndoAnswer("There is nothing to undo.", done=False)
            case UndoRefused():
                return UndoAnswer(undone.message, done=False, asks=True)
            case Undone(label=label):
                return UndoAnswer(f"Undone: {label}.", done=True)

    # -- inside ------------------------------------------------------------------------------

    def _find_run(self, run_id: str) -> Run | Problem:
        runs = self._store.records(Run)
        wanted = run_id.strip().casefold()
        found = [key for key in runs if wanted and (key.startswith(wanted) or key.endswith(wanted))]
        if len(found) == 1:
            return runs[found[0]]
        if not found:
            return Problem(
                "id", f'There is no run "{run_id}". `backstride run list` shows the ids.'
            )
        return Problem("id", f'{len(found)} runs match "{run_id}". Type more of the id.')

    def _run_words(self, run: Run) -> str:
        if run.distance_m is None:
            return "the run"
        return f"the run of {format_distance(run.distance_m, self.settings.unit)}"

    def _saved(self, record: _Saved, *, label: str, goes_on: bool = False) -> _Saved | Problems:
        problem = self._kept(lambda: self._store.put(record, label=label, goes_on=goes_on))
        return record if problem is None else (problem,)

    def _kept(self, change: Callable[[], None]) -> Problem | None:
        try:
            change()
        except StoreError as error:
            return Problem("", str(error))
        return None
