"""Three weeks of one person, typed day by day: GO, EASY, CROSS, REST, SEEK CARE, and back to GO."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tracker.diary.answers import Verdict
from tracker.diary.book import Book, Unusable, open_book, save_settings
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, RunEntry
from tracker.diary.runs import log_run
from tracker.diary.screenings import add_clearance, save_screening
from tracker.diary.verdicts import decide
from tracker.domain.check_in import CheckIn
from tracker.domain.identity import new_id
from tracker.domain.pain import Night
from tracker.domain.run import Run, RunOutcome
from tracker.domain.screening import Allows, Clearance, ClearedBy, Screening
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Level, Outcome
from tracker.rules.catalogue import CATALOGUE

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
FIRST = datetime(2026, 11, 2, 7, 0, tzinfo=UTC)


@dataclass(slots=True)
class Life:
    """One person, one file; the clock stands at seven in the morning until it is moved."""

    path: Path
    now: datetime = FIRST
    number: int = 1
    seen: list[Outcome] = field(default_factory=list)

    def diary(self) -> Book:
        opened = open_book(self.path, lambda: self.now)
        assert not isinstance(opened, Unusable)
        return opened

    def next_morning(self) -> None:
        self.number += 1
        self.now = FIRST + timedelta(days=self.number - 1)

    def check_in(self, score: int, **said: Any) -> Verdict:  # noqa: ANN401 - any field of the entry
        diary = self.diary()
        assert isinstance(save_check_in(diary, CheckInEntry(scores={BACK: score}, **said)), CheckIn)
        return self.verdict()

    def verdict(self) -> Verdict:
        """Ask a diary that was opened anew, as the next command would."""
        verdict = decide(self.diary())
        if self.seen[-1:] != [verdict.outcome]:
            self.seen.append(verdict.outcome)
        assert [reason.rule for reason in verdict.because] == list(verdict.readiness.rules)
        assert all(rule in CATALOGUE for rule in verdict.readiness.rules)
        assert verdict.message
        return verdict

    def run(
        self,
        distance: str,
        *,
        before: int,
        during: int,
        outcome: RunOutcome = RunOutcome.COMPLETED,
    ) -> None:
        """Run from six to twenty past in the evening, and log it then."""
        self.now = self.now.replace(hour=18, minute=30)
        entry = RunEntry(
            when="today 18:00",
            distance=distance,
            duration="20",
            before={BACK: before},
            during={BACK: during},
            outcome=outcome,
        )
        assert isinstance(log_run(self.diary(), entry), Run)


def rules(verdict: Verdict) -> tuple[Outcome, tuple[str, ...]]:
    return verdict.outcome, tuple(rule.removeprefix("R-RDY-") for rule in verdict.readiness.rules)


def screening(now: datetime) -> Screening:
    return Screening(
        id=new_id(now), at=now, day=now.date(), adult=True, structural=False, condition=False,
        symptoms=False, bone_risk=False, pregnancy=False, told_to_avoid=False, active=True,
    )  # fmt: skip


def clearance(now: datetime) -> Clearance:
    return Clearance(
        id=new_id(now), at=now, day=now.date(), by=ClearedBy.DOCTOR, covers=("all",),
        allows=Allows.RUN,
    )  # fmt: skip


def test_three_weeks(tmp_path: Path) -> None:
    life = Life(tmp_path / "diary.json")
    for part in (first_week(life), second_week(life), third_week(life)):
        for _ in part:
            life.next_morning()

    assert life.number == 22
    assert life.seen == [
        Outcome.NEEDS_SCREEN, Outcome.EASY, Outcome.GO, Outcome.CROSS, Outcome.EASY, Outcome.REST,
        Outcome.CROSS, Outcome.SEEK_CARE, Outcome.EASY, Outcome.GO, Outcome.EASY, Outcome.GO,
    ]  # fmt: skip


def first_week(life: Life) -> Iterator[None]:
    """Days 1 to 7: a start, and a run that was too much."""
    assert save_settings(life.diary(), Settings(tracked=(BACK,), setup_step=None))
    assert rules(life.verdict()) == (Outcome.NEEDS_SCREEN, ("00a",))
    assert rules(life.check_in(1)) == (Outcome.NEEDS_SCREEN, ("00a",))

    save_screening(life.diary(), screening(life.now))
    verdict = life.verdict()
    assert rules(verdict) == (Outcome.EASY, ("39",))
    assert verdict.cap_m is None
    life.run("5", before=1, during=1)
    yield

    verdict = life.check_in(1)
    assert rules(verdict) == (Outcome.EASY, ("39b",))
    assert verdict.cap_m == 5000
    yield

    assert rules(life.check_in(1)) == (Outcome.EASY, ("39b",))
    life.run("5.5", before=1, during=2)
    yield

    verdict = life.check_in(2)
    assert rules(verdict) == (Outcome.EASY, ("32", "39b"))
    assert verdict.cap_m == 3700  # 0.75 of 5.0 km: 5.5 km did not settle
    yield

    assert rules(life.check_in(1)) == (Outcome.EASY, ("32", "39b"))
    life.run("4", before=1, during=2)
    yield

    verdict = life.check_in(1)
    assert rules(verdict) == (Outcome.GO, ("50",))
    assert verdict.cap_m == 5500
    life.run("6", before=1, during=4)
    yield

    verdict = life.check_in(4)
    assert rules(verdict) == (Outcome.CROSS, ("20", "21", "22"))
    assert verdict.cap_m == 0
    yield


def second_week(life: Life) -> Iterator[None]:
    """Days 8 to 14: a run against advice, stopped for pain, that does not settle."""
    assert rules(life.check_in(3)) == (Outcome.CROSS, ("22", "30", "31"))
    yield

    assert rules(life.check_in(2)) == (Outcome.EASY, ("22e",))
    life.run("3", before=2, during=6, outcome=RunOutcome.STOPPED_PAIN)
    assert rules(life.verdict()) == (Outcome.REST, ("14",))
    yield

    verdict = life.check_in(5, night=Night.WAKES, limp=True)
    assert rules(verdict) == (Outcome.REST, ("11", "13", "14", "20", "21", "34", "42"))
    assert verdict.flags == ("R-RED-21a",)
    yield

    assert rules(life.check_in(5, night=Night.MOVING)) == (
        Outcome.CROSS, ("20", "21", "22", "34", "37", "42"),
    )  # fmt: skip
    yield

    verdict = life.check_in(4)
    assert rules(verdict) == (Outcome.CROSS, ("20", "22e", "31", "34", "37", "42"))
    assert verdict.flags == ("R-RED-21a",)
    yield

    verdict = life.check_in(4)
    assert rules(verdict) == (Outcome.SEEK_CARE, ("03", "20", "22e", "31", "34", "37", "42"))
    assert verdict.level is Level.CLINICIAN
    assert verdict.flags == ("R-RED-21a", "R-RED-27")
    assert verdict.cap_m == 0
    yield

    verdict = life.check_in(3, alarm=True, answers={"calf_swelling": True, "back_lump": False})
    assert rules(verdict) == (Outcome.SEEK_CARE, ("02", "22e", "30", "34", "37", "42"))
    assert verdict.level is Level.URGENT
    assert verdict.flags == ("R-RED-11", "R-RED-21a", "R-RED-27")
    yield


def third_week(life: Life) -> Iterator[None]:
    """Days 15 to 21: a doctor has a look, and the back calms down."""
    assert rules(life.check_in(2)) == (Outcome.SEEK_CARE, ("02", "22e", "34", "37", "42"))
    life.now = life.now.replace(hour=12)
    add_clearance(life.diary(), clearance(life.now))
    verdict = life.verdict()
    assert rules(verdict) == (Outcome.EASY, ("22e", "37", "42"))
    assert verdict.flags == ()
    assert verdict.cap_m == 2700  # 0.9 of the 3 km of day 9
    yield

    assert rules(life.check_in(1)) == (Outcome.EASY, ("22e", "37", "42"))
    yield

    verdict = life.check_in(1)
    assert rules(verdict) == (Outcome.EASY, ("22e", "42"))
    assert verdict.cap_m == 2700
    life.run("4", before=1, during=1)
    assert rules(life.verdict()) == (Outcome.EASY, ("33", "42"))
    yield

    for _ in range(3):
        assert rules(life.check_in(1)) == (Outcome.GO, ("42",))
        yield

    assert rules(life.check_in(1, planned="9 km")) == (Outcome.EASY, ("38", "42"))
    assert rules(life.check_in(1, planned="6.6 km")) == (Outcome.GO, ("42",))
    yield
