"""Which codes of the figure are which place: sites that are scored, muscles that are stretched."""

import re
from collections.abc import Mapping
from typing import Final

from tracker.domain.site import PainSite, Side, Site

SITE_CODES: Final[Mapping[Site, str]] = {
    Site.UPPER_BACK: "b",
    Site.LOW_BACK: "l",
    Site.BUTTOCK: "y",
    Site.HIP_GROIN: "hg",
    Site.HIP_OUTER: "u",
    Site.THIGH_FRONT: "q",
    Site.HAMSTRING: "j",
    Site.KNEE: "k",
    Site.SHIN: "s",
    Site.CALF: "w",
    Site.ACHILLES: "x",
    Site.ANKLE: "a",
    Site.PLANTAR_HEEL: "p",
    Site.ARCH: "r",
    Site.FOOT_TOP: "f",
    Site.FOREFOOT: "e",
}
"""The codes of each site on the left; the first carries the number. `other` has no place."""

CENTRE_CODES: Final[Mapping[Site, str]] = {Site.LOW_BACK: "i", Site.UPPER_BACK: "v"}
"""The code between the sides, for those sites that have a middle."""

NO_SITE: Final = "ctmo."
"""The codes that are no site: front and back of the trunk, what is drawn only, and the page."""

MUSCLE_CODES: Final[Mapping[str, str]] = {
    "hamstring": "j",
    "quadriceps": "q",
    "adductor": "g",
    "groin": "g",
    "calf": "w",
    "calves": "w",
    "glute": "y",
    "piriformis": "y",
    "hip flexor": "h",
    "low back": "li",
    "mid back": "m",
    "upper back": "bv",
    "trunk": "t",
    "chest": "c",
    "achilles": "x",
    "outer hip": "u",
    "ankle": "a",
    "shin": "s",
    "arch": "r",
}
"""The codes on the left of each word that a step's target line can hold."""

_CENTRES: Final = "".join(CENTRE_CODES.values())
_SINGULARS: Final = {"calves": "calf", "glutes": "glute", "adductors": "adductor"}


def codes_of(place: PainSite) -> str:
    """Return the codes of a place, the one that carries its number first; none for `other`."""
    left, centre = SITE_CODES.get(place.site, ""), CENTRE_CODES.get(place.site, "")
    match place.side:
        case Side.LEFT:
            return left
        case Side.RIGHT:
            return left.upper()
        case Side.BOTH:
            return left + left.upper() + centre
    return centre


def place_of(codes: str) -> PainSite | None:
    """Return the place that most of a cell's codes belong to; None where there is none."""
    for code in sorted(codes, key=codes.count, reverse=True):
        for site, centre in CENTRE_CODES.items():
            if code == centre:
                return PainSite(site, Side.CENTRE)
        for site, left in SITE_CODES.items():
            if code.lower() in left:
                return PainSite(site, Side.LEFT if code.islower() else Side.RIGHT)
    return None


def target_codes(target: str, side: Side | None = None) -> str:
    """Return the codes of every muscle that a step's target line names, on one side or on both.

    A word counts where it begins a word, so that "search" names no arch; `whole body` names none.
    """
    words = target.casefold()
    found = "".join(codes for word, codes in MUSCLE_CODES.items() if re.search(rf"\b{word}", words))
    sides = {Side.LEFT: found, Side.RIGHT: found.upper()}.get(
        side or Side.BOTH, found + found.upper()
    )
    return "".join(
        dict.fromkeys(code.lower() if code.lower() in _CENTRES else code for code in sides)
    )


def target_words(target: str, side: Side | None = None) -> str:
    """Return what a target line names, as it is felt: "left hamstring, low back".

    What stands in brackets is left out; a side makes its muscles one each.
    """
    plain = " ".join(re.sub(r"\([^)]*\)", "", target).replace(" ,", ",").split())
    if side not in {Side.LEFT, Side.RIGHT} or not target_codes(target):
        return plain
    one = ", ".join(_singular(part) for part in plain.split(", "))
    return f"{'left' if side is Side.LEFT else 'right'} {one}"


def _singular(muscle: str) -> str:
    known = _SINGULARS.get(muscle)
    if known is not None:
        return known
    plural = muscle.endswith("s") and any(muscle == f"{word}s" for word in MUSCLE_CODES)
    return muscle.removesuffix("s") if plural else muscle
