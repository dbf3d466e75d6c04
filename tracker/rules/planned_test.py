"""A planned test of one habit: its blocks, their order, and what is said of it (R-AN-06)."""

from collections.abc import Mapping
from itertools import combinations, pairwise
from random import Random
from typing import Final

from tracker.domain.exposure import Exposure

BLOCK_DAYS: Final = 7
BLOCK_COUNTS: Final = (4, 6, 8)
MORNINGS_MIN: Final = 4
"""A block with fewer scored mornings is named and left out."""

_SWITCHES_MIN: Final = 2

TESTABLE: Final[Mapping[Exposure, str]] = {
    Exposure.STRETCHED: "stretching",
    Exposure.RAN: "running",
    Exposure.HARD_SURFACE: "hard ground",
    Exposure.CROSS_TRAINED: "cross-training",
    Exposure.HEAT: "heat",
    Exposure.COLD: "cold",
}
"""What a person can do or leave out for a week, as it goes on after "with" and "without"."""

WHY_BLOCKS: Final = (
    "Weeks with and without a habit, in an order drawn by lot: switching more than once says more"
    " than one before and after."
)
ADVICE_FIRST: Final = (
    "The advice of the day always comes first, also in a week with; a rest that was advised belongs"
    " to the test."
)
NO_PEEKING: Final = "The means are shown when the test is over, so that they can't steer it."
PLANNED: Final = "compared in a planned test"
ONE_TEST: Final = "One test in one diary: something else may explain it."


def possible_orders(blocks: int) -> tuple[tuple[bool, ...], ...]:
    """Return every order with both kinds equally often that switches more than once."""
    orders = (
        tuple(place in chosen for place in range(blocks))
        for chosen in combinations(range(blocks), blocks // 2)
    )
    return tuple(
        order
        for order in orders
        if sum(left != right for left, right in pairwise(order)) >= _SWITCHES_MIN
    )


def draw_order(blocks: int, *, seed: str) -> tuple[bool, ...]:
    """Draw one of the possible orders; the same seed always draws the same."""
    return Random(seed).choice(possible_orders(blocks))  # noqa: S311 - by lot, not a secret


def habit_words(habit: str) -> str:
    """Return a habit as it goes on after "with": an exposure's words, or the person's own."""
    known = {each.value: words for each, words in TESTABLE.items()}
    return known.get(habit, habit)


def reminder(habit: str, *, block: int, blocks: int, with_habit: bool) -> str:
    """Return the line for a day of the test; `block` counts from 0."""
    kind = "with" if with_habit else "without"
    return f"Test week {block + 1} of {blocks}: {kind} {habit_words(habit)}"
