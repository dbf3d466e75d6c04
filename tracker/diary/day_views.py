"""Everything that the Today tab shows of one day."""

from collections.abc import Iterator
from datetime import date, timedelta

from tracker.diary.answers import DayView, NextKind, NextStep, SiteLine, Status, Verdict
from tracker.diary.book import Book
from tracker.diary.day_state import day_state, mornings
from tracker.diary.experiment_days import experiment_line
from tracker.diary.factors import known_factors
from tracker.diary.flags import list_reason_on
from tracker.diary.flares import flare_over, flare_question
from tracker.diary.history import longest_run_30d, usual
from tracker.diary.responses import judged
from tracker.diary.routine_views import all_routines, session_of_day
from tracker.diary.snapshot import Snapshot
from tracker.diary.verdicts import verdict_on
from tracker.diary.weekly_checks import is_due as check_is_due
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.cross_training import CROSS_WORDS, CrossTraining
from tracker.domain.routine import POST_RUN, PRE_RUN, REST_DAY, Routine
from tracker.domain.run import Run
from tracker.domain.screening import Clearance, Screen, Screening
from tracker.domain.site import PainSite, Site
from tracker.domain.verdict import Level, Outcome
from tracker.insight.later_score import later_words
from tracker.rules.constants import WEEK_DAYS
from tracker.rules.cross_training import CROSS_TEXT, offered_kinds
from tracker.rules.pain import week_mean
from tracker.rules.readiness_rows import LIST_ROW
from tracker.rules.routine_moments import moment_of
from tracker.rules.screening import screen_of
from tracker.rules.stretching import routine_begun

LINE_DAYS = 14
_DUE_SHOWN = 2
_CROSS_SHOWN = 3
_ONE = timedelta(days=1)
_RUNNING = frozenset({Outcome.GO, Outcome.EASY})
_NO_RUN = frozenset({Outcome.SEEK_CARE, Outcome.REST, Outcome.CROSS})
_RESTING = frozenset({Outcome.CROSS, Outcome.REST})


def view_day(book: Book, day: date | None = None) -> DayView:
    """Return everything that the Today tab shows of a day, today where none is given."""
    return day_view(book.snapshot, day or book.today, today=book.today)


def day_view(
    snapshot: Snapshot,
    day: date,
    *,
    today: date,
) -> DayView:
    """Gather a day."""
    state = day_state(snapshot, day)
    verdict = verdict_on(snapshot, day)
    longest = longest_run_30d(snapshot, day)
    places = tuple(dict.fromkeys((*snapshot.settings.tracked, *state.places)))
    return DayView(
        day=day,
        today=today,
        settings=snapshot.settings,
        check_ins=state.check_ins,
        places=places,
        previous=snapshot.latest_scores(until=day),
        verdict=verdict,
        next=tuple(next_steps(snapshot, day, verdict.outcome)) if day == today else (),
        lines=tuple(site_line(snapshot, place, day) for place in places),
        longest30_m=longest.distance_m if longest else None,
        list_reason=list_reason_on(snapshot, day),
        known=known_factors(snapshot),
    )


def status_of(snapshot: Snapshot, today: date) -> Status:
    """Put today's outcome, its cap and what is due into one line."""
    verdict = verdict_on(snapshot, today)
    due = tuple(_due(snapshot, today, verdict))
    parts = [verdict.outcome.words]
    if verdict.level is Level.EMERGENCY:
        parts.append(verdict.level.value)
    else:
        parts.extend(filter(None, (verdict.headline, *due[:_DUE_SHOWN])))
    return Status(line=" · ".join(parts), outcome=verdict.outcome, cap_m=verdict.cap_m, due=due)


def _due(snapshot: Snapshot, today: date, verdict: Verdict) -> Iterator[str]:
    """Name what is due in a line: the alarm list first, and no run before it is answered."""
    waits = LIST_ROW in verdict.readiness.rules
    if waits:
        yield "Answer the alarm list"
    for step in next_steps(snapshot, today, verdict.outcome):
        if not (waits and step.kind is NextKind.LOG_RUN):
            yield step.text


def site_line(snapshot: Snapshot, place: PainSite, day: date) -> SiteLine:
    """Gather one site's last fourteen mornings."""
    scores = mornings(snapshot, place, first=day - _ONE * (LINE_DAYS - 1), last=day)
    week = scores[-WEEK_DAYS:]
    mean = week_mean(week)
    first, latest = scores[-1], day_state(snapshot, day).later_scores.get(place)
    again = None if first is None or latest is None else (first, latest)
    clock_24h = snapshot.settings.clock_24h
    return SiteLine(
        place=place,
        usual=usual(snapshot, place, day=day),
        scores=tuple(scores),
        mean7=None if mean is None else float(mean),
        n7=sum(score is not None for score in week),
        later=later_words(*again, day=day, clock_24h=clock_24h) if again else "",
        changed=again[1].score - again[0] if again else 0,
    )


def next_steps(snapshot: Snapshot, day: date, outcome: Outcome) -> Iterator[NextStep]:
    """Name what the person can do next, the most pressing first; no run where none is advised."""
    if screen_of(snapshot.of(Screening), snapshot.of(Clearance), today=day) is Screen.MISSING:
        yield NextStep(kind=NextKind.SCREEN, text="Answer the 8 health questions", detail="1 min")
    if outcome is Outcome.SEEK_CARE:
        yield NextStep(kind=NextKind.CLEARANCE, text="Log what a clinician said")
    unfinished = _unfinished_run(snapshot, day)
    if unfinished is not None:
        yield NextStep(
            kind=NextKind.FINISH_RUN,
            text="Finish yesterday's run: score this morning",
            run=unfinished.id,
        )
    test = experiment_line(snapshot, day)
    if test:
        yield NextStep(kind=NextKind.EXPERIMENT, text=test)
    yield from _flare_steps(snapshot, day)
    ran = day in snapshot.runs
    if outcome in _RUNNING and not ran:
        yield from _routine_step(snapshot, day, NextKind.PRE_RUN, PRE_RUN)
    if ran:
        yield from _routine_step(snapshot, day, NextKind.POST_RUN, POST_RUN)
    if outcome in _RESTING:
        yield from _resting_steps(snapshot, day, outcome)
    if ran or outcome not in _NO_RUN:
        yield NextStep(kind=NextKind.LOG_RUN, text="Log another run" if ran else "Log the run")
    if check_is_due(snapshot, day):
        yield NextStep(kind=NextKind.WEEKLY_CHECK, text="Answer the weekly check", detail="1 min")


def _resting_steps(snapshot: Snapshot, day: date, outcome: Outcome) -> Iterator[NextStep]:
    """Name what is left for a day without running."""
    if day not in snapshot.runs:
        yield from _routine_step(snapshot, day, NextKind.REST_DAY, REST_DAY)
    if outcome is Outcome.CROSS and not snapshot.on(CrossTraining, day):
        yield _cross_step(snapshot, day)


def _cross_step(snapshot: Snapshot, day: date) -> NextStep:
    """Offer what a day without running allows (R-XT-03)."""
    state = day_state(snapshot, day)
    back = [state.now(place) for place in state.places if place.site is Site.LOW_BACK]
    low_back = max((score for score in back if score is not None), default=None)
    kinds = offered_kinds(low_back=low_back)[:_CROSS_SHOWN]
    words = ", ".join(CROSS_WORDS[kind] for kind in kinds)
    return NextStep(kind=NextKind.CROSS_TRAIN, text=CROSS_TEXT, detail=f"{words}, …")


def _flare_steps(snapshot: Snapshot, day: date) -> Iterator[NextStep]:
    """Put the questions about flares where they wait until they are answered (R-AN-04)."""
    question = flare_question(snapshot, today=day)
    if question is not None:
        detail = question.place.label
        yield NextStep(kind=NextKind.FLARE, text="Is this a flare for you?", detail=detail)
    over = flare_over(snapshot, today=day)
    if over is not None:
        since = format_day_of_year(over.flare.start)
        yield NextStep(kind=NextKind.FLARE_OVER, text="Is the flare over?", detail=f"since {since}")


def _unfinished_run(snapshot: Snapshot, day: date) -> Run | None:
    yesterday = snapshot.runs.get(day - _ONE, ())
    return next(
        (run for run in yesterday if judged(snapshot, run).awaits_morning(day)),
        None,
    )


def _routine_step(
    snapshot: Snapshot, day: date, kind: NextKind, routine_id: str
) -> Iterator[NextStep]:
    """Offer a built-in routine; where it is hidden, the first own one for the same moment."""
    routine = all_routines(snapshot)[routine_id]
    alike = [routine, *_own_instead(snapshot, routine)]
    sessions = (session_of_day(snapshot, each.id, day=day) for each in alike)
    if any(each is not None and routine_begun(each.marks) for each in sessions):
        return
    offered = next((each for each in alike if not each.hidden), None)
    if offered is None:
        return
    words = {
        NextKind.PRE_RUN: "Start pre-run routine",
        NextKind.POST_RUN: "Start post-run routine",
        NextKind.REST_DAY: "Start rest-day routine",
    }
    minutes = f"{round(offered.seconds / 60)} min"
    yield NextStep(kind=kind, text=words[kind], detail=minutes, routine=offered.id)


def _own_instead(snapshot: Snapshot, routine: Routine) -> Iterator[Routine]:
    moment = moment_of(routine)
    own = (each for each in all_routines(snapshot).values() if not each.builtin)
    return (each for each in own if moment_of(each) is moment)
