"""The workouts and symptoms of Apple Health."""

import hashlib
from collections.abc import Iterator
from dataclasses import field
from datetime import datetime
from io import BytesIO
from typing import Final

from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.domain.run import RPE_MAX, Surface
from tracker.domain.text import clean_text
from tracker.exchange.activity import Activity, Found, Rejected, Symptom
from tracker.exchange.apple_scan import parts_of
from tracker.exchange.elements import ElementReader
from tracker.exchange.sport import Sport, sport_named, unknown_sport
from tracker.exchange.values import local_moment, parse_moment, parse_number
from tracker.exchange.xml_content import NotXmlError, parse_xml, root_name

FORMAT: Final = "apple-health"

_SPORT = "HKWorkoutActivityType"
_QUANTITY = "HKQuantityTypeIdentifier"
_CATEGORY = "HKCategoryTypeIdentifier"
_SEVERITY = "HKCategoryValueSeverity"
_METRES = {"km": 1000.0, "mi": 1609.344, "m": 1.0, "ft": 0.3048, "yd": 0.9144, "cm": 0.01}
_SECONDS = {"s": 1.0, "sec": 1.0, "min": 60.0, "hr": 3600.0, "h": 3600.0}
_EFFORT_KEYS = ("HKWorkoutEffortScore", "HKMetadataKeyWorkoutEffortScore")
_SYMPTOMS = {
    "LowerBackPain": "Lower back pain",
    "GeneralizedBodyAche": "Body ache",
    "PelvicPain": "Pelvic pain",
    "Fatigue": "Fatigue",
}
_WORDS = {
    "Unspecified": "present",
    "NotPresent": "not present",
    "Mild": "mild",
    "Moderate": "moderate",
    "Severe": "severe",
}
# What other exports write in place of the words.
_BY_NUMBER = ("Unspecified", "NotPresent", "Mild", "Moderate", "Severe")


def is_apple(head: bytes) -> bool:
    """Return whether content begins like an export of Apple Health."""
    return root_name(head) == "healthdata" or head.lstrip().startswith(b"<HealthData")


def read_apple(content: bytes, file: str) -> tuple[Found, ...]:
    """Read the workouts and symptoms of an export; what is damaged among them is told of alone.

    Moving time is the workout's own duration, elapsed time the span from its start to its end.
    """
    return tuple(_read(content, file))


def _read(content: bytes, file: str) -> Iterator[Found]:
    for part in parts_of(BytesIO(content)):
        try:
            reader = parse_xml(part, _Reader)
        except NotXmlError as damage:
            yield Rejected(file, f"One of its records can't be read: {damage}.")
            continue
        if reader.workout is not None:
            yield _activity(reader.workout, file=file, digest=_digest(part))
        else:
            yield from _symptom(reader.record, file=file, digest=_digest(part))


def _digest(part: bytes) -> str:
    return hashlib.sha256(part).hexdigest()


@dataclass(slots=True)
class _Workout:
    attributes: dict[str, str]
    statistics: dict[str, dict[str, str]] = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)


class _Reader(ElementReader):
    """Hears one workout or one record."""

    def __init__(self) -> None:
        super().__init__()
        self.workout: _Workout | None = None
        self.record: dict[str, str] = {}

    @override
    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.path) == 1:
            if name == "Workout":
                self.workout = _Workout(attributes)
            else:
                self.record = attributes
        elif self.workout is None or len(self.path) != 2:  # noqa: PLR2004 - of the workout itself
            return
        elif name == "WorkoutStatistics":
            kind = attributes.get("type", "").removeprefix(_QUANTITY)
            self.workout.statistics.setdefault(kind, attributes)
        elif name == "MetadataEntry":
            self.workout.metadata.setdefault(attributes.get("key", ""), attributes.get("value", ""))


def _activity(workout: _Workout, *, file: str, digest: str) -> Activity:
    told = workout.attributes
    start, end = _moment(told.get("startDate", "")), _moment(told.get("endDate", ""))
    word = clean_text(told.get("workoutActivityType", "").removeprefix(_SPORT))
    sport = sport_named(word)
    beats = workout.statistics.get("HeartRate", {})
    moving = _measure(told.get("duration", ""), told.get("durationUnit", "min"), _SECONDS)
    ascent = _measure(*_split(workout.metadata.get("HKElevationAscended", "")), _METRES)
    indoor = workout.metadata.get("HKIndoorWorkout") == "1"
    unknown = sport is Sport.OTHER and word not in {"", "Other"}
    return Activity(
        format=FORMAT,
        file=file,
        digest=digest,
        start=start,
        sport=sport if word else Sport.UNKNOWN,
        distance_m=_whole(_distance(workout)),
        duration_s=_whole((end - start).total_seconds() if start and end else moving),
        moving_s=_whole(moving),
        avg_hr=_whole(parse_number(beats.get("average", ""))),
        max_hr=_whole(parse_number(beats.get("maximum", ""))),
        ascent_m=None if ascent is None else max(0, round(ascent)),
        rpe=_effort(workout),
        surface=Surface.TREADMILL if indoor and sport is Sport.RUN else None,
        device=clean_text(told.get("sourceName", "")) or None,
        warnings=(unknown_sport(word),) if unknown else (),
    )


def _distance(workout: _Workout) -> float | None:
    told = workout.attributes
    total = _measure(told.get("totalDistance", ""), told.get("totalDistanceUnit", "km"), _METRES)
    if total:
        return total
    for kind, statistic in workout.statistics.items():
        if kind.startswith("Distance"):
            return _measure(statistic.get("sum", ""), statistic.get("unit", ""), _METRES)
    return None


def _effort(workout: _Workout) -> int | None:
    """Return the effort that the person gave from 1 to 10; what the watch estimated is none."""
    given = workout.attributes.get("effort", "")
    score = workout.statistics.get("WorkoutEffortScore", {})
    texts = (
        given,
        *(workout.metadata.get(key, "") for key in _EFFORT_KEYS),
        score.get("average", "") or score.get("sum", ""),
    )
    efforts = (parse_number(text) for text in texts)
    return next((round(each) for each in efforts if each and 1 <= each <= RPE_MAX), None)


def _symptom(record: dict[str, str], *, file: str, digest: str) -> Iterator[Symptom]:
    at = _moment(record.get("startDate", ""))
    name = _SYMPTOMS.get(record.get("type", "").removeprefix(_CATEGORY))
    value = record.get("value", "").removeprefix(_SEVERITY)
    if value.isdecimal() and int(value) < len(_BY_NUMBER):
        value = _BY_NUMBER[int(value)]
    if at is not None and name is not None and value in _WORDS:
        words = f"{name}: {_WORDS[value]} (Apple Health)."
        yield Symptom(format=FORMAT, file=file, digest=digest, at=at, words=words)


def _moment(text: str) -> datetime | None:
    """Read "2026-11-02 07:15:00 +0100"."""
    day, _, clock = text.strip().partition(" ")
    return local_moment(parse_moment(f"{day}T{clock.replace(' ', '')}"))


def _split(text: str) -> tuple[str, str]:
    number, _, unit = text.partition(" ")
    return number, unit


def _measure(text: str, unit: str, units: dict[str, float]) -> float | None:
    value, factor = parse_number(text), units.get(unit)
    return None if value is None or factor is None else value * factor


def _whole(value: float | None) -> int | None:
    return None if value is None or value < 0 else round(value)
