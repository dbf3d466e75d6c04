"""One question, one answer: today's verdict, the plan and the cap never contradict each other."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta

import pytest

from tests.diary.test_verdict_laws import SEEDS, TODAY, Chance
from tracker.diary.answers import Verdict
from tracker.diary.plan_answers import PlanView
from tracker.diary.plans import plan_on
from tracker.diary.snapshot import Snapshot
from tracker.diary.verdicts import verdict_on
from tracker.domain.plan import PlanChoice
from tracker.domain.verdict import Decision, Outcome, Plan
from tracker.rules.plan import BACK, UP

EVERY_DAY = tuple(range(7))
RUNS = {Outcome.GO, Outcome.EASY}


def chosen(mode: Plan, *, back: int, stage: str = "") -> PlanChoice:
    day = TODAY - timedelta(days=back)
    return PlanChoice(
        id=f"plan-{mode}-{back}", at=datetime.combine(day, time(6), tzinfo=UTC), day=day, mode=mode,
        stage=stage, days=EVERY_DAY, goal_m=10_000, goal_by=TODAY + timedelta(days=90),
    )  # fmt: skip


CHOICES = (
    chosen(Plan.FREE, back=20),
    chosen(Plan.LADDER, back=20),
    chosen(Plan.LADDER, back=9, stage="W4"),
    chosen(Plan.LADDER, back=0, stage="W11"),
)


def diaries() -> Iterator[tuple[int, Snapshot]]:
    for seed in SEEDS:
        yield seed, Chance(seed).diary().with_records(CHOICES[seed % len(CHOICES)])


def _beyond_the_cap(verdict: Verdict, plan: PlanView) -> bool:
    session, cap = plan.today, verdict.cap_m
    far = None if session is None else session.distance_m
    return far is not None and (cap is None or far > cap)


def _another_foot(verdict: Verdict, plan: PlanView) -> bool:
    given, session = verdict.readiness, plan.today
    first = "W1" if given.given.walked_w0 else "W0"
    if "R-RDY-39" not in given.rules or session is None or session.stage is None:
        return False
    return session.stage.id != first


def _up_without_room(verdict: Verdict, plan: PlanView) -> bool:
    cap = verdict.readiness.cap
    below = cap is not None and cap.metres < cap.settled_m // 100 * 100
    return plan.decision in UP and (below or verdict.readiness.cap_percent <= 100)


CONTRADICTIONS: dict[str, Callable[[Verdict, PlanView], bool]] = {
    "a session where no run is advised": lambda verdict, plan: (
        plan.today is not None and verdict.outcome not in RUNS
    ),
    "another cap than the verdict's": lambda verdict, plan: (
        plan.today is not None and plan.today.cap_m != verdict.cap_m
    ),
    "farther than the cap": _beyond_the_cap,
    "another ladder session than the verdict's": _another_foot,
    "a step up where no run is advised": lambda verdict, plan: (
        plan.decision in UP and verdict.outcome not in RUNS
    ),
    "a step up where the verdict leaves no room": _up_without_room,
    "no care in the plan": lambda verdict, plan: (
        verdict.outcome is Outcome.SEEK_CARE and plan.decision is not Decision.SEEK_CARE
    ),
    "care in the plan alone": lambda verdict, plan: (
        plan.decision is Decision.SEEK_CARE and verdict.outcome in RUNS
    ),
    "a session before somebody had a look": lambda _verdict, plan: (
        plan.decision is Decision.SEEK_CARE and bool(plan.today or plan.coming)
    ),
    "no word about what to do instead": lambda verdict, plan: (
        verdict.outcome not in RUNS and not plan.instead
    ),
}


def test_verdict_plan_and_cap_never_contradict_r_prog_10() -> None:
    found, seen = Counter[str](), Counter[object]()
    for seed, snapshot in diaries():
        verdict, plan = verdict_on(snapshot, TODAY), plan_on(snapshot, TODAY)
        for words, holds in CONTRADICTIONS.items():
            found[f"{words}, like seed {seed}"] += holds(verdict, plan)
        seen[plan.decision] += 1
        seen["session"] += plan.today is not None
    assert +found == Counter()
    assert {Decision.HOLD, Decision.SEEK_CARE} < set(seen)
    assert BACK & set(seen)
    assert seen["session"] > 10


@pytest.mark.parametrize("mode", [Plan.FREE, Plan.LADDER])
def test_the_plan_makes_no_verdict_milder_r_rdy_24(mode: Plan) -> None:
    order = (Outcome.GO, Outcome.EASY, Outcome.CROSS, Outcome.REST, Outcome.SEEK_CARE)
    for seed in list(SEEDS)[:60]:
        snapshot = Chance(seed).diary()
        free = verdict_on(snapshot, TODAY).outcome
        planned = verdict_on(snapshot.with_records(chosen(mode, back=30)), TODAY).outcome
        if free in order and planned in order:
            assert order.index(planned) >= order.index(free)
