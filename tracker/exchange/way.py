"""The way along recorded points: every part once, without the jumps of the receiver."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from operator import itemgetter
from typing import Final, TypeAlias

from tracker.domain.dataclass import dataclass

EARTH_RADIUS_M: Final = 6371008.8
# The fastest sprinter keeps 12 m/s for a few steps only; a ride downhill stays below 40.
FOOT_MAX_MPS: Final = 12.0
RIDE_MAX_MPS: Final = 40.0
# Where times say nothing about the speed: no two neighbouring points of a track are further apart.
UNTIMED_STEP_MAX_M: Final = 1000.0
# With more jumps than one in five points, what is left says nothing about the distance.
JUMPS_SHARE_MAX: Final = 0.2

# Two points of the same second are at most one second apart.
_SECOND: Final = 1.0
# Beyond one step back in ten the order of the points says nothing, and their times go.
_JUMBLED: Final = 0.1

Point: TypeAlias = tuple[float, float, float | None]
"""Latitude and longitude in degrees, and the seconds since 1970 where the time is known."""

_time_of = itemgetter(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """A step that nobody made: metres, and the seconds that it took (None where not known)."""

    metres: float
    seconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A distance in metres, the seconds spent on it, and what was left out of it."""

    metres: float
    seconds: float
    jumps: int
    farthest: Jump | None
    repeated_s: float
    trusted: bool

    @property
    def speed_mps(self) -> float | None:
        """Return the mean speed; None where the times tell none."""
        return self.metres / self.seconds if self.seconds > 0 else None


def haversine_m(
    latitude: float, longitude: float, *, to_latitude: float, to_longitude: float
) -> float:
    """Return the distance in metres over the ground between two positions in degrees."""
    phi, to_phi = radians(latitude), radians(to_latitude)
    half_phi = (to_phi - phi) / 2
    half_lambda = radians(to_longitude - longitude) / 2
    chord = sin(half_phi) ** 2 + cos(phi) * cos(to_phi) * sin(half_lambda) ** 2
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(chord)))


def way_of(segments: Iterable[Sequence[Point]], max_mps: float, *, timed: bool) -> Way:
    """Return the way within segments; what overlaps in time counts once, jumps not at all.

    A step is a jump where it is faster than `max_mps`. Where the track as a whole is `timed`, the
    few points without a time are left out.
    """
    parts, repeated_s = _once(segments) if timed else (list(segments), 0.0)
    walk = _Walk(max_mps)
    for part in parts:
        walk.along(part)
    return Way(
        repeated_s=repeated_s,
        metres=walk.metres,
        seconds=walk.seconds,
        jumps=walk.jumps,
        farthest=walk.farthest,
        trusted=walk.jumps <= JUMPS_SHARE_MAX * sum(map(len, parts)),
    )


def _once(segments: Iterable[Sequence[Point]]) -> tuple[list[Sequence[Point]], float]:
    """Return the points that have a time, in its order, without the seconds that came before."""
    parts = sorted((part for each in segments for part in _passes(each)), key=_begin)
    found: list[Sequence[Point]] = []
    covered = repeated_s = 0.0
    for part in parts:
        found.append([point for point in part if _time_of(point) >= covered])
        repeated_s += max(0.0, min(covered, _time_of(part[-1])) - _begin(part))
        covered = max(covered, _time_of(part[-1]))
    return found, repeated_s


def _begin(part: Sequence[Point]) -> float:
    return float(_time_of(part[0]))


def _passes(segment: Sequence[Point]) -> list[list[Point]]:
    """Split a segment where its times begin anew; jumbled points are put in order instead."""
    points = [point for point in segment if point[2] is not None]
    breaks = [
        place
        for place, (one, other) in enumerate(pairwise(points), 1)
        if _time_of(other) < _time_of(one)
    ]
    if len(breaks) > _JUMBLED * len(points):
        return [sorted(points, key=_time_of)]
    ends = [0, *breaks, len(points)]
    return [points[begin:end] for begin, end in pairwise(ends) if begin < end]


class _Walk:
    """Adds up steps; after a jump it waits for the next point to say which end was wrong."""

    def __init__(self, max_mps: float) -> None:
        self.metres = 0.0
        self.seconds = 0.0
        self.jumps = 0
        self.farthest: Jump | None = None
        self._max_mps = max_mps

    def along(self, points: Sequence[Point]) -> None:
        """Go along one part; the way to it does not count."""
        before = trusted = doubted = None
        for point in points:
            if trusted is None:
                trusted = point
            elif self._possible(trusted, point):
                if doubted is not None:
                    self._leave_out(trusted, doubted)
                self._count(trusted, point)
                before, trusted, doubted = trusted, point, None
            elif doubted is None:
                doubted = point
            elif self._possible(doubted, point):
                # The receiver was carried, or is back from a bad place: it goes on from here.
                if before is not None and self._possible(before, doubted):
                    self._count(trusted, doubted)
                else:
                    self._leave_out(trusted, doubted)
                self._count(doubted, point)
                before, trusted, doubted = doubted, point, None
            else:
                self._leave_out(trusted, doubted)
                doubted = point
        if trusted is not None and doubted is not None:
            self._leave_out(trusted, doubted)

    def _possible(self, one: Point, other: Point) -> bool:
        seconds = _seconds(one, other)
        if seconds is None:
            return _metres(one, other) <= UNTIMED_STEP_MAX_M
        return _metres(one, other) <= self._max_mps * max(seconds, _SECOND)

    def _count(self, one: Point, other: Point) -> None:
        self.metres += _metres(one, other)
        self.seconds += _seconds(one, other) or 0.0

    def _leave_out(self, one: Point, other: Point) -> None:
        self.jumps += 1
        metres = _metres(one, other)
        if self.farthest is None or metres > self.farthest.metres:
            self.farthest = Jump(metres=metres, seconds=_seconds(one, other))


def _metres(one: Point, other: Point) -> float:
    return haversine_m(one[0], one[1], to_latitude=other[0], to_longitude=other[1])


def _seconds(one: Point, other: Point) -> float | None:
    return None if one[2] is None or other[2] is None else other[2] - one[2]
