"""What a file says, without what can't be: a distance that is wrong would feed a limit."""

from dataclasses import replace

from tracker.domain.run_pace import nobody_runs, pace_words
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import DISTANCE_MAX_M, DURATION_MAX_S
from tracker.exchange.activity import Activity
from tracker.exchange.sport import Sport
from tracker.exchange.track import HEART_RATE_MAX

# Devices round laps and pauses each in their own way.
_ROUNDING = 1.1


def plausible(activity: Activity) -> Activity:
    """Return an activity without its impossible measures; `warnings` says what was left out.

    A measure of 0 is what programs write for one that they do not know.
    """
    said = list(activity.warnings)
    times = _times(activity, said)
    distance_m = _distance(activity, times, said)
    return replace(
        activity,
        distance_m=distance_m,
        duration_s=times[0],
        moving_s=times[1],
        avg_hr=_beats(activity.avg_hr),
        max_hr=_beats(activity.max_hr),
        warnings=tuple(said),
    )


def _times(activity: Activity, said: list[str]) -> tuple[int | None, int | None]:
    """Return elapsed and moving time; some programs write one in the place of the other."""
    elapsed, moving = activity.duration_s or None, activity.moving_s or None
    if max(elapsed or 0, moving or 0) > DURATION_MAX_S:
        said.append("It would have taken more than 72 hours, so it gives no duration.")
        return None, None
    if elapsed and moving and moving > _ROUNDING * elapsed:
        said.append("Its moving time was longer than the whole, so the two were swapped.")
        return moving, elapsed
    return elapsed, moving


def _distance(
    activity: Activity, times: tuple[int | None, int | None], said: list[str]
) -> int | None:
    distance_m = activity.distance_m or None
    if distance_m is None:
        return None
    if distance_m > DISTANCE_MAX_M:
        said.append("It would be longer than 1,000 km, so it gives no distance.")
        return None
    elapsed, moving = times
    seconds = moving or elapsed
    if activity.sport is Sport.RUN and nobody_runs(distance_m, seconds):
        words = pace_words(distance_m, seconds, unit=DistanceUnit.KM)
        said.append(f"{words}, is faster than anybody runs, so it gives no distance.")
        return None
    return distance_m


def _beats(beats: int | None) -> int | None:
    return beats if beats and 0 < beats <= HEART_RATE_MAX else None
