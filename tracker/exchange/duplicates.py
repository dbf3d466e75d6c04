"""Whether two records are the same activity, as different programs and services tell it.

Compared by start, overlap and distance. Equal distance alone says nothing: laps of a track repeat;
and distance may differ by a quarter between two files of one activity.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, TypeAlias

from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.run import Run

Record: TypeAlias = Run | CrossTraining


class Likeness(StrEnum):
    """What to do with a candidate: leave it out, ask the person, or add it."""

    SAME = "same"
    ASK = "ask"
    NEW = "new"


_START_S: Final = 60
_START_WITHOUT_DURATION_S: Final = 10
_START_ASK_S: Final = 10 * 60
_ZONE_STEP_S: Final = 15 * 60
_ZONE_SLACK_S: Final = 2 * 60
_ZONE_MAX_S: Final = 14 * 3600
_OVERLAP: Final = 0.8
_OVERLAP_ASK: Final = 0.6
_NEAR: Final = 0.05
_DISTANCE_EQUAL: Final = 0.01
_DURATION_EQUAL: Final = 0.02

_FAMILIES: Final = {
    CrossKind.WALK: "foot",
    CrossKind.HIKE: "foot",
    CrossKind.BIKE: "wheel",
    CrossKind.SWIM: "water",
    CrossKind.POOL_RUN: "water",
    CrossKind.ROW: "water",
    CrossKind.ELLIPTICAL: "gym",
    CrossKind.WEIGHTS: "gym",
    CrossKind.YOGA_PILATES: "gym",
}


def judge(candidate: Record, existing: Record, *, sport_guessed: bool = False) -> Likeness:
    """Judge whether a candidate from a file is a record that exists already.

    The same: equal content, or the same name at its device or service, or starts within 60 s with
    80 % overlap and distances within 5 %. To be asked: the same with other distances, 60 % overlap,
    times that look shifted by a zone, or a run typed in on that day with the same distance and
    duration. Where the candidate's sport is only guessed, it may be any.
    """
    if _same_origin(candidate, existing):
        return Likeness.SAME
    if not sport_guessed and not _same_family(candidate, existing):
        return Likeness.NEW
    overlap = _overlap(candidate, existing)
    apart = _apart_s(candidate, existing)
    if overlap is None:
        together = apart <= _START_WITHOUT_DURATION_S
    else:
        together = apart <= _START_S and overlap >= _OVERLAP
    if together and _agree(candidate.distance_m, existing.distance_m):
        return Likeness.SAME
    alike = together or (overlap is not None and overlap >= _OVERLAP_ASK)
    if alike or _shifted(candidate, existing) or _typed_in(candidate, existing):
        return Likeness.ASK
    return Likeness.NEW


def _same_origin(one: Record, other: Record) -> bool:
    if one.source is None or other.source is None:
        return False
    if one.source.digest is not None and one.source.digest == other.source.digest:
        return True
    if one.source.ref is None or one.source.ref != other.source.ref:
        return False
    # A service counts its activities; some programs write one recorder's name into every file.
    return not one.source.ref.startswith("fit:") or (
        _apart_s(one, other) <= _ZONE_MAX_S + _ZONE_SLACK_S
        and _agree(one.distance_m, other.distance_m)
        and _agree(one.duration_s, other.duration_s)
    )


def _same_family(one: Record, other: Record) -> bool:
    families = {_family(one), _family(other)}
    return len(families) == 1 or None in families


def _family(record: Record) -> str | None:
    return "foot" if isinstance(record, Run) else _FAMILIES.get(record.kind)


def _apart_s(one: Record, other: Record) -> float:
    return abs((one.start - other.start).total_seconds())


def _overlap(one: Record, other: Record) -> float | None:
    """Return the shared part of the shorter one's time; None where a duration is missing."""
    if not one.duration_s or not other.duration_s:
        return None
    begin = max(one.start, other.start)
    end = min(_end(one, one.duration_s), _end(other, other.duration_s))
    return max(0.0, (end - begin).total_seconds()) / min(one.duration_s, other.duration_s)


def _end(record: Record, seconds: int) -> datetime:
    return record.start + timedelta(seconds=seconds)


def _agree(one: int | None, other: int | None) -> bool:
    """Return whether two measures are near each other, or one of them is not known."""
    return not one or not other or _within(one, other, _NEAR)


def _shifted(one: Record, other: Record) -> bool:
    """Return whether only the clocks differ: by minutes, or by hours of a wrong zone."""
    if not _within(one.distance_m, other.distance_m, _DISTANCE_EQUAL):
        return False
    if not _within(one.duration_s, other.duration_s, _DURATION_EQUAL):
        return False
    apart = _apart_s(one, other)
    off_step = abs(apart - round(apart / _ZONE_STEP_S) * _ZONE_STEP_S)
    by_zone = off_step <= _ZONE_SLACK_S and apart <= _ZONE_MAX_S + _ZONE_SLACK_S
    return by_zone or apart <= _START_ASK_S


def _typed_in(candidate: Record, existing: Record) -> bool:
    return (
        existing.source is None
        and candidate.day == existing.day
        and _within(candidate.distance_m, existing.distance_m, _NEAR)
        and _within(candidate.duration_s, existing.duration_s, _NEAR)
    )


def _within(one: int | None, other: int | None, share: float) -> bool:
    """Tell whether two measures differ by at most a share of the larger; unknown ones never do."""
    if not one or not other:
        return False
    return abs(one - other) <= share * max(one, other)
