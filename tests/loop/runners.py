"""The made-up runners of domain section 4.4, and what must hold for each of them (R-LOOP).

They are ours, not patients: a simulation says what the rules do to people like these, not whether
people are like these.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.loop.figures import Figures
from tracker.domain.site import PainSite, Side, Site

BACK: Final = PainSite(Site.LOW_BACK, Side.CENTRE)
KNEE: Final = PainSite(Site.KNEE, Side.RIGHT)
ACHILLES: Final = PainSite(Site.ACHILLES, Side.RIGHT)
HEEL: Final = PainSite(Site.PLANTAR_HEEL, Side.LEFT)


@dataclass(frozen=True, slots=True)
class Bound:
    """One thing that must hold of the means of many runners, in words and as it is judged."""

    words: str
    holds: Callable[[Figures], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """One kind of made-up runner.

    `morning` and `before` are the levels on getting up and just before a run, in points. A run
    beyond `tolerates_m` lifts the next two mornings by `rise`; None tolerates everything. A flare
    lifts all scores to `flare_to` for ten days.
    """

    rule: str
    name: str
    words: str
    place: PainSite
    morning: float
    before: float
    tolerates_m: int | None = None
    rise: float = 0.0
    flare_to: float | None = None
    bounds: tuple[Bound, ...]


def kept(least: float) -> Bound:
    return Bound(f"kept >={least:g} %", lambda found: found.kept >= least)


def red(most: float) -> Bound:
    return Bound(f"red <={most:g} %", lambda found: found.red <= most)


def over(most: float) -> Bound:
    return Bound(f"over <={most:g} %", lambda found: found.over <= most)


def typical_least(km: float) -> Bound:
    return Bound(f"typical >={km:g} km", lambda found: found.typical_km >= km)


def typical_most(km: float) -> Bound:
    return Bound(f"typical <={km:g} km", lambda found: found.typical_km <= km)


def seen(least: float) -> Bound:
    return Bound(f"told to have it seen >={least:g} %", lambda found: found.seen >= least)


RUNNERS: Final = (
    Runner(
        rule="R-LOOP-01", name="nearly-free", words="pain nearly 0",
        place=KNEE, morning=0.2, before=0.2, bounds=(kept(97),),
    ),
    Runner(
        rule="R-LOOP-02", name="steady-1.5", words="steady 1.5",
        place=BACK, morning=1.5, before=1.5, bounds=(kept(88), red(4)),
    ),
    Runner(
        rule="R-LOOP-03", name="steady-3", words="steady 3",
        place=BACK, morning=3.0, before=3.0, bounds=(kept(70), red(4)),
    ),
    Runner(
        rule="R-LOOP-04", name="achilles", words="Achilles, stiff mornings",
        place=ACHILLES, morning=2.7, before=1.0, bounds=(kept(75), red(5)),
    ),
    Runner(
        rule="R-LOOP-05", name="heel", words="heel, first steps",
        place=HEEL, morning=2.7, before=0.5, bounds=(kept(75), red(5)),
    ),
    Runner(
        rule="R-LOOP-06", name="tolerates-4", words="tolerates 4 km, +2 above",
        place=KNEE, morning=1.5, before=1.5, tolerates_m=4000, rise=2.0,
        bounds=(over(35), typical_least(3.2)),
    ),
    Runner(
        rule="R-LOOP-07", name="tolerates-3", words="tolerates 3 km, +3 above",
        place=KNEE, morning=1.5, before=1.5, tolerates_m=3000, rise=3.0, bounds=(over(25),),
    ),
    Runner(
        rule="R-LOOP-08", name="tolerates-nothing", words="tolerates nothing, +2",
        place=KNEE, morning=1.5, before=1.5, tolerates_m=0, rise=2.0,
        bounds=(typical_most(2.5), seen(80)),
    ),
    Runner(
        rule="R-LOOP-09", name="flare", words="flare to 5 for ten days",
        place=BACK, morning=1.0, before=1.0, flare_to=5.0, bounds=(kept(85),),
    ),
)  # fmt: skip
