"""A recorded track: its points, and what its times and heart rates say."""

from dataclasses import field
from datetime import datetime, timedelta
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.exchange.way import Point

HEART_RATE_MAX: Final = 260

# Tracks of one outing follow each other closely; an archive's are hours or days apart.
_OUTING_GAP: Final = timedelta(hours=3)


@dataclass(slots=True, kw_only=True)
class Track:
    """The points of a track by segment, its times and heart rates, and what is odd about it.

    Recording was off between two segments, so the way between them is not counted.
    """

    name: str = ""
    sport_word: str = ""
    segments: list[list[Point]] = field(default_factory=list)
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
    _at: float | None = None

    def begin_segment(self) -> None:
        """Begin a part of the track that is not connected with the one before."""
        self.segments.append([])
        self._at = None

    def add(self, latitude: float, longitude: float, *, at: datetime | None = None) -> None:
        """Add a point in degrees; `at` has a zone."""
        if not self.segments:
            self.begin_segment()
        self.points += 1
        moment = None if at is None else at.timestamp()
        self.segments[-1].append((latitude, longitude, moment))
        if at is None or moment is None:
            return
        self.timed += 1
        self.backwards = self.backwards or (self._at is not None and moment < self._at)
        self._at = moment
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
        """Return whether no point has come by, not even one without a position."""
        return not self.points and not self.misplaced

    @property
    def is_timed(self) -> bool:
        """Return whether enough points have a time to go by."""
        return self.timed > 0 and 2 * self.timed >= self.points

    @property
    def elapsed_s(self) -> float | None:
        """Return the seconds from the first to the last time; None without any."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).total_seconds()

    def goes_on_with(self, other: "Track") -> bool:
        """Return whether a later track belongs to the same outing."""
        if self.sport_word and other.sport_word and self.sport_word != other.sport_word:
            return False
        if self.first is None or self.last is None or other.first is None:
            return True
        return self.first - _OUTING_GAP <= other.first <= self.last + _OUTING_GAP

    def absorb(self, other: "Track") -> None:
        """Add the segments of a later track of the same outing."""
        self.name = self.name or other.name
        self.sport_word = self.sport_word or other.sport_word
        self.segments += other.segments
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
