"""The JSON that other programs may rely on: metres, seconds, ISO times, null for unknown."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

import click
import msgspec

from tracker.cli.output import escaped_json
from tracker.diary.answers import Imported, RoutineLine, RunLine, Verdict
from tracker.domain.check_in import CheckIn
from tracker.domain.note import Note
from tracker.domain.pain import PainScore
from tracker.domain.routine import Routine
from tracker.domain.verdict import Level
from tracker.rules.explanations import Explanation
from tracker.rules.hundredths import POINT
from tracker.rules.readiness_rows import EMERGENCY_ROW
from tracker.rules.rule import Rule
from tracker.rules.sources import Source, source

Json = Any

_METRES_A_KM = 1000


def echo_json(value: Json) -> None:
    """Print a value as indented JSON."""
    try:
        text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    except UnicodeEncodeError:
        # A path whose bytes are no text: as escapes they can be read back as they are.
        text = json.dumps(msgspec.to_builtins(value), indent=2)
    click.echo(escaped_json(text))


def record_json(record: object) -> dict[str, Json]:
    """Return a stored record: every field by its name, empty text as null."""
    if not is_dataclass(record):
        raise TypeError(record)
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: object) -> Json:
    if isinstance(value, str) and not isinstance(value, Enum):
        return value or None
    if isinstance(value, Enum | date | datetime):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return record_json(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def cap_km(cap_m: int | None) -> float | None:
    """Return a cap in kilometres, as the rules' own results have it."""
    return None if cap_m is None else cap_m / _METRES_A_KM


def verdict_json(verdict: Verdict) -> dict[str, Json]:
    """Return the keys of a readiness result, then the sentences."""
    emergency = verdict.level is Level.EMERGENCY
    return {
        "date": verdict.day,
        "outcome": verdict.outcome,
        "level": verdict.level,
        "cap_km": cap_km(verdict.cap_m),
        "rules": list(verdict.readiness.rules),
        "flags": list(verdict.flags),
        "because": [{"rule": line.rule, "text": line.text} for line in _reasons(verdict)],
        "remarks": [] if emergency else [line.text for line in verdict.remarks],
    }


def _reasons(verdict: Verdict) -> Iterable[Explanation]:
    """Return the reasons; an emergency's alone where there is one (R-RED-40)."""
    if verdict.level is not Level.EMERGENCY:
        return verdict.because
    return (line for line in verdict.because if line.rule == EMERGENCY_ROW)


def run_json(line: RunLine) -> dict[str, Json]:
    """Return one run of `run list`."""
    run = line.run
    source = run.source
    return {
        "id": run.id,
        "start": run.start,
        "day": run.day,
        "kind": run.kind,
        "distance_m": run.distance_m,
        "duration_s": run.duration_s,
        "moving_s": run.moving_s,
        "rpe": run.rpe,
        "surface": run.surface,
        "gear": list(line.gear),
        "gear_ids": list(run.gear),
        "pain": {
            "before": scores_json(run.before),
            "during": scores_json(run.during),
            "after": scores_json(run.after),
        },
        "outcome": run.outcome,
        "response": line.response,
        **_decided(line),
        "ascent_m": run.ascent_m,
        "avg_hr": run.avg_hr,
        "source": None
        if source is None
        else {"format": source.format, "file": source.file, "name": source.name or None},
        "note": run.note or None,
    }


def _decided(line: RunLine) -> dict[str, Json]:
    """Return the site that decided, its base in points with two decimals, and its morning."""
    found = line.decided_by
    base = None if found is None else found.session.base
    return {
        "response_site": None if found is None or found.place is None else found.place.key,
        "response_base": None if base is None else base / POINT,
        "response_am": None if found is None else found.session.am,
    }


def scores_json(scores: Iterable[PainScore]) -> list[dict[str, Json]]:
    """Return scores with their site and side."""
    return [{"site": item.site, "side": item.side, "score": item.score} for item in scores]


def routine_json(line: RoutineLine) -> dict[str, Json]:
    """Return one routine of `stretch list`."""
    return {**_routine_head(line.routine), "steps": len(line.routine.steps)}


def routine_steps_json(routine: Routine) -> dict[str, Json]:
    """Return a routine with its steps."""
    return {**_routine_head(routine), "steps": [record_json(step) for step in routine.steps]}


def _routine_head(routine: Routine) -> dict[str, Json]:
    return {
        "id": routine.id,
        "title": routine.title,
        "mode": routine.mode,
        "when": routine.when,
        "seconds": routine.seconds,
        "builtin": routine.builtin,
        "hidden": routine.hidden,
    }


def imported_json(item: Imported) -> dict[str, Json]:
    """Return one activity found in a file."""
    record = item.record
    return {
        "file": item.file,
        "status": item.status,
        "id": None if record is None else record.id,
        "message": item.message,
        "record": None if record is None else activity_json(record),
    }


def activity_json(record: object) -> Mapping[str, Json]:
    """Return the measures of an imported run or cross-training session."""
    names = ("kind", "start", "distance_m", "duration_s", "moving_s", "avg_hr")
    if isinstance(record, CheckIn):
        scores = scores_json(record.scores)
        return {**dict.fromkeys(names), "kind": "checkin", "start": record.at, "scores": scores}
    if isinstance(record, Note):
        return {**dict.fromkeys(names), "kind": "note", "start": record.at, "note": record.note}
    return {name: getattr(record, name) for name in names}


def source_words(page: Source) -> str:
    """Write a source in a line: its key, what was read there, its addresses."""
    return f"{page.key}: {page.read} {page.link}".rstrip()


def rule_json(rule: Rule) -> dict[str, Json]:
    """Return one rule with its sources."""
    return {
        "id": rule.id,
        "title": rule.title,
        "text": rule.text,
        "sources": [source_words(page) for page in map(source, rule.sources)],
        "limits": rule.limits or None,
    }
