"""A run on file, written as a person would type it, and corrected without losing the rest."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Final

from tracker.diary.entries import RunEntry, Scores
from tracker.domain.pain import PainScore
from tracker.domain.run import Run
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import METRES, format_duration

_UNSHOWN: Final = ("moving_s", "ascent_m", "avg_hr", "max_hr", "source")
_MILES_STEP: Final = Decimal("0.001")


def entry_of_run(run: Run, *, unit: DistanceUnit) -> RunEntry:
    """Write a run as a person would type it; what is not known is empty."""
    return RunEntry(
        when=_when(run.start),
        distance="" if run.distance_m is None else _distance(run.distance_m, unit),
        duration="" if run.duration_s is None else format_duration(run.duration_s),
        kind=run.kind,
        rpe="" if run.rpe is None else str(run.rpe),
        surface=run.surface,
        gear=run.gear,
        before=_by_place(run.before),
        during=_by_place(run.during),
        after=_by_place(run.after),
        outcome=run.outcome,
        limp=run.limp,
        painkiller=run.painkiller,
        steps=run.steps,
        routine_id=run.routine_id,
        note=" ".join(run.note.split()),
    )


def corrected(read: Run, was: Run, *, entry: RunEntry, unit: DistanceUnit) -> Run:
    """Give the run as it was read, with everything of the old one that no form shows.

    What was left as the form had it stays to the metre, the second and the line of the note.
    """
    shown = entry_of_run(was, unit=unit)
    kept = {name: getattr(was, name) for name in _UNSHOWN}
    if entry.when == shown.when:
        kept |= {"start": was.start, "day": was.day}
    if entry.distance == shown.distance:
        kept["distance_m"] = was.distance_m
    if entry.duration == shown.duration:
        kept["duration_s"] = was.duration_s
    elif was.moving_s is not None and was.moving_s > (read.duration_s or 0):
        kept["moving_s"] = None
    if entry.note == shown.note:
        kept["note"] = was.note
    return replace(
        read,
        before=_with_parts(read.before, was.before),
        during=_with_parts(read.during, was.during),
        after=_with_parts(read.after, was.after),
        **kept,
    )


def _when(start: datetime) -> str:
    # A run logged in another time zone keeps its own clock.
    if start.utcoffset() == start.astimezone().utcoffset():
        return f"{start:%Y-%m-%d %H:%M}"
    return start.isoformat(" ", timespec="minutes")


def _distance(metres: int, unit: DistanceUnit) -> str:
    exact = Decimal(metres) / METRES[unit]
    number = f"{exact.quantize(_MILES_STEP):f}".rstrip("0")
    return f"{number}0 {unit}" if number.endswith(".") else f"{number} {unit}"


def _by_place(scores: Iterable[PainScore]) -> Scores:
    return {score.place: score.score for score in scores}


def _with_parts(scores: tuple[PainScore, ...], was: tuple[PainScore, ...]) -> tuple[PainScore, ...]:
    parts = {score.place: score.part for score in was}
    return tuple(replace(score, part=parts.get(score.place)) for score in scores)
