"""One record as one line, the same wherever records are listed."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import singledispatch
from typing import Final, TypeAlias

from tracker.diary.day_facts import session_words
from tracker.diary.kinds.remedy import remedy_words
from tracker.diary.kinds.visit import BY_WORDS
from tracker.diary.responses import response_to
from tracker.diary.snapshot import Snapshot
from tracker.domain.check_in import CheckIn
from tracker.domain.cross_training import CrossTraining
from tracker.domain.dataclass import dataclass
from tracker.domain.episode import Episode, Flare
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.note import Note
from tracker.domain.pain import PainScore
from tracker.domain.remedy import Remedy
from tracker.domain.routine import RoutineSession
from tracker.domain.run import Run
from tracker.domain.screening import Allows, Clearance
from tracker.domain.settings import DistanceUnit
from tracker.domain.text import clean_text
from tracker.domain.units import format_distance, format_duration
from tracker.domain.visit import Visit
from tracker.insight.day_readout import NIGHT_WORDS
from tracker.insight.day_spans import span_words
from tracker.insight.response_words import RESPONSE_WORDS

LastingRecord: TypeAlias = Episode | Flare
DayRecord: TypeAlias = (
    CheckIn | Run | CrossTraining | RoutineSession | Remedy | Visit | Note | Clearance | ImpactCheck
)
ListedRecord: TypeAlias = DayRecord | LastingRecord

BETWEEN: Final = " · "
ALLOWS_WORDS: Final = {
    Allows.RUN: "running allowed",
    Allows.RUN_WITH_PAIN: "running allowed up to a score of",
    Allows.WALK: "walking allowed",
    Allows.NOTHING: "neither running nor walking",
}


class RecordKind(StrEnum):
    """The kinds of records, by the names that other programs are told."""

    CHECK_IN = "checkin"
    RUN = "run"
    CROSS_TRAINING = "cross_training"
    ROUTINE = "routine"
    REMEDY = "remedy"
    VISIT = "visit"
    NOTE = "note"
    CLEARANCE = "clearance"
    FLARE = "flare"
    EPISODE = "episode"
    IMPACT = "impact"


KIND_OF: Final[Mapping[type, RecordKind]] = {
    CheckIn: RecordKind.CHECK_IN,
    Run: RecordKind.RUN,
    CrossTraining: RecordKind.CROSS_TRAINING,
    RoutineSession: RecordKind.ROUTINE,
    Remedy: RecordKind.REMEDY,
    Visit: RecordKind.VISIT,
    Note: RecordKind.NOTE,
    Clearance: RecordKind.CLEARANCE,
    Flare: RecordKind.FLARE,
    Episode: RecordKind.EPISODE,
    ImpactCheck: RecordKind.IMPACT,
}

KIND_NAMES: Final = {
    RecordKind.CHECK_IN: "Check-in",
    RecordKind.RUN: "Run",
    RecordKind.CROSS_TRAINING: "Training",
    RecordKind.ROUTINE: "Routine",
    RecordKind.REMEDY: "Remedy",
    RecordKind.VISIT: "Visit",
    RecordKind.NOTE: "Note",
    RecordKind.CLEARANCE: "Clearance",
    RecordKind.FLARE: "Flare",
    RecordKind.EPISODE: "Episode",
    RecordKind.IMPACT: "Impact check",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """A record, its moment and day, and one line without breaks that says what it holds.

    An episode and a flare stand on their first day.
    """

    kind: RecordKind
    id: str
    at: datetime
    day: date
    summary: str
    record: ListedRecord

    @property
    def timed(self) -> bool:
        """Return whether its time of day is that of what happened."""
        return isinstance(self.record, CheckIn | Run | CrossTraining | RoutineSession | Remedy)


def record_line(snapshot: Snapshot, record: ListedRecord) -> RecordLine:
    """Write a record as a line, in the person's units."""
    at = record.start if isinstance(record, Run | CrossTraining) else record.at
    day = record.start if isinstance(record, Episode | Flare) else record.day
    kind = KIND_OF[type(record)]
    note = "" if isinstance(record, ImpactCheck) else record.note
    said = [clean_text(part) for part in (*_parts(record, snapshot), note)]
    summary = BETWEEN.join(filter(None, said)) or "nothing said"
    return RecordLine(kind=kind, id=record.id, at=at, day=day, summary=summary, record=record)


@singledispatch
def _parts(record: ListedRecord, snapshot: Snapshot) -> list[str]:
    """Return what a record holds besides its note."""
    raise TypeError(type(record), snapshot.settings.id)


@_parts.register
def _check_in(record: CheckIn, _snapshot: Snapshot) -> list[str]:
    said = [f"{each.place.label} {each.score}" for each in record.scores]
    if record.night is not None:
        said.append(f"night {NIGHT_WORDS[record.night]}")
    alarming = any(answer.yes for answer in record.answers) or bool(record.bone_focal)
    return [*said, "alarm sign" if alarming else ""]


@_parts.register
def _run(record: Run, snapshot: Snapshot) -> list[str]:
    measured = _measured(record.distance_m, record.duration_s, unit=snapshot.settings.unit)
    worst = [_worst(scores) for scores in (record.before, record.during, record.after)]
    pain = "" if worst == ["?"] * 3 else f"pain {'→'.join(worst)}"
    response = RESPONSE_WORDS[response_to(snapshot, record)]
    return [measured, record.kind.replace("_", "-"), pain, f"response {response}"]


@_parts.register
def _cross_training(record: CrossTraining, snapshot: Snapshot) -> list[str]:
    measured = _measured(record.distance_m, record.duration_s, unit=snapshot.settings.unit)
    return [record.kind.replace("_", " "), measured]


@_parts.register
def _routine(record: RoutineSession, snapshot: Snapshot) -> list[str]:
    return [session_words(snapshot, record)]


@_parts.register
def _remedy(record: Remedy, _snapshot: Snapshot) -> list[str]:
    return [remedy_words(record)]


@_parts.register
def _visit(record: Visit, _snapshot: Snapshot) -> list[str]:
    return [BY_WORDS[record.by]]


@_parts.register
def _note(_record: Note, _snapshot: Snapshot) -> list[str]:
    return []


@_parts.register
def _clearance(record: Clearance, _snapshot: Snapshot) -> list[str]:
    up_to = f" {record.up_to}" if record.up_to is not None else ""
    return [f"{BY_WORDS[record.by]}: {ALLOWS_WORDS[record.allows]}{up_to}"]


@_parts.register
def _impact_check(record: ImpactCheck, _snapshot: Snapshot) -> list[str]:
    answered = sum(option is not None for option in record.options)
    return [f"{answered} of {len(record.options)} questions answered"]


@_parts.register
def _episode(record: Episode, _snapshot: Snapshot) -> list[str]:
    return [record.name, *_lasting(record)]


@_parts.register
def _flare(record: Flare, _snapshot: Snapshot) -> list[str]:
    return _lasting(record)


def _worst(scores: Sequence[PainScore]) -> str:
    return str(max((each.score for each in scores), default="?"))


def _measured(metres: int | None, seconds: int | None, *, unit: DistanceUnit) -> str:
    return " in ".join(
        [
            *([format_distance(metres, unit)] if metres is not None else []),
            *([format_duration(seconds)] if seconds is not None else []),
        ]
    )


def _lasting(record: LastingRecord) -> list[str]:
    """Say from when to when, and of which site."""
    first = record.start
    since = f"since {span_words(first, first)}"
    span = since if record.end is None else span_words(first, record.end)
    return [span, record.place.label if record.place else ""]
