"""Training that is not running: what a day without running offers, and its impact (section 6)."""

from typing import Final

from tracker.domain.cross_training import CrossKind

NUDGE: Final = "No cross-training or strength for a week: swim, cycle or lift a little?"

CROSS_TEXT: Final = "Cross-train, with what keeps pain at 2 or less"

_HEAVY_ON_THE_BACK = frozenset({CrossKind.ROW, CrossKind.WEIGHTS})
_BACK_LIMIT = 4
_NUDGE_DAYS = 7


def offered_kinds(*, low_back: int | None) -> tuple[CrossKind, ...]:
    """Return the kinds to offer; rowing and lifting go with a low back of 4 or more (R-XT-03)."""
    spare = low_back is not None and low_back >= _BACK_LIMIT
    return tuple(kind for kind in CrossKind if not (spare and kind in _HEAVY_ON_THE_BACK))


def impact_share(kind: CrossKind, *, other_has_impact: bool = False) -> float:
    """Return the share of minutes that count as impact: hiking half, other if said (R-XT-01)."""
    if kind is CrossKind.HIKE:
        return 0.5
    return float(kind is CrossKind.OTHER and other_has_impact)


def nudge(days_since: int | None) -> str | None:
    """Return R-XT-04's reminder after seven days; None stands for never."""
    return NUDGE if days_since is None or days_since >= _NUDGE_DAYS else None
