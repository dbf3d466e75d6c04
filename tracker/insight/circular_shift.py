"""Does the habit fit the scores better where it stands than moved along in time? (R-AN-05.5).

Moving the habit round by every possible number of places keeps what neighbouring days share, which
shuffling would destroy.
"""

from collections.abc import Sequence
from struct import pack, unpack

from tracker.insight.least_squares import Moments

_SLOT = 4
"""Bytes a sum takes; 3,650 scores of 10 need two."""


def rotated_sums(habit: Sequence[int], values: Sequence[int]) -> tuple[int, ...]:
    """Return for each rotation k = 0..n-1 the sum of the values at the places of the habit.

    One multiplication does them all: with the sequences as the digits of two large numbers, the
    digits of the product are the sums of products. Ten years take milliseconds, not seconds.
    """
    n = len(habit)
    product = _number(habit[::-1]) * _number(values)
    digits = unpack(f"<{2 * n}I", product.to_bytes(2 * n * _SLOT, "little"))
    # Digit n-1+k has the products that are k places apart; those that went over the end begin anew.
    return tuple(digits[n - 1 + k] + (digits[k - 1] if k else 0) for k in range(n))


def _number(digits: Sequence[int]) -> int:
    return int.from_bytes(pack(f"<{len(digits)}I", *digits), "little")


def shift_p(
    sums: Moments, habit: Sequence[int], before: Sequence[int], after: Sequence[int]
) -> float:
    """Return the share of rotations, with none at all among them, whose |b| is at least as large.

    `sums` are those of the three sequences. A rotation for which b can't be solved counts as one of
    these: the careful way.
    """
    n, xx, mm, my = sums.n, sums.xx, sums.mm, sums.my
    whole, own = sums.determinant, abs(sums.numerator)
    exposed = sum(habit)
    befores, afters = exposed * sum(before), exposed * sum(after)
    at_least = 1
    moved = zip(rotated_sums(habit, before)[1:], rotated_sums(habit, after)[1:], strict=True)
    for with_before, with_after in moved:
        xm, xy = n * with_before - befores, n * with_after - afters
        at_least += abs(xy * mm - xm * my) * whole >= own * (xx * mm - xm * xm)
    return at_least / n
