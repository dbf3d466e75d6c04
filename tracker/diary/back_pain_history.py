"""How long the back has hurt, and what is lastingly true of it (R-RED-28)."""

from datetime import date, timedelta

from tracker.diary.day_state import day_state
from tracker.diary.snapshot import Snapshot
from tracker.domain.pain import BackFeature
from tracker.domain.screening import Clearance
from tracker.domain.site import Site
from tracker.rules.computed_flags import inflammatory
from tracker.rules.flag_history import cleared_on

BACK = frozenset({Site.LOW_BACK, Site.UPPER_BACK})

_FEATURES_COUNT_FOR = timedelta(days=90)
_LOOK_BACK_DAYS = 400
# A back without pain for so long begins a new story.
_PAIN_FREE_DAYS = 28


def behaves_like_inflammation(snapshot: Snapshot, day: date) -> bool:
    """Return whether back pain of more than three months has four of the five features (F21)."""
    features = _features(snapshot, day)
    if not features:
        return False
    present = [feature in features for feature in BackFeature]
    return inflammatory(lasted_days=days_of_back_pain(snapshot, day), features=present)


def days_of_back_pain(snapshot: Snapshot, day: date) -> int:
    """Count the days since the first of the scores above 0 that lie less than 28 days apart."""
    felt = day
    for back in range(_LOOK_BACK_DAYS):
        seen = day - timedelta(days=back)
        state = day_state(snapshot, seen)
        if any(place.site in BACK and state.morning(place) for place in state.places):
            felt = seen
        elif (felt - seen).days >= _PAIN_FREE_DAYS:
            break
    return (day - felt).days


def _features(snapshot: Snapshot, day: date) -> set[BackFeature]:
    first = day - _FEATURES_COUNT_FOR
    cleared = cleared_on("R-RED-28", snapshot.of(Clearance), today=day)
    if cleared is not None:
        first = max(first, cleared + timedelta(days=1))
    said = snapshot.check_ins_between(first, day)
    return {feature for item in said for feature in item.back_features}
