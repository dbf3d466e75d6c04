"""Tomorrow's score from a habit and today's score, by least squares (R-AN-05.3).

The model is after = a + b·habit + c·before. Habits are 0 or 1 and scores whole numbers, so all sums
are whole numbers: nothing is rounded before the last division, and a design that can't be solved is
recognised exactly.
"""

from collections.abc import Sequence
from math import sqrt

from tracker.domain.dataclass import dataclass

COEFFICIENTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """Sums of squares and products about the means, each times `n`, so that they stay whole.

    x is the habit, m the score before, y the score after.
    """

    n: int
    xx: int
    mm: int
    yy: int
    xm: int
    xy: int
    my: int

    @property
    def determinant(self) -> int:
        """Return what b is divided by; 0 where habit and score before can't be told apart."""
        return self.xx * self.mm - self.xm * self.xm

    @property
    def numerator(self) -> int:
        """Return what is divided by the determinant to give b."""
        return self.xy * self.mm - self.xm * self.my


@dataclass(frozen=True, slots=True)
class Estimate:
    """The habit's coefficient b in points, its standard error, and the degrees of freedom."""

    effect: float
    error: float
    df: int


def moments(habit: Sequence[int], before: Sequence[int], after: Sequence[int]) -> Moments:
    """Add up the pairs; the sequences are of one length."""
    n = len(habit)

    def about_means(left: Sequence[int], right: Sequence[int]) -> int:
        return n * sum(a * b for a, b in zip(left, right, strict=True)) - sum(left) * sum(right)

    return Moments(
        n=n,
        xx=about_means(habit, habit),
        mm=about_means(before, before),
        yy=about_means(after, after),
        xm=about_means(habit, before),
        xy=about_means(habit, after),
        my=about_means(before, after),
    )


def estimate(sums: Moments) -> Estimate | None:
    """Solve for b; None where the design is singular or leaves no degree of freedom."""
    df, whole = sums.n - COEFFICIENTS, sums.determinant
    if df <= 0 or whole == 0:
        return None
    carried = sums.my * sums.xx - sums.xm * sums.xy
    left_over = sums.yy * whole - sums.numerator * sums.xy - carried * sums.my
    # The squared residuals add up to left_over / (n·whole); b's variance is n·mm / whole of theirs.
    variance = (left_over * sums.mm) / (df * whole * whole)
    return Estimate(effect=sums.numerator / whole, error=sqrt(variance), df=df)
