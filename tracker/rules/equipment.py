"""Shoes by their distance and their age (section 7). Notes only: advice for today never changes."""

from typing import Final

from tracker.domain.settings import DistanceUnit
from tracker.rules.distance_words import floored_distance
from tracker.rules.limits import USUAL_LIMITS, Limits

SHOE_GUIDANCE: Final = (
    "Common guidance is 500-800 km; the research behind it is thin and foams differ."
    " Worn outsole, creased foam or new aches say more than the number."
)
SHOE_INSPECT: Final = "Time to look them over."
ASK_PRESCRIBER: Final = "Discuss with whoever prescribed them."

ROTATION_TEXT: Final = (
    "Runners who used more than one pair had fewer injuries: hazard ratio 0.61 (0.39 to 0.97) in"
    " 264 runners over 22 weeks, observed and not tested."
)
BRACES_SHORT: Final = (
    "A guideline advises against belts and orthotics for low back pain; the article finds them"
    f" useful. {ASK_PRESCRIBER}"
)
BRACES_TEXT: Final = (
    "Views differ: the article finds braces and fitted orthotics useful; a guideline advises"
    " against belts and foot orthotics for low back pain, and pooled trials found no clear effect."
    f" {ASK_PRESCRIBER}"
)

_OTHER_DROP_MM = 4
_NEW_PAIR_RUNS = 3
_NEW_PAIR_PERCENT = 50


def shoe_note(distance_m: int, *, limits: Limits = USUAL_LIMITS) -> str | None:
    """Return the note of R-EQ-01 for a pair's distance in metres."""
    if distance_m >= limits.shoes_inspect_km * 1000:
        return f"{SHOE_INSPECT} {SHOE_GUIDANCE}"
    return SHOE_GUIDANCE if distance_m >= limits.shoes_note_km * 1000 else None


def counts_as_new(*, came_with_m: int, drop: int | None, usual_drop: int | None) -> bool:
    """Return whether a pair is new to the feet: unworn, or of another heel drop (R-EQ-06)."""
    other_drop = drop is not None and usual_drop is not None
    return not came_with_m or (
        other_drop and abs((drop or 0) - (usual_drop or 0)) >= _OTHER_DROP_MM
    )


def new_pair_words(limit_m: int, *, unit: DistanceUnit) -> str:
    """Return R-EQ-03's sentence for the most metres of one of the first three runs."""
    most = floored_distance(limit_m, unit)
    return (
        f"New to your feet: up to {most} for its first {_NEW_PAIR_RUNS} runs, half of your longest."
    )


def new_pair_limit_m(runs_in_pair: int, longest30_m: int | None) -> int | None:
    """Return the most metres for one of the first three runs in a pair (R-EQ-03), else None."""
    if runs_in_pair >= _NEW_PAIR_RUNS or not longest30_m:
        return None
    return longest30_m * _NEW_PAIR_PERCENT // 100
