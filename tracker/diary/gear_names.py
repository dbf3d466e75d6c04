"""Gear by its name and by its id: a run holds ids, a person types and reads names.

A run of an older version, or of another diary, may hold a name that no piece on file has; it stays
as it is and is shown as it is.
"""

from collections.abc import Mapping
from typing import Final

from tracker.diary.snapshot import Snapshot
from tracker.domain.gear import Gear
from tracker.domain.name_fields import IDS
from tracker.domain.run import Run, RunKind

GEAR: Final = "gear"
"""The field of a run that names its gear."""


def pieces(snapshot: Snapshot) -> Mapping[str, Gear]:
    """Return every piece on file by its id, those in use first, each by its name."""
    by_name = sorted(snapshot.of(Gear), key=lambda each: each.name.casefold())
    ordered = sorted(by_name, key=lambda each: each.retired is not None)
    return {each.id: each for each in ordered}


def names_in_use(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the names that complete what is typed: of the pieces in use."""
    return tuple(each.name for each in pieces(snapshot).values() if each.retired is None)


def known_gear(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Return what a form of a run must know to tell names and ids apart."""
    found = pieces(snapshot)
    names = tuple(each.name for each in found.values())
    return {GEAR: names, GEAR + IDS: tuple(found)}


def gear_of(snapshot: Snapshot, run: Run) -> tuple[str, ...]:
    """Return the names of what a run was run with."""
    found = pieces(snapshot)
    return tuple(found[each].name if each in found else each for each in run.gear)


def usual_gear(snapshot: Snapshot, kind: RunKind) -> tuple[str, ...]:
    """Return the names of what is usually worn for a kind of run."""
    in_use = (each for each in pieces(snapshot).values() if each.retired is None)
    return tuple(each.name for each in in_use if kind in each.usual_for)
