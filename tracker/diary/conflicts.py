"""An edit that met a change from elsewhere: what is asked of the person, field by field."""

import re
from datetime import date, datetime
from enum import Enum
from typing import Generic

from tracker.domain.calendar_words import format_day
from tracker.domain.clock_words import format_clock
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import PainScore
from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.domain.text import quoted
from tracker.domain.units import format_distance, format_duration
from tracker.store.documents import T
from tracker.store.edits import Clash, Clashed

_METRES = frozenset({"distance_m", "planned_m", "ascent_m", "distance_before_m"})
_SECONDS = frozenset({"duration_s", "moving_s", "seconds"})
_UNIT = re.compile("_(?:m|s|min|h)$")
_NOTHING: tuple[object, ...] = (None, "", ())


@dataclass(frozen=True, slots=True)
class Edit(Generic[T]):
    """What an edit began from: the record as it was shown.

    Of a field that was changed elsewhere since, `keep_mine` and `take_theirs` say whose value
    stays; without that the answer is a `Conflict`, and nothing is saved.
    """

    base: T
    keep_mine: frozenset[str] = frozenset()
    take_theirs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Conflict(Problem):
    """A field that was changed here and elsewhere; nothing was saved.

    `field` is what forms call it, and `attribute` what the record does: it is saved once that is
    named in `keep_mine` or `take_theirs`. `theirs` is the value on file, `at` when it was saved.
    """

    attribute: str = ""
    mine: object = None
    theirs: object = None
    at: datetime | None = None


def conflicts(clashed: Clashed[T], settings: Settings, *, now: datetime) -> tuple[Conflict, ...]:
    """Say of each field that was changed on both sides what stands there now, and since when."""
    where = "in another window" if clashed.here else "on another machine"
    when = _when(clashed.at, settings, now=now)
    return tuple(
        Conflict(
            _UNIT.sub("", clash.field),
            f"{when}{where}: {_words(clash, settings)}. Keep yours, or take theirs.",
            attribute=clash.field,
            mine=clash.mine,
            theirs=clash.theirs,
            at=clashed.at,
        )
        for clash in clashed.clashes
    )


def _when(at: datetime | None, settings: Settings, *, now: datetime) -> str:
    if at is None:
        return ""
    local = at.astimezone(now.tzinfo)
    clock = format_clock(local, clock_24h=settings.clock_24h)
    return f"{clock} " if local.date() == now.date() else f"{format_day(local.date())}, {clock} "


def _words(clash: Clash, settings: Settings) -> str:
    value = clash.theirs
    if isinstance(value, int) and not isinstance(value, bool):
        if clash.field in _METRES:
            return format_distance(value, settings.unit)
        if clash.field in _SECONDS:
            return format_duration(value)
    return value_words(value, settings)


def value_words(value: object, settings: Settings) -> str:
    """Write a record's value in a few words."""
    if value in _NOTHING:
        return "nothing"
    if isinstance(value, tuple):
        return ", ".join(value_words(each, settings) for each in value)
    if isinstance(value, PainScore):
        return f"{value.place.label} {value.score}"
    if isinstance(value, datetime):
        return f"{format_day(value)} {format_clock(value, clock_24h=settings.clock_24h)}"
    return format_day(value) if isinstance(value, date) else _word(value)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ").lower()
    return quoted(value) if isinstance(value, str) else str(value)
