"""Remedies: heat, cold, and what else was tried (domain section 5.3)."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any, Final

from tracker.diary.kinds.kind import Kind
from tracker.diary.snapshot import Snapshot
from tracker.domain.fields import choice, line, moment, note
from tracker.domain.form import Field, FormContext, Values
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.site_fields import place
from tracker.domain.units import parse_minutes
from tracker.insight.series import EventKind

KIND_WORDS: Final[Mapping[RemedyKind, str]] = {
    RemedyKind.HEAT: "heat",
    RemedyKind.COLD: "cold",
    RemedyKind.BELT: "belt",
    RemedyKind.PHYSIO: "physio",
    RemedyKind.MASSAGE: "massage",
    RemedyKind.MEDICINE: "medicine",
    RemedyKind.OTHER: "other remedy",
}
NAME_MAX: Final = 60
NO_KIND: Final = "Say what it was first: choose with the arrows."
NO_TIME: Final = "That is no time at all. Type it like 15, or leave it empty."


def remedy_words(remedy: Remedy) -> str:
    """Write a use in a line: "cold, 15 min · Left shin"."""
    timed = f", {minute_words(remedy.seconds)}" if remedy.seconds is not None else ""
    where = f" · {remedy.place.label}" if remedy.place is not None else ""
    name = f" {remedy.name}" if remedy.name else ""
    return f"{KIND_WORDS[remedy.kind]}{name}{timed}{where}"


def minute_words(seconds: int) -> str:
    """Write a time in whole minutes; what was timed at all is at least one."""
    return f"{max(round(seconds / 60), 1)} min"


def _parse_minutes(text: str, _context: FormContext) -> int | Problem:
    found = parse_minutes(text, "minutes")
    if isinstance(found, Problem):
        return found
    return found * 60 if found else Problem("minutes", NO_TIME)


def _values(remedy: Remedy) -> dict[str, Any]:
    return {
        "kind": remedy.kind,
        "name": remedy.name,
        "place": remedy.place,
        "minutes": remedy.seconds,
        "when": remedy.at,
        "note": remedy.note,
    }


def _make(values: Values, context: FormContext, base: Remedy | None) -> dict[str, Any]:
    """Without a moment it ended just now."""
    seconds, began = values["minutes"], values["when"]
    if began is None:
        began = context.now - timedelta(seconds=seconds or 0)
    hour = context.settings.day_start_hour
    unmoved = base is not None and base.at == began
    return {
        "kind": values["kind"],
        "name": values["name"],
        "place": values["place"],
        "seconds": seconds,
        "at": began,
        "day": base.day if base is not None and unmoved else day_of(began, day_start_hour=hour),
        "note": values["note"],
    }


def _problems(values: Values, _context: FormContext, _snapshot: Snapshot) -> Iterator[Problem]:
    if values.get("kind") is RemedyKind.MEDICINE and not values.get("name"):
        yield Problem("name", "Name the medicine, as it stands on the box.")


REMEDY: Final = Kind(
    type=Remedy,
    name="remedy",
    word="remedy",
    plural="remedies",
    heading="Remedy",
    line=lambda remedy, _snapshot: (remedy_words(remedy),),
    timed=True,
    mark=(EventKind.REMEDY, lambda remedy: remedy.day),
    title="Log a remedy",
    done="Remedy logged. u undoes.",
    fields=(
        choice("kind", "Kind", KIND_WORDS, missing=NO_KIND, listed=True),
        place(nowhere=("elsewhere", "elsewhere")),
        Field(
            name="minutes",
            label="For",
            parse=_parse_minutes,
            write=lambda seconds, _context: f"{seconds / 60:g}",
            unit="minutes",
            cells=9,
            help="20, 20 min, 1h10",
        ),
        moment(label="Begun", placeholder="just ended", cells=16),
        line("name", "Medicine", longest=NAME_MAX, cells=24, placeholder="its name"),
        note(),
    ),
    undo=lambda remedy, _settings: remedy_words(remedy),
    arguments=("kind",),
    values=_values,
    check=_problems,
    make=_make,
)
