"""After a typed score the focus goes on by itself: how long it waits, where to, what is drawn."""

from collections.abc import Sequence
from typing import Final

WAIT_S: Final = 0.6
"""So long a typed score waits: a second digit, or the arrows, may still change it."""

GRACE_S: Final = 0.4
"""A ↓ that comes so soon after the focus went on by itself was meant for the same step."""

CELLS: Final = 12
SHORT_CELLS: Final = 3
FULL: Final = "━"
DRAINED: Final = "─"


def next_unscored(scores: Sequence[int | None], place: int) -> int | None:
    """Return the place of the next site without a score, None where Night is next."""
    after = range(place + 1, len(scores))
    return next((each for each in after if scores[each] is None), None)


def bar(left: float, *, cells: int = CELLS) -> tuple[str, str]:
    """Return what is left of the wait, and what has drained; `left` is from 1 to 0."""
    full = min(max(round(left * cells), 0), cells)
    return FULL * full, DRAINED * (cells - full)
