"""TCX files, written by the tests themselves."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 3, 17, 10, tzinfo=UTC)


def tcx_point(
    after_s: float, *, metres: float | None = None, north: float | None = None, hr: str = ""
) -> str:
    """Write a point: how far the device says it is, and how many metres north it stands."""
    at = START + timedelta(seconds=after_s)
    place = (
        ""
        if north is None
        else f"<Position><LatitudeDegrees>{50 + north / 111_195:.7f}</LatitudeDegrees>"
        "<LongitudeDegrees>8.5</LongitudeDegrees></Position>"
    )
    far = "" if metres is None else f"<DistanceMeters>{metres}</DistanceMeters>"
    beat = f"<HeartRateBpm><Value>{hr}</Value></HeartRateBpm>" if hr else ""
    return f"<Trackpoint><Time>{at:%Y-%m-%dT%H:%M:%SZ}</Time>{place}{far}{beat}</Trackpoint>"


def tcx_lap(
    points: Sequence[str] = (),
    *,
    after_s: float = 0,
    seconds: float | None = 1800,
    metres: float | None = 5000,
    avg_hr: int | None = 141,
    max_hr: int | None = 170,
) -> str:
    """Write a lap with its sums."""
    at = START + timedelta(seconds=after_s)
    sums = {
        "TotalTimeSeconds": seconds,
        "DistanceMeters": metres,
        "Calories": 300,
    }
    written = "".join(f"<{tag}>{value}</{tag}>" for tag, value in sums.items() if value is not None)
    for tag, beats in (("AverageHeartRateBpm", avg_hr), ("MaximumHeartRateBpm", max_hr)):
        written += f"<{tag}><Value>{beats}</Value></{tag}>" if beats else ""
    return (
        f'<Lap StartTime="{at:%Y-%m-%dT%H:%M:%SZ}">{written}<Track>{"".join(points)}</Track></Lap>'
    )


def tcx_activity(
    *laps: str, sport: str = "Running", note: str = "Windy", after_s: float = 0
) -> str:
    """Write one activity."""
    at = START + timedelta(seconds=after_s)
    return (
        f'<Activity Sport="{sport}"><Id>{at:%Y-%m-%dT%H:%M:%SZ}</Id>{"".join(laps)}'
        f"<Notes>{note}</Notes><Creator><Name>Forerunner 410</Name></Creator></Activity>"
    )


def tcx_file(*activities: str) -> bytes:
    """Write a file."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase '
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">'
        f"<Activities>{''.join(activities)}</Activities></TrainingCenterDatabase>"
    ).encode()
