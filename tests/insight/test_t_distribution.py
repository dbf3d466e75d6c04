"""Student's t against published tables (R-AN-05.4, R-AN-05.6)."""

from math import inf, pi, sqrt

import pytest

from tracker.insight.t_distribution import t_quantile, t_ratio, two_sided_p

# NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: critical values of Student's t.
# Columns: 90 %, 95 %, 99 % of all values inside.
PUBLISHED = {
    1: (6.314, 12.706, 63.657),
    2: (2.920, 4.303, 9.925),
    3: (2.353, 3.182, 5.841),
    4: (2.132, 2.776, 4.604),
    5: (2.015, 2.571, 4.032),
    6: (1.943, 2.447, 3.707),
    7: (1.895, 2.365, 3.499),
    8: (1.860, 2.306, 3.355),
    9: (1.833, 2.262, 3.250),
    10: (1.812, 2.228, 3.169),
    11: (1.796, 2.201, 3.106),
    12: (1.782, 2.179, 3.055),
    15: (1.753, 2.131, 2.947),
    20: (1.725, 2.086, 2.845),
    25: (1.708, 2.060, 2.787),
    30: (1.697, 2.042, 2.750),
    40: (1.684, 2.021, 2.704),
    50: (1.676, 2.009, 2.678),
    60: (1.671, 2.000, 2.660),
    80: (1.664, 1.990, 2.639),
    100: (1.660, 1.984, 2.626),
    120: (1.658, 1.980, 2.617),
}
CELLS = [
    (df, inside, value)
    for df, row in PUBLISHED.items()
    for inside, value in zip((0.90, 0.95, 0.99), row, strict=True)
]


@pytest.mark.parametrize(("df", "inside", "value"), CELLS)
def test_r_an_05_quantiles_are_those_of_the_table(df: int, inside: float, value: float) -> None:
    assert t_quantile(df, inside=inside) == pytest.approx(value, abs=0.0005)


@pytest.mark.parametrize(("df", "inside", "value"), CELLS)
def test_r_an_05_p_values_are_those_of_the_table(df: int, inside: float, value: float) -> None:
    # The table rounds t to three places: p differs by no more than that makes.
    slack = max(abs(two_sided_p(value + step, df) - (1 - inside)) for step in (-0.0005, 0.0005))

    assert abs(two_sided_p(value, df) - (1 - inside)) <= slack
    assert two_sided_p(-value, df) == two_sided_p(value, df)


@pytest.mark.parametrize("df", [1, 2, 3, 7, 28, 57, 119, 3647])
@pytest.mark.parametrize("inside", [0.5, 0.9, 0.95, 0.999])
def test_r_an_05_quantile_and_p_undo_each_other(df: int, inside: float) -> None:
    assert two_sided_p(t_quantile(df, inside=inside), df) == pytest.approx(1 - inside, abs=1e-11)


def test_r_an_05_closed_forms() -> None:
    # One degree of freedom is Cauchy's: P(|t| < 1) = 1/2. Two: P(|t| < t0) = t0 / sqrt(2 + t0²).
    assert two_sided_p(1, 1) == pytest.approx(0.5)
    assert two_sided_p(1, 2) == pytest.approx(1 - 1 / sqrt(3))
    # Three: 1 - 2/pi (angle + sin·cos) with angle = atan(t / sqrt 3); at t = sqrt 3 it is pi/4.
    assert two_sided_p(sqrt(3), 3) == pytest.approx(1 - 2 / pi * (pi / 4 + 1 / 2))


def test_r_an_05_no_difference_and_no_error() -> None:
    assert two_sided_p(t_ratio(0, 0), 40) == 1
    assert t_ratio(0.5, 0) == inf
    assert two_sided_p(inf, 40) == pytest.approx(0, abs=1e-14)
    assert two_sided_p(inf, 41) == pytest.approx(0, abs=1e-14)
    assert two_sided_p(1e9, 5) >= 0
