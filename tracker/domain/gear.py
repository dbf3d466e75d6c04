"""Shoes and other equipment that a run can name (domain section 7)."""

from datetime import date
from enum import StrEnum

from tracker.domain.dataclass import dataclass
from tracker.domain.record import record
from tracker.domain.run import RunKind, Surface


class GearKind(StrEnum):
    """What it is (R-EQ-06); all but shoes are logged as exposures (R-EQ-05)."""

    SHOES = "shoes"
    ORTHOTIC = "orthotic"
    HEEL_LIFT = "heel_lift"
    BELT = "belt"
    BRACE = "brace"
    TAPE = "tape"
    OTHER = "other"


@record("gear", order="name")
@dataclass(frozen=True, slots=True, kw_only=True)
class Gear:
    """One piece of equipment, which runs name by its id. Distance it came with in metres.

    Of shoes: `drop_mm` is how much higher the heel stands, `size` and `foot` are the person's own
    words, `orthotic` says whether a custom orthotic is worn in them, `surface` what they are for,
    `looked_at` when a specialist last looked at how the foot strikes. It is the usual piece for the
    kinds of run in `usual_for`.
    """

    id: str
    name: str
    kind: GearKind = GearKind.SHOES
    start: date | None = None
    distance_before_m: int = 0
    drop_mm: int | None = None
    size: str = ""
    foot: str = ""
    orthotic: bool | None = None
    surface: Surface | None = None
    looked_at: date | None = None
    usual_for: tuple[RunKind, ...] = ()
    retired: date | None = None
    note: str = ""
