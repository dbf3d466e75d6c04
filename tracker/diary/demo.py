"""A made-up diary from a fixed seed: for trying the app out, for its pictures and its benchmarks.

The story of its last year: a low back that comes and goes, two weeks without an entry, new shoes
and an Achilles that minds them, one run that was far too long and the flare of three sore weeks
after it, and quiet weeks since. Morning scores follow long runs, so that the trends have something
to find.
"""

from collections.abc import Iterator
from dataclasses import field
from datetime import date, datetime, time, timedelta
from math import cos, tau
from pathlib import Path
from random import Random
from typing import TypeAlias

from tracker.diary.book import Book, Unusable, open_book
from tracker.diary.clock import Clock
from tracker.diary.demo_checks import demo_checks
from tracker.diary.demo_events import ACHILLES, BACK, DemoEvent, demo_events
from tracker.domain.check_in import CheckIn
from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.dataclass import dataclass
from tracker.domain.gear import Gear, GearKind
from tracker.domain.identity import new_id
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.moment import day_of
from tracker.domain.pain import Hurts, Night, PainScore, Quality, score_at
from tracker.domain.routine import (
    POST_RUN,
    PRE_RUN,
    REST_DAY,
    Routine,
    RoutineSession,
    StepMark,
    StepState,
)
from tracker.domain.run import Run, RunKind, RunOutcome, Surface
from tracker.domain.screening import Screening
from tracker.domain.settings import Settings
from tracker.rules.routines import builtin_routines

DemoRecord: TypeAlias = (
    Settings
    | Screening
    | Gear
    | CheckIn
    | Run
    | RoutineSession
    | CrossTraining
    | ImpactCheck
    | DemoEvent
)

YEAR_DAYS = 365
OLD_SHOES, NEW_SHOES = "Blue", "Grey"

_SEED = 20_260_710
_RUN_WEEKDAYS = (1, 3, 6)
_LONG_RUN_BACK = 137
_GAP_BACK = range(222, 236)
_FORGOTTEN_BACK = frozenset((*range(66, 71), *range(97, 102), *range(201, 206)))
_NEW_SHOES_BACK = 190
_ACHILLES_BACK = 176
_WAVE_DAYS = 122


@dataclass(frozen=True, slots=True)
class _Flare:
    """Begins `back` days ago, rises by `points` in two days, fades, and stops runs for `rest`."""

    back: int
    points: float
    fades: int
    rest: int

    def since(self, within: int) -> int:
        """Count the days since it began; negative before."""
        return self.back - within

    def level(self, within: int) -> float:
        """Give what it adds to a day's level: a tenth is left when it has faded."""
        since = self.since(within)
        if not 0 <= since < 3 * self.fades:
            return 0.0
        return self.points * (0.7 if since == 0 else 0.1 ** ((since - 1) / self.fades))


_FLARE = _Flare(back=136, points=6.6, fades=21, rest=9)


def make_demo(path: Path, clock: Clock, *, days: int = YEAR_DAYS) -> Book | Unusable:
    """Write a made-up diary that ends today into a file, and open it like any other.

    Its making can't be undone: the first undo takes back what the person did.
    """
    book = open_book(path, clock)
    if isinstance(book, Unusable):
        return book
    problem = book.keep_all(demo_records(clock(), days=days), label=None)
    return Unusable(problem.message) if problem else book


def demo_records(now: datetime, *, days: int = YEAR_DAYS) -> list[DemoRecord]:
    """Make up a diary of `days` days that ends with this morning's check-in."""
    story = _Story(now=now, days=days, random=Random(_SEED))  # noqa: S311 - a story, not a secret
    records = [*story.lasting(), *story.daily()]
    check_ins = [item for item in records if isinstance(item, CheckIn)]
    checks = demo_checks(check_ins, BACK, today=story.today)
    return [*records, *checks, *demo_events(now, today=story.today, days=days)]


@dataclass(slots=True)
class _Story:
    """The made-up person. `carry` is what the last run left in the back, in points."""

    now: datetime
    days: int
    random: Random
    carry: float = 0.0
    longest_m: float = 4000.0
    pairs: dict[str, str] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """Give the person's day on which the story ends."""
        return day_of(self.now)

    def lasting(self) -> Iterator[DemoRecord]:
        """Give what was set up once: settings, screening, gear."""
        first = self.now - timedelta(days=self.days)
        yield Settings(
            tracked=(BACK, ACHILLES), setup_step=None, emergency_number="112", urgent_line="116117"
        )
        screened = max(first, self.now - timedelta(days=200))
        yield Screening(
            id=self._id(screened),
            at=screened,
            day=screened.date(),
            adult=True,
            structural=False,
            condition=False,
            symptoms=False,
            bone_risk=False,
            pregnancy=False,
            told_to_avoid=False,
            active=True,
        )
        bought = self.today - timedelta(days=_NEW_SHOES_BACK)
        old, new = (self._id(first) for _pair in range(2))
        self.pairs = {OLD_SHOES: old, NEW_SHOES: new}
        yield Gear(
            id=old,
            name=OLD_SHOES,
            start=first.date(),
            distance_before_m=212_000,
            drop_mm=8,
            usual_for=(RunKind.EASY, RunKind.LONG),
        )
        yield Gear(id=new, name=NEW_SHOES, start=bought, drop_mm=6)
        yield Gear(id=self._id(first), name="Back belt", kind=GearKind.BELT, start=first.date())

    def daily(self) -> Iterator[DemoRecord]:
        """Give the days one after the other; the last one has only its morning."""
        for back in range(self.days - 1, -1, -1):
            day = self.today - timedelta(days=back)
            level = self._level(back)
            today = back == 0
            if today:
                yield self._check_in(day, back, back_score=2, planned_m=12_000)
                return
            if back % YEAR_DAYS in _GAP_BACK:
                self.carry = 0.0
                continue
            score = self._score(level)
            forgotten = back % YEAR_DAYS in _FORGOTTEN_BACK
            if self.random.random() < 0.93 and not forgotten:
                yield self._check_in(day, back, back_score=score)
            yield from self._training(day, back, level)

    def _level(self, back: int) -> float:
        """Give the back's level in points: calmer over the year, a slow wave, and the flares."""
        within = back % YEAR_DAYS
        calm = 0.7 + 0.5 * within / YEAR_DAYS
        wave = 0.4 * (1 - cos(tau * within / _WAVE_DAYS))
        return calm + wave + _FLARE.level(within) + self.carry

    def _score(self, level: float) -> int:
        return min(10, max(0, round(self.random.gauss(level, 0.45))))

    def _check_in(
        self, day: date, back: int, *, back_score: int, planned_m: int | None = None
    ) -> CheckIn:
        at = min(self._at(day, time(6, 40 + self.random.randrange(19))), self.now)
        scores = [score_at(BACK, back_score)]
        if back % YEAR_DAYS < _ACHILLES_BACK:
            scores.append(score_at(ACHILLES, self._achilles(back)))
        bad = back_score >= 4
        wakes = 0.45 if back_score >= 6 else 0.0
        turning = Night.MOVING if back_score >= 3 else Night.NONE
        return CheckIn(
            id=self._id(at),
            at=at,
            day=day,
            scores=tuple(scores),
            night=Night.WAKES if self.random.random() < wakes else turning,
            stiff_min=5 * max(0, back_score - 1) + 5 * self.random.randrange(2),
            sleep_h=min(9.0, max(5.0, round(2 * self.random.gauss(7.2, 0.7)) / 2)),
            sleep_quality=3 if bad else 4,
            fatigue=min(7, max(0, round(self.random.gauss(2.5 + back_score / 3, 1.2)))),
            limp=back_score >= 8,
            painkiller=back_score >= 6 and self.random.random() < 0.6,
            alarm=False,
            planned_m=planned_m,
            quality=(Quality.TIGHT, Quality.ACHE) if bad else (),
            hurts=(Hurts.BENDING,) if bad else (),
            sitting_h=self._sitting_h(day),
            note="Stiff getting out of the car" if back_score == 5 else "",
        )

    def _sitting_h(self, day: date) -> float | None:
        if day.weekday() >= 5:
            return None
        hours = self.random.choice((4.0, 6.0, 7.0, 8.0, 9.0))
        return None if day == self.today else hours

    def _achilles(self, back: int, *, less: float = 0.0) -> int:
        fading = 2.4 * (back % YEAR_DAYS) / _ACHILLES_BACK
        level = fading + self.carry / 3 - less
        return min(6, max(0, round(self.random.gauss(level, 0.4))))

    def _training(self, day: date, back: int, level: float) -> Iterator[DemoRecord]:
        self.carry *= 0.35
        within = back % YEAR_DAYS
        resting = 0 <= _FLARE.since(within) < _FLARE.rest
        careful = 0 <= _FLARE.since(within) < 2 * _FLARE.fades
        if within == _LONG_RUN_BACK:
            yield from self._run(day, back, 13_200, level, outcome=RunOutcome.STOPPED_PAIN)
        elif day.weekday() in _RUN_WEEKDAYS and not resting:
            long = day.weekday() == _RUN_WEEKDAYS[-1]
            grown = 4200 + 3800 * (1 - within / YEAR_DAYS) - (1500 if careful else 0)
            distance = round(self.random.gauss(grown * (1.25 if long else 0.85), 350), -1)
            yield from self._run(day, back, max(2000, int(distance)), level, long=long)
        elif day.weekday() in {2, 5} and self.random.random() < 0.6:
            at = self._at(day, time(18, 5))
            yield self._session(REST_DAY, at, self._score(level))
        elif day.weekday() == 0 and self.random.random() < 0.5:
            start = self._at(day, time(17, 30))
            yield CrossTraining(
                id=self._id(start),
                start=start,
                day=day,
                kind=CrossKind.BIKE,
                distance_m=self.random.randrange(12, 28) * 1000,
                duration_s=self.random.randrange(40, 80) * 60,
                rpe=3,
            )

    def _run(
        self,
        day: date,
        back: int,
        distance_m: int,
        level: float,
        *,
        long: bool = False,
        outcome: RunOutcome = RunOutcome.COMPLETED,
    ) -> Iterator[DemoRecord]:
        start = self._at(day, time(8 if long else 18, 10 + self.random.randrange(40)))
        before = self._score(level - 0.3)
        stopped = outcome is RunOutcome.STOPPED_PAIN
        worst = 7 if stopped else min(5, before + self.random.choice((0, 0, 1, 1, 1)))
        if worst >= 4 and not stopped:
            outcome = RunOutcome.COMPLETED_SLOWED
        if self.random.random() < 0.8:
            yield self._session(PRE_RUN, start - timedelta(minutes=11), before)
        pace = self.random.gauss(378, 9) + (8 if long else 0)
        new = day >= self.today - timedelta(days=_NEW_SHOES_BACK) and self.random.random() < 0.6
        yield Run(
            id=self._id(start),
            start=start,
            day=day,
            distance_m=distance_m,
            duration_s=round(distance_m / 1000 * pace),
            kind=RunKind.LONG if long else RunKind.EASY,
            rpe=5 if long else 3,
            surface=self.random.choice((Surface.ASPHALT, Surface.ASPHALT, Surface.TRAIL)),
            gear=(self.pairs[NEW_SHOES if new else OLD_SHOES],),
            before=self._scores(back, before, less=0.4),
            during=self._scores(back, worst),
            after=self._scores(back, max(0, worst - 1), less=0.2),
            outcome=outcome,
            limp=stopped,
            note="Too far, too soon." if stopped else "",
        )
        if long and self.random.random() < 0.7:
            finished = start + timedelta(seconds=distance_m / 1000 * pace + 600)
            yield self._session(POST_RUN, finished, worst)
        self.carry += 0.8 * max(0.0, distance_m / self.longest_m - 0.9) + (0.7 if long else 0.0)
        self.longest_m = max(distance_m, self.longest_m * 0.985)

    def _scores(self, back: int, score: int, *, less: float = 0.0) -> tuple[PainScore, ...]:
        """Score the sites that are tracked by then, each from its own level of the day."""
        if back % YEAR_DAYS >= _ACHILLES_BACK:
            return (score_at(BACK, score),)
        return (score_at(BACK, score), score_at(ACHILLES, self._achilles(back, less=less)))

    def _session(self, routine_id: str, at: datetime, pain: int) -> RoutineSession:
        routine = builtin_routines()[routine_id]
        return RoutineSession(
            id=self._id(at),
            at=at,
            day=at.date(),
            routine=routine_id,
            marks=tuple(self._marks(routine)),
            seconds=round(routine.seconds * self.random.uniform(0.85, 1.1)),
            pain_before=pain,
            pain_after=max(0, pain - self.random.choice((0, 0, 1))),
        )

    def _marks(self, routine: Routine) -> Iterator[StepMark]:
        for step in routine.steps:
            done = self.random.random() < 0.94
            yield StepMark(step.id, StepState.DONE if done else StepState.SKIPPED)

    def _at(self, day: date, clock_time: time) -> datetime:
        return datetime.combine(day, clock_time).astimezone()

    def _id(self, moment: datetime) -> str:
        return new_id(moment, randbits=self.random.getrandbits)
