"""From an activity of a file to a record of the diary."""

from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Final

from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.identity import new_id
from tracker.domain.moment import DEFAULT_DAY_START_HOUR, day_of
from tracker.domain.note import Note
from tracker.domain.run import Run, Source
from tracker.exchange.activity import Activity, Rejected, Symptom
from tracker.exchange.sport import Sport

# A watch may run ahead of this machine, and a local time may have been written as if it were UTC.
_AHEAD_MAX: Final = timedelta(hours=14)

_KINDS: Final = {
    Sport.WALK: CrossKind.WALK,
    Sport.HIKE: CrossKind.HIKE,
    Sport.BIKE: CrossKind.BIKE,
    Sport.SWIM: CrossKind.SWIM,
    Sport.ROW: CrossKind.ROW,
    Sport.ELLIPTICAL: CrossKind.ELLIPTICAL,
    Sport.WEIGHTS: CrossKind.WEIGHTS,
    Sport.YOGA_PILATES: CrossKind.YOGA_PILATES,
}


def to_note(
    symptom: Symptom, now: datetime, *, day_start_hour: int = DEFAULT_DAY_START_HOUR
) -> Note | Rejected:
    """Make a note of what another diary says of a day, with a new id. `now` has a zone."""
    if symptom.at > now + _AHEAD_MAX:
        return Rejected(symptom.file, f"{symptom.words} It is dated ahead, so it was left out.")
    return Note(
        id=new_id(now),
        at=symptom.at,
        day=day_of(symptom.at, day_start_hour=day_start_hour),
        note=symptom.words,
        source=Source(
            format=symptom.format, file=PurePath(symptom.file).name, digest=symptom.digest
        ),
    )


def to_record(
    activity: Activity, now: datetime, *, day_start_hour: int = DEFAULT_DAY_START_HOUR
) -> Run | CrossTraining | Rejected:
    """Make a run, or for every other sport a cross-training session, with a new id.

    A start in UTC is turned into the local zone, one with another offset keeps it: it is the wall
    clock of the place where the activity was. `now` has a zone.
    """
    if activity.start is None:
        return Rejected(activity.file, "This file gives no day that can be used. Log it by hand.")
    if activity.start > now + _AHEAD_MAX:
        return Rejected(
            activity.file,
            f"This activity is dated {activity.start.date().isoformat()}, which is still to come. "
            "Check the clock of the watch, and log it by hand.",
        )
    start = activity.start if activity.start.utcoffset() else activity.start.astimezone()
    start = start.replace(microsecond=0)
    day = day_of(start, day_start_hour=day_start_hour)
    source = Source(
        format=activity.format,
        file=PurePath(activity.file).name,
        name=activity.name,
        digest=activity.digest,
        ref=activity.ref,
    )
    if activity.sport is Sport.RUN:
        return Run(
            id=new_id(now),
            start=start,
            day=day,
            distance_m=activity.distance_m,
            duration_s=activity.duration_s,
            moving_s=activity.moving_s,
            avg_hr=activity.avg_hr,
            max_hr=activity.max_hr,
            ascent_m=activity.ascent_m,
            rpe=activity.rpe,
            surface=activity.surface,
            note=activity.note,
            source=source,
        )
    return CrossTraining(
        id=new_id(now),
        start=start,
        day=day,
        kind=_KINDS.get(activity.sport, CrossKind.OTHER),
        distance_m=activity.distance_m,
        duration_s=activity.duration_s,
        moving_s=activity.moving_s,
        avg_hr=activity.avg_hr,
        max_hr=activity.max_hr,
        rpe=activity.rpe,
        note=activity.note,
        source=source,
    )
