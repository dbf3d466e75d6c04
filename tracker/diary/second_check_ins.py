"""A day that has a check-in already: whether another one corrects it or is a later one."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from tracker.domain.check_in import CheckIn

SOON: Final = timedelta(minutes=15)
"""So long after a check-in another one is more likely a correction than a change of the pain."""


class Again(StrEnum):
    """What another check-in of the same day is."""

    CORRECT = "correct"
    LATER = "later"


def usual_again(latest: CheckIn, *, now: datetime, today: date) -> Again:
    """Return what another check-in of a day most likely is, after the latest one on file.

    Of a day that is over nothing is scored later: it is corrected.
    """
    if is_list_alone(latest):
        return Again.LATER
    soon = timedelta(0) <= now - latest.at <= SOON
    return Again.CORRECT if soon or latest.day < today else Again.LATER


def is_list_alone(check_in: CheckIn) -> bool:
    """Return whether a check-in is the alarm list by itself: no earlier score to correct."""
    return check_in.full_list and not check_in.scores


def goes_on(answered: datetime | None, *, now: datetime) -> bool:
    """Return whether an answer still stands: within one sitting nobody is asked twice."""
    return answered is not None and timedelta(0) <= now - answered <= SOON
