"""Small GPX files, written by the tests themselves."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

# One thousandth of a degree of latitude on a sphere of the mean earth radius.
STEP_M = 111.195
START = datetime(2026, 11, 3, 17, 10, tzinfo=UTC)


def gpx_file(*tracks: str, head: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gpx version="1.1" creator="Test watch" xmlns="http://www.topografix.com/GPX/1/1" '
        'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">'
        f"{head}{''.join(tracks)}</gpx>"
    ).encode()


def gpx_track(
    *,
    points: int = 11,
    every_s: float = 40,
    start: datetime = START,
    sport: str | None = "running",
    name: str = "Evening run",
    beats: tuple[str, ...] = (),
    form: str = "%Y-%m-%dT%H:%M:%SZ",
) -> str:
    """Write a track straight north, a thousandth of a degree a point."""
    written = []
    for number in range(points):
        at = (start + timedelta(seconds=number * every_s)).strftime(form) if form else ""
        time = f"<time>{at}</time>" if at else ""
        beat = (
            "<extensions><gpxtpx:TrackPointExtension>"
            f"<gpxtpx:hr>{beats[number % len(beats)]}</gpxtpx:hr>"
            "</gpxtpx:TrackPointExtension></extensions>"
            if beats
            else ""
        )
        written.append(f'<trkpt lat="{50 + number / 1000:.3f}" lon="8.5">{time}{beat}</trkpt>')
    kind = f"<type>{sport}</type>" if sport is not None else ""
    return f"<trk><name>{name}</name>{kind}<trkseg>{''.join(written)}</trkseg></trk>"


@pytest.fixture
def gpx() -> Callable[..., bytes]:
    return gpx_file


@pytest.fixture
def track() -> Callable[..., str]:
    return gpx_track
