"""What the mid-run protocol says to the runner at each moment (section 3)."""

from itertools import pairwise
from typing import Final

from tracker.domain.run import MidRunState, RunOutcome
from tracker.rules.constants import SLOWER_PERCENT
from tracker.rules.midrun import STOPPED_TEXT, Alarm, Finish, MidRun, Pain
from tracker.rules.midrun_log import Mark, MidRunLog

SLOW_DOWN: Final = "Slow down by {low} to {high} %, or walk. Score again in {minutes} minutes."
SAID_NOW: Final = {
    "R-MID-01": "Stop here, and go through the list of alarm signs.",
    "R-MID-02": "Stop and walk home: 6 or more, or a limp, ends a run.",
    "R-MID-03": SLOW_DOWN,
    "R-MID-03b": "Carry on. Note the score if it changes.",
    "R-MID-04": "That helped. Stay this slow, no hills.",
    "R-MID-05": "Slowing did not help. Stop, stretch, then score again.",
    "R-MID-06": "That helped. Head home: walk a minute, run a minute.",
    "R-MID-07": "Stretching did not help. Stop here and walk home.",
    "R-MID-08": "It came back. Stop, stretch, then score again.",
    "R-MID-09": "It came back after the stretch. Stop here and walk home.",
    "R-MID-09b": "Carry on as you are: this slow, no hills.",
    "R-MID-10": "The run is over. Log it while you remember it.",
    "R-MID-10b": "A run that ends in the stretch counts as stopped. Walk home.",
}
"""What to do now, by the row of the protocol that fired."""

AT_THE_START: Final = "Run as planned. Note a score as soon as something changes."
AFTER_A_STOP: Final = "Rest today and tomorrow. Score the hour after, and tomorrow morning."
OVER: Final = "over"

STILL_STRETCHED: Final = "Carry on as you are: walk a minute, run a minute."
"""What R-MID-09b says after the stretch."""

_CHANGED = {
    MidRunState.SLOW: "slow",
    MidRunState.STRETCH: "stretch",
    MidRunState.RUN_EASY: "easier",
}


def rule_now(run: MidRun) -> str:
    """Return the row that holds now; "" at the start."""
    return run.rule or ""


def say_now(run: MidRun, *, reassess_min: int) -> str:
    """Write what to do now; `reassess_min` is C-12 in minutes."""
    low, high = SLOWER_PERCENT
    text = SAID_NOW.get(rule_now(run), AT_THE_START)
    if run.rule == "R-MID-09b" and run.stretched:
        text = STILL_STRETCHED
    return text.format(low=low, high=high, minutes=reassess_min)


def say_after(run: MidRun) -> str:
    """Write what follows from a run stopped for pain (R-MID-11); "" for any other."""
    stopped = run.outcome is RunOutcome.STOPPED_PAIN
    return f"{AFTER_A_STOP} {STOPPED_TEXT}" if stopped else ""


def mark_words(mark: Mark) -> str:
    """Write what was noted: "score 4", "score 5, limp", "alarm sign", "finished"."""
    match mark.event:
        case Alarm():
            return "alarm sign"
        case Finish():
            return "finished"
        case Pain(score, limp):
            said = [] if score is None else [f"score {score}"]
            return ", ".join([*said, "limp"] if limp else said)


def changes(log: MidRunLog) -> tuple[str, ...]:
    """Return the word for what each mark led to; "" where it changed nothing."""
    states = log.states
    return tuple(
        "" if after.state is before.state else _change_word(after)
        for before, after in pairwise(states)
    )


def _change_word(run: MidRun) -> str:
    if run.state is MidRunState.END:
        stopped = run.outcome in {RunOutcome.STOPPED_PAIN, RunOutcome.STOPPED_ALARM}
        return "stop" if stopped else OVER
    return _CHANGED[run.state]
