"""Several looks at once (R-AN-05.6)."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.insight.benjamini_hochberg import q_values

# The fifteen p-values of Benjamini and Hochberg's own example (J R Stat Soc B 1995; 57:289-300),
# where at 0.05 the rule keeps the first four: 0.0095 <= 4/15 * 0.05 = 0.0133.
FIFTEEN = (
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
    0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
)  # fmt: skip


def test_r_an_05_the_published_example() -> None:
    q = q_values(FIFTEEN)

    assert [value <= 0.05 for value in q] == [True] * 4 + [False] * 11
    # By hand: 0.0095 * 15/4 = 0.035625; 0.0201 * 15/5 = 0.0603; 0.0298 * 15/7 = 0.06386.
    assert q[3] == pytest.approx(0.035625)
    assert q[4] == pytest.approx(0.0603)
    # 0.0278 * 15/6 = 0.0695 is more than the next one's 0.06386, which it therefore takes.
    assert q[5] == q[6] == pytest.approx(0.0298 * 15 / 7)
    assert q[14] == 1


def test_r_an_05_the_order_of_the_looks_does_not_matter() -> None:
    p = (0.01, 0.02, 0.04, 0.9)
    expected = dict(zip(p, q_values(p), strict=True))

    for order in permutations(p):
        assert q_values(order) == tuple(expected[each] for each in order)


def test_r_an_05_one_look_is_its_own_p_and_none_is_none() -> None:
    assert q_values((0.03,)) == (0.03,)
    assert q_values(()) == ()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_r_an_05_q_is_never_below_p_and_keeps_the_order(p: list[float]) -> None:
    q = q_values(p)

    assert all(p_ <= q_ <= 1 for p_, q_ in zip(p, q, strict=True))
    by_p = [q_ for _p, q_ in sorted(zip(p, q, strict=True))]
    assert by_p == sorted(by_p)
