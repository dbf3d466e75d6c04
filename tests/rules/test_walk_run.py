"""The walk-run timer as a machine: parts, signals, gaps (section 4.2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.rules.plan import a_little_more
from tracker.rules.progression import LADDER, STAGES, Stage
from tracker.rules.walk_run import (
    GAP,
    MINUTE,
    SECOND,
    Signal,
    WalkRun,
    advance,
    back,
    signal,
    skip,
    toggle_pause,
)


@pytest.mark.parametrize("stage", [*LADDER, *map(a_little_more, LADDER[1:])], ids=lambda s: s.id)
def test_a_session_lasts_as_long_as_the_ladder_says_4_2(stage: Stage) -> None:
    timer = WalkRun(stage=stage)
    assert abs(timer.total - stage.total_min * MINUTE) <= MINUTE // 2
    ran = sum(part.ms for part in timer.parts if part.run)
    assert ran == stage.repeats * stage.run_min * MINUTE


def played(timer: WalkRun, step: int = SECOND) -> tuple[WalkRun, list[Signal]]:
    heard = []
    while not timer.over:
        before, timer = timer, advance(timer, step)
        told = signal(before, timer)
        if told is not None:
            heard.append(told)
    return timer, heard


def test_every_part_is_told_the_half_and_the_end() -> None:
    timer, heard = played(WalkRun(stage=STAGES["W4"]))
    assert timer.ran == 12 * MINUTE
    assert timer.done == 31 * MINUTE
    # half-way falls on the end of a part here, and is said instead
    assert heard.count(Signal.PART) == len(timer.parts) - 2
    assert heard.count(Signal.HALF) == 1
    assert heard.count(Signal.COUNT) >= 3 * (len(timer.parts) - 1)
    assert heard[-1] is Signal.END


def test_a_gap_waits_and_nothing_passes_meanwhile() -> None:
    timer = advance(WalkRun(stage=STAGES["W1"]), SECOND)
    slept = advance(timer, GAP + 1)
    assert slept.paused
    assert slept.position == timer.position
    assert advance(slept, SECOND) == slept
    assert advance(toggle_pause(slept), SECOND).position == timer.position + SECOND


def test_what_is_skipped_is_not_done() -> None:
    timer = skip(WalkRun(stage=STAGES["W1"]))
    assert timer.part is not None
    assert (timer.part.run, timer.part.number, timer.done) == (True, 1, 0)
    assert back(timer).place == 0
    later = advance(timer, 5 * SECOND)
    assert back(later).place == later.place
    assert back(later).elapsed == 0


@given(st.sampled_from(LADDER), st.lists(st.integers(1, GAP), max_size=60))
def test_time_is_neither_lost_nor_made(stage: Stage, steps: list[int]) -> None:
    timer = WalkRun(stage=stage)
    for step in steps:
        timer = advance(timer, step)
    assert timer.done == min(sum(steps), timer.total)
    assert timer.position == timer.done
