"""Strength, cross-training and medicine: what they add up to, and what they mark."""

from datetime import timedelta

import pytest

from tests.diary.conftest import Made
from tracker.diary.answers import NextKind
from tracker.diary.clinician.request import Period
from tracker.diary.clinician.tried import tried_blocks
from tracker.diary.day_state import day_state
from tracker.diary.day_views import next_steps
from tracker.diary.kinds.strength import dose_words
from tracker.diary.record_lines import record_line
from tracker.diary.strength import count_due, exercises, last_of, progress, response_after
from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.strength import HEEL_RAISE, Strength
from tracker.domain.verdict import Outcome, Response
from tracker.insight.page import Facts
from tracker.rules.red_flags import RED_FLAGS

BONE = next(flag.id for flag in RED_FLAGS if flag.bone)
ACHILLES = PainSite(Site.ACHILLES, Side.RIGHT)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)


def exercise(made: Made, back: int, pain: int | None = None, **more: object) -> Strength:
    done = Strength(
        id=f"s{back}-{len(made.others)}",
        at=made.at(back, 18),
        day=made.day(back),
        **{"exercise": HEEL_RAISE, "side": Side.RIGHT, "pain": pain, "place": ACHILLES, **more},  # type: ignore[arg-type]
    )
    made.others.append(done)
    return done


@pytest.mark.parametrize(
    ("pain", "morning", "response"),
    [(1, 1, Response.GREEN), (2, 6, Response.RED), (4, 2, Response.AMBER_LINGER)],
)
def test_r_xt_05_the_next_morning_answers_as_it_answers_a_run(
    made: Made, pain: int, morning: int, response: Response
) -> None:
    made.settings = Settings(tracked=(ACHILLES,))
    made.mornings(ACHILLES, {**dict.fromkeys(range(12, 1, -1), 1), 1: morning})
    done = exercise(made, 2, pain)
    run = made.run(2, during={ACHILLES: pain})
    assert response_after(made.snapshot, done, today=made.day(0)) is response
    assert made.response(run) is response
    assert response_after(made.snapshot, exercise(made, 0), today=made.day(0)) is None


def test_r_xt_05_no_strength_session_changes_a_verdict(made: Made) -> None:
    made.settings = Settings(tracked=(ACHILLES,))
    made.mornings(ACHILLES, dict.fromkeys(range(20, -1, -1), 1))
    made.screened()
    before = made.decided()
    exercise(made, 1, 9)
    assert made.decided() == before


def test_progress_goes_by_exercise_and_side(made: Made) -> None:
    exercise(made, 9, 1, sets=3, reps=12, grams=8000)
    exercise(made, 7, 1, sets=3, reps=13, grams=8000)
    exercise(made, 5, side=Side.LEFT, sets=2, reps=10)
    exercise(made, 3, exercise="Side plank", hold_s=45, sets=2)
    found = progress(made.snapshot, today=made.day(0))
    assert [(each.exercise, each.side, [done.volume for done in each.done]) for each in found] == [
        ("side plank", Side.RIGHT, [90]),
        (HEEL_RAISE, Side.LEFT, [20]),
        (HEEL_RAISE, Side.RIGHT, [36, 39]),
    ]
    assert len(progress(made.snapshot, today=made.day(0), exercise="plank")) == 1
    last = last_of(made.snapshot, "heel raise one leg", Side.RIGHT)
    assert last is not None
    assert dose_words(last) == "3 × 13, 8 kg"
    assert exercises(made.snapshot)[:2] == ("Side plank", HEEL_RAISE)


def test_r_xt_05_a_heel_raise_count_is_due_monthly_and_not_with_a_bone_flag(made: Made) -> None:
    day = made.day(0)
    assert not count_due(made.snapshot, day, flags=())
    exercise(made, 40, reps=20, most=True)
    exercise(made, 2, reps=12)
    assert count_due(made.snapshot, day, flags=())
    assert not count_due(made.snapshot, day, flags=(BONE,))
    exercise(made, 29, reps=22, most=True)
    assert not count_due(made.snapshot, day, flags=())
    assert count_due(made.snapshot, day + timedelta(days=1), flags=())


def session(made: Made, kind: CrossKind, **more: object) -> str:
    done = CrossTraining(
        id="x",
        start=made.at(0, 9),
        day=made.day(0),
        kind=kind,
        duration_s=3600,
        **more,  # type: ignore[arg-type]
    )
    return record_line(made.snapshot, done).summary


def test_r_xt_01_load_and_minutes_of_impact_stand_apart(made: Made) -> None:
    assert session(made, CrossKind.BIKE, rpe=5) == "bike · 1:00:00 · load 300 · no impact"
    assert session(made, CrossKind.HIKE) == "hike · 1:00:00 · 30 min of impact"
    assert session(made, CrossKind.OTHER, impact=True).endswith("60 min of impact")
    assert session(made, CrossKind.OTHER).endswith("no impact")


@pytest.mark.parametrize(("score", "rowing"), [(3, True), (4, False)])
def test_r_xt_03_a_cross_day_offers_what_the_back_allows(
    made: Made, score: int, *, rowing: bool
) -> None:
    made.check_in(0, {BACK: score})
    steps = list(next_steps(made.snapshot, made.day(0), Outcome.CROSS))
    assert NextKind.CROSS_TRAIN in [step.kind for step in steps]
    offered = next(step.detail for step in steps if step.kind is NextKind.CROSS_TRAIN)
    assert ("row" in offered) is rowing or "swim" in offered
    steps = list(next_steps(made.snapshot, made.day(0), Outcome.GO))
    assert NextKind.CROSS_TRAIN not in [step.kind for step in steps]


def test_a_medicine_marks_the_scores_after_it_and_none_before(made: Made) -> None:
    made.check_in(3, {BACK: 2}, hour=7)
    made.check_in(2, {BACK: 2}, hour=7)
    made.check_in(2, {BACK: 1}, hour=20)
    for back in (3, 2):
        taken = made.at(back, 6 if back == 3 else 12)
        made.others.append(
            Remedy(
                id=f"m{back}",
                at=taken,
                day=made.day(back),
                kind=RemedyKind.MEDICINE,
                name="Ibuprofen",
            )
        )
    made.check_in(1, {BACK: 2}, hour=7)
    snapshot = made.snapshot
    assert [day_state(snapshot, made.day(back)).painkiller for back in (3, 2, 1)] == [
        True, True, False,
    ]  # fmt: skip
    (facts,) = tried_blocks(snapshot, Period.up_to(made.day(0), weeks=2), most=8)
    assert isinstance(facts, Facts)
    assert dict(facts.rows)["Medicine"] == "Ibuprofen on 2 days"
    assert "Remedies" not in dict(facts.rows)
