"""What only this diary can look at: the person's own factors, and their gear (R-AN-05.1).

Three answers each: yes, no, and not known. What was not said is never a no.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from tracker.diary.factors import answer_on, asked_factors
from tracker.diary.gear_names import pieces
from tracker.diary.snapshot import Snapshot
from tracker.domain.exposure import AnyExposure, OwnExposure
from tracker.domain.gear import Gear
from tracker.domain.text import clean_text

GEAR_MOST: Final = 8
"""So many pieces are looked at, those of the latest runs first: each is one more look."""

Days = Mapping[date, bool | None]


def own_exposures(snapshot: Snapshot, days: Iterable[date]) -> dict[AnyExposure, Days]:
    """Return each own exposure with what each of some days says of it."""
    known = tuple(days)
    factors: dict[AnyExposure, Days] = {
        _factor(each.id, each.name): {day: answer_on(snapshot, each, day) for day in known}
        for each in asked_factors(snapshot)
    }
    gear: dict[AnyExposure, Days] = {
        _piece(each): _worn(snapshot, each, known) for each in _latest_gear(snapshot)
    }
    return {**factors, **gear}


def _factor(key: str, name: str) -> OwnExposure:
    plain = clean_text(name)
    return OwnExposure(
        key=f"factor:{key}",
        label=plain,
        phrase=f"a day with a yes to {plain}",
        definition="Yes or no in a check-in of that day. Days without an answer are left out.",
    )


def _piece(gear: Gear) -> OwnExposure:
    plain = clean_text(gear.name)
    return OwnExposure(
        key=f"gear:{gear.id}",
        label=plain,
        phrase=f"a day with a run in {plain}",
        definition=(
            "A run of that day that names it, against runs that name other gear. Days without a"
            " run, or whose runs name none, are left out."
        ),
    )


def _worn(snapshot: Snapshot, gear: Gear, days: Iterable[date]) -> Days:
    found: dict[date, bool | None] = {}
    for day in days:
        named = [key for run in snapshot.runs.get(day, ()) for key in run.gear]
        found[day] = gear.id in named if named else None
    return found


def _latest_gear(snapshot: Snapshot) -> list[Gear]:
    known = pieces(snapshot)
    in_use = {key: each for key, each in known.items() if each.retired is None}
    latest: dict[str, Gear] = {}
    for day in reversed(snapshot.runs):
        for run in reversed(snapshot.runs.get(day, ())):
            latest.update((key, in_use[key]) for key in run.gear if key in in_use)
        if len(latest) >= min(GEAR_MOST, len(in_use)):
            break
    return list(latest.values())[:GEAR_MOST]
