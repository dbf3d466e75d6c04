"""One made-up runner, day by day, on the way that a person's records go: typed, read, decided.

Only the file is left out: check-ins and runs are read by the diary's own functions and kept in
memory, and each morning's verdict is that of the diary on what is known by then.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from math import sqrt
from random import Random
from typing import Final

from tests.loop.figures import LivedDay
from tests.loop.runners import Runner
from tracker.diary.check_ins import check_in_texts
from tracker.diary.entries import CheckInEntry, RunEntry
from tracker.diary.kinds.check_in import CHECK_IN
from tracker.diary.kinds.run import RUN
from tracker.diary.responses import response_to
from tracker.diary.runs import run_texts
from tracker.diary.snapshot import Snapshot, arrange
from tracker.diary.verdicts import verdict_on
from tracker.domain.check_in import CheckIn
from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.form import FormContext
from tracker.domain.pain import SCORE_MAX
from tracker.domain.run import Run
from tracker.domain.screening import Screening
from tracker.domain.settings import Settings
from tracker.domain.verdict import Outcome
from tracker.rules.red_flags import ASKABLE

FIRST: Final = date(2026, 3, 2)
WANTED_M: Final = {1: 5000, 3: 5000, 6: 7000}
"""What a runner wants by weekday: 17 km a week."""

_CARRIED: Final = 0.4
_SD: Final = (0.4, 0.8)
_OF_THE_MOMENT: Final = 0.75
_FLARE_DAYS: Final = 10
_FLARE_WEEKS: Final = (8, 16)
_HURTS_MORE: Final = 0.3
_HURTS_MOST: Final = 5
_WALK_RUN_M: Final = 2400
_WALK_S: Final = 1800
_MOSTLY_NO: Final = dict.fromkeys(ASKABLE, False)


def live(runner: Runner, *, weeks: int, seed: str) -> list[LivedDay]:
    """Let one runner keep a diary for some weeks and do what it says."""
    body, kept = Body.of(runner, seed=seed), Kept(runner)
    days = [_day(body, kept, number) for number in range(weeks * 7)]
    return list(_answered(days, kept))


@dataclass(slots=True)
class Body:
    """How it hurts.

    A score's noise has two parts: one that the days carry on (standard deviation `sd`, AR 0.4), and
    one of the moment, three quarters of it. With these the rules of version 1 and 2 come out as in
    the two columns of domain 4.4.
    """

    runner: Runner
    random: Random
    sd: float
    carried: float
    flare_from: int
    raised: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, runner: Runner, *, seed: str) -> "Body":
        random = Random(seed)  # noqa: S311 - a made-up life, not a secret
        sd = random.uniform(*_SD)
        first, last = _FLARE_WEEKS
        return cls(runner, random, sd, random.gauss(0, sd), random.randrange(first * 7, last * 7))

    def sleep(self) -> None:
        fresh = self.random.gauss(0, self.sd) * sqrt(1 - _CARRIED**2)
        self.carried = _CARRIED * self.carried + fresh

    def morning(self, day: int) -> int:
        rise = self.runner.rise if day in self.raised else 0.0
        return self._score(self._level(self.runner.morning, day) + rise)

    def before(self, day: int) -> int:
        return self._score(self._level(self.runner.before, day))

    def during(self, before: int) -> int:
        return min(_HURTS_MOST, before + (self.random.random() < _HURTS_MORE))

    def run(self, day: int, metres: int) -> None:
        if self.bears_less_than(metres):
            self.raised |= {day + 1, day + 2}

    def bears_less_than(self, metres: int) -> bool:
        return self.runner.tolerates_m is not None and metres > self.runner.tolerates_m

    def _level(self, usual: float, day: int) -> float:
        flaring = 0 <= day - self.flare_from < _FLARE_DAYS
        return self.runner.flare_to if flaring and self.runner.flare_to is not None else usual

    def _score(self, level: float) -> int:
        felt = level + self.carried + self.random.gauss(0, _OF_THE_MOMENT * self.sd)
        return min(SCORE_MAX, max(0, int(felt + 0.5)))


class Kept:
    """The diary in memory. A month of runs was brought in from a watch before the first day."""

    def __init__(self, runner: Runner) -> None:
        self.settings = Settings(tracked=(runner.place,), setup_step=None)
        self.check_ins: dict[date, tuple[CheckIn, ...]] = {}
        self.runs: dict[date, tuple[Run, ...]] = dict(_imported())
        self.walks: list[CrossTraining] = []

    @property
    def snapshot(self) -> Snapshot:
        return arrange(
            settings=self.settings,
            check_ins=self.check_ins,
            runs=self.runs,
            sessions={},
            maybe_alarming=(),
            maybe_stopped=(),
            others=(*self.walks, SCREENING),
        )

    def check_in(self, day: date, entry: CheckInEntry) -> None:
        at = datetime.combine(day, time(7), tzinfo=UTC)
        context = FormContext(now=at, settings=self.settings)
        read = CHECK_IN.read(check_in_texts(entry), context, record_id=f"check-in-{day}")
        assert isinstance(read, CheckIn), read
        self.check_ins[day] = (read,)

    def log_run(self, day: date, entry: RunEntry) -> None:
        at = datetime.combine(day, time(18), tzinfo=UTC)
        context = FormContext(now=at, settings=self.settings)
        read = RUN.read(run_texts(entry), context, record_id=f"run-{day}")
        assert isinstance(read, Run), read
        self.runs[day] = (read,)


SCREENING: Final = Screening(
    id="screening", at=datetime.combine(FIRST, time(6), tzinfo=UTC), day=FIRST, adult=True,
    structural=False, condition=False, symptoms=False, bone_risk=False, pregnancy=False,
    told_to_avoid=False, active=True,
)  # fmt: skip


def _imported() -> Iterator[tuple[date, tuple[Run, ...]]]:
    for back in range(1, 31):
        day = FIRST - timedelta(days=back)
        if day.weekday() in WANTED_M:
            start = datetime.combine(day, time(18), tzinfo=UTC)
            metres = WANTED_M[day.weekday()]
            yield day, (Run(id=f"run-{day}", start=start, day=day, distance_m=metres),)


def morning_entry(runner: Runner, score: int, day: date) -> CheckInEntry:
    """Give a morning's check-in as it is typed; once a week the alarm list is gone through."""
    wanted = WANTED_M.get(day.weekday())
    weekly = day.weekday() == FIRST.weekday()
    return CheckInEntry(
        scores={runner.place: score},
        alarm=False,
        full_list=weekly,
        answers=_MOSTLY_NO if weekly else {},
        planned="" if wanted is None else f"{wanted} m",
    )


def run_entry(runner: Runner, metres: int, *, before: int, during: int) -> RunEntry:
    """Give a run as it is typed."""
    return RunEntry(
        distance=f"{metres} m",
        duration=f"{metres // 150} min",
        before={runner.place: before},
        during={runner.place: during},
        after={runner.place: before},
    )


def _day(body: Body, kept: Kept, number: int) -> LivedDay:
    runner, day = body.runner, FIRST + timedelta(days=number)
    body.sleep()
    kept.check_in(day, morning_entry(runner, body.morning(number), day))
    verdict = verdict_on(kept.snapshot, day)
    wanted = WANTED_M.get(day.weekday(), 0)
    ran = 0
    if wanted and verdict.outcome in {Outcome.GO, Outcome.EASY}:
        ran = _obey(kept, day, verdict.cap_m, wanted, walked_w0=verdict.readiness.given.walked_w0)
    if ran:
        before = body.before(number)
        entry = run_entry(runner, ran, before=before, during=body.during(before))
        kept.log_run(day, entry)
        body.run(number, ran)
    return LivedDay(
        week=number // 7 + 1,
        wanted_m=wanted,
        ran_m=ran,
        over=body.bears_less_than(ran),
        response=None,
        rules=verdict.readiness.rules,
        asked=verdict.outcome is Outcome.SEEK_CARE or "R-RED-34" in verdict.flags,
    )


def _obey(kept: Kept, day: date, cap_m: int | None, wanted: int, *, walked_w0: bool) -> int:
    """Run as far as is wanted and allowed; without a cap the session is the ladder's."""
    if cap_m is not None:
        return min(wanted, cap_m)
    if walked_w0:
        return _WALK_RUN_M
    start = datetime.combine(day, time(18), tzinfo=UTC)
    walk = CrossTraining(
        id=f"walk-{day}", start=start, day=day, kind=CrossKind.WALK, duration_s=_WALK_S
    )
    kept.walks.append(walk)
    return 0


def _answered(days: list[LivedDay], kept: Kept) -> Iterator[LivedDay]:
    """Put each run's response to its day; the last day's run waits for its morning."""
    snapshot = kept.snapshot
    for number, lived in enumerate(days):
        runs = kept.runs.get(FIRST + timedelta(days=number), ())
        waits = number == len(days) - 1
        response = None if waits or not runs else response_to(snapshot, runs[0])
        yield replace(lived, response=response)
