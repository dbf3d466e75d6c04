"""Laws of the verdict over diaries that nobody wrote: whatever is on file, an answer that fits."""

# ruff: noqa: S311  (the same diaries every time)

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Final

import pytest

from tracker.diary.day_views import day_view, status_of
from tracker.diary.run_views import run_lines
from tracker.diary.snapshot import Snapshot, take
from tracker.diary.verdicts import verdict_on
from tracker.domain.check_in import BoneFocal, CheckIn, FlagAnswer
from tracker.domain.pain import Night, PainScore, score_at
from tracker.domain.run import Run, RunOutcome
from tracker.domain.screening import Allows, Clearance, ClearedBy, Retraction, Screen, Screening
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Level, Outcome
from tracker.rules.catalogue import CATALOGUE
from tracker.rules.red_flags import RED_FLAGS, TICKABLE
from tracker.rules.screening import screen_of

SEEDS: Final = range(300)
TODAY: Final = date(2026, 11, 23)
PLACES: Final = (
    PainSite(Site.LOW_BACK, Side.CENTRE),
    PainSite(Site.KNEE, Side.LEFT),
    PainSite(Site.OTHER, Side.RIGHT, "elbow"),
)
KEYS: Final = sorted(TICKABLE)
COVERS: Final = (("all",), ("screening",), ("R-RED-25", "R-RED-27", "R-RED-31"))
MILDEST_FIRST: Final = (
    (Outcome.GO, None),
    (Outcome.EASY, None),
    (Outcome.CROSS, None),
    (Outcome.REST, None),
    (Outcome.SEEK_CARE, Level.CLINICIAN),
    (Outcome.SEEK_CARE, Level.URGENT),
    (Outcome.SEEK_CARE, Level.EMERGENCY),
)


class Chance:
    """A diary from a seed. The higher `trouble`, the more often something is out of the way."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.trouble = self.random.choice((0.0, 0.0, 0.01, 0.03, 0.08, 0.3))
        self.number = 0

    def diary(self) -> Snapshot:
        tracked = self.random.choice(((), PLACES[:1], PLACES))
        return take(
            settings=Settings(tracked=tracked, run_cap_percent=self.random.choice((105, 110))),
            check_ins=list(self.check_ins()),
            runs=[self.run() for _ in range(self.random.choice((0, 1, 4, 6, 7)))],
            others=[
                *(self.screening() for _ in range(0 if self.rarely() else 1)),
                *(self.clearance() for _ in range(self.rarely() + self.rarely())),
                *(self.retraction() for _ in range(self.rarely())),
            ],
        )

    def check_ins(self) -> Iterator[CheckIn]:
        """Check in on most days of a span up to today, on some of them several times."""
        for back in range(self.random.choice((0, 3, 9, 50)), -1, -1):
            for _ in range(self.random.choice((0, 1, 1, 1, 1, 2))):
                yield self.check_in(back)

    def check_in(self, back: int) -> CheckIn:
        yes = [FlagAnswer(self.random.choice(KEYS), yes=True)] if self.rarely() else []
        bone = BoneFocal(site=self.random.choice(list(Site)), walking=True)
        return CheckIn(
            id=self.id(),
            at=self.at(self.random.randint(0, back) if self.rarely() else back),
            day=TODAY - timedelta(days=back),
            scores=self.scores(),
            night=self.random.choice(list(Night)) if self.rarely() else Night.NONE,
            sleep_h=5.0 if self.rarely() else None,
            fatigue=self.random.choice((0, 2, 5, 5, 5, 8)) if self.number % 4 else None,
            limp=self.rarely(),
            ill=self.rarely(),
            painkiller=self.rarely(),
            answers=tuple(yes),
            bone_focal=(bone,) if self.rarely() else (),
            planned_m=self.random.choice((None, None, 4000, 12_000)),
        )

    def run(self) -> Run:
        back = self.random.choice((0, 1, 2, 4, 5, 6, 7, 8, 9, 14, 17, 20, 25, 29, 30, 31))
        return Run(
            id=self.id(),
            start=self.at(back),
            day=TODAY - timedelta(days=back),
            distance_m=None if self.rarely() else self.random.randint(0, 15_000),
            duration_s=None if self.rarely() else self.random.randint(0, 9000),
            before=self.scores(),
            during=self.scores(),
            after=self.scores(),
            outcome=self.random.choice(list(RunOutcome)) if self.rarely() else RunOutcome.COMPLETED,
            limp=self.rarely(),
        )

    def screening(self) -> Screening:
        back = self.random.choice((1, 30, 200, 365, 366))
        return Screening(
            id=self.id(), at=self.at(back), day=TODAY - timedelta(days=back),
            adult=not self.rarely(), structural=self.rarely(), condition=self.rarely(),
            symptoms=self.rarely(), bone_risk=self.rarely(), pregnancy=self.rarely(),
            told_to_avoid=self.rarely(), active=self.rarely(),
        )  # fmt: skip

    def clearance(self) -> Clearance:
        back = self.random.randrange(100)
        return Clearance(
            id=self.id(), at=self.at(back), day=TODAY - timedelta(days=back), by=ClearedBy.OTHER,
            covers=self.random.choice(COVERS), allows=self.random.choice(list(Allows)), up_to=4,
        )  # fmt: skip

    def retraction(self) -> Retraction:
        back = self.random.randrange(20)
        return Retraction(
            id=self.id(), at=self.at(back), day=TODAY - timedelta(days=back),
            flag=self.random.choice(RED_FLAGS).id, reason="Wrong line.",
        )  # fmt: skip

    def scores(self) -> tuple[PainScore, ...]:
        places = self.random.sample(PLACES, self.random.choice((0, 1, 1, 1, 2, 3)))
        return tuple(
            score_at(place, self.random.choice((0, 1, 1, 10 if self.rarely() else 2)))
            for place in places
        )

    def rarely(self) -> bool:
        return self.random.random() < self.trouble

    def at(self, back: int) -> datetime:
        hours = self.random.randrange(4, 28)
        return datetime.combine(TODAY, time(), tzinfo=UTC) + timedelta(days=-back, hours=hours)

    def id(self) -> str:
        self.number += 1
        return f"record-{self.number:04}"


def severity(snapshot: Snapshot, draft: CheckIn | None = None) -> int:
    verdict = verdict_on(snapshot, TODAY, draft=draft)
    found = (verdict.outcome, verdict.level)
    if verdict.readiness.rules == ("R-RDY-00b",) and verdict.readiness.given.sites:
        # Where one site of several lacks its score, only a GO is held back.
        return MILDEST_FIRST.index((Outcome.GO, None))
    # What stands between the diary and advice allows no run, as REST does.
    return MILDEST_FIRST.index(found if found in MILDEST_FIRST else (Outcome.REST, None))


def test_the_diaries_meet_every_outcome() -> None:
    met = Counter(verdict_on(Chance(seed).diary(), TODAY).outcome for seed in SEEDS)

    assert set(met) == set(Outcome)
    assert min(met[Outcome.GO], met[Outcome.EASY], met[Outcome.SEEK_CARE]) >= 10


@pytest.mark.parametrize("seed", SEEDS[::10])
def test_every_diary_has_a_verdict_that_fits_it(seed: int) -> None:
    for own in range(seed, seed + 10):
        snapshot = Chance(own).diary()
        for back in (0, 1, 40):
            check_verdict(snapshot, TODAY - timedelta(days=back))


def check_verdict(snapshot: Snapshot, day: date) -> None:
    verdict = verdict_on(snapshot, day)

    assert [reason.rule for reason in verdict.because] == list(verdict.readiness.rules)
    assert all(reason.text for reason in verdict.because)
    assert {*verdict.readiness.rules, *verdict.flags} <= CATALOGUE.keys()
    assert (verdict.level is not None) is (verdict.outcome is Outcome.SEEK_CARE)
    if verdict.outcome not in {Outcome.GO, Outcome.EASY}:
        assert verdict.cap_m == 0
    elif verdict.cap_m is None:
        assert "R-RDY-39" in verdict.readiness.rules
    if verdict.outcome is Outcome.GO:
        assert any(item.scores for item in snapshot.check_ins[day])
        assert screen_of(snapshot.of(Screening), snapshot.of(Clearance), today=day) is Screen.CLEAR
        assert verdict.flags == ()
        assert any(run.distance_m for run in snapshot.runs_between(day - timedelta(30), day))


@pytest.mark.parametrize("seed", SEEDS[::15])
def test_every_diary_has_its_day_its_line_and_its_runs(seed: int) -> None:
    snapshot = Chance(seed).diary()
    view = day_view(snapshot, TODAY, today=TODAY)

    assert view.verdict == verdict_on(snapshot, TODAY)
    assert status_of(snapshot, TODAY).outcome is view.verdict.outcome
    assert len(run_lines(snapshot, today=TODAY)) == sum(map(len, snapshot.runs.values()))


@pytest.mark.parametrize("key", KEYS)
def test_a_further_red_flag_answer_never_makes_it_milder(key: str) -> None:
    for seed in SEEDS[KEYS.index(key) :: len(KEYS)]:
        chance = Chance(seed)
        snapshot = chance.diary()
        answered = replace(chance.check_in(0), answers=(FlagAnswer(key, yes=True),))
        silent = replace(answered, answers=())

        assert severity(snapshot, answered) >= severity(snapshot, silent)


@pytest.mark.parametrize("seed", SEEDS[::15])
def test_a_draft_is_judged_as_the_saved_check_in_will_be(seed: int) -> None:
    chance = Chance(seed)
    snapshot = chance.diary()
    check_in = chance.check_in(chance.random.choice((0, 3, 70)))
    saved = take(
        settings=snapshot.settings,
        check_ins=[*(item for items in snapshot.check_ins.values() for item in items), check_in],
        runs=[run for runs in snapshot.runs.values() for run in runs],
        others=[
            *snapshot.of(Screening),
            *snapshot.of(Clearance),
            *snapshot.of(Retraction),
        ],
    )

    drafted = snapshot.with_check_in(check_in)

    assert drafted == saved
    assert list(drafted.check_ins) == sorted(drafted.check_ins)
    assert drafted.with_check_in(check_in) == drafted
