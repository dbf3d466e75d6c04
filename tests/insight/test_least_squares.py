"""b by hand, by brute force, and where there is none (R-AN-05.3, R-AN-05.4)."""

from fractions import Fraction
from random import Random

import pytest

from tracker.insight.least_squares import estimate, moments


def solved(rows: list[list[Fraction]], right: list[Fraction]) -> list[Fraction]:
    """Solve linear equations by elimination, in exact fractions."""
    table = [[*row, value] for row, value in zip(rows, right, strict=True)]
    size = len(table)
    for place in range(size):
        pivot = next(row for row in range(place, size) if table[row][place])
        table[place], table[pivot] = table[pivot], table[place]
        for row in range(size):
            if row != place:
                share = table[row][place] / table[place][place]
                table[row] = [a - share * b for a, b in zip(table[row], table[place], strict=True)]
    return [table[place][size] / table[place][place] for place in range(size)]


def by_normal_equations(x: list[int], m: list[int], y: list[int]) -> tuple[float, float]:
    """Give b and its standard error from the normal equations of after = a + b x + c m."""
    columns = [[1] * len(x), x, m]

    def dot(left: list[int], right: list[int]) -> Fraction:
        return Fraction(sum(a * b for a, b in zip(left, right, strict=True)))

    gram = [[dot(left, right) for right in columns] for left in columns]
    a, b, c = solved(gram, [dot(column, y) for column in columns])
    squares = [(y_ - a - b * x_ - c * m_) ** 2 for x_, m_, y_ in zip(x, m, y, strict=True)]
    inverse_bb = solved(gram, [Fraction(0), Fraction(1), Fraction(0)])[1]
    variance = sum(squares) / (len(x) - 3) * inverse_bb
    return float(b), float(variance) ** 0.5


def test_r_an_05_a_case_by_hand() -> None:
    # Five pairs:   x 0 1 0 1 0     m 1 2 3 4 5     y 2 4 3 6 4
    # About the means: Sxx = 2 - 4/5 = 1.2, Smm = 55 - 45 = 10, Sxm = 6 - 2*15/5 = 0,
    # Sxy = 10 - 2*19/5 = 2.4, Smy = 63 - 15*19/5 = 6, Syy = 81 - 361/5 = 8.8.
    # With Sxm = 0: b = 2.4 / 1.2 = 2, c = 6 / 10 = 0.6.
    # Residual sum = 8.8 - 2*2.4 - 0.6*6 = 0.4, s² = 0.4 / (5 - 3) = 0.2, SE(b)² = 0.2 / 1.2 = 1/6.
    found = estimate(moments([0, 1, 0, 1, 0], [1, 2, 3, 4, 5], [2, 4, 3, 6, 4]))

    assert found is not None
    assert found.effect == pytest.approx(2)
    assert found.error == pytest.approx((1 / 6) ** 0.5)
    assert found.df == 2


@pytest.mark.parametrize("seed", range(20))
def test_r_an_05_agrees_with_the_normal_equations(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - made-up scores
    n = rng.randrange(5, 80)
    x = [1, 0, *(rng.randrange(2) for _ in range(n - 2))]
    m = [1, 2, *(rng.randrange(11) for _ in range(n - 2))]
    y = [rng.randrange(11) for _ in range(n)]

    found = estimate(moments(x, m, y))

    assert found is not None
    assert (found.effect, found.error) == pytest.approx(by_normal_equations(x, m, y))


@pytest.mark.parametrize(
    ("x", "m"),
    [
        ([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]),  # always with
        ([0, 1, 0, 1, 0], [3, 3, 3, 3, 3]),  # the score never differed
        ([0, 1, 0, 1, 0], [2, 5, 2, 5, 2]),  # habit and score were one and the same
    ],
)
def test_r_an_05_a_singular_design_has_no_estimate(x: list[int], m: list[int]) -> None:
    assert estimate(moments(x, m, [1, 2, 3, 2, 1])) is None


def test_r_an_05_three_pairs_leave_no_degree_of_freedom() -> None:
    assert estimate(moments([0, 1, 0], [1, 2, 4], [1, 5, 2])) is None


def test_r_an_05_an_exact_fit_has_no_error() -> None:
    x, m = [0, 1, 0, 1, 1, 0], [1, 2, 3, 4, 0, 2]

    found = estimate(moments(x, m, [1 + 2 * a + b for a, b in zip(x, m, strict=True)]))

    assert found is not None
    assert (found.effect, found.error) == (2, 0)
