"""Gear: shoes, orthotics, a heel lift, a belt, a brace, tape (domain section 7)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from tracker.diary.gear_matching import named_by_word
from tracker.diary.gear_use import GearUse
from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.run import DISTANCE, SURFACE_WORDS
from tracker.diary.kinds.run import KIND_WORDS as RUN_KINDS
from tracker.diary.snapshot import Snapshot
from tracker.domain.fields import boxes, choice, day, line, note, whole_number, yes_no
from tracker.domain.form import FormContext, Values
from tracker.domain.gear import Gear, GearKind
from tracker.domain.problem import Problem
from tracker.domain.text import quoted
from tracker.domain.units import format_distance
from tracker.insight.series import EventKind

NAME_MAX: Final = 40
DROP_MOST: Final = 20
_CELLS: Final = 17

KIND_WORDS: Final = {
    GearKind.SHOES: "shoe",
    GearKind.ORTHOTIC: "orthotic",
    GearKind.HEEL_LIFT: "heel lift",
    GearKind.BELT: "belt",
    GearKind.BRACE: "brace",
    GearKind.TAPE: "tape",
    GearKind.OTHER: "other",
}
_NOTED: Final = {"R-EQ-01": "look at the outsole", "R-EQ-03": "new: short runs first"}
_SAME: Final = (
    *("name", "kind", "start", "size", "foot"),
    *("orthotic", "surface", "looked_at", "usual_for", "note"),
)
"""The fields that are the record's own attributes."""


def _values(gear: Gear) -> dict[str, Any]:
    return {
        "start_km": gear.distance_before_m or None,
        "drop": gear.drop_mm,
        **{name: getattr(gear, name) for name in _SAME},
    }


def _make(values: Values, _context: FormContext, _base: Gear | None) -> dict[str, Any]:
    return {
        "id": values["id"],
        "distance_before_m": values["start_km"] or 0,
        "drop_mm": values["drop"],
        **{name: values[name] for name in _SAME},
    }


def _problems(values: Values, _context: FormContext, snapshot: Snapshot) -> Iterator[Problem]:
    """Refuse a name that another piece in use has: a run could not tell the two apart."""
    name = values.get("name") or ""
    for each in snapshot.of(Gear):
        another = each.id != values["id"]
        if another and each.retired is None and each.name.casefold() == name.casefold():
            words = f"{quoted(each.name)} is on file already. Give this one another name."
            yield Problem("name", words)


def _line(gear: Gear, snapshot: Snapshot) -> Iterator[str]:
    yield gear.name
    yield KIND_WORDS[gear.kind]
    if gear.distance_before_m:
        yield f"came with {format_distance(gear.distance_before_m, snapshot.settings.unit)}"
    if gear.drop_mm is not None:
        yield f"drop {gear.drop_mm} mm"
    if gear.retired is not None:
        yield "retired"


def use_words(use: GearUse) -> str:
    """Say in short what a pair is for, and what is to be noted about it."""
    notes = [f"{_NOTED[note.rule]} · {note.rule}" for note in use.notes if note.rule in _NOTED]
    kinds = ", ".join(RUN_KINDS[kind] for kind in use.piece.usual_for)
    usual = f"usual for {kinds}" if kinds else ""
    drop = "" if use.piece.drop_mm is None else f"drop {use.piece.drop_mm} mm"
    return " · ".join(filter(None, (*notes, usual, drop)))


def _changed(gear: Gear) -> date | None:
    return gear.start if gear.kind is GearKind.SHOES else None


GEAR: Final = Kind(
    type=Gear,
    name="gear",
    word="piece of gear",
    plural="pieces of gear",
    title="Gear",
    done="Gear saved. u undoes.",
    heading="Gear",
    line=_line,
    mark=(EventKind.SHOES, _changed),
    fields=(
        line("name", "Name", longest=NAME_MAX, missing="Give it a name, as in: Blue."),
        choice("kind", "What it is", KIND_WORDS, missing="Say what it is.", listed=True),
        day("start", "In use since", required=False, placeholder="not known"),
        replace(DISTANCE, name="start_km", label="It came with", required=False, help="120, 75 mi"),
        replace(
            whole_number(
                "drop", "Heel drop", says="The heel drop", low=0, high=DROP_MOST, unit="mm", cells=4
            ),
            required=False,
        ),
        line("size", "Size", cells=_CELLS),
        line("foot", "Made for", cells=_CELLS, placeholder="neutral, …"),
        yes_no("orthotic", "Custom orthotic"),
        choice("surface", "Meant for", SURFACE_WORDS, listed=True),
        boxes("usual_for", "Usual for", RUN_KINDS),
        day("looked_at", "Foot strike seen", required=False, help="When a specialist last looked."),
        note(),
    ),
    usual=lambda _context: {"kind": GearKind.SHOES},
    along=named_by_word,
    arguments=("name",),
    undo=lambda gear, _settings: f"the {KIND_WORDS[gear.kind]} {gear.name}",
    values=_values,
    make=_make,
    check=_problems,
)
