"""Whether a day had an exposure, with three answers: yes, no, and not known (R-AN-05.1)."""

from collections.abc import Callable, Mapping
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.exposure import Exposure
from tracker.domain.remedy import RemedyKind
from tracker.domain.run import Surface
from tracker.rules import constants as c

HARD_SURFACES: Final = frozenset({Surface.ASPHALT, Surface.CONCRETE})
LONG_RUN_PERCENT: Final = 90
SITTING_H: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHabits:
    """What a logged day holds that an exposure is read from.

    `longest_m` is the day's longest run in metres, None without a distance; `longest30_m` that of
    the 30 days before, None without one. `surface` is that of the day's longest run. Hours are None
    where they were not given; `sleep_h` is the night before.
    """

    ran: bool = False
    longest_m: int | None = None
    longest30_m: int | None = None
    surface: Surface | None = None
    stretched: bool = False
    sleep_h: float | None = None
    sitting_h: float | None = None
    cross_trained: bool = False
    remedies: frozenset[RemedyKind] = frozenset()
    painkiller: bool = False


def exposed(exposure: Exposure, day: DayHabits) -> bool | None:
    """Return whether a day had an exposure; None where the diary doesn't tell."""
    return _READ[exposure](day)


def _long_run(day: DayHabits) -> bool | None:
    if not day.ran:
        return False
    if day.longest_m is None or not day.longest30_m:
        return None
    return day.longest_m * 100 > day.longest30_m * LONG_RUN_PERCENT


def _short_sleep(day: DayHabits) -> bool | None:
    return None if day.sleep_h is None else day.sleep_h < c.SLEEP_H_MIN


def _long_sitting(day: DayHabits) -> bool | None:
    return None if day.sitting_h is None else day.sitting_h > SITTING_H


def _hard_surface(day: DayHabits) -> bool | None:
    # Without a run there is no surface: counting such days as "not hard" would compare running
    # with resting, which the first exposure does.
    return day.surface in HARD_SURFACES if day.ran and day.surface is not None else None


_READ: Final[Mapping[Exposure, Callable[[DayHabits], bool | None]]] = {
    Exposure.RAN: lambda day: day.ran,
    Exposure.LONG_RUN: _long_run,
    Exposure.STRETCHED: lambda day: day.stretched,
    Exposure.SHORT_SLEEP: _short_sleep,
    Exposure.LONG_SITTING: _long_sitting,
    Exposure.HARD_SURFACE: _hard_surface,
    Exposure.CROSS_TRAINED: lambda day: day.cross_trained,
    Exposure.HEAT: lambda day: RemedyKind.HEAT in day.remedies,
    Exposure.COLD: lambda day: RemedyKind.COLD in day.remedies,
    Exposure.PAINKILLER: lambda day: day.painkiller,
}
