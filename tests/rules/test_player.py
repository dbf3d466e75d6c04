"""The stretch guide: time only passes, and a full run takes the routine's seconds exactly."""

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.routine import RoutineStep, StepPosition, StepSides, StepState
from tracker.domain.site import Side
from tracker.rules.player import (
    GAP,
    GET_READY,
    SECOND,
    Phase,
    Player,
    Signal,
    advance,
    back,
    hurt,
    signal,
    skip,
    start,
    toggle_pause,
)
from tracker.rules.routines import builtin_routines

ROUTINES: Final = builtin_routines()


def step(name: str, seconds: int, *, sides: StepSides = StepSides.NONE, hold: int = 0, reps: int = 1) -> RoutineStep:  # fmt: skip  # noqa: E501
    return RoutineStep(
        id=name,
        name=name,
        target="",
        mode="static" if hold else "dynamic",
        sides=sides,
        hold_s=hold,
        reps=reps,
        est_s=seconds,
        cue="",
        caution="",
    )


WALK: Final = step("walk", 10)
CALF: Final = step("calf", 40, sides=StepSides.EACH, hold=10, reps=2)
MARCH: Final = step("march", 12, sides=StepSides.ALTERNATE, reps=6)
THREE: Final = (WALK, CALF, MARCH)


def after(player: Player, seconds: float) -> Player:
    """Let time pass in whole seconds and one rest, as no look is further apart than the gap."""
    whole, rest = divmod(round(seconds * SECOND), SECOND)
    for _ in range(whole):
        player = advance(player, SECOND)
    return advance(player, rest)


steps = st.builds(
    step,
    st.just("s"),
    st.integers(0, 90),
    sides=st.sampled_from(StepSides),
    hold=st.integers(0, 30),
    reps=st.integers(1, 20),
)
routines = st.lists(steps, min_size=1, max_size=6).map(tuple)
ticks = st.lists(st.integers(1, GAP), max_size=120)


@st.composite
def players(draw: st.DrawFn) -> Player:
    """Give a guide somewhere in a routine, after skips, steps back and pain.

    Some of its steps may have been ticked before. Now and then a longer time passes, else hardly
    any guide would be beyond getting ready.
    """
    chosen = tuple(replace(each, id=str(at)) for at, each in enumerate(draw(routines)))
    ticked = draw(st.sets(st.sampled_from([each.id for each in chosen])))
    player = start(chosen, dict.fromkeys(ticked, StepState.DONE))
    moves = st.one_of(
        st.integers(1, GAP).map(lambda tick: lambda each: advance(each, tick)),
        st.integers(1, 60_000).map(lambda time: lambda each: after(each, time / SECOND)),
        st.sampled_from([skip, back, lambda each: hurt(each, 2), lambda each: hurt(each, 7)]),
    )
    for move in draw(st.lists(moves, max_size=40)):
        player = move(player)
    return player


# ---------------------------------------------------------------------- laws


@pytest.mark.parametrize("routine", list(ROUTINES))
@pytest.mark.parametrize("tick", [100, 333, 1999])
def test_a_full_run_takes_the_routine_s_seconds_exactly(routine: str, tick: int) -> None:
    given_routine = ROUTINES[routine]
    player, passed = start(given_routine.steps), 0
    while player.phase is not Phase.FINISHED:
        player = advance(player, tick)
        passed += tick
    assert player.spent == given_routine.seconds * SECOND == player.position == player.total
    asked = player.spent + GET_READY * len(given_routine.steps)
    assert asked <= passed < asked + tick
    assert set(player.states) == {StepState.DONE}


@given(routines, st.data())
def test_the_size_of_the_ticks_changes_nothing(
    routine: tuple[RoutineStep, ...], data: st.DataObject
) -> None:
    given_ticks = data.draw(ticks)
    one = two = start(routine)
    for tick in given_ticks:
        cut = data.draw(st.integers(0, tick))
        one = advance(one, tick)
        two = advance(advance(two, cut), tick - cut)
    assert one == two


@given(players(), ticks)
def test_the_shown_time_never_goes_up_while_running(player: Player, given_ticks: list[int]) -> None:
    for tick in given_ticks:
        later = advance(player, tick)
        same = (later.place, later.phase, later.side) == (player.place, player.phase, player.side)
        if same:
            assert later.left <= player.left
            assert later.left_s <= player.left_s
        assert later.position >= player.position
        if same and player.phase is Phase.MOVING:
            assert later.position - player.position == player.left - later.left == tick
        assert later.total == player.total
        player = later


@given(players(), st.lists(st.integers(1, 3_600 * SECOND), max_size=20))
def test_pausing_for_any_time_changes_nothing(player: Player, given_ticks: list[int]) -> None:
    waiting = replace(player, paused=True)
    for tick in given_ticks:
        waiting = advance(waiting, tick)
    assert replace(waiting, paused=False) == replace(player, paused=False)


@given(players())
def test_pausing_twice_ends_where_it_started(player: Player) -> None:
    assert toggle_pause(toggle_pause(player)) == player


@given(players())
def test_skipping_forward_and_back_ends_where_it_started(player: Player) -> None:
    before = replace(
        player,
        pains=tuple(
            None if place == player.place else pain for place, pain in enumerate(player.pains)
        ),
    )
    if before.step is not None:
        assert back(skip(before)) == before


@given(players(), st.integers(GAP + 1, 10**9))
def test_after_a_gap_it_waits_and_no_time_has_passed(player: Player, gap: int) -> None:
    later = advance(player, gap)
    assert later.clocks == player.clocks
    assert later.place == player.place
    assert later.paused or player.phase is Phase.FINISHED


@given(players())
def test_what_was_left_is_where_it_goes_on(player: Player) -> None:
    if player.step is None:
        return
    known = {each.id: state for each, state in zip(player.steps, player.states, strict=True)}
    again = start(player.steps, known, left_at=player.left_at, seconds=player.spent // SECOND)
    assert again.place == player.place
    assert again.paused
    assert again.elapsed == player.elapsed
    assert again.states == player.states
    assert abs(again.spent - player.spent) <= SECOND


@settings(max_examples=60)
@given(players())
def test_every_state_can_be_shown(player: Player) -> None:
    assert 0 <= player.left <= max(GET_READY, 90 * SECOND)
    number, reps = player.repetition
    assert 0 <= number <= reps
    assert 0 <= player.position <= player.total
    assert len(player.clocks) == len(player.steps) == len(player.states) == len(player.pains)


def test_a_step_without_time_is_at_its_first_repetition() -> None:
    player = start((step("s", 0, sides=StepSides.EACH, reps=2),))
    assert player.repetition == (1, 2)


# ---------------------------------------------------------------------- one routine, told


def test_it_counts_down_to_the_start_then_through_the_sides() -> None:
    player = start(THREE)
    assert (player.phase, player.left_s) == (Phase.READY, 5)
    player = skip(player)
    assert after(player, 2.5).left_s == 3
    player = after(player, 5)
    assert (player.phase, player.side, player.left_s) == (Phase.MOVING, Side.LEFT, 20)
    assert after(player, 9.9).repetition == (1, 2)
    assert after(player, 10).repetition == (2, 2)
    player = after(player, 20)
    assert (player.side, player.left_s, player.repetition) == (Side.RIGHT, 20, (1, 2))
    player = after(player, 19.9)
    assert player.left_s == 1
    player = after(player, 0.1)
    assert player.step == MARCH
    assert player.states == (StepState.SKIPPED, StepState.DONE, StepState.UNTOUCHED)


def test_steps_without_sides_have_none() -> None:
    assert start(THREE).side is None
    assert replace(start(THREE), place=2).side is None


def test_signals_for_flash_and_bell() -> None:
    player = start((CALF, WALK))
    heard = []
    while player.phase is not Phase.FINISHED:
        later = advance(player, 500)
        heard.append(signal(player, later))
        player = later
    told = [each for each in heard if each is not None]
    count = [Signal.COUNT] * 3
    assert told == [
        *count, Signal.START, *count, Signal.SWITCH, *count, Signal.END,
        *count, Signal.START, *count, Signal.END,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("score", "nerve", "stops"),
    [(0, False, False), (3, False, False), (4, False, True), (10, False, True), (None, True, True)],
)
def test_r_str_05_four_or_tingling_stops_the_step(
    score: int | None, *, nerve: bool, stops: bool
) -> None:
    player = after(start(THREE), 7)
    later = hurt(player, score, nerve_signs=nerve)
    assert later.pains[0] == score
    assert (later.place == 1) is stops
    assert later.states[0] is (StepState.SKIPPED if stops else StepState.UNTOUCHED)


def test_r_str_05_strength_for_a_known_tendon_complaint_goes_to_5() -> None:
    player = after(start(THREE, tendon_steps=[THREE[0].id]), 7)

    assert hurt(player, 5).place == 0
    assert hurt(player, 6).place == 1
    assert hurt(skip(player), 4).place == 2


def test_r_str_05_tingling_is_remembered_until_the_step_is_taken_up_again() -> None:
    player = hurt(hurt(after(start(THREE), 7), 2), nerve_signs=True)
    assert player.tingled == {0}
    assert player.pains[0] == 2
    assert back(player).tingled == frozenset()
    assert hurt(player, 5).tingled == {0}


def test_a_score_of_a_step_that_was_left_half_way_stays() -> None:
    left_at = StepPosition("calf", 4_000)
    player = start(THREE, {"walk": StepState.DONE}, left_at=left_at, pains={"calf": 2})
    assert player.pains == (None, 2, None)


def test_going_back_to_a_done_step_begins_it_anew() -> None:
    player = after(start(THREE), 16)
    assert player.place == 1
    player = back(player)
    assert (player.place, player.phase, player.left_s) == (0, Phase.READY, 5)
    assert player.states[0] is StepState.UNTOUCHED
    assert player.spent == 0


def test_going_back_at_the_first_step_begins_it_anew() -> None:
    player = back(after(start(THREE), 8))
    assert (player.place, player.phase, player.left_s) == (0, Phase.READY, 5)


def test_what_was_ticked_before_is_passed_over_and_not_counted_as_guided() -> None:
    player = start(THREE, {"walk": StepState.DONE, "calf": StepState.SKIPPED})
    assert player.step == MARCH
    assert back(player).step == MARCH
    player = after(player, 17)
    assert player.phase is Phase.FINISHED
    assert player.spent == 12 * SECOND
    between = start(THREE, {"calf": StepState.DONE})
    assert between.next_step == MARCH
    assert after(between, 15).step == MARCH
    assert back(after(between, 15)).step == WALK


def test_a_routine_that_is_all_done_is_finished_at_once() -> None:
    player = start((WALK,), {"walk": StepState.DONE})
    assert player.phase is Phase.FINISHED
    assert back(player) == player
    assert skip(player) == player
    assert toggle_pause(player) == player
    assert hurt(player, 9) == player


def test_a_place_of_another_routine_is_not_gone_to() -> None:
    player = start(THREE, left_at=StepPosition("gone", 4_000))
    assert (player.place, player.paused) == (0, False)
