"""When a routine is meant to be gone through, read from the words that it carries."""

from collections.abc import Mapping
from typing import Final

from tracker.domain.routine import Routine, RoutineMoment

WHEN_WORDS: Final[Mapping[RoutineMoment, str]] = {
    RoutineMoment.BEFORE_RUN: "straight before running",
    RoutineMoment.AFTER_RUN: "within about 30 minutes after running",
    RoutineMoment.REST_DAY: "non-running days",
    RoutineMoment.MID_RUN: "step two of the mid-run protocol",
    RoutineMoment.ANY: "at any time",
}
"""What stands in a routine's `when`."""

_BUILT_IN: Final = {
    "R-STR-PRE": RoutineMoment.BEFORE_RUN,
    "R-STR-POST": RoutineMoment.AFTER_RUN,
    "R-STR-POST-S": RoutineMoment.AFTER_RUN,
    "R-STR-REST": RoutineMoment.REST_DAY,
    "R-STR-MID": RoutineMoment.MID_RUN,
    "R-STR-LOAD": RoutineMoment.ANY,
}
_TELLING: Final = (
    ("mid-run", RoutineMoment.MID_RUN),
    ("mid run", RoutineMoment.MID_RUN),
    ("non-running", RoutineMoment.REST_DAY),
    ("rest", RoutineMoment.REST_DAY),
    ("before", RoutineMoment.BEFORE_RUN),
    ("pre-run", RoutineMoment.BEFORE_RUN),
    ("after", RoutineMoment.AFTER_RUN),
    ("post-run", RoutineMoment.AFTER_RUN),
)


def moment_of(routine: Routine) -> RoutineMoment:
    """Tell when a routine is meant to be gone through; in doubt at any time."""
    known = _BUILT_IN.get(routine.code)
    return known if known is not None else moment_in(routine.when)


def moment_in(when: str) -> RoutineMoment:
    """Read the moment from words such as "straight before running"."""
    plain = when.casefold()
    return next((moment for word, moment in _TELLING if word in plain), RoutineMoment.ANY)
