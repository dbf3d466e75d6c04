"""Every record of a day, each as one line."""

from datetime import UTC, date, datetime, timedelta

from tracker.diary.day_records import day_records, is_open, marked_records
from tracker.diary.kinds.registry import KINDS
from tracker.diary.snapshot import Snapshot, take
from tracker.domain.check_in import CheckIn, FlagAnswer
from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.episode import Episode, Flare
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.note import Note
from tracker.domain.pain import Night, score_at
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.routine import RoutineSession, StepMark, StepState
from tracker.domain.run import Run
from tracker.domain.screening import Allows, Clearance, ClearedBy
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.strength import Strength
from tracker.domain.visit import Visit

TODAY = date(2026, 11, 23)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def at(hour: int) -> datetime:
    return datetime(2026, 11, 23, hour, tzinfo=UTC)


def full_day(unit: DistanceUnit = DistanceUnit.KM) -> Snapshot:
    scores = (score_at(BACK, 3), score_at(SHIN, 0))
    snapshot = take(
        settings=Settings(tracked=(BACK, SHIN), unit=unit),
        check_ins=[
            CheckIn(id="c1", at=at(7), day=TODAY, scores=scores, night=Night.MOVING, note="a\nb"),
            CheckIn(id="c2", at=at(21), day=TODAY, answers=(FlagAnswer("saddle", yes=True),)),
        ],
        runs=[
            Run(
                id="r1",
                start=at(18),
                day=TODAY,
                distance_m=5200,
                duration_s=1880,
                before=(score_at(BACK, 1),),
                during=(score_at(BACK, 3), score_at(SHIN, 4)),
            ),
            Run(id="r2", start=at(19), day=TODAY),
        ],
        sessions=[
            RoutineSession(
                id="s1",
                at=at(17),
                day=TODAY,
                routine="pre_run",
                marks=(StepMark("P1", StepState.DONE), StepMark("P2", StepState.SKIPPED)),
            )
        ],
        others=[
            Clearance(
                id="k1",
                at=at(12),
                day=TODAY,
                by=ClearedBy.PHYSIO,
                covers=("all",),
                allows=Allows.RUN_WITH_PAIN,
                up_to=3,
            )
        ],
    )
    return snapshot.with_records(
        CrossTraining(id="x1", start=at(10), day=TODAY, kind=CrossKind.POOL_RUN, duration_s=1800),
        Remedy(id="h1", at=at(20), day=TODAY, kind=RemedyKind.HEAT, place=BACK, seconds=900),
        Visit(id="v1", at=at(9), day=TODAY, by=ClearedBy.DOCTOR, note="[b]Rest[/b]"),
        Strength(id="t1", at=at(16), day=TODAY, exercise="squat", sets=3, reps=10),
        Note(id="n1", at=at(9), day=TODAY, note="Slept badly"),
        ImpactCheck(id="i1", at=at(8), day=TODAY, options=(1, None, 2, 0)),
        Episode(id="e1", at=at(1), start=ago(9), name="Autumn"),
        Episode(id="e2", at=at(1), start=ago(30), end=ago(20), name="Before"),
        Flare(id="f1", at=at(2), start=ago(2), end=TODAY, place=BACK),
        Flare(id="f2", at=at(2), start=ago(1), is_flare=False),
    )


def test_a_day_lists_what_it_is_part_of_then_its_records_by_time() -> None:
    lines = day_records(full_day(), TODAY)

    assert [(line.kind.name, line.id, line.summary) for line in lines] == [
        ("episode", "e1", "Autumn · since 14 Nov 2026"),
        ("flare", "f1", "21 – 23 Nov 2026 · Low back"),
        ("checkin", "c1", "Low back 3 · Left shin 0 · night woke on turning · a b"),
        ("impact", "i1", "3 of 4 questions answered"),
        ("visit", "v1", "doctor · [b]Rest[/b]"),
        ("note", "n1", "Slept badly"),
        ("xt", "x1", "pool run · 30:00 · no impact"),
        ("clearance", "k1", "physiotherapist: running allowed up to a score of 3"),
        ("strength", "t1", "squat · 3 × 10"),
        ("session", "s1", "Before a run, 1 of 2 steps"),
        ("run", "r1", "5.2 km in 31:20 · easy · response unknown · pain 1→4→?"),
        ("run", "r2", "easy · response unknown"),
        ("remedy", "h1", "heat, 15 min · Low back"),
        ("checkin", "c2", "alarm sign"),
    ]
    assert {line.kind.name for line in lines} == set(KINDS) - {"gear", "factor"}


def test_distances_are_in_the_persons_unit() -> None:
    run = next(line for line in day_records(full_day(DistanceUnit.MI), TODAY) if line.id == "r1")

    assert run.summary.startswith("3.2 mi in")


def test_a_day_without_records_and_a_day_within_what_lasts() -> None:
    assert day_records(full_day(), ago(60)) == ()
    assert [line.id for line in day_records(full_day(), ago(25))] == ["e2"]
    assert [line.id for line in day_records(full_day(), ago(1))] == ["e1", "f1"]


def test_what_lasts_leads_the_list_of_what_was_marked_and_a_no_is_not_in_it() -> None:
    lines = marked_records(full_day())

    assert [line.id for line in lines] == ["e1", "v1", "f1", "e2"]
    assert [is_open(line) for line in lines] == [True, False, False, False]
