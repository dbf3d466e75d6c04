"""FIT: what watches themselves write. Only the messages that sum an activity up are read."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.run import RPE_MAX, Surface
from tracker.domain.text import counted
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.fit_messages import Part, is_part, read_parts
from tracker.exchange.sport import Sport, guessed_sport

FORMAT: Final = "fit"
SESSIONS_MAX: Final = 100

_FILE_ID, _SESSION, _ACTIVITY = 0, 18, 34
_TIMESTAMP = 253
_FILE_TYPE, _MAKER, _PRODUCT, _SERIAL, _CREATED = 0, 1, 2, 3, 4
_START, _SPORT, _SUB_SPORT, _ELAPSED, _TIMER, _DISTANCE = 2, 5, 6, 7, 8, 9
_AVG_HR, _MAX_HR, _ASCENT, _FEEL, _RPE = 16, 17, 22, 192, 193
_LOCAL_TIMESTAMP = 5

_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
# Below it a time counts the seconds since the device was switched on: its clock was never set.
_DATES_FROM = 0x10000000
_QUARTER_S = 15 * 60
_OFFSET_MAX_S = 14 * 3600
_FEEL_MAX = 100

_ACTIVITY_FILE = 4
_OTHER_FILES = {
    2: "settings of a device",
    3: "settings of a sport",
    5: "a planned workout",
    6: "a planned course",
    7: "a training calendar",
    9: "weights",
    11: "goals",
    14: "blood pressures",
    15: "daily monitoring",
    28: "daily monitoring",
    32: "daily monitoring",
    34: "a segment",
    35: "a list of segments",
}
_MAKERS = {1: "garmin", 23: "suunto", 32: "wahoo_fitness", 95: "stryd", 123: "polar", 265: "strava"}
_SPORTS = {
    0: Sport.UNKNOWN,
    1: Sport.RUN,
    2: Sport.BIKE,
    5: Sport.SWIM,
    11: Sport.WALK,
    15: Sport.ROW,
    16: Sport.HIKE,
    17: Sport.HIKE,
    21: Sport.BIKE,
}
_SUB_SPORTS = {
    1: Sport.RUN,
    6: Sport.BIKE,
    14: Sport.ROW,
    15: Sport.ELLIPTICAL,
    20: Sport.WEIGHTS,
    43: Sport.YOGA_PILATES,
    44: Sport.YOGA_PILATES,
}
_SURFACES = {1: Surface.TREADMILL, 3: Surface.TRAIL, 4: Surface.TRACK}
_AGAIN = "Export it again from the watch or service."


def read_fit(content: bytes, file: str) -> tuple[Activity | Rejected, ...]:
    """Read the sessions of a FIT file; each leg of a triathlon is one.

    Distance, times, heart rates, effort (RPE × 10) and ascent are the device's own sums.
    """
    parts = list(read_parts(content, {_FILE_ID, _SESSION, _ACTIVITY}))
    if not parts:
        return (Rejected(file, f"This is not a FIT file. {_AGAIN}"),)
    found = [part for part in map(_told, parts) if part.sessions]
    if not found:
        return (Rejected(file, _nothing_found(_told(parts[0]))),)
    if sum(len(part.sessions) for part in found) > SESSIONS_MAX:
        many = f"This file holds more than {SESSIONS_MAX} activities."
        return (Rejected(file, f"{many} {_AGAIN}"),)
    digest = hashlib.sha256(content).hexdigest()
    several = sum(len(part.sessions) for part in found) > 1
    numbers = count(1)
    said = tuple(_beside(parts, found, rest=content[parts[-1].end :]))
    activities = []
    for part in found:
        for session in part.sessions:
            ending = f"-{next(numbers)}" if several else ""
            activities.append(_activity(session, part, file=file, digest=digest, ending=ending))
    first, *others = activities
    return (replace(first, warnings=(*first.warnings, *said)), *others)


def is_fit(content: bytes) -> bool:
    """Return whether content begins like a FIT file."""
    return is_part(content)


Values = Mapping[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a part tells: its kind of file, its sessions, and its wall clock's distance from UTC."""

    part: Part
    file_id: Values
    sessions: tuple[Values, ...]
    offset: timedelta | None


def _told(part: Part) -> _Told:
    file_id = next((m.values for m in part.messages if m.number == _FILE_ID), {})
    kind = file_id.get(_FILE_TYPE, _ACTIVITY_FILE)
    sessions = [m.values for m in part.messages if m.number == _SESSION]
    clocks = [_offset(m.values) for m in part.messages if m.number == _ACTIVITY]
    return _Told(
        part=part,
        file_id=file_id,
        sessions=() if kind in _OTHER_FILES else tuple(sessions),
        offset=next(filter(None, clocks), None),
    )


def _offset(activity: Values) -> timedelta | None:
    """Return how far the wall clock is from UTC; what no zone has is a clock that was never set.

    None also where the two are equal: some devices write UTC in both places.
    """
    if _TIMESTAMP not in activity or _LOCAL_TIMESTAMP not in activity:
        return None
    seconds = int(activity[_LOCAL_TIMESTAMP] - activity[_TIMESTAMP])
    if not seconds or seconds % _QUARTER_S or abs(seconds) > _OFFSET_MAX_S:
        return None
    return timedelta(seconds=seconds)


def _nothing_found(told: _Told) -> str:
    kind = _OTHER_FILES.get(int(told.file_id.get(_FILE_TYPE, _ACTIVITY_FILE)))
    if kind is not None:
        return f"This file holds {kind}, not an activity. Export the recorded activity."
    if told.part.damage:
        return f"This file can't be read: {told.part.damage}, and it holds no summary. {_AGAIN}"
    return f"This file holds no summary of an activity. {_AGAIN}"


def _beside(parts: list[Part], found: list[_Told], *, rest: bytes) -> Iterator[str]:
    """Say what else the file holds."""
    others = len(parts) - len(found)
    if others:
        hold, was = ("holds", "was") if others == 1 else ("hold", "were")
        yield f"{counted(others, 'part')} of the file {hold} no summary and {was} left out."
    if rest.strip(b"\0"):
        yield "What follows the end of the activity was left out."


def _activity(session: Values, told: _Told, *, file: str, digest: str, ending: str) -> Activity:
    said = []
    if told.part.damage:
        said.append(f"The file is damaged: {told.part.damage}. Check the numbers.")
    start = _start(session, told.offset)
    if start is None:
        said.append("The clock of the watch was never set, so the day is not known.")
    elapsed, timer = _scaled(session, _ELAPSED, 1000), _scaled(session, _TIMER, 1000)
    distance = _scaled(session, _DISTANCE, 100)
    sport = _sport(session)
    seconds = timer or elapsed
    if sport is Sport.UNKNOWN and distance and seconds:
        sport, guess = guessed_sport(distance / seconds)
        said.append(guess)
    return Activity(
        format=FORMAT,
        file=file,
        digest=digest + ending,
        ref=_ref(told.file_id, ending),
        start=start,
        sport=sport,
        distance_m=_whole(distance),
        duration_s=_whole(elapsed),
        moving_s=_whole(timer),
        avg_hr=_whole(session.get(_AVG_HR)),
        max_hr=_whole(session.get(_MAX_HR)),
        ascent_m=_whole(session.get(_ASCENT)),
        rpe=_rpe(session),
        note=_feel(session),
        surface=_SURFACES.get(int(session.get(_SUB_SPORT, 0))),
        device=_device(told.file_id),
        sport_guessed=_sport(session) is Sport.UNKNOWN,
        warnings=tuple(said),
    )


def _start(session: Values, offset: timedelta | None) -> datetime | None:
    seconds = session.get(_START)
    if seconds is None or seconds < _DATES_FROM:
        return None
    start = _EPOCH + timedelta(seconds=seconds)
    return start if offset is None else start.astimezone(timezone(offset))


def _sport(session: Values) -> Sport:
    named = _SPORTS.get(int(session.get(_SPORT, 0)), Sport.OTHER)
    if named in {Sport.OTHER, Sport.UNKNOWN}:
        return _SUB_SPORTS.get(int(session.get(_SUB_SPORT, 0)), named)
    return named


def _ref(file_id: Values, ending: str) -> str | None:
    """Return what names the recording, whichever program wrote the file anew."""
    if not file_id.get(_SERIAL) or file_id.get(_CREATED, 0) < _DATES_FROM:
        return None
    return f"fit:{file_id[_SERIAL]:.0f}:{file_id[_CREATED]:.0f}{ending}"


def _device(file_id: Values) -> str | None:
    maker = _MAKERS.get(int(file_id.get(_MAKER, 0)))
    product = file_id.get(_PRODUCT)
    if maker is None:
        return None
    return maker if product is None else f"{maker} {product:.0f}"


def _rpe(session: Values) -> int | None:
    tens = session.get(_RPE)
    return round(tens / 10) if tens is not None and 0 <= tens <= 10 * RPE_MAX else None


def _feel(session: Values) -> str:
    feel = session.get(_FEEL)
    if feel is None or not 0 <= feel <= _FEEL_MAX:
        return ""
    return f"Felt {feel:.0f} of 100 (0 very weak, 100 very strong), as given on the watch."


def _scaled(session: Values, field: int, scale: int) -> float | None:
    value = session.get(field)
    return None if value is None else value / scale


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
