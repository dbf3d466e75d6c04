"""The routines fitted to a day: what its check-ins and flags leave out, add, or hold back."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from functools import partial

from tracker.diary.book import Book
from tracker.diary.day_state import day_state
from tracker.diary.day_views import next_steps
from tracker.diary.flags import active_flags_on
from tracker.diary.routine_views import all_routines, routine_lines, session_of_day
from tracker.diary.snapshot import Snapshot
from tracker.diary.verdicts import verdict_on
from tracker.domain.dataclass import dataclass
from tracker.domain.routine import Routine, RoutineSession, SkipCode
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Site
from tracker.domain.verdict import Outcome
from tracker.rules.red_flags import FLAGS
from tracker.rules.stretching import (
    ACHILLES_HEEL_END,
    FittedRoutine,
    FittedStep,
    fit,
    routine_done,
    skip_codes,
)

_PART_WINDOW = timedelta(days=28)


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedLine:
    """One routine of the list as the day has it: its name, its steps, when it was last done.

    `session` is the day's own, to be gone on with; `done` says that it counts as done (R-STR-09).
    """

    name: str
    fitted: FittedRoutine
    last_day: date | None
    session: RoutineSession | None
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchView:
    """Everything that the Stretch tab shows of one day.

    `suggested` is the id of the routine that the day asks for. `held_by` are the flags for which
    no routine is offered. `checked_in`: without a check-in nothing is known to leave out.
    `first_use`: no session is on file yet. `hidden` are the routines that the list leaves out.
    """

    day: date
    today: date
    settings: Settings
    lines: tuple[FittedLine, ...]
    suggested: str
    held_by: tuple[str, ...]
    checked_in: bool
    first_use: bool
    hidden: tuple[Routine, ...] = ()


def view_routines(book: Book, day: date | None = None) -> StretchView:
    """Return the routines as they fit a day, today where none is given."""
    return stretch_view(book.snapshot, day or book.today, today=book.today)


def stretch_view(snapshot: Snapshot, day: date, *, today: date) -> StretchView:
    """Gather the routines of a day."""
    lines = routine_lines(snapshot, today=day)
    names = short_names({line.routine.id: line.routine.title for line in lines})
    verdict = verdict_on(snapshot, day)
    fitter = _fitter(snapshot, day, flags=verdict.flags)
    fitted = tuple(
        FittedLine(
            name=names[line.routine.id],
            fitted=fitter(line.routine),
            last_day=line.last_day,
            session=line.session,
            done=line.session is not None and routine_done(line.session.marks),
        )
        for line in lines
    )
    return StretchView(
        day=day,
        today=today,
        settings=snapshot.settings,
        lines=fitted,
        suggested=suggested_routine(snapshot, day, outcome=verdict.outcome),
        held_by=tuple(flag for flag in verdict.flags if FLAGS[flag].hold),
        checked_in=day in snapshot.check_ins,
        first_use=not snapshot.sessions,
        hidden=tuple(each for each in all_routines(snapshot).values() if each.hidden),
    )


def short_names(titles: Mapping[str, str]) -> dict[str, str]:
    """Shorten titles to what stands before the colon, where no other has the same beginning."""
    names: dict[str, str] = {}
    for routine_id, title in titles.items():
        short = title.partition(":")[0]
        names[routine_id] = title if short in names.values() else short
    return names


def suggested_routine(snapshot: Snapshot, day: date, *, outcome: Outcome) -> str:
    """Return the id of the routine that a day asks for; the first one where it asks for none."""
    steps = next_steps(snapshot, day, outcome)
    asked = next((step.routine for step in steps if step.routine is not None), None)
    return asked or next(iter(all_routines(snapshot)), "")


def fitted_line(snapshot: Snapshot, routine: Routine, day: date) -> FittedLine:
    """Fit one routine to a day, with that day's session, also where the list hides it."""
    titles = {key: each.title for key, each in all_routines(snapshot).items()}
    session = session_of_day(snapshot, routine.id, day=day)
    return FittedLine(
        name=short_names(titles)[routine.id],
        fitted=fitted_routine(snapshot, routine, day),
        last_day=None if session is None else day,
        session=session,
        done=session is not None and routine_done(session.marks),
    )


def fitted_routine(snapshot: Snapshot, routine: Routine, day: date) -> FittedRoutine:
    """Fit a routine to a day's check-ins and flags (R-STR-06, R-STR-07)."""
    return _fitter(snapshot, day, flags=active_flags_on(snapshot, day))(routine)


def _fitter(
    snapshot: Snapshot, day: date, *, flags: Collection[str]
) -> Callable[[Routine], FittedRoutine]:
    return partial(
        fit,
        codes=active_codes(snapshot, day, flags=flags),
        sites=hurting_places(snapshot, day),
        flags=flags,
        eases=snapshot.settings.eases,
    )


def steps_on(snapshot: Snapshot, routine: Routine, day: date) -> tuple[FittedStep, ...]:
    """Return the steps that a session of a day has; where none is offered, the routine's own.

    What was done is put on file also on a day on which it was not offered.
    """
    fitted = fitted_routine(snapshot, routine, day)
    return fitted.steps if fitted.offered else tuple(FittedStep(step) for step in routine.steps)


def active_codes(snapshot: Snapshot, day: date, *, flags: Collection[str]) -> frozenset[SkipCode]:
    """Return what speaks against steps on a day, from its check-ins and the active flags."""
    state = day_state(snapshot, day)
    knees = [state.now(place) for place in state.places if place.site is Site.KNEE]
    return skip_codes(
        hurts=state.hurts,
        below_knee=state.spread_below_knee,
        knee=max((score for score in knees if score is not None), default=None),
        heel_end=_heel_end(snapshot, day),
        flags=flags,
    )


def hurting_places(snapshot: Snapshot, day: date) -> tuple[PainSite, ...]:
    """Return the tracked places and those that hurt on a day: both get their extras (R-STR-07)."""
    state = day_state(snapshot, day)
    hurting = (place for place in state.places if state.now(place))
    return tuple(dict.fromkeys((*snapshot.settings.tracked, *hurting)))


def _heel_end(snapshot: Snapshot, day: date) -> bool:
    """Tell whether an Achilles that hurts or is tracked does so where the tendon meets the heel."""
    if not any(place.site is Site.ACHILLES for place in hurting_places(snapshot, day)):
        return False
    recent = snapshot.check_ins_between(day - _PART_WINDOW, day)
    last_parts = {
        score.place: score.part
        for item in recent
        for score in item.scores
        if score.site is Site.ACHILLES and score.part is not None
    }
    return ACHILLES_HEEL_END in last_parts.values()
