"""Blocks in random order, balanced, and switching more than once (R-AN-06)."""

from itertools import pairwise

import pytest

from tracker.domain.exposure import Exposure
from tracker.rules.planned_test import (
    BLOCK_COUNTS,
    TESTABLE,
    draw_order,
    habit_words,
    possible_orders,
    reminder,
)

W, O = True, False  # noqa: E741 - with and without


def test_r_an_06_the_orders_of_four_blocks_by_hand() -> None:
    # Of the six ways to choose two weeks of four, "with first" and "without first" switch once.
    assert set(possible_orders(4)) == {(W, O, W, O), (O, W, O, W), (W, O, O, W), (O, W, W, O)}


@pytest.mark.parametrize("blocks", BLOCK_COUNTS)
def test_r_an_06_every_order_is_balanced_and_switches_more_than_once(blocks: int) -> None:
    orders = possible_orders(blocks)

    assert blocks >= 4
    assert len(set(orders)) == len(orders)
    for order in orders:
        assert order.count(W) == order.count(O) == blocks // 2
        assert sum(left != right for left, right in pairwise(order)) > 1


@pytest.mark.parametrize("blocks", BLOCK_COUNTS)
def test_r_an_06_the_order_is_drawn_by_lot_and_the_same_for_the_same_seed(blocks: int) -> None:
    drawn = [draw_order(blocks, seed=f"record-{number}") for number in range(600)]

    assert draw_order(blocks, seed="record-7") == drawn[7]
    assert set(drawn) <= set(possible_orders(blocks))
    if blocks == BLOCK_COUNTS[0]:
        assert all(100 < drawn.count(order) < 200 for order in possible_orders(blocks))


def test_r_an_06_the_line_for_a_day() -> None:
    assert (
        reminder("stretched", block=1, blocks=4, with_habit=False)
        == "Test week 2 of 4: without stretching"
    )
    assert reminder("evening walk", block=0, blocks=6, with_habit=True) == (
        "Test week 1 of 6: with evening walk"
    )
    assert habit_words("heat") == "heat"


def test_r_an_06_nobody_is_asked_to_take_painkillers_or_to_sleep_badly() -> None:
    assert not {Exposure.PAINKILLER, Exposure.SHORT_SLEEP, Exposure.LONG_RUN} & set(TESTABLE)
