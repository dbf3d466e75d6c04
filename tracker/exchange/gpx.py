"""GPX: tracks of points with their times, which every watch and service can export."""

import hashlib
from datetime import datetime
from math import isfinite
from typing import Final

from tracker.domain.text import clean_text
from tracker.domain.units import DISTANCE_MAX_M, DURATION_MAX_S
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.sport import Sport, sport_at, sport_named
from tracker.exchange.track import Track
from tracker.exchange.xml_content import NotXmlError, check_depth, parse_xml

FORMAT: Final = "gpx"
SHORTEST_S: Final = 10

_AGAIN = "Export it again from the watch or service."
_BY_HAND = "Log it by hand."
_LATITUDE_MAX = 90.0
_LONGITUDE_MAX = 180.0
_TEXT_MAX = 1000
# No receiver recorded tracks earlier; clocks that were never set stand at 1901, 1970 or 1989.
_YEARS = range(1990, 2100)
_KMH_IN_MPS = 3.6
_TITLES = {Sport.RUN: "run", Sport.WALK: "walk", Sport.BIKE: "ride"}


def read_gpx(content: bytes, file: str) -> tuple[Activity | Rejected, ...]:
    """Read the activities of a GPX file: its tracks, those of one outing together.

    Distance is the sum over the ground within segments, in two dimensions. Ascent is left out:
    summed from points it comes to about three times what services say.
    """
    try:
        reader = parse_xml(content, _Reader)
    except NotXmlError as damage:
        return (Rejected(file, f"This file can't be read: {damage}. {_AGAIN}"),)
    outings = _outings(reader.tracks)
    if not outings:
        return (Rejected(file, reader.nothing_found),)
    digest = hashlib.sha256(content).hexdigest()
    several = len(outings) > 1
    return tuple(
        _activity(
            outing,
            file=file,
            digest=f"{digest}-{part}" if several else digest,
            device=clean_text(reader.creator) or None,
        )
        for part, outing in enumerate(outings, start=1)
    )


class _Reader:
    """Hears the elements of a GPX file and sums up its tracks."""

    def __init__(self) -> None:
        self.creator = ""
        self.tracks: list[Track] = []
        self._root = ""
        self._planned = False
        self._path: list[str] = []
        self._text: list[str] = []
        self._in_point = False
        self._place: tuple[float, float] | None = None
        self._time = ""

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        name = tag.rpartition("}")[2]
        if not self._path:
            self._root = name
            self.creator = attributes.get("creator", "")
        self._path.append(name)
        check_depth(len(self._path))
        self._text.clear()
        if name == "trkpt":
            self._in_point = True
            self._place = _place(attributes)
            self._time = ""
        elif name == "trk":
            self._begin_track()
        elif name == "trkseg" and self.tracks:
            self.tracks[-1].begin_segment()
        elif name in {"rte", "wpt"}:
            self._planned = True

    def _begin_track(self) -> None:
        if self.tracks and self.tracks[-1].is_empty:
            self.tracks.pop()
        self.tracks.append(Track())

    def data(self, text: str, /) -> None:
        self._text.append(text)

    def end(self, _tag: str, /) -> None:
        name = self._path.pop()
        parent = self._path[-1] if self._path else ""
        text = "".join(self._text)[:_TEXT_MAX].strip()
        self._text.clear()
        if not self.tracks:
            return
        track = self.tracks[-1]
        if name == "trkpt":
            self._end_point(track)
        elif parent == "trkpt" and name == "time":
            self._time = text
        elif name == "hr" and self._in_point:
            track.add_heart_rate(_number(text) or 0)
        elif parent == "trk" and name == "name":
            track.name = clean_text(text)
        elif parent == "trk" and name == "type":
            track.sport_word = clean_text(text)

    def _end_point(self, track: Track) -> None:
        self._in_point = False
        if self._place is None:
            track.misplaced += 1
            return
        at = _moment(self._time)
        if at is not None and at.tzinfo is None:
            track.naive += 1
            at = at.astimezone()
        track.add(*self._place, at=at)

    @property
    def nothing_found(self) -> str:
        """Say why there is no activity in what was heard."""
        if self._root != "gpx":
            return f"This is not a GPX file. {_AGAIN}"
        if any(track.misplaced for track in self.tracks):
            return f"No point of this track has a position that can be read. {_AGAIN}"
        if self._planned and not self.tracks:
            return "This file holds a planned route or waypoints only. Export the recorded track."
        return f"This file holds no track with points. {_AGAIN}"


def _place(attributes: dict[str, str]) -> tuple[float, float] | None:
    latitude = _number(attributes.get("lat", ""))
    longitude = _number(attributes.get("lon", ""))
    if latitude is None or longitude is None:
        return None
    if abs(latitude) > _LATITUDE_MAX or abs(longitude) > _LONGITUDE_MAX:
        return None
    # Receivers without a fix write the point where equator and prime meridian meet, at sea.
    return (latitude, longitude) if latitude or longitude else None


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _moment(text: str) -> datetime | None:
    """Read a time of the file; a clock that was never set gives none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.year in _YEARS else None


def _outings(tracks: list[Track]) -> list[Track]:
    found: list[Track] = []
    for track in tracks:
        if not track.points:
            continue
        if found and found[-1].goes_on_with(track):
            found[-1].absorb(track)
        else:
            found.append(track)
    return found


def _activity(track: Track, *, file: str, digest: str, device: str | None) -> Activity | Rejected:
    elapsed = track.elapsed_s
    if track.points == 1:
        return Rejected(file, f"The track has only one point. {_BY_HAND}")
    timed = elapsed is not None and 2 * track.timed >= track.points
    if timed and elapsed is not None:
        if elapsed < SHORTEST_S:
            return Rejected(file, f"The track lasts {elapsed:.0f} s, too short for an activity.")
        if elapsed > DURATION_MAX_S:
            return Rejected(file, f"The times of this track span more than 72 hours. {_BY_HAND}")
    sport = sport_named(track.sport_word)
    guessed = sport is Sport.UNKNOWN
    if guessed and timed:
        sport = sport_at(track.speed_mps)
    distance = round(track.metres) or None
    return Activity(
        format=FORMAT,
        file=file,
        digest=digest,
        start=track.first if timed else None,
        sport=sport,
        distance_m=None if distance is None or distance > DISTANCE_MAX_M else distance,
        duration_s=round(elapsed) if timed and elapsed is not None else None,
        avg_hr=round(track.beats_sum / track.beats_points) if track.beats_points else None,
        max_hr=round(track.beats_max) or None,
        name=track.name or None,
        device=device,
        warnings=tuple(_warnings(track, sport, guessed=guessed, timed=timed)),
    )


def _warnings(track: Track, sport: Sport, *, guessed: bool, timed: bool) -> list[str]:
    found = []
    if not timed:
        found.append(
            f"Only {track.timed} of {track.points} points have a time that can be used, "
            "so the day and the duration are not known."
        )
    elif track.timed < track.points:
        found.append(f"{track.points - track.timed} of {track.points} points have no time.")
    if track.naive:
        found.append("The times name no time zone and were taken as local.")
    if track.backwards:
        found.append("The points are not in the order of their times.")
    if track.misplaced:
        found.append(f"{track.misplaced} points without a position were left out.")
    if not round(track.metres):
        found.append("The track does not move, so it gives no distance.")
    if track.metres > DISTANCE_MAX_M:
        found.append("The track jumps over more than 1,000 km, so it gives no distance.")
    if sport is Sport.OTHER:
        found.append(f'The sport "{track.sport_word}" is not known here; kept as other training.')
    elif guessed and sport in _TITLES:
        speed = (track.speed_mps or 0) * _KMH_IN_MPS
        found.append(
            f"The file names no sport; at {speed:.1f} km/h it was taken as a {_TITLES[sport]}."
        )
    return found
