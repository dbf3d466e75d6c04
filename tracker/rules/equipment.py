"""Shoes by their distance and their age (section 7). Notes only: advice for today never changes."""

from typing import Final

from tracker.rules.limits import USUAL_LIMITS, Limits

SHOE_GUIDANCE: Final = (
    "Common guidance is 500-800 km; the research behind it is thin and foams differ."
    " Worn outsole, creased foam or new aches say more than the number."
)
SHOE_INSPECT: Final = "Time to look them over."
ASK_PRESCRIBER: Final = "Discuss with whoever prescribed them."

_NEW_PAIR_RUNS = 3
_NEW_PAIR_PERCENT = 50


def shoe_note(distance_m: int, *, limits: Limits = USUAL_LIMITS) -> str | None:
    """Return the note of R-EQ-01 for a pair's distance in metres."""
    if distance_m >= limits.shoes_inspect_km * 1000:
        return f"{SHOE_INSPECT} {SHOE_GUIDANCE}"
    return SHOE_GUIDANCE if distance_m >= limits.shoes_note_km * 1000 else None


def new_pair_limit_m(runs_in_pair: int, longest30_m: int | None) -> int | None:
    """Return the most metres for one of the first three runs in a pair (R-EQ-03), else None."""
    if runs_in_pair >= _NEW_PAIR_RUNS or not longest30_m:
        return None
    return longest30_m * _NEW_PAIR_PERCENT // 100
