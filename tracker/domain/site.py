"""Where it hurts: the sites a runner can track, and their sides (domain section 1.1)."""

from enum import StrEnum

from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem

OTHER_LABEL_MAX = 40


class Side(StrEnum):
    """Left, right, both, or the centre where the body has one."""

    LEFT = "L"
    RIGHT = "R"
    BOTH = "B"
    CENTRE = "C"


class Site(StrEnum):
    """A place on the body, by the code that is stored."""

    LOW_BACK = "low_back"
    UPPER_BACK = "upper_back"
    BUTTOCK = "buttock"
    HIP_GROIN = "hip_groin"
    HIP_OUTER = "hip_outer"
    THIGH_FRONT = "thigh_front"
    HAMSTRING = "hamstring"
    KNEE = "knee"
    SHIN = "shin"
    CALF = "calf"
    ACHILLES = "achilles"
    ANKLE = "ankle"
    PLANTAR_HEEL = "plantar_heel"
    ARCH = "arch"
    FOOT_TOP = "foot_top"
    FOREFOOT = "forefoot"
    OTHER = "other"


LABELS: dict[Site, str] = {
    Site.LOW_BACK: "low back",
    Site.UPPER_BACK: "upper back",
    Site.BUTTOCK: "buttock",
    Site.HIP_GROIN: "groin or front of hip",
    Site.HIP_OUTER: "outer hip",
    Site.THIGH_FRONT: "front thigh",
    Site.HAMSTRING: "back thigh",
    Site.KNEE: "knee",
    Site.SHIN: "shin",
    Site.CALF: "calf",
    Site.ACHILLES: "Achilles",
    Site.ANKLE: "ankle",
    Site.PLANTAR_HEEL: "under the heel",
    Site.ARCH: "arch",
    Site.FOOT_TOP: "top of midfoot",
    Site.FOREFOOT: "ball of foot, toes",
    Site.OTHER: "other",
}

PARTS: dict[Site, tuple[str, ...]] = {
    Site.KNEE: ("front", "inner", "outer", "back"),
    Site.SHIN: ("inner edge", "front edge", "outer"),
    Site.ACHILLES: ("middle", "heel end"),
    Site.ANKLE: ("inner", "outer"),
    Site.FOREFOOT: ("inner", "outer"),
}

ALIASES: dict[str, tuple[Site, str | None]] = {
    "shin splints": (Site.SHIN, None),
    "runner's knee": (Site.KNEE, None),
    "runners knee": (Site.KNEE, None),
    "plantar fasciitis": (Site.PLANTAR_HEEL, None),
    "heel": (Site.PLANTAR_HEEL, None),
    "it band": (Site.KNEE, "outer"),
    "groin": (Site.HIP_GROIN, None),
    "lower back": (Site.LOW_BACK, None),
    "back": (Site.LOW_BACK, None),
}

_CENTRED = frozenset({Site.LOW_BACK, Site.UPPER_BACK})
_SIDE_WORDS = {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "both sides"}


def sides_of(site: Site) -> tuple[Side, ...]:
    """Return the sides that a site can have, the usual one first."""
    if site in _CENTRED:
        return (Side.CENTRE, Side.LEFT, Side.RIGHT)
    if site is Site.OTHER:
        return (Side.CENTRE, Side.LEFT, Side.RIGHT, Side.BOTH)
    return (Side.LEFT, Side.RIGHT, Side.BOTH)


@dataclass(frozen=True, slots=True, order=True)
class PainSite:
    """One tracked place: a site, its side, and the person's own word where the site is `other`."""

    site: Site
    side: Side
    name: str | None = None

    @property
    def key(self) -> str:
        """Return the short form used on the command line and in JSON: `low_back`, `shin:L`."""
        return (
            self.site.value if self.side is Side.CENTRE else f"{self.site.value}:{self.side.value}"
        )

    @property
    def label(self) -> str:
        """Return the name a person reads: `Low back`, `Left shin`, `Knee, both sides`."""
        word = self.name or LABELS[self.site]
        if self.side is Side.CENTRE:
            return word[:1].upper() + word[1:]
        if self.side is Side.BOTH:
            return f"{word[:1].upper()}{word[1:]}, {_SIDE_WORDS[Side.BOTH]}"
        return f"{_SIDE_WORDS[self.side].capitalize()} {word}"


def parse_site(text: str) -> tuple[Site, str | None] | Problem:
    """Read a site from its code, label or friendly alias; also gives the part an alias names."""
    plain = " ".join(text.replace("_", " ").casefold().replace("’", "'").split())
    if plain in ALIASES:
        return ALIASES[plain]
    for site in Site:
        if plain in {site.value.replace("_", " "), LABELS[site].casefold()}:
            return site, None
    known = ", ".join(site.value for site in Site)
    return Problem("site", f'"{text.strip()}" is not a site. Use one of: {known}.')


def parse_pain_site(text: str, *, usual: tuple[PainSite, ...] = ()) -> PainSite | Problem:
    """Read `SITE` or `SITE:SIDE`.

    Without a side the one that is already tracked is meant (`usual`), else the centre where the
    site has one, else both sides.
    """
    word, _, side_text = text.partition(":")
    found = parse_site(word)
    if isinstance(found, Problem):
        return found
    site, _part = found
    allowed = sides_of(site)
    if not side_text.strip():
        tracked = [place for place in usual if place.site is site]
        if len(tracked) == 1:
            return tracked[0]
        return PainSite(site, Side.CENTRE if Side.CENTRE in allowed else Side.BOTH)
    letter = side_text.strip()[:1].upper()
    if letter not in set(Side) or Side(letter) not in allowed:
        ways = " or ".join(f"{site.value}:{side.value}" for side in allowed)
        return Problem(
            "side", f'{LABELS[site].capitalize()} has no side "{side_text}". Use {ways}.'
        )
    return PainSite(site, Side(letter))
