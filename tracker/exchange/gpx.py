"""GPX: tracks of points with their times, which every watch and service can export."""

import hashlib
from typing import Final

from typing_extensions import override

from tracker.domain.text import clean_text
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.elements import ElementReader
from tracker.exchange.outing import activity_of, outings
from tracker.exchange.positions import parse_place
from tracker.exchange.track import Track
from tracker.exchange.values import local_moment, parse_moment, parse_number
from tracker.exchange.xml_content import NotXmlError, parse_xml

FORMAT: Final = "gpx"
# More than three days of a point every second.
POINTS_MAX: Final = 300_000
TRACKS_MAX: Final = 5_000

_AGAIN = "Export it again from the watch or service."


def read_gpx(content: bytes, file: str) -> tuple[Activity | Rejected, ...]:
    """Read the activities of a GPX file: its tracks, those of one outing together.

    Distance is the sum over the ground within segments, in two dimensions. Ascent is left out:
    summed from points it comes to about three times what services say.
    """
    try:
        reader = parse_xml(content, _Reader)
    except NotXmlError as damage:
        return (Rejected(file, f"This file can't be read: {damage}. {_AGAIN}"),)
    found = outings(reader.tracks)
    if not found:
        return (Rejected(file, reader.nothing_found),)
    digest = hashlib.sha256(content).hexdigest()
    several = len(found) > 1
    return tuple(
        activity_of(
            outing,
            format_name=FORMAT,
            file=file,
            digest=f"{digest}-{part}" if several else digest,
            device=clean_text(reader.creator) or None,
        )
        for part, outing in enumerate(found, start=1)
    )


class _Reader(ElementReader):
    """Hears the elements of a GPX file and gathers its tracks."""

    def __init__(self) -> None:
        super().__init__()
        self.creator = ""
        self.tracks: list[Track] = []
        self._root = ""
        self._planned = False
        self._points = 0
        self._in_point = False
        self._place: tuple[float, float] | None = None
        self._time = ""

    @override
    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.path) == 1:
            self._root = name
            self.creator = attributes.get("creator", "")
        if name == "trkpt":
            self._begin_point(attributes)
        elif name == "trk":
            self._begin_track()
        elif name == "trkseg" and self.tracks:
            self.tracks[-1].begin_segment()
        elif name in {"rte", "wpt"}:
            self._planned = True

    def _begin_point(self, attributes: dict[str, str]) -> None:
        self._points += 1
        if self._points > POINTS_MAX:
            reason = f"it holds more than {POINTS_MAX:,} points"
            raise NotXmlError(reason)
        self._in_point = True
        self._place = parse_place(attributes.get("lat", ""), attributes.get("lon", ""))
        self._time = ""

    def _begin_track(self) -> None:
        if self.tracks and self.tracks[-1].is_empty:
            self.tracks.pop()
        if len(self.tracks) >= TRACKS_MAX:
            reason = f"it holds more than {TRACKS_MAX:,} tracks"
            raise NotXmlError(reason)
        self.tracks.append(Track())

    @override
    def finish(self, name: str, parent: str, text: str) -> None:
        if not self.tracks:
            return
        track = self.tracks[-1]
        if name == "trkpt":
            self._end_point(track)
        elif parent == "trkpt" and name == "time":
            self._time = text
        elif name == "hr" and self._in_point:
            track.add_heart_rate(parse_number(text) or 0)
        elif parent == "trk" and name == "name":
            track.name = clean_text(text)
        elif parent == "trk" and name == "type":
            track.sport_word = clean_text(text)

    def _end_point(self, track: Track) -> None:
        self._in_point = False
        if self._place is None:
            track.misplaced += 1
            return
        at = parse_moment(self._time)
        if at is not None and at.tzinfo is None:
            track.naive += 1
        at = local_moment(at)
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
