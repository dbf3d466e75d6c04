"""What scores mean (section 1)."""

from fractions import Fraction

import pytest

from tracker.domain.verdict import Change, Response, Zone
from tracker.rules.pain import (
    Usual,
    back_to_comfortable,
    band_word,
    change,
    usual_level,
    week_delta,
    week_mean,
    zone,
)
from tracker.rules.session import worst_response

NO = None


@pytest.mark.parametrize(
    ("score", "word"),
    [(0, "none"), (1, "mild"), (3, "mild"), (4, "moderate"), (6, "moderate"), (7, "severe"),
     (10, "severe")],
)  # fmt: skip
def test_band_word_r_pain_01(score: int, word: str) -> None:
    assert band_word(score) == word


@pytest.mark.parametrize(
    ("score", "green_max", "expected"),
    [(2, 2, Zone.GREEN), (3, 2, Zone.AMBER), (3, 3, Zone.GREEN), (4, 3, Zone.AMBER),
     (5, 2, Zone.AMBER), (6, 2, Zone.RED)],
)  # fmt: skip
def test_zone_r_pain_05(score: int, green_max: int, expected: Zone) -> None:
    assert zone(score, green_max=green_max) is expected


@pytest.mark.parametrize(
    ("rested", "week", "level"),
    [
        ([NO] * 14, [NO] * 7, None),
        ([1, 2, 2, NO], [1, 2, 2, NO], None),
        ([1, 2, 2, 3], [9, 9, 9, 9], Usual(200, 4)),
        ([0] * 11 + [1, 1, 1], [], Usual(21, 14)),
        ([1, 1, 2], [1, 1, 2, 4], Usual(200, 4)),
        ([0, 0, 0, 0], [5] * 7, Usual(0, 4)),
        ([1] * 5 + [2], [], Usual(117, 6)),
        ([0] * 7 + [1], [], Usual(13, 8)),
    ],
    ids=["none", "three", "rested first", "rounds down", "else the week", "zero is a level",
         "rounds up", "halves go up"],
)  # fmt: skip
def test_usual_level_r_pain_03(
    rested: list[int | None], week: list[int | None], level: Usual | None
) -> None:
    assert usual_level(rested, week) == level


@pytest.mark.parametrize(
    ("recent", "baseline", "word"),
    [
        ([3, 3, 3, 3, NO, NO, NO], [5, 5, 5, 5, NO, NO, NO], Change.IMPROVED),
        ([6] * 7, [8] * 7, Change.NO_CLEAR_CHANGE),
        ([7] * 7, [10] * 7, Change.IMPROVED),
        ([5] * 7, [3] * 7, Change.WORSE),
        ([9] * 7, [7] * 7, Change.NO_CLEAR_CHANGE),
        ([2] * 7, [0] * 7, Change.WORSE),
        ([0] * 7, [1] * 7, Change.ALREADY_LOW),
        ([0] * 7, [2] * 7, Change.IMPROVED),
        ([2] * 7, [1] * 7, Change.NO_CLEAR_CHANGE),
        ([3, 3, 3, NO, NO, NO, NO], [5] * 7, Change.NOT_ENOUGH),
        ([3] * 7, [5, 5, 5, NO, NO, NO, NO], Change.NOT_ENOUGH),
    ],
)
def test_change_r_pain_04(
    recent: list[int | None], baseline: list[int | None], word: Change
) -> None:
    assert change(recent, baseline) is word


def test_back_to_comfortable_needs_a_median_of_0_r_pain_04() -> None:
    assert back_to_comfortable([0, 0, 0, 0, 5, NO, NO])
    assert not back_to_comfortable([0, 0, 1, 1, NO, NO, NO])
    assert not back_to_comfortable([0, 0, 0, NO, NO, NO, NO])


def test_week_means_are_exact_c_08() -> None:
    assert week_mean([1, 1, 2, NO, NO, NO, NO]) is None
    assert week_mean([1, 1, 1, 2]) == Fraction(5, 4)
    # In binary fractions this difference is 0.9999999999999996.
    assert week_delta([3, 3, 3, 3, 3, 3, 4], [2, 2, 2, 2, 2, 2, 3]) == 100
    assert week_delta([1] * 5 + [2], [0] * 6) == 117
    assert week_delta([0] * 6, [1] * 5 + [2]) == -117


def test_the_worst_of_several_sites_counts_r_pain_07() -> None:
    order = [
        Response.RED,
        Response.UNKNOWN,
        Response.AMBER_LINGER,
        Response.AMBER_SETTLED,
        Response.GREEN,
    ]

    assert [worst_response(order[at:]) for at in range(5)] == order
    assert worst_response([]) is Response.UNKNOWN
