"""Laws of the verdict over diaries that nobody wrote: whatever is on file, an answer that fits."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.diary.day_views import day_view
from tracker.diary.run_views import run_lines
from tracker.diary.snapshot import Snapshot, take
from tracker.diary.statuses import status
from tracker.diary.verdicts import verdict_on
from tracker.domain.check_in import BoneFocal, CheckIn, FlagAnswer
from tracker.domain.pain import Night, score_at
from tracker.domain.run import Run, RunOutcome
from tracker.domain.screening import Allows, Clearance, ClearedBy, Retraction, Screen, Screening
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Level, Outcome
from tracker.rules.catalogue import CATALOGUE
from tracker.rules.red_flags import RED_FLAGS, TICKABLE
from tracker.rules.screening import screen_of

TODAY: Final = date(2026, 11, 23)
PLACES: Final = (
    PainSite(Site.LOW_BACK, Side.CENTRE),
    PainSite(Site.KNEE, Side.LEFT),
    PainSite(Site.OTHER, Side.RIGHT, "elbow"),
)
MILDEST_FIRST: Final = (
    (Outcome.GO, None),
    (Outcome.EASY, None),
    (Outcome.CROSS, None),
    (Outcome.REST, None),
    (Outcome.SEEK_CARE, Level.CLINICIAN),
    (Outcome.SEEK_CARE, Level.URGENT),
    (Outcome.SEEK_CARE, Level.EMERGENCY),
)
KEYS: Final = sorted(TICKABLE)
DAYS: Final = st.one_of(st.integers(0, 3), st.integers(0, 16), st.integers(0, 60))
HOURS: Final = st.integers(4, 27)
SCORES: Final = st.dictionaries(
    st.sampled_from(PLACES), st.integers(0, 4) | st.integers(0, 10), max_size=3
).map(lambda scores: tuple(score_at(place, score) for place, score in scores.items()))


def at(back: int, hour: int) -> datetime:
    return datetime.combine(TODAY, time(), tzinfo=UTC) + timedelta(days=-back, hours=hour)


@st.composite
def check_ins(draw: st.DrawFn) -> CheckIn:
    back = draw(DAYS)
    yes = draw(st.none() | st.sampled_from(KEYS)) if draw(st.integers(0, 9)) == 0 else None
    bones = st.builds(BoneFocal, site=st.sampled_from(Site), walking=st.booleans())
    return CheckIn(
        id=draw(st.uuids()).hex,
        at=at(draw(st.just(back) | st.integers(0, back)), draw(HOURS)),
        day=TODAY - timedelta(days=back),
        scores=draw(SCORES),
        night=draw(st.none() | st.sampled_from(Night)) if draw(st.booleans()) else Night.NONE,
        sleep_h=draw(st.none() | st.sampled_from((4.5, 7.5))),
        fatigue=draw(st.none() | st.integers(0, 10)),
        limp=draw(st.integers(0, 9)) == 0,
        ill=draw(st.integers(0, 9)) == 0,
        painkiller=draw(st.booleans()),
        answers=() if yes is None else (FlagAnswer(yes, yes=True),),
        bone_focal=tuple(draw(st.lists(bones, max_size=1)))
        if draw(st.integers(0, 19)) == 0
        else (),
        planned_m=draw(st.none() | st.integers(1, 30_000)),
    )


@st.composite
def runs(draw: st.DrawFn) -> Run:
    back = draw(DAYS)
    return Run(
        id=draw(st.uuids()).hex,
        start=at(back, draw(HOURS)),
        day=TODAY - timedelta(days=back),
        distance_m=draw(st.none() | st.integers(0, 30_000)),
        duration_s=draw(st.none() | st.integers(0, 10_000)),
        before=draw(SCORES),
        during=draw(SCORES),
        after=draw(SCORES),
        outcome=draw(st.sampled_from(RunOutcome)),
        limp=draw(st.booleans()),
    )


@st.composite
def screenings(draw: st.DrawFn) -> Screening:
    back = draw(st.integers(0, 400))
    no_but = partial(draw, st.integers(0, 9).map(lambda number: number == 0))
    return Screening(
        id=draw(st.uuids()).hex, at=at(back, 9), day=TODAY - timedelta(days=back),
        adult=not no_but(), structural=no_but(), condition=no_but(), symptoms=no_but(),
        bone_risk=no_but(), pregnancy=no_but(), told_to_avoid=no_but(), active=no_but(),
    )  # fmt: skip


@st.composite
def clearances(draw: st.DrawFn) -> Clearance:
    back = draw(DAYS)
    return Clearance(
        id=draw(st.uuids()).hex, at=at(back, draw(HOURS)), day=TODAY - timedelta(days=back),
        by=ClearedBy.OTHER,
        covers=draw(st.sampled_from((("all",), ("screening",), ("R-RED-27", "R-RED-31")))),
        allows=draw(st.sampled_from(Allows)), up_to=draw(st.none() | st.integers(0, 10)),
    )  # fmt: skip


@st.composite
def retractions(draw: st.DrawFn) -> Retraction:
    back = draw(DAYS)
    flag = draw(st.sampled_from([flag.id for flag in RED_FLAGS]))
    return Retraction(
        id=draw(st.uuids()).hex, at=at(back, draw(HOURS)), day=TODAY - timedelta(days=back),
        flag=flag, reason="Wrong line.",
    )  # fmt: skip


DIARIES: Final = st.builds(
    take,
    settings=st.sampled_from((Settings(), Settings(tracked=PLACES[:2], run_cap_percent=105))),
    check_ins=st.lists(check_ins(), max_size=8),
    runs=st.lists(runs(), max_size=5),
    screenings=st.lists(screenings(), min_size=0, max_size=2),
    clearances=st.lists(clearances(), max_size=2),
    retractions=st.lists(retractions(), max_size=1),
)


def severity(snapshot: Snapshot, draft: CheckIn | None = None) -> int:
    verdict = verdict_on(snapshot, TODAY, draft=draft)
    found = (verdict.outcome, verdict.level)
    # What stands between the diary and advice allows no run, as REST does.
    return MILDEST_FIRST.index(found if found in MILDEST_FIRST else (Outcome.REST, None))


@settings(max_examples=150, deadline=None)
@given(DIARIES, st.integers(0, 3))
def test_every_diary_has_a_verdict_that_fits_it(snapshot: Snapshot, back: int) -> None:
    day = TODAY - timedelta(days=back)
    verdict = verdict_on(snapshot, day)
    given_today = verdict.readiness.given

    assert verdict == verdict_on(snapshot, day)
    assert [reason.rule for reason in verdict.because] == list(verdict.readiness.rules)
    assert all(reason.text for reason in verdict.because)
    assert {*verdict.readiness.rules, *verdict.flags} <= CATALOGUE.keys()
    assert (verdict.level is not None) is (verdict.outcome is Outcome.SEEK_CARE)
    if verdict.outcome not in {Outcome.GO, Outcome.EASY}:
        assert verdict.cap_m == 0
    elif verdict.cap_m is None:
        assert given_today.longest30_m in {None, 0}
    if verdict.outcome is Outcome.GO:
        scored = [item for item in snapshot.check_ins[day] if item.scores]
        assert scored
        assert screen_of(snapshot.screenings, snapshot.clearances, today=day) is Screen.CLEAR
        assert verdict.flags == ()
        assert any(run.distance_m for run in snapshot.runs_between(day - timedelta(30), day))


@settings(max_examples=50, deadline=None)
@given(DIARIES)
def test_every_diary_has_its_day_its_line_and_its_runs(snapshot: Snapshot) -> None:
    view = day_view(snapshot, TODAY, today=TODAY)

    assert view.verdict == verdict_on(snapshot, TODAY)
    assert status(snapshot, TODAY).outcome is view.verdict.outcome
    assert len(run_lines(snapshot, today=TODAY)) == sum(map(len, snapshot.runs.values()))


@settings(max_examples=100, deadline=None)
@given(DIARIES, st.sampled_from(KEYS), st.integers(4, 27))
def test_a_further_red_flag_answer_never_makes_it_milder(
    snapshot: Snapshot, key: str, hour: int
) -> None:
    answered = CheckIn(id="more", at=at(0, hour), day=TODAY, answers=(FlagAnswer(key, yes=True),))
    silent = replace(answered, answers=())

    assert severity(snapshot, answered) >= severity(snapshot, silent) >= severity(snapshot)


@settings(max_examples=50, deadline=None)
@given(DIARIES, check_ins())
def test_a_draft_is_judged_as_the_saved_check_in_will_be(
    snapshot: Snapshot, check_in: CheckIn
) -> None:
    everything = [item for of_day in snapshot.check_ins.values() for item in of_day]
    saved = take(
        settings=snapshot.settings,
        check_ins=[*everything, check_in],
        runs=[run for of_day in snapshot.runs.values() for run in of_day],
        screenings=snapshot.screenings,
        clearances=snapshot.clearances,
        retractions=snapshot.retractions,
    )

    assert snapshot.with_check_in(check_in) == saved
    assert list(snapshot.with_check_in(check_in).check_ins) == sorted(saved.check_ins)
