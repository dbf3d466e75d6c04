"""Shoes and other equipment that a run can name (domain section 7)."""

from datetime import date
from enum import StrEnum

from tracker.domain.dataclass import dataclass


class GearKind(StrEnum):
    """What it is; belts and orthotics are logged as exposures (R-EQ-05)."""

    SHOES = "shoes"
    ORTHOTIC = "orthotic"
    BELT = "belt"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gear:
    """One piece of equipment, known to runs by its name. Distance it came with in metres."""

    id: str
    name: str
    kind: GearKind = GearKind.SHOES
    start: date | None = None
    distance_before_m: int = 0
    retired: date | None = None
    note: str = ""
