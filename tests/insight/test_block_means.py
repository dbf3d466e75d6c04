"""The means of a planned test's blocks (R-AN-06, R-AN-08)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.domain.experiment import Experiment
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.block_means import blocks_of, compare_blocks

START = date(2026, 3, 2)
TEST = Experiment(
    id="test",
    at=datetime(2026, 3, 1, 9, tzinfo=UTC),
    start=START,
    habit="stretched",
    blocks=(True, False, False, True),
    place=PainSite(Site.LOW_BACK, Side.CENTRE),
)
LATER = START + timedelta(days=60)


def mornings(*weeks: list[int | None]) -> dict[date, int]:
    """Score the mornings after the days of each week: the first is the day after the start."""
    scores = [score for week in weeks for score in week]
    return {
        START + timedelta(days=number + 1): score
        for number, score in enumerate(scores)
        if score is not None
    }


FULL = mornings([2] * 7, [3, 3, 3, 4, 4, 4, 7], [4] * 7, [2, 2, 2, 3, 3, 3, 6])


def test_r_an_06_a_block_has_the_mornings_after_its_days() -> None:
    blocks = blocks_of(TEST, {START: 9, **FULL}, until=LATER)

    assert [block.mornings for block in blocks] == [
        (2,) * 7, (3, 3, 3, 4, 4, 4, 7), (4,) * 7, (2, 2, 2, 3, 3, 3, 6),
    ]  # fmt: skip
    assert [(block.first, block.last) for block in blocks] == [
        (START + timedelta(days=7 * number), START + timedelta(days=7 * number + 6))
        for number in range(4)
    ]
    assert [block.with_habit for block in blocks] == [True, False, False, True]


def test_r_an_06_the_means_by_hand() -> None:
    found = compare_blocks(blocks_of(TEST, FULL, until=LATER))

    # Weeks: 14/7 = 2, 28/7 = 4, 28/7 = 4, 21/7 = 3. With (2 + 3)/2 = 2.5, without 4: -1.5.
    # The other orders: week 1 and 3 against 2 and 4 -0.5, 2 and 4 against 1 and 3 +0.5, 2 and 3
    # against 1 and 4 +1.5. Two of the four are at least 1.5 from 0.
    assert found is not None
    assert (found.with_habit.mean, found.without.mean, found.difference) == (2.5, 4.0, -1.5)
    assert (found.with_habit.blocks, found.with_habit.mornings) == (2, 14)
    assert (found.orders, found.orders_as_large) == (4, 2)


def test_r_an_08_gaps_stay_gaps_and_a_thin_block_is_left_out() -> None:
    gaps: list[int | None] = [5, None, 5, None, 5, None, None]
    some: list[int | None] = [4, None, 4, 4, None, None, 4]
    scores = mornings([2] * 7, gaps, list(some), [3] * 7)

    blocks = blocks_of(TEST, scores, until=LATER)
    found = compare_blocks(blocks)

    assert [block.counts for block in blocks] == [True, False, True, True]
    assert blocks[1].mean is None
    assert found is not None
    assert (found.without.mean, found.without.blocks, found.without.mornings) == (4.0, 1, 4)
    assert found.with_habit.mean == 2.5


def test_r_an_06_without_a_block_of_each_kind_nothing_is_compared() -> None:
    nothing: list[int | None] = [None] * 7
    scores = mornings([2] * 7, nothing, nothing, [3] * 7)

    assert compare_blocks(blocks_of(TEST, scores, until=LATER)) is None
    assert compare_blocks(blocks_of(TEST, {}, until=LATER)) is None


def test_r_an_06_days_to_come_and_days_after_a_stop_belong_to_no_block() -> None:
    until = START + timedelta(days=10)
    stopped = Experiment(
        id="test", at=TEST.at, start=START, habit="heat", blocks=TEST.blocks, place=TEST.place,
        stopped=START + timedelta(days=9),
    )  # fmt: skip

    # Days 7, 8 and 9 have their next mornings by day 10; the stop on day 9 takes day 9 out.
    assert [len(block.mornings) for block in blocks_of(TEST, FULL, until=until)] == [7, 3, 0, 0]
    assert [len(block.mornings) for block in blocks_of(stopped, FULL, until=LATER)] == [7, 2, 0, 0]


def test_r_an_06_the_days_with_the_habit_are_counted_where_the_diary_tells() -> None:
    kept: dict[date, bool | None] = {START + timedelta(days=number): True for number in range(5)}
    kept |= {START + timedelta(days=8): False, START + timedelta(days=9): None}

    known = blocks_of(TEST, FULL, until=LATER, kept=kept)
    unknown = blocks_of(TEST, FULL, until=LATER)

    assert [block.kept for block in known] == [5, 0, 0, 0]
    assert [block.kept for block in unknown] == [None] * 4


def test_r_an_06_a_test_without_days_is_refused() -> None:
    with pytest.raises(ValueError, match="no test"):
        Experiment(id="x", at=TEST.at, start=START, habit="heat", blocks=(), place=TEST.place)


def test_r_an_06_a_day_knows_its_block() -> None:
    days = [START + timedelta(days=number) for number in (-1, 0, 6, 7, 27, 28)]

    assert [TEST.block_of(day) for day in days] == [None, 0, 0, 1, 3, None]
    assert TEST.end == days[4]
    assert [TEST.open_on(day) for day in days] == [True, True, True, True, True, False]
