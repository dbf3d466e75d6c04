"""Where the person stands in the plan, told from the diary itself: session by session (4.2)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tracker.diary.flags import active_flags_on
from tracker.diary.history import worst_week_delta
from tracker.diary.readiness_inputs import readiness_input
from tracker.diary.recent_runs import BONE_FLAGS, RecentRuns, last_bone_pain, recent_runs, walked_w0
from tracker.diary.responses import JudgedRun, judged
from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.plan import PlanChoice
from tracker.domain.run import Run
from tracker.domain.verdict import Plan, RedKind, Response
from tracker.rules import constants as c
from tracker.rules.limits import limits_of
from tracker.rules.plan import Decided, Position, after_break, bounded, foot_of, session_position
from tracker.rules.progression import Entry, ProgressInput, ladder_entry, progress
from tracker.rules.readiness import Readiness, readiness
from tracker.rules.red_flags import FLAGS
from tracker.rules.session import red_kind

_ONE = timedelta(days=1)
_WEEK = timedelta(days=c.WEEK_DAYS)
_GOOD: Final = frozenset({Response.GREEN, Response.AMBER_SETTLED})


@dataclass(frozen=True, slots=True)
class DoneSession:
    """A session that was done: its day, its place on the ladder, the run and its answer."""

    day: date
    position: Position
    run: JudgedRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the person stands on a day, with that day's run where there is one.

    `step` is the place that the decision leads to, `session` the one that the day's verdict leaves
    room for; both None where one runs freely. `given` is what the decision looked at, `at_step` the
    runs at the current step. `entry` says where a break leads (R-PROG-01), None without one.
    """

    verdict: Readiness
    given: ProgressInput
    decided: Decided
    at_step: tuple[JudgedRun, ...]
    step: Position | None = None
    session: Position | None = None
    entry: Entry | None = None
    done: tuple[DoneSession, ...] = ()


def standing_on(snapshot: Snapshot, choice: PlanChoice, day: date) -> Standing:
    """Tell where a choice has led by a day."""
    if choice.mode is Plan.FREE:
        return _free(snapshot, day)
    return _on_the_ladder(snapshot, choice, day)


def entry_on(snapshot: Snapshot, day: date) -> Entry | None:
    """Return where R-PROG-01 lets the person begin, None while a bone must be looked at first."""
    last = snapshot.latest_run(up_to=day)
    bone = BONE_FLAGS.intersection(active_flags_on(snapshot, day))
    after = last_bone_pain(snapshot, day)
    return ladder_entry(
        None if last is None else (day - last.day).days,
        walked_w0=walked_w0(snapshot, day),
        bone_flag=bool(bone),
        after_bone=after is not None and (last is None or last.day <= after),
    )


# -- running freely ------------------------------------------------------------------------------


def _free(snapshot: Snapshot, day: date) -> Standing:
    """A step is the distance of the longest run that settled, since a run first reached it."""
    verdict, recent = _verdict(snapshot, day), recent_runs(snapshot, day)
    metres = recent.settled_m
    reached = [
        place
        for place, each in enumerate(recent.runs)
        if metres is not None and (each.run.distance_m or 0) >= metres
    ]
    at_step = recent.runs[reached[0] :] if reached else recent.runs
    given = _given(snapshot, recent, at_step, verdict, advances=_longer_runs(snapshot, day))
    return Standing(verdict=verdict, given=given, decided=_decided(given, verdict), at_step=at_step)


def _longer_runs(snapshot: Snapshot, day: date) -> int:
    """Count the runs of the last seven days that were longer than any of the 30 before them."""
    runs = snapshot.runs_between(day - _WEEK + _ONE, day)
    longest = (recent_runs(snapshot, run.day).longest_m for run in runs)
    return sum(
        before is not None and (run.distance_m or 0) > before
        for run, before in zip(runs, longest, strict=True)
    )


# -- on the ladder -------------------------------------------------------------------------------


@dataclass(slots=True)
class _Climb:
    """What the sessions so far have led to."""

    step: Position
    last: Position | None
    runs: list[Run]
    advances: list[date]
    done: list[DoneSession]


def _on_the_ladder(snapshot: Snapshot, choice: PlanChoice, day: date) -> Standing:
    climb = _Climb(_first(snapshot, choice), None, [], [], [])
    for ran in sorted({run.day for run in snapshot.runs_between(choice.day, day)}):
        _do(climb, snapshot, _stand(climb, _before(snapshot, ran), ran), ran)
    return replace(_stand(climb, snapshot, day), done=tuple(climb.done))


def _first(snapshot: Snapshot, choice: PlanChoice) -> Position:
    if choice.stage:
        return Position(choice.stage)
    entry = entry_on(snapshot, choice.day)
    return Position("W0" if entry is None or entry.stage is None else entry.stage)


def _stand(climb: _Climb, snapshot: Snapshot, day: date) -> Standing:
    verdict, recent = _verdict(snapshot, day), recent_runs(snapshot, day)
    at_step = tuple(judged(snapshot, run, as_of=day) for run in climb.runs)
    advances = sum((day - each).days < c.WEEK_DAYS for each in climb.advances)
    given = _given(snapshot, recent, at_step, verdict, advances=advances)
    decided = _decided(given, verdict)
    step = climb.step.moved(decided.decision) if climb.runs else climb.step
    entry = entry_on(snapshot, day) if _long_ago(snapshot, day) else None
    step = foot_of(after_break(step, entry), verdict)
    if step.stage == "W0" and walked_w0(snapshot, day):
        step = Position("W1")
    return Standing(
        verdict=verdict,
        given=given,
        decided=decided,
        at_step=at_step,
        step=step,
        session=session_position(step, climb.last, verdict),
        entry=entry,
    )


def _do(climb: _Climb, snapshot: Snapshot, standing: Standing, day: date) -> None:
    """Take a session as done where the standing of its day put it.

    What went well on less than the step says nothing about the step; what went badly does.
    """
    step, session = standing.step or climb.step, standing.session or climb.step
    moved = step != climb.step
    if moved and step.index + step.more > climb.step.index + climb.step.more:
        climb.advances.append(day)
    ran = list(snapshot.runs.on(day))
    answers = [judged(snapshot, run) for run in ran]
    worst = max(answers, key=lambda each: each.decided_by.weight)
    climb.runs = [] if moved else climb.runs
    if session == step or worst.response not in _GOOD:
        climb.runs.append(worst.run)
    climb.step = climb.last = step
    climb.done.append(DoneSession(day, session, worst))


def _long_ago(snapshot: Snapshot, day: date) -> bool:
    last = snapshot.latest_run(up_to=day)
    return last is not None and (day - last.day).days >= c.WEEK_DAYS


# -- what both ask -------------------------------------------------------------------------------


def _before(snapshot: Snapshot, day: date) -> Snapshot:
    """Return the records as they are on a day before its run."""
    if day not in snapshot.runs:
        return snapshot
    stops = tuple(run for run in snapshot.pain_stops if run.day != day)
    return replace(snapshot, runs=snapshot.runs.with_days({day: ()}), pain_stops=stops)


def _verdict(snapshot: Snapshot, day: date) -> Readiness:
    return readiness(readiness_input(snapshot, day), limits=limits_of(snapshot.settings))


def _given(
    snapshot: Snapshot,
    recent: RecentRuns,
    at_step: tuple[JudgedRun, ...],
    verdict: Readiness,
    *,
    advances: int,
) -> ProgressInput:
    return ProgressInput(
        hist=tuple(each.response for each in at_step),
        hold_flag=any(FLAGS[flag].hold for flag in verdict.flags),
        reds_14d=recent.reds_14d,
        last_red_kind=_red_kind(at_step),
        week_delta=worst_week_delta(snapshot, recent.day),
        adv7=advances,
    )


def _red_kind(at_step: tuple[JudgedRun, ...]) -> RedKind | None:
    return red_kind(at_step[-1].decided_by.session) if at_step else None


def _decided(given: ProgressInput, verdict: Readiness) -> Decided:
    return bounded(progress(given, limits=verdict.limits), verdict)
