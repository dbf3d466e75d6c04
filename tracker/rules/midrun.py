"""The mid-run protocol: slow down, stretch, stop (section 3).

The same table serves the live guide and steps that are entered afterwards.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.run import MidRunState, MidRunStep, RunOutcome
from tracker.rules import constants as c

STOPPED_TEXT: Final = (
    "It may be nothing more than needing rest. If it is still up in three days, have it looked at."
)

_CLEAR_RISE = 2
_RISE = 1
_CLEAR_DROP = 2
_OUTCOME_WORDS = {
    RunOutcome.STOPPED_PAIN: "stopped",
    RunOutcome.STOPPED_ALARM: "stopped, alarm sign",
}
_STATE_WORDS = {MidRunState.SLOW: "slowed", MidRunState.STRETCH: "stretched"}


@dataclass(frozen=True, slots=True)
class Pain:
    """A score from 0 to 10 while running, and whether it changes the stride.

    Only a limp may come without a score.
    """

    score: int | None = None
    limp: bool = False


@dataclass(frozen=True, slots=True)
class Alarm:
    """Any alarm sign."""


@dataclass(frozen=True, slots=True)
class Finish:
    """The run is finished."""


Event = Pain | Alarm | Finish


@dataclass(frozen=True, slots=True, kw_only=True)
class MidRun:
    """Where a runner is in the protocol.

    `pre` is the score before starting, `onset` the score that led away from RUN (or from RUN_EASY
    to stretching), `best` the score when relief was noted. `rule` is the row that fired last.
    """

    pre: int
    state: MidRunState = MidRunState.RUN
    onset: int | None = None
    best: int | None = None
    stretched: bool = False
    outcome: RunOutcome | None = None
    rule: str | None = None


def advance(run: MidRun, event: Event) -> MidRun:
    """Return what an event leads to; after END nothing changes any more."""
    if run.state is MidRunState.END:
        return run
    match event:
        case Alarm():
            return _end(run, RunOutcome.STOPPED_ALARM, rule="R-MID-01")
        case Finish():
            return _finish(run)
        case Pain(score, limp):
            if limp or (score is not None and score >= c.RED_MIN):
                return _end(run, RunOutcome.STOPPED_PAIN, rule="R-MID-02")
            return run if score is None else _scored(run, score)


def relief(run: MidRun, score: int) -> bool:
    """Return whether a score means relief: at or below the start, clearly down, or comfortable."""
    dropped = run.onset is not None and score <= run.onset - _CLEAR_DROP
    return score <= run.pre or dropped or score <= c.COMFORTABLE_MAX


def walk_through(pre: int, events: Iterable[Event]) -> tuple[MidRun, ...]:
    """Return every state from RUN on, one for each event until the run has ended."""
    states = [MidRun(pre=pre)]
    for event in events:
        if states[-1].state is MidRunState.END:
            break
        states.append(advance(states[-1], event))
    return tuple(states)


def story(steps: Sequence[MidRunStep], outcome: RunOutcome) -> str:
    """Tell the stored steps in one line: "slowed 12', stretched 16', stopped 21'" (R-MID-12)."""
    words = []
    before = MidRunState.RUN
    for step in steps:
        if step.state is not before:
            word = _STATE_WORDS.get(step.state)
            if step.state is MidRunState.END:
                word = _OUTCOME_WORDS.get(outcome)
            if word:
                words.append(f"{word} {step.minute}'")
        before = step.state
    return ", ".join(words)


def _scored(run: MidRun, score: int) -> MidRun:
    match run.state:
        case MidRunState.RUN:
            return _scored_running(run, score)
        case MidRunState.SLOW:
            if relief(run, score):
                return _run_easy(run, score, rule="R-MID-04")
            return replace(run, state=MidRunState.STRETCH, rule="R-MID-05")
        case MidRunState.STRETCH:
            if relief(run, score):
                return replace(_run_easy(run, score, rule="R-MID-06"), stretched=True)
            return _end(run, RunOutcome.STOPPED_PAIN, rule="R-MID-07")
        case _:
            return _scored_easy(run, score)


def _scored_running(run: MidRun, score: int) -> MidRun:
    uncomfortable = score >= run.pre + _RISE and score > c.COMFORTABLE_MAX
    if score >= run.pre + _CLEAR_RISE or uncomfortable:
        return replace(run, state=MidRunState.SLOW, onset=score, rule="R-MID-03")
    return replace(run, rule="R-MID-03b")


def _scored_easy(run: MidRun, score: int) -> MidRun:
    rose = run.best is not None and score > run.best and score > run.pre
    if not rose or score <= c.COMFORTABLE_MAX:
        return replace(run, rule="R-MID-09b")
    if run.stretched:
        return _end(run, RunOutcome.STOPPED_PAIN, rule="R-MID-09")
    return replace(run, state=MidRunState.STRETCH, onset=score, rule="R-MID-08")


def _run_easy(run: MidRun, score: int, *, rule: str) -> MidRun:
    return replace(run, state=MidRunState.RUN_EASY, best=score, rule=rule)


def _finish(run: MidRun) -> MidRun:
    if run.state is MidRunState.STRETCH:
        return _end(run, RunOutcome.STOPPED_PAIN, rule="R-MID-10b")
    if run.state is MidRunState.RUN:
        return _end(run, RunOutcome.COMPLETED, rule="R-MID-10")
    after_stretch = run.state is MidRunState.RUN_EASY and run.stretched
    outcome = RunOutcome.COMPLETED_AFTER_STRETCH if after_stretch else RunOutcome.COMPLETED_SLOWED
    return _end(run, outcome, rule="R-MID-10")


def _end(run: MidRun, outcome: RunOutcome, *, rule: str) -> MidRun:
    return replace(run, state=MidRunState.END, outcome=outcome, rule=rule)
