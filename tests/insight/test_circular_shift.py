"""The habit moved along in time, against doing it step by step (R-AN-05.5)."""

from random import Random

import pytest

from tracker.insight.circular_shift import rotated_sums, shift_p
from tracker.insight.least_squares import moments


def rotated(habit: list[int], k: int) -> list[int]:
    """Move the habit k places along; what goes over the end begins anew."""
    return [habit[place - k] for place in range(len(habit))]


def step_by_step(habit: list[int], before: list[int], after: list[int]) -> float:
    """Count as the rule says: estimate b anew for each of the n-1 rotations."""
    n = len(habit)
    own = moments(habit, before, after)
    count = 1
    for k in range(1, n):
        moved = moments(rotated(habit, k), before, after)
        left = abs(moved.numerator) * own.determinant
        count += left >= abs(own.numerator) * moved.determinant
    return count / n


def scores(rng: Random, n: int) -> list[int]:
    return [rng.randrange(11) for _ in range(n)]


def test_r_an_05_sums_by_hand() -> None:
    # The habit stands at places 0 and 1; moved by k it meets the values k and k+1.
    assert rotated_sums([1, 1, 0, 0], [5, 1, 2, 7]) == (6, 3, 9, 12)


@pytest.mark.parametrize("seed", range(10))
def test_r_an_05_sums_are_those_of_every_rotation(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - made-up scores
    n = rng.randrange(1, 90)
    habit, values = [rng.randrange(2) for _ in range(n)], scores(rng, n)

    assert rotated_sums(habit, values) == tuple(
        sum(a * b for a, b in zip(rotated(habit, k), values, strict=True)) for k in range(n)
    )


def test_r_an_05_ten_years_of_tens_fit_their_slots() -> None:
    n = 3650

    assert rotated_sums([1] * n, [10] * n) == (10 * n,) * n


@pytest.mark.parametrize("seed", range(25))
def test_r_an_05_p_is_that_of_doing_it_step_by_step(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - made-up scores
    n = rng.randrange(8, 70)
    habit = [1, 0, *(rng.randrange(2) for _ in range(n - 2))]
    # Few different scores make ties and rotations that can't be solved.
    top = rng.choice((2, 3, 11))
    before, after = ([rng.randrange(top) for _ in range(n)] for _ in range(2))
    assert moments(habit, before, after).determinant

    found = shift_p(moments(habit, before, after), habit, before, after)

    assert found == step_by_step(habit, before, after)


def test_r_an_05_a_habit_that_repeats_itself_is_nothing_special() -> None:
    # Every other day, in an even number of days: half of all rotations are the habit itself.
    habit = [0, 1] * 20
    before = [(3 * place) % 7 for place in range(40)]
    after = [2 + 3 * mark for mark in habit]

    assert shift_p(moments(habit, before, after), habit, before, after) >= 0.5


def test_r_an_05_a_rotation_that_cant_be_solved_counts_against_the_pattern() -> None:
    # Moved by one place the habit is the score before itself, so that b has no value there.
    habit = [1, 1, 0, 1, 0, 0, 0, 0]
    before = rotated(habit, 1)
    after = [5 * mark for mark in habit]
    sums = moments(habit, before, after)

    assert sums.determinant > 0
    assert shift_p(sums, habit, before, after) == 2 / 8
