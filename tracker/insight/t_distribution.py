"""Student's t: how unusual a value is, and between which values most lie.

The finite series for whole degrees of freedom: Abramowitz and Stegun, Handbook of Mathematical
Functions, 26.7.3 and 26.7.4.
"""

from functools import cache
from math import atan, cos, exp, inf, lgamma, log, pi, sin, sqrt
from statistics import NormalDist

_STEPS_MAX = 60
_CLOSE = 1e-13


def two_sided_p(t: float, df: int) -> float:
    """Return the chance of a value at least as far from 0 as `t`; exact to about 1e-14."""
    if t == 0:
        return 1.0
    angle = atan(abs(t) / sqrt(df))
    within = _within_odd(angle, df) if df % 2 else _within_even(angle, df)
    return min(max(1.0 - within, 0.0), 1.0)


def _within_odd(angle: float, df: int) -> float:
    cosine = cos(angle)
    term, total = cosine, 0.0
    for step in range(1, df - 1, 2):
        total += term
        term *= cosine * cosine * (step + 1) / (step + 2)
    return 2 / pi * (angle + sin(angle) * total)


def _within_even(angle: float, df: int) -> float:
    square = cos(angle) ** 2
    term, total = 1.0, 0.0
    for step in range(0, df - 1, 2):
        total += term
        term *= square * (step + 1) / (step + 2)
    return sin(angle) * total


@cache
def t_quantile(df: int, *, inside: float = 0.95) -> float:
    """Return the value that a share `inside` of all values stays within, on both sides of 0.

    Newton's steps from the normal quantile: it lies below, and the tail is convex, so each step
    comes closer from the same side.
    """
    outside = 1.0 - inside
    t = NormalDist().inv_cdf(1.0 - outside / 2)
    for _ in range(_STEPS_MAX):
        step = (two_sided_p(t, df) - outside) / (2 * _density(t, df))
        t += step
        if abs(step) <= _CLOSE * t:
            break
    return t


def _density(t: float, df: int) -> float:
    scale = lgamma((df + 1) / 2) - lgamma(df / 2) - log(df * pi) / 2
    return exp(scale - (df + 1) / 2 * log(1 + t * t / df))


def t_ratio(effect: float, error: float) -> float:
    """Return how many standard errors an effect is; 0 of 0, and without end where nothing errs."""
    if effect == 0:
        return 0.0
    return effect / error if error else inf
