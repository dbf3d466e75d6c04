"""Lists of activities that stand beside the files they speak of."""

from dataclasses import replace
from datetime import timedelta

from tracker.domain.dataclass import dataclass
from tracker.exchange.activity import Activity, Found, Rejected
from tracker.exchange.gpx import FORMAT as GPX
from tracker.exchange.sport import GUESSED, Sport

# Beyond it, list and file speak of different outings.
_APART = timedelta(hours=26)
_MUCH_LONGER = 1.5


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says of an activity, and the name of its file there, "" where it has none."""

    activity: Activity
    file: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in an archive, whose files stand beside it."""

    file: str
    listed: tuple[Listed, ...]


def together(listed: Activity, found: tuple[Found, ...], *, file: str) -> Activity:
    """Return one activity of what list and file say.

    The list has what the person corrected or cropped at the service; the file has the zone, the
    surface, and what the list leaves open.
    """
    activities = [each for each in found if isinstance(each, Activity)]
    if len(activities) != 1:
        reasons = [each.reason for each in found if isinstance(each, Rejected)]
        why = reasons[0] if reasons else "It holds several activities."
        return alone(listed, f"The file beside it was not used: {why}")
    (inner,) = activities
    said = list(listed.warnings)
    distance_m = listed.distance_m or inner.distance_m
    if _jumped(listed, inner):
        said.append("The list counts jumps of the receiver; the way along the track was taken.")
        distance_m = inner.distance_m
    start = listed.start
    if inner.start is not None and (start is None or abs(inner.start - start) < _APART):
        start = inner.start if start is None else start.astimezone(inner.start.tzinfo)
    same_sport = listed.sport in {Sport.OTHER, Sport.UNKNOWN}
    return replace(
        listed,
        file=file,
        digest=inner.digest,
        start=start,
        sport=inner.sport if same_sport and inner.sport is not Sport.UNKNOWN else listed.sport,
        distance_m=distance_m,
        duration_s=listed.duration_s or inner.duration_s,
        moving_s=listed.moving_s or inner.moving_s,
        avg_hr=listed.avg_hr or inner.avg_hr,
        max_hr=listed.max_hr or inner.max_hr,
        ascent_m=inner.ascent_m if listed.ascent_m is None else listed.ascent_m,
        rpe=inner.rpe if listed.rpe is None else listed.rpe,
        surface=listed.surface or inner.surface,
        note=listed.note or inner.note,
        device=inner.device,
        warnings=(*said, *(each for each in inner.warnings if not each.startswith(GUESSED))),
    )


def _jumped(listed: Activity, inner: Activity) -> bool:
    """Return whether a list is longer than a track that was summed up without its jumps."""
    if inner.format != GPX or not listed.distance_m or not inner.distance_m:
        return False
    return listed.distance_m > _MUCH_LONGER * inner.distance_m


def alone(listed: Activity, why: str) -> Activity:
    """Return what a list says of an activity whose file is of no use, and say so."""
    return replace(listed, warnings=(*listed.warnings, why))
