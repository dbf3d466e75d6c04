"""Training that is not running: swimming, riding, rowing and so on (R-XT-01)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.run import DISTANCE, DURATION
from tracker.diary.snapshot import Snapshot
from tracker.domain.cross_training import CROSS_WORDS, CrossTraining
from tracker.domain.fields import choice, moment, note, scaled, yes_no
from tracker.domain.form import FormContext, Values
from tracker.domain.moment import day_of
from tracker.domain.scale import RPE
from tracker.domain.units import format_measures
from tracker.insight.week_load import jolting_minutes, load_of


def _values(session: CrossTraining) -> dict[str, Any]:
    return {
        "when": session.start,
        "kind": session.kind,
        "duration": session.duration_s,
        "distance": session.distance_m,
        "rpe": session.rpe,
        "impact": session.impact,
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
        "impact": values["impact"],
        "note": values["note"],
    }


def _line(session: CrossTraining, snapshot: Snapshot) -> Iterator[str]:
    yield CROSS_WORDS[session.kind]
    yield format_measures(session.distance_m, session.duration_s, snapshot.settings.unit)
    load, jolts = load_of(session), jolting_minutes(session)
    if load is not None:
        yield f"load {load}"
    if jolts is not None:
        yield f"{round(jolts)} min of impact" if jolts else "no impact"


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
        choice("kind", "What", CROSS_WORDS, missing="Say what it was: choose one.", listed=True),
        DURATION,
        scaled(RPE, "Effort", cells=5, placeholder="0-10"),
        replace(DISTANCE, required=False),
        yes_no("impact", "Jolts the legs", help="Of another kind: yes, no."),
        moment(placeholder="now"),
        note(),
    ),
    undo=lambda session, _settings: f"the training: {CROSS_WORDS[session.kind]}",
    arguments=("kind", "duration"),
    values=_values,
    make=_make,
)
