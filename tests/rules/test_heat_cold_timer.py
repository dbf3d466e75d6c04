"""The timer for heat and cold: it never counts beyond 20 minutes without being over (R-HC-04)."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.remedy import RemedyKind
from tracker.rules.heat_cold_timer import (
    CALL_EVERY,
    CALL_FOR,
    GAP,
    MINUTE,
    SECOND,
    SKIN_CHECK,
    HeatColdTimer,
    Signal,
    advance,
    lengthen,
    passed,
    signal,
    start,
    stop,
    toggle_pause,
)

HEAT, COLD = RemedyKind.HEAT, RemedyKind.COLD
HARD_STOP = 20 * MINUTE

kinds = st.sampled_from([HEAT, COLD])
gaps = st.integers(0, 3 * 60 * MINUTE)
ticks = st.one_of(st.integers(0, GAP), gaps)
moves: st.SearchStrategy[Callable[[HeatColdTimer], HeatColdTimer]] = st.one_of(
    ticks.map(lambda tick: lambda timer: advance(timer, tick)),
    st.integers(-30, 30).map(lambda by: lambda timer: lengthen(timer, by)),
    st.sampled_from([toggle_pause, toggle_pause, stop]),
)


@st.composite
def timers(draw: st.DrawFn) -> HeatColdTimer:
    """Give a timer somewhere on its way, after pauses, gaps and other minutes."""
    timer = start(draw(kinds), draw(st.integers(-10, 200)))
    for move in draw(st.lists(moves, max_size=30)):
        timer = move(timer)
    return timer


# ---------------------------------------------------------------------- laws


@given(timers())
def test_r_hc_04_it_never_counts_beyond_the_hard_stop(timer: HeatColdTimer) -> None:
    assert 0 <= timer.on <= timer.asked <= HARD_STOP
    assert timer.ended or timer.on < HARD_STOP
    assert timer.over == 0 or timer.up


@given(timers(), gaps)
def test_r_hc_04_time_goes_on_through_any_gap(timer: HeatColdTimer, gap: int) -> None:
    later = advance(timer, gap)
    if not timer.stopped and not timer.paused:
        assert later.on + later.over == timer.on + timer.over + gap
        assert later.ended is (timer.on + gap >= timer.asked)


@given(timers(), st.lists(ticks, max_size=40))
def test_the_shown_time_never_goes_up_while_it_runs(timer: HeatColdTimer, given: list[int]) -> None:
    for tick in given:
        later = advance(timer, tick)
        assert later.left <= timer.left
        assert later.left_s <= timer.left_s
        assert later.over >= timer.over
        timer = later


@given(kinds, st.integers(0, 30), st.lists(ticks, max_size=60))
def test_r_hc_04_it_reminds_of_the_skin_exactly_once(
    kind: RemedyKind, minutes: int, given: list[int]
) -> None:
    timer, heard = start(kind, minutes), []
    for tick in given:
        later = advance(timer, tick)
        heard.append((signal(timer, later), later.up and not timer.up))
        timer = later
    reminders = [said for said, _last in heard].count(Signal.SKIN)
    leapt = any(said is Signal.END for said, _last in heard) and not reminders
    assert reminders == (1 if timer.on >= SKIN_CHECK and not leapt else 0)
    assert [said for said, _last in heard].count(Signal.END) == int(timer.up)


@given(timers(), st.lists(gaps, max_size=10))
def test_pausing_for_any_time_keeps_the_rest(timer: HeatColdTimer, given: list[int]) -> None:
    waiting = timer if timer.paused else toggle_pause(timer)
    later = waiting
    for tick in given:
        later = advance(later, tick)
    if not timer.ended:
        assert later == waiting
        assert later.left == timer.left
        assert toggle_pause(toggle_pause(later)) == later


@given(timers(), st.data())
def test_the_size_of_the_ticks_changes_nothing(timer: HeatColdTimer, data: st.DataObject) -> None:
    tick = data.draw(gaps)
    cut = data.draw(st.integers(0, tick))
    assert advance(timer, tick) == advance(advance(timer, cut), tick - cut)


@given(timers(), st.lists(moves, max_size=10))
def test_what_has_ended_stays_ended(
    timer: HeatColdTimer, given: list[Callable[[HeatColdTimer], HeatColdTimer]]
) -> None:
    ended = stop(timer)
    for move in given:
        later = move(ended)
        assert later.ended
        assert (later.on, later.asked) == (ended.on, ended.asked)


@given(st.integers(0, 10**7), st.integers(-(10**7), 10**7))
def test_the_wall_clock_counts_only_where_the_other_slept(monotonic: int, wall: int) -> None:
    counted = passed(monotonic=monotonic, wall=wall)
    assert counted >= monotonic
    assert counted == (wall if wall - monotonic > GAP else monotonic)


# ---------------------------------------------------------------------- one use, told


def after(timer: HeatColdTimer, seconds: int) -> HeatColdTimer:
    return advance(timer, seconds * SECOND)


def test_r_hc_04_it_starts_at_fifteen_minutes() -> None:
    assert start(COLD).asked == start(HEAT).asked == 15 * MINUTE
    assert start(COLD).left_s == 900
    assert after(start(COLD), 1).left_s == 899


@pytest.mark.parametrize("kind", [HEAT, COLD])
def test_r_hc_04_more_than_twenty_minutes_cannot_be_had(kind: RemedyKind) -> None:
    timer = start(kind, 45)
    for _ in range(10):
        timer = lengthen(after(timer, 110), 5)
    assert timer.asked == HARD_STOP
    assert not timer.ended
    assert after(timer, 100).ended


def test_fewer_minutes_than_have_passed_are_not_taken() -> None:
    timer = after(start(COLD, 15), 12 * 60)
    assert lengthen(timer, -5) == timer
    assert lengthen(timer, -2).asked == 13 * MINUTE


def test_r_hc_04_the_skin_is_due_for_a_minute() -> None:
    timer = after(start(COLD), 299)
    assert not timer.skin_is_due
    later = after(timer, 1)
    assert signal(timer, later) is Signal.SKIN
    assert later.skin_is_due
    assert not after(later, 60).skin_is_due
    assert not stop(later).skin_is_due


def test_a_machine_that_slept_beyond_the_end_finds_it_over() -> None:
    timer = after(start(COLD), 60)
    later = advance(timer, passed(monotonic=100, wall=2 * 60 * MINUTE))
    assert signal(timer, later) is Signal.END
    assert later.up
    assert later.over == 106 * MINUTE
    assert later.on == 15 * MINUTE


def test_once_the_time_is_up_it_calls_for_a_few_minutes() -> None:
    timer, heard = after(start(HEAT), 900), []
    for _ in range(5 * 60):
        later = after(timer, 1)
        heard.append(signal(timer, later))
        timer = later
    assert heard.count(Signal.CALL) == CALL_FOR // CALL_EVERY - 1
    assert heard[9] is Signal.CALL
    assert not any(heard[180:])


def test_a_use_counts_from_a_whole_minute_on() -> None:
    assert not after(start(HEAT), 59).counts
    assert after(start(HEAT), 60).counts


def test_stopped_early_nothing_more_is_counted() -> None:
    timer = stop(after(start(HEAT), 400))
    assert after(timer, 5000) == timer
    assert timer.ended
    assert not timer.up
    assert toggle_pause(timer) == lengthen(timer, 3) == timer
