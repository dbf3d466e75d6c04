"""Several looks at once: the share of false finds to reckon with (R-AN-05.6)."""

from collections.abc import Sequence


def q_values(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return for each p its q: the smallest false-discovery rate at which it would be kept.

    Benjamini and Hochberg's step-up rule: p·m/rank, and never more than that of a larger p.
    """
    looks = len(p_values)
    largest_first = sorted(range(looks), key=p_values.__getitem__, reverse=True)
    found = [1.0] * looks
    least = 1.0
    for above, place in enumerate(largest_first):
        least = min(least, p_values[place] * (looks / (looks - above)))
        found[place] = least
    return tuple(found)
