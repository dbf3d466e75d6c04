"""What a day holds besides its scores: runs, night, routines, remedies, flares, visits."""

from datetime import date

from tracker.diary.book import Book
from tracker.diary.day_state import day_state
from tracker.diary.flares import flares_on
from tracker.diary.history import usual
from tracker.diary.kinds.remedy import remedy_words
from tracker.diary.kinds.run import KIND_WORDS
from tracker.diary.kinds.visit import BY_WORDS
from tracker.diary.past_verdicts import past_verdict
from tracker.diary.remedies import remedies_on
from tracker.diary.responses import JudgedRun, judged, run_places, score_of
from tracker.diary.routine_fitting import short_names
from tracker.diary.routine_views import all_routines, session_title
from tracker.diary.snapshot import Snapshot
from tracker.domain.cross_training import CrossTraining
from tracker.domain.episode import Flare
from tracker.domain.note import Note
from tracker.domain.routine import RoutineSession, StepState
from tracker.domain.run import Run
from tracker.domain.site import PainSite
from tracker.domain.units import format_distance
from tracker.domain.visit import Visit
from tracker.insight.day_readout import DayFacts, RunFact, VerdictFact
from tracker.insight.response_reason import response_reason
from tracker.insight.site_labels import short_label
from tracker.rules.session import DUE_TEXT


def view_facts(book: Book, day: date) -> DayFacts:
    """Return what a day holds besides its scores."""
    return day_facts(book.snapshot, day, today=book.today)


def day_facts(snapshot: Snapshot, day: date, *, today: date | None = None) -> DayFacts:
    """Gather a day; what was not logged is empty or None.

    `today` is the person's present day, whose runs wait for the next morning.
    """
    state = day_state(snapshot, day)
    runs = snapshot.runs.get(day, ())
    sessions = snapshot.sessions.get(day, ())
    remedies = remedies_on(snapshot, day)
    notes = (
        *(check_in.note for check_in in state.check_ins),
        *(run.note for run in runs),
        *(session.note for session in sessions),
        *(remedy.note for remedy in remedies),
        *(each.note for each in snapshot.on(CrossTraining, day)),
        *(each.note for each in snapshot.on(Note, day)),
    )
    places = dict.fromkeys((*snapshot.settings.tracked, *state.places))
    levels = {place: usual(snapshot, place, day=day) for place in places}
    return DayFacts(
        usual={place: level for place, level in levels.items() if level is not None},
        night=state.night,
        stiff_min=state.stiff_min,
        sleep_h=state.sleep_h,
        sleep_quality=state.sleep_quality,
        fatigue=state.fatigue,
        verdict=_verdict_fact(snapshot, day, today=today or date.max),
        runs=tuple(_run_fact(judged(snapshot, run), today=today or date.max) for run in runs),
        routines=tuple(session_words(snapshot, session) for session in sessions),
        sports=tuple(_sport_words(each, snapshot) for each in snapshot.on(CrossTraining, day)),
        remedies=tuple(map(remedy_words, remedies)),
        flares=tuple(_flare_words(flare, day) for flare in flares_on(snapshot, day)),
        visits=tuple(map(_visit_words, snapshot.on(Visit, day))),
        notes=tuple(filter(None, notes)),
    )


def _run_fact(found: JudgedRun, *, today: date) -> RunFact:
    return RunFact(
        distance_m=found.run.distance_m,
        duration_s=found.run.duration_s,
        response=found.response,
        reason=_reason(found, today=today),
        waits=found.waits(today),
        manner=_manner(found.run),
        scores=tuple(_scores(found.run, place) for place in run_places(found.run)),
    )


def _manner(run: Run) -> tuple[str, ...]:
    effort = () if run.rpe is None else (f"effort {run.rpe}",)
    return (KIND_WORDS[run.kind], *effort)


def _scores(run: Run, place: PainSite) -> str:
    """Write a site's scores before, at the worst and after: "Low back 1→2→1"."""
    scores = (score_of(moment, place) for moment in (run.before, run.during, run.after))
    around = "→".join("–" if score is None else str(score) for score in scores)
    return f"{short_label(place)} {around}"


def _verdict_fact(snapshot: Snapshot, day: date, *, today: date) -> VerdictFact | None:
    found = past_verdict(snapshot, day, today=today)
    if found is None:
        return None
    return VerdictFact(
        outcome=found.outcome, cap=found.headline, reason=found.reason, kept=found.kept
    )


def _sport_words(item: CrossTraining, snapshot: Snapshot) -> str:
    measures = (
        "" if item.duration_s is None else f"{round(item.duration_s / 60)} min",
        "" if item.distance_m is None else format_distance(item.distance_m, snapshot.settings.unit),
    )
    return ", ".join(filter(None, (item.kind.value.replace("_", " "), *measures)))


def _reason(found: JudgedRun, *, today: date) -> str:
    if found.waits(today):
        return ""
    if found.due(today):
        return DUE_TEXT
    return response_reason(found.decided_by.place, found.decided_by.session)


def session_words(snapshot: Snapshot, session: RoutineSession) -> str:
    """Name the routine, and how many of the steps that the day offered were done."""
    names = short_names({key: each.title for key, each in all_routines(snapshot).items()})
    offered = [mark for mark in session.marks if mark.state is not StepState.LEFT_OUT]
    done = sum(mark.state is StepState.DONE for mark in offered)
    name = names.get(session.routine) or session_title(snapshot, session)
    return f"{name}, {done} of {len(offered)} steps"


def _flare_words(flare: Flare, day: date) -> str:
    """Count the days of a flare, the first as one, and say where and what of it."""
    place = f", {flare.place.label}" if flare.place else ""
    note = f": {flare.note}" if flare.note else ""
    return f"day {(day - flare.start).days + 1}{place}{note}"


def _visit_words(visit: Visit) -> str:
    return f"{BY_WORDS[visit.by]}: {visit.note}" if visit.note else BY_WORDS[visit.by]
