"""Training that is not running: swimming, riding, rowing and so on (R-XT-01)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.run import DISTANCE, DURATION
from tracker.diary.snapshot import Snapshot
from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.fields import choice, moment, note, scaled
from tracker.domain.form import FormContext, Values
from tracker.domain.moment import day_of
from tracker.domain.scale import RPE
from tracker.domain.units import format_measures

KIND_WORDS: Final = {kind: kind.value.replace("_", " ") for kind in CrossKind}


def _values(session: CrossTraining) -> dict[str, Any]:
    return {
        "when": session.start,
        "kind": session.kind,
        "duration": session.duration_s,
        "distance": session.distance_m,
        "rpe": session.rpe,
        "note": session.note,
    }


def _make(values: Values, context: FormContext, base: CrossTraining | None) -> dict[str, Any]:
    start = values["when"] or context.now
    hour = context.settings.day_start_hour
    unmoved = base is not None and base.start == start
    return {
        "id": values["id"],
        "start": start,
        "day": base.day if base and unmoved else day_of(start, day_start_hour=hour),
        "kind": values["kind"],
        "duration_s": values["duration"],
        "distance_m": values["distance"],
        "rpe": values["rpe"],
        "note": values["note"],
    }


def _line(session: CrossTraining, snapshot: Snapshot) -> Iterator[str]:
    yield KIND_WORDS[session.kind]
    yield format_measures(session.distance_m, session.duration_s, snapshot.settings.unit)


CROSS_TRAINING: Final = Kind(
    type=CrossTraining,
    name="xt",
    word="cross-training session",
    title="Log cross-training",
    done="Training saved. u undoes.",
    palette="Log cross-training: swim, bike, row, walk, …",
    heading="Training",
    line=_line,
    timed=True,
    fields=(
        choice("kind", "What", KIND_WORDS, missing="Say what it was: choose one.", listed=True),
        DURATION,
        scaled(RPE, "Effort", cells=5, placeholder="0-10"),
        replace(DISTANCE, required=False),
        moment(placeholder="now"),
        note(),
    ),
    undo=lambda session, _settings: f"the training: {KIND_WORDS[session.kind]}",
    arguments=("kind", "duration"),
    values=_values,
    make=_make,
)
