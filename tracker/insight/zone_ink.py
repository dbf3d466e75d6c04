"""A score's zone as a role for painters."""

from math import floor

from tracker.domain.verdict import Zone
from tracker.insight.raster import Ground, Ink
from tracker.rules.pain import zone

_INKS = {Zone.GREEN: Ink.OK, Zone.AMBER: Ink.WATCH, Zone.RED: Ink.STOP}
_GROUNDS = {Zone.GREEN: Ground.OK, Zone.AMBER: Ground.WATCH, Zone.RED: Ground.STOP}


def zone_ink(value: float, *, green_max: int) -> Ink:
    """Return a value's ink by R-PAIN-05; what lies between two scores goes with the nearer."""
    return _INKS[zone(floor(value + 0.5), green_max=green_max)]


def zone_ground(value: float, *, green_max: int) -> Ground:
    """Return the ground of a value's zone."""
    return _GROUNDS[zone(floor(value + 0.5), green_max=green_max)]
