"""Runs: what was run, how it felt, and what hurt."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from decimal import Decimal
from typing import Any, Final

from tracker.diary.gear_names import known_gear
from tracker.diary.kinds.kind import Kind
from tracker.diary.responses import response_to
from tracker.diary.snapshot import Snapshot
from tracker.domain.fields import boxes, choice, moment, note, scaled
from tracker.domain.form import Field, FieldKind, FormContext, Values
from tracker.domain.moment import day_of
from tracker.domain.name_fields import pieces
from tracker.domain.pain import PainScore
from tracker.domain.run import (
    RPE_MAX,
    MidRunEvent,
    MidRunState,
    MidRunStep,
    Run,
    RunKind,
    RunOutcome,
    Surface,
)
from tracker.domain.scale import RPE
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import Side, Site
from tracker.domain.site_fields import site_scores
from tracker.domain.units import (
    METRES,
    format_distance,
    format_duration,
    format_measures,
    parse_distance,
    parse_duration,
)
from tracker.insight.response_words import RESPONSE_WORDS
from tracker.rules.distance_words import exact_distance
from tracker.rules.load import RPE_WORDS

KIND_WORDS: Final = {kind: kind.value.replace("_", "-") for kind in RunKind}
SURFACE_WORDS: Final = {surface: surface.value for surface in Surface}
OUTCOME_WORDS: Final[Mapping[RunOutcome, str]] = {
    RunOutcome.COMPLETED: "nothing",
    RunOutcome.COMPLETED_SLOWED: "slowed",
    RunOutcome.COMPLETED_AFTER_STRETCH: "stretched",
    RunOutcome.STOPPED_PAIN: "stopped",
    RunOutcome.STOPPED_ALARM: "alarm sign",
}
LIMP: Final = "limp"
PAINKILLER: Final = "painkiller"
ALSO_WORDS: Final = {LIMP: "limp", PAINKILLER: "painkiller"}
MOMENTS: Final = ("before", "during", "after")
_CELLS: Final = 12
_NAMES_CELLS: Final = 17
_NOT_KNOWN: Final = "?"
_MILES_STEP: Final = Decimal("0.001")


def rpe_word(rpe: int) -> str:
    """Return the word for an effort; the scale has none for 6, 8 and 9 (R-LOAD-01)."""
    if rpe in RPE_WORDS:
        return RPE_WORDS[rpe]
    below = max(value for value in RPE_WORDS if value < rpe)
    above = min(value for value in RPE_WORDS if value > rpe) if rpe < RPE_MAX else below
    return f"{RPE_WORDS[below]} to {RPE_WORDS[above]}"


def run_words(run: Run, settings: Settings) -> str:
    """Name a run for an undo."""
    if run.distance_m is None:
        return "the run"
    return f"the run of {format_distance(run.distance_m, settings.unit)}"


# -- fields --------------------------------------------------------------------------------------


def exact_text(metres: int, unit: DistanceUnit) -> str:
    """Write a distance so that it is read to the metre."""
    exact = Decimal(metres) / METRES[unit]
    number = f"{exact.quantize(_MILES_STEP):f}".rstrip("0")
    return f"{number}0 {unit}" if number.endswith(".") else f"{number} {unit}"


def write_steps(steps: tuple[MidRunStep, ...]) -> str:
    """Return steps as a form holds them: no person types them so."""
    return json.dumps([asdict(step) for step in steps]) if steps else ""


def read_steps(text: str) -> tuple[MidRunStep, ...]:
    """Return the steps that a form holds."""
    return tuple(
        MidRunStep(
            minute=each["minute"],
            event=MidRunEvent(each["event"]),
            state=MidRunState(each["state"]),
            score=each["score"],
            limp=each["limp"],
            site=Site(each["site"]) if each["site"] else None,
            side=Side(each["side"]) if each["side"] else None,
        )
        for each in json.loads(text or "[]")
    )


DISTANCE: Final[Field[int]] = Field(
    name="distance",
    label="Distance",
    parse=lambda text, context: parse_distance(text, context.settings.unit),
    write=lambda metres, context: exact_text(metres, context.settings.unit),
    required=True,
    cells=_CELLS,
    help="5.2, 5.2 km, 3.1 mi",
    understood=lambda metres, context: exact_distance(metres, context.settings.unit),
)
DURATION: Final[Field[int]] = Field(
    name="duration",
    label="Duration",
    parse=lambda text, _context: parse_duration(text),
    write=lambda seconds, _context: format_duration(seconds),
    required=True,
    cells=_CELLS,
    help="31:20, 1:05:00, 45 (minutes)",
)
_EFFORT: Final = replace(
    scaled(RPE, "Effort", cells=5, placeholder="0-10"),
    understood=lambda rpe, _context: rpe_word(rpe),
)
_STEPS: Final[Field[tuple[MidRunStep, ...]]] = Field(
    name="steps",
    label="On the way",
    parse=lambda text, _context: read_steps(text),
    write=lambda steps, _context: write_steps(steps),
    kind=FieldKind.OTHER,
    empty=(),
)
_ROUTINE: Final[Field[str]] = Field(
    name="routine_id",
    label="Routine",
    parse=lambda text, _context: text.strip(),
    kind=FieldKind.OTHER,
)
_ALSO: Final = boxes("also", "Also true", ALSO_WORDS)


# -- a run and its form --------------------------------------------------------------------------


def _values(run: Run) -> dict[str, Any]:
    ticked = {LIMP: run.limp, PAINKILLER: run.painkiller}
    return {
        "when": run.start,
        "distance": run.distance_m,
        "duration": run.duration_s,
        "also": tuple(word for word, yes in ticked.items() if yes),
        **{
            name: getattr(run, name)
            for name in ("kind", "rpe", "surface", "gear", "outcome", "steps", "routine_id", "note")
        },
        **{name: getattr(run, name) for name in MOMENTS},
    }


def _make(values: Values, context: FormContext, base: Run | None) -> dict[str, Any]:
    """What no form shows stays; a run can't have moved for longer than it took."""
    start = values["when"] or context.now
    unmoved = base is not None and base.start == start
    hour = context.settings.day_start_hour
    made: dict[str, Any] = {
        "start": start,
        "day": base.day if base and unmoved else day_of(start, day_start_hour=hour),
        "distance_m": values["distance"],
        "duration_s": values["duration"],
        "limp": LIMP in values["also"],
        "painkiller": PAINKILLER in values["also"],
        **{
            name: values[name]
            for name in ("kind", "rpe", "surface", "gear", "outcome", "steps", "routine_id", "note")
        },
        **{name: _with_parts(values[name], getattr(base, name, ())) for name in MOMENTS},
    }
    if base is not None and base.moving_s is not None:
        longer = made["duration_s"] != base.duration_s and base.moving_s > (made["duration_s"] or 0)
        made["moving_s"] = None if longer else base.moving_s
    return made


def _with_parts(scores: tuple[PainScore, ...], was: tuple[PainScore, ...]) -> tuple[PainScore, ...]:
    parts = {score.place: score.part for score in was}
    return tuple(replace(score, part=score.part or parts.get(score.place)) for score in scores)


def _line(run: Run, snapshot: Snapshot) -> Iterator[str]:
    yield format_measures(run.distance_m, run.duration_s, snapshot.settings.unit)
    yield KIND_WORDS[run.kind]
    # Where a line is cut, what the next morning said is still to be read.
    yield f"response {RESPONSE_WORDS[response_to(snapshot, run)]}"
    worst = [_worst(scores) for scores in (run.before, run.during, run.after)]
    if worst != [_NOT_KNOWN] * len(worst):
        yield f"pain {'→'.join(worst)}"


def _worst(scores: Sequence[PainScore]) -> str:
    return str(max((each.score for each in scores), default=_NOT_KNOWN))


RUN: Final = Kind(
    type=Run,
    name="run",
    word="run",
    heading="Run",
    line=_line,
    timed=True,
    title="Log a run",
    done="Run saved. u undoes.",
    fields=(
        moment(placeholder="now", cells=_CELLS),
        DISTANCE,
        DURATION,
        choice("kind", "Kind", KIND_WORDS, missing="Choose a kind.", listed=True),
        _EFFORT,
        choice("surface", "Surface", SURFACE_WORDS, listed=True),
        pieces("gear", "Gear", cells=_NAMES_CELLS, help="Shoes, belt, …; may be repeated."),
        site_scores("before", "Pain before"),
        site_scores("during", "Worst pain"),
        site_scores("after", "60 min after"),
        choice("outcome", "When it hurt", OUTCOME_WORDS, missing="Choose how it ended."),
        _ALSO,
        _STEPS,
        _ROUTINE,
        note(),
    ),
    usual=lambda _context: {"kind": RunKind.EASY, "outcome": RunOutcome.COMPLETED},
    known=lambda snapshot, _day, _run: known_gear(snapshot),
    undo=run_words,
    values=_values,
    make=_make,
)
