"""TCX: laps with their sums, which Garmin's older watches and many services export."""

import hashlib
from dataclasses import field
from datetime import datetime, timedelta
from typing import Final

from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.domain.settings import DistanceUnit
from tracker.domain.text import clean_text
from tracker.domain.units import format_distance
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.elements import ElementReader
from tracker.exchange.outing import JUMP_WORTH_SAYING_M, NAIVE, odd_places
from tracker.exchange.positions import parse_place
from tracker.exchange.sport import Sport, max_speed, sport_named
from tracker.exchange.track import Track
from tracker.exchange.values import local_moment, parse_moment, parse_number
from tracker.exchange.way import Way, way_of
from tracker.exchange.xml_content import NotXmlError, parse_xml

FORMAT: Final = "tcx"
POINTS_MAX: Final = 300_000
ACTIVITIES_MAX: Final = 5_000
"""Old programs wrote a whole history into one file."""

_AGAIN = "Export it again from the watch or service."
# Programs round laps and pauses each in their own way; beyond this, two sums contradict each other.
_ALIKE = 0.05
_CONNECTED = timedelta(days=1)
# The format knows no others: a walk or a swim is "Other".
_SPORTS = {"running": Sport.RUN, "biking": Sport.BIKE, "other": Sport.OTHER}


def read_tcx(content: bytes, file: str) -> tuple[Activity | Rejected, ...]:
    """Read the activities of a TCX file; each leg of several sports is one.

    Distance and moving time are the sums of the laps, which the device measured itself; without a
    distance there, it is the way along the points.
    """
    try:
        reader = parse_xml(content, _Reader)
    except NotXmlError as damage:
        return (Rejected(file, f"This file can't be read: {damage}. {_AGAIN}"),)
    if not reader.legs:
        return (Rejected(file, reader.nothing_found),)
    digest = hashlib.sha256(content).hexdigest()
    several = len(reader.legs) > 1
    return tuple(
        _activity(leg, file=file, digest=f"{digest}-{part}" if several else digest)
        for part, leg in enumerate(reader.legs, start=1)
    )


@dataclass(slots=True)
class _Lap:
    start: datetime | None = None
    seconds: float | None = None
    metres: float | None = None
    avg_hr: float | None = None
    max_hr: float | None = None


@dataclass(slots=True)
class _Leg:
    """One activity of a file: its sport, laps and points."""

    sport_word: str
    began: datetime | None = None
    note: str = ""
    device: str = ""
    laps: list[_Lap] = field(default_factory=list)
    track: Track = field(default_factory=Track)
    first: datetime | None = None
    last: datetime | None = None
    first_metres: float | None = None
    last_metres: float | None = None

    def add_time(self, at: datetime | None) -> None:
        """Add the time of a point, with or without a position."""
        if at is not None:
            self.first = at if self.first is None else min(self.first, at)
            self.last = at if self.last is None else max(self.last, at)

    def add_metres(self, metres: float | None) -> None:
        """Add how far the device had come at a point."""
        if metres is not None:
            self.first_metres = metres if self.first_metres is None else self.first_metres
            self.last_metres = metres


class _Reader(ElementReader):
    """Hears the elements of a TCX file and gathers its activities."""

    def __init__(self) -> None:
        super().__init__()
        self.legs: list[_Leg] = []
        self._root = ""
        self._planned = False
        self._points = 0
        self._point: dict[str, str] = {}

    @override
    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.path) == 1:
            self._root = name
        if name == "Activity":
            if len(self.legs) >= ACTIVITIES_MAX:
                reason = f"it holds more than {ACTIVITIES_MAX:,} activities"
                raise NotXmlError(reason)
            self.legs.append(_Leg(clean_text(attributes.get("Sport", ""))))
        elif name in {"Course", "Workout"}:
            self._planned = True
        elif self._leg is None:
            return
        elif name == "Lap":
            self._leg.laps.append(_Lap(self._moment(attributes.get("StartTime", ""))))
        elif name == "Track":
            self._leg.track.begin_segment()
        elif name == "Trackpoint":
            self._begin_point()

    @property
    def _leg(self) -> _Leg | None:
        return self.legs[-1] if "Activity" in self.path and self.legs else None

    def _begin_point(self) -> None:
        self._points += 1
        if self._points > POINTS_MAX:
            reason = f"it holds more than {POINTS_MAX:,} points"
            raise NotXmlError(reason)
        self._point = {}

    @override
    def finish(self, name: str, parent: str, text: str) -> None:
        leg = self._leg
        if leg is None:
            return
        if name == "Trackpoint":
            self._end_point(leg)
        elif "Trackpoint" in self.path:
            self._point.setdefault(parent if name == "Value" else name, text)
        elif text and "Lap" in self.path and leg.laps:
            _tell_lap(leg.laps[-1], parent if name == "Value" else name, text)
        elif parent == "Activity" and name == "Id":
            leg.began = self._moment(text)
        elif parent == "Activity" and name == "Notes":
            leg.note = clean_text(text, newlines=True)
        elif parent == "Creator" and name == "Name":
            leg.device = clean_text(text)

    def _end_point(self, leg: _Leg) -> None:
        told = self._point
        at = self._moment(told.get("Time", ""))
        leg.add_time(at)
        leg.add_metres(parse_number(told.get("DistanceMeters", "")))
        leg.track.add_heart_rate(parse_number(told.get("HeartRateBpm", "")) or 0)
        place = parse_place(told.get("LatitudeDegrees", ""), told.get("LongitudeDegrees", ""))
        if place is not None:
            leg.track.add(*place, at=at)

    def _moment(self, text: str) -> datetime | None:
        moment = parse_moment(text)
        if moment is not None and moment.tzinfo is None and self.legs:
            self.legs[-1].track.naive += 1
        return local_moment(moment)

    @property
    def nothing_found(self) -> str:
        """Say why there is no activity in what was heard."""
        if self._root != "TrainingCenterDatabase":
            return f"This is not a TCX file. {_AGAIN}"
        if self._planned:
            return "This file holds a planned course or workout only. Export the recorded activity."
        return f"This file holds no activity. {_AGAIN}"


def _tell_lap(lap: _Lap, name: str, text: str) -> None:
    match name:
        case "TotalTimeSeconds":
            lap.seconds = parse_number(text)
        case "DistanceMeters":
            lap.metres = parse_number(text)
        case "AverageHeartRateBpm":
            lap.avg_hr = parse_number(text)
        case "MaximumHeartRateBpm":
            lap.max_hr = parse_number(text)


def _activity(leg: _Leg, *, file: str, digest: str) -> Activity | Rejected:
    start = _start(leg)
    moving = sum(lap.seconds or 0 for lap in leg.laps)
    if not leg.laps and leg.first is None:
        return Rejected(file, f"The activity holds no laps and no points. {_AGAIN}")
    sport = _SPORTS.get(leg.sport_word.casefold()) or sport_named(leg.sport_word)
    metres, said = _metres(leg, sport)
    elapsed = _elapsed(leg, start, moving)
    if moving and elapsed and moving > elapsed * (1 + 2 * _ALIKE):
        said = (*said, "Its laps last longer than its points; the laps were taken.")
        elapsed = moving
    if leg.track.naive:
        said = (*said, NAIVE)
    track = leg.track
    return Activity(
        format=FORMAT,
        file=file,
        digest=digest,
        start=start,
        sport=sport,
        distance_m=round(metres) if metres else None,
        duration_s=round(elapsed) if elapsed else None,
        moving_s=round(moving) if moving else None,
        avg_hr=_mean_hr(leg),
        max_hr=round(max((lap.max_hr or 0 for lap in leg.laps), default=0) or track.beats_max)
        or None,
        note=leg.note,
        device=leg.device or None,
        warnings=said,
    )


def _start(leg: _Leg) -> datetime | None:
    """Return the first moment of laps and points; a time a day off is another clock's."""
    told = next((lap.start for lap in leg.laps if lap.start), None) or leg.began
    if told is None or leg.first is None:
        return told or leg.first
    return leg.first if timedelta() < told - leg.first < _CONNECTED else told


def _elapsed(leg: _Leg, start: datetime | None, moving: float) -> float:
    """Return the seconds from the start to the last point, or to the end of the last lap."""
    ends = [leg.last] if leg.last else []
    if not ends:
        ends = [
            lap.start + timedelta(seconds=lap.seconds)
            for lap in leg.laps
            if lap.start and lap.seconds and lap.seconds < _CONNECTED.total_seconds()
        ]
    if start is None or not ends:
        return moving
    return (max(ends) - start).total_seconds()


def _metres(leg: _Leg, sport: Sport) -> tuple[float | None, tuple[str, ...]]:
    """Return the distance that laps or points give, and what speaks against it."""
    track = leg.track
    way = way_of(track.segments, max_speed(sport), timed=track.is_timed)
    by_laps = sum(lap.metres or 0 for lap in leg.laps)
    if not by_laps:
        known = way.metres if way.trusted else None
        return known, tuple(odd_places(track, way)) if track.points > 1 else ()
    if _jumped(way, by_laps):
        return way.metres, tuple(odd_places(track, way))
    by_points = (leg.last_metres or 0) - (leg.first_metres or 0)
    if by_points and abs(by_points - by_laps) > _ALIKE * by_laps:
        laps, points = (format_distance(each, DistanceUnit.KM) for each in (by_laps, by_points))
        return by_laps, (f"Its laps say {laps}, its points {points}; the laps were taken.",)
    return by_laps, ()


def _jumped(way: Way, by_laps: float) -> bool:
    """Return whether the device counted a jump of its receiver."""
    if way.farthest is None or way.farthest.metres < JUMP_WORTH_SAYING_M or not way.trusted:
        return False
    missing = by_laps - way.metres
    return missing > _ALIKE * by_laps and missing >= way.farthest.metres


def _mean_hr(leg: _Leg) -> int | None:
    """Return the mean of the points, else that of the laps by their time."""
    if leg.track.beats_points:
        return round(leg.track.beats_sum / leg.track.beats_points)
    laps = [(lap.avg_hr, lap.seconds) for lap in leg.laps if lap.avg_hr and lap.seconds]
    seconds = sum(seconds for _beats, seconds in laps)
    return round(sum(beats * each for beats, each in laps) / seconds) if seconds else None
