"""A recorded track, summed up while its points go by."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_RADIUS_M: Final = 6371008.8
HEART_RATE_MAX: Final = 260

# Tracks of one outing follow each other closely; an archive's are hours or days apart.
_OUTING_GAP: Final = timedelta(hours=3)


def haversine_m(
    latitude: float, longitude: float, *, to_latitude: float, to_longitude: float
) -> float:
    """Give the distance in metres over the ground between two positions in degrees."""
    phi, to_phi = radians(latitude), radians(to_latitude)
    half_phi = (to_phi - phi) / 2
    half_lambda = radians(to_longitude - longitude) / 2
    chord = sin(half_phi) ** 2 + cos(phi) * cos(to_phi) * sin(half_lambda) ** 2
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(chord)))


@dataclass(slots=True, kw_only=True)
class Track:
    """The sums of a track: metres and seconds within its segments, times, heart rates, oddities.

    The way between two segments is not counted: recording was off.
    """

    name: str = ""
    sport_word: str = ""
    metres: float = 0.0
    segment_s: float = 0.0
    points: int = 0
    timed: int = 0
    misplaced: int = 0
    naive: int = 0
    backwards: bool = False
    first: datetime | None = None
    last: datetime | None = None
    beats_sum: float = 0.0
    beats_points: int = 0
    beats_max: float = 0.0
    _place: tuple[float, float] | None = None
    _at: datetime | None = None

    def begin_segment(self) -> None:
        """Forget where the last segment ended."""
        self._place = self._at = None

    def add(self, latitude: float, longitude: float, *, at: datetime | None = None) -> None:
        """Add a point in degrees; `at` has a zone."""
        self.points += 1
        if self._place is not None:
            self.metres += haversine_m(*self._place, to_latitude=latitude, to_longitude=longitude)
        self._place = (latitude, longitude)
        if at is None:
            return
        self.timed += 1
        if self._at is not None:
            step = (at - self._at).total_seconds()
            self.backwards = self.backwards or step < 0
            self.segment_s += max(0.0, step)
        self._at = at
        self.first = at if self.first is None else min(self.first, at)
        self.last = at if self.last is None else max(self.last, at)

    def add_heart_rate(self, beats: float) -> None:
        """Add a heart rate; what no heart can do is a sensor without contact, and left out."""
        if 0 < beats <= HEART_RATE_MAX:
            self.beats_sum += beats
            self.beats_points += 1
            self.beats_max = max(self.beats_max, beats)

    @property
    def is_empty(self) -> bool:
        """Tell whether no point has come by, not even one without a position."""
        return not self.points and not self.misplaced

    @property
    def elapsed_s(self) -> float | None:
        """Give the seconds from the first to the last time; None without any."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).total_seconds()

    @property
    def speed_mps(self) -> float | None:
        """Give the mean speed while recording; None where the times tell none."""
        return self.metres / self.segment_s if self.segment_s > 0 else None

    def goes_on_with(self, other: "Track") -> bool:
        """Tell whether a later track belongs to the same outing."""
        if self.sport_word and other.sport_word and self.sport_word != other.sport_word:
            return False
        if self.first is None or self.last is None or other.first is None:
            return True
        return self.first - _OUTING_GAP <= other.first <= self.last + _OUTING_GAP

    def absorb(self, other: "Track") -> None:
        """Add the sums of a later track of the same outing; the gap between is not counted."""
        self.name = self.name or other.name
        self.sport_word = self.sport_word or other.sport_word
        self.metres += other.metres
        self.segment_s += other.segment_s
        self.points += other.points
        self.timed += other.timed
        self.misplaced += other.misplaced
        self.naive += other.naive
        self.backwards = self.backwards or other.backwards
        self.first = min((at for at in (self.first, other.first) if at), default=None)
        self.last = max((at for at in (self.last, other.last) if at), default=None)
        self.beats_sum += other.beats_sum
        self.beats_points += other.beats_points
        self.beats_max = max(self.beats_max, other.beats_max)
