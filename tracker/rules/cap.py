"""How far an allowed run may go today (section 4.3): the cap, step by step in whole metres."""

from enum import Enum, auto

from tracker.domain.dataclass import dataclass
from tracker.rules import constants as c
from tracker.rules.readiness_input import LEFT_OUT, ReadinessInput


class CapBy(Enum):
    """What the cap of a day comes from."""

    SHARE = auto()
    TOO_MUCH = auto()
    FLOOR = auto()


@dataclass(frozen=True, slots=True)
class Cap:
    """The most metres to run, rounded down to 100, what set them, and the longest settled run."""

    metres: int
    by: CapBy
    settled_m: int


def settled_m(given: ReadinessInput) -> int | None:
    """Return the longest run of 30 days that settled, in metres; None without any run.

    Where none of them settled, three quarters of the longest stand in.
    """
    longest = given.known_longest_m
    if longest is None:
        return None
    if given.settled30_m is LEFT_OUT:
        return longest
    if given.settled30_m is None:
        return longest * c.EASY_PERCENT // 100
    return given.settled30_m


def too_much_limit(too_much_m: int | None) -> int | None:
    """Return 90 % of the shortest run that was too much (R-RDY-42), in metres."""
    return None if too_much_m is None else too_much_m * c.TOO_MUCH_PERCENT // 100


def day_cap(given: ReadinessInput, *, percent: int) -> Cap | None:
    """Return the cap of a day that allows running; None without a run to measure by.

    `percent` is the smallest share of all rows that fired.
    """
    settled = settled_m(given)
    if settled is None:
        return None
    metres, by = settled * percent // 100, CapBy.SHARE
    limit = too_much_limit(given.too_much_m)
    if limit is not None and limit < metres:
        metres, by = limit, CapBy.TOO_MUCH
    floor = min(c.CAP_FLOOR_M, settled)
    if given.too_much_m is not None:
        floor = min(floor, given.too_much_m)
    if metres < floor:
        metres, by = floor, CapBy.FLOOR
    return Cap(metres // 100 * 100, by, settled)
