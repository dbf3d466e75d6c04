"""What the diary answers about a day and about the course of things (R-AN-01, R-AN-08)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from tracker.diary.day_facts import day_facts
from tracker.diary.snapshot import Snapshot, take
from tracker.diary.trends import trends_of
from tracker.domain.check_in import CheckIn
from tracker.domain.episode import Episode, Flare
from tracker.domain.pain import Night, score_at
from tracker.domain.routine import RoutineSession, StepMark, StepState
from tracker.domain.run import Run, RunOutcome
from tracker.domain.screening import ClearedBy
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Response
from tracker.domain.visit import Visit
from tracker.insight.day_readout import DayFacts, RunFact
from tracker.insight.series import EventKind

TODAY = date(2026, 11, 23)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)


def moment(back: int, hour: int = 7) -> datetime:
    return datetime(2026, 11, 23, hour, tzinfo=UTC) - timedelta(days=back)


def check_in(
    back: int,
    score: int | None = None,
    *,
    hour: int = 7,
    night: Night | None = None,
    note: str = "",
) -> CheckIn:
    at = moment(back, hour)
    scores = () if score is None else (score_at(BACK, score),)
    return CheckIn(
        id=f"c{back}-{hour}", at=at, day=at.date(), scores=scores, night=night, note=note
    )


def run(back: int, *, hour: int = 18, outcome: RunOutcome = RunOutcome.COMPLETED) -> Run:
    start = moment(back, hour)
    return Run(
        id=f"r{back}-{hour}",
        start=start,
        day=start.date(),
        distance_m=5000,
        duration_s=1800,
        during=(score_at(BACK, 2),),
        outcome=outcome,
        note="Windy.",
    )


def snapshot_of(
    *check_ins: CheckIn, runs: Iterable[Run] = (), sessions: Iterable[RoutineSession] = ()
) -> Snapshot:
    settings = Settings(tracked=(BACK,))
    return take(settings=settings, check_ins=check_ins, runs=runs, sessions=sessions)


def test_a_day_without_records_holds_nothing() -> None:
    assert day_facts(snapshot_of(), TODAY) == DayFacts()


def test_a_day_holds_its_runs_with_their_response_its_worst_night_and_its_notes() -> None:
    snapshot = snapshot_of(
        check_in(2, 1, night=Night.MOVING, note="Long drive."),
        check_in(2, 1, hour=20, night=Night.WAKES),
        check_in(1, 1),
        check_in(0, 4),
        runs=[run(2, hour=9), run(2, outcome=RunOutcome.STOPPED_PAIN), run(1), run(0)],
    )
    facts = day_facts(snapshot, TODAY - timedelta(days=2))
    assert facts.runs == (
        RunFact(
            distance_m=5000,
            duration_s=1800,
            response=Response.GREEN,
            reason="Low back 1.0 → 1",
            manner=("easy",),
            scores=("Low back –→2→–",),
        ),
        RunFact(
            distance_m=5000,
            duration_s=1800,
            response=Response.RED,
            reason="stopped Low back",
            manner=("easy",),
            scores=("Low back –→2→–",),
        ),
    )
    assert facts.night is Night.WAKES
    assert facts.notes == ("Long drive.", "Windy.", "Windy.")
    assert day_facts(snapshot, TODAY - timedelta(days=1)).runs[0].response is Response.RED
    [fresh] = day_facts(snapshot, TODAY, today=TODAY).runs
    assert (fresh.response, fresh.waits, fresh.reason) == (Response.UNKNOWN, True, "")


def test_a_routine_is_told_by_the_steps_that_the_day_offered() -> None:
    marks = {
        "S1": StepState.DONE,
        "S2": StepState.SKIPPED,
        "S3": StepState.UNTOUCHED,
        "S9": StepState.LEFT_OUT,
    }
    at = moment(0)
    sessions = [
        RoutineSession(
            id=routine,
            at=at,
            day=at.date(),
            routine=routine,
            marks=tuple(StepMark(step, state) for step, state in marks.items()),
        )
        for routine in ("post_run", "a routine since deleted")
    ]
    assert day_facts(snapshot_of(sessions=sessions), TODAY).routines == (
        "After a run, 1 of 3 steps",
        "a routine since deleted, 1 of 3 steps",
    )


def test_trends_of_an_empty_diary_have_no_series() -> None:
    answer = trends_of(snapshot_of(), today=TODAY)
    assert (answer.series, answer.sites, answer.today) == (None, None, TODAY)


def test_r_an_08_trends_end_today_and_count_the_nights_of_the_same_days() -> None:
    snapshot = snapshot_of(
        check_in(60, 5, night=Night.WAKES),
        check_in(42, 5, night=Night.WAKES),
        check_in(41, 3, night=Night.WAKES),
        check_in(3, 2, night=Night.NONE),
        check_in(2, 2),
    )
    answer = trends_of(snapshot, today=TODAY)
    assert answer.series is not None
    assert answer.sites is not None
    assert (answer.series.end, answer.sites.last) == (TODAY, TODAY)
    assert len(answer.series) == 61
    assert (answer.sites.first, answer.sites.nights_woken, answer.sites.nights_answered) == (
        TODAY - timedelta(days=41), 1, 2,
    )  # fmt: skip
    assert answer.sites.rows[0].n7 == 2
    assert answer.sites.rows[0].mean7 is None


def test_flares_visits_and_episodes_are_on_the_chart_and_in_the_days_readout() -> None:
    at = moment(0)
    snapshot = snapshot_of(check_in(9, 2), check_in(2, 6), check_in(0, 5)).with_records(
        Flare(id="f1", at=at, start=TODAY - timedelta(days=2), place=BACK, note="Boxes"),
        Flare(id="f2", at=at, start=TODAY - timedelta(days=5), is_flare=False),
        Flare(id="f3", at=at, start=TODAY + timedelta(days=1)),
        Visit(id="v1", at=at, day=TODAY, by=ClearedBy.PHYSIO, note="Bridges"),
        Visit(id="v2", at=at, day=TODAY - timedelta(days=400), by=ClearedBy.DOCTOR),
        Episode(id="e1", at=at, start=TODAY - timedelta(days=30), name="Autumn"),
    )
    series = trends_of(snapshot, today=TODAY).series
    assert series is not None

    assert {point.day: point.events for point in series.days if point.events} == {
        TODAY - timedelta(days=2): (EventKind.FLARE,),
        TODAY: (EventKind.VISIT,),
    }
    assert (series.start, series.end) == (TODAY - timedelta(days=9), TODAY)
    assert [each.name for each in series.episodes] == ["Autumn"]
    facts = day_facts(snapshot, TODAY)
    assert facts.flares == ("day 3, Low back: Boxes",)
    assert facts.visits == ("physiotherapist: Bridges",)
