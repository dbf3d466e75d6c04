"""Stretches of days that belong together: episodes, and flares (R-AN-04)."""

from datetime import date, datetime

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.record import record
from tracker.domain.site import PainSite


def lies_within(day: date, start: date, end: date | None) -> bool:
    """Return whether a day lies in a stretch of days; without a last day it lasts."""
    return start <= day and (end is None or day <= end)


@record("episodes", order="start at")
@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """A named stretch of days; `end` is its last day, None while it lasts."""

    id: str
    at: datetime
    start: date
    name: str
    end: date | None = None
    place: PainSite | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)

    def __contains__(self, day: date) -> bool:
        """Return whether a day belongs to it."""
        return lies_within(day, self.start, self.end)


@record("flares", order="start at")
@dataclass(frozen=True, slots=True, kw_only=True)
class Flare:
    """A flare that the person marked, or the answer to whether one is (R-AN-04).

    `is_flare` False: asked about the days from `start` on, and it was none. `end` is its last day,
    None while it lasts. No `place`: not for one site. `lasts_on` is the day on which the person
    last said that it is not over yet.
    """

    id: str
    at: datetime
    start: date
    is_flare: bool = True
    end: date | None = None
    place: PainSite | None = None
    note: str = ""
    lasts_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)

    def __contains__(self, day: date) -> bool:
        """Return whether a day belongs to it."""
        return lies_within(day, self.start, self.end)
