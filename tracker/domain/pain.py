"""Pain as a person scores it: the 0-10 scale, its qualities and its company (domain section 1)."""

import re
from enum import StrEnum
from functools import lru_cache

from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.site import PainSite, Side, Site

SCALE_PROMPT = "0 is no pain. 10 is the worst pain you can imagine."
SCALE_PROBLEM = "Use a whole number from 0 to 10."
SCORE_MAX = 10


class Quality(StrEnum):
    """How the pain feels."""

    ACHE = "ache"
    TIGHT = "tight"
    SHARP = "sharp"
    BURNING = "burning"
    THROBBING = "throbbing"
    TINGLING = "tingling"
    NUMB = "numb"
    SHOOTING = "shooting"
    PINPOINT_BONE = "pinpoint_bone"


class Pattern(StrEnum):
    """What running does to the pain."""

    WARMS_UP = "warms_up"
    STAYS = "stays"
    WORSE_THROUGH_RUN = "worse_through_run"


class Night(StrEnum):
    """How the night was (R-PAIN-02 f)."""

    NONE = "none"
    MOVING = "moving"
    WAKES = "wakes"
    UNRELENTING = "unrelenting"


class Spread(StrEnum):
    """Whether the pain stays put or travels, and how far."""

    STAYS = "stays"
    ABOVE_KNEE = "above_knee"
    BELOW_KNEE = "below_knee"


class Hurts(StrEnum):
    """A movement or position that hurts today; steps that need it are left out (R-STR-06)."""

    BENDING = "bending"
    ARCHING = "arching"
    KNEELING = "kneeling"
    SIT_BONE = "sit_bone"


class BackFeature(StrEnum):
    """What is lastingly true of a back pain; four of the five together are worth a look (F21)."""

    BEFORE_40 = "before_40"
    CREPT_UP = "crept_up"
    BETTER_MOVING = "better_moving"
    REST_NO_HELP = "rest_no_help"
    NIGHT_EASES = "night_eases"


@dataclass(frozen=True, slots=True)
class PainScore:
    """One score on the 0-10 numeric rating scale, at one site and side (R-PAIN-01).

    `part` narrows it down ("heel end"), `name` is the person's word for the site `other`.
    Raises ValueError outside 0-10: 0 is a score, "not logged" is the absence of this record.
    """

    site: Site
    side: Side
    score: int
    part: str | None = None
    name: str | None = None

    def __post_init__(self) -> None:
        """Refuse what the scale does not have."""
        if not 0 <= self.score <= SCORE_MAX:
            raise ValueError(SCALE_PROBLEM)

    @property
    def place(self) -> PainSite:
        """Return the tracked place that this score belongs to."""
        return _place(self.site, self.side, self.name)

    def is_at(self, place: PainSite | None) -> bool:
        """Return whether this score belongs to a place; asked some hundred times a verdict."""
        return (
            place is not None
            and self.site is place.site
            and self.side is place.side
            and self.name == place.name
        )


@lru_cache(maxsize=256)
def _place(site: Site, side: Side, name: str | None) -> PainSite:
    # A diary has thousands of scores at a handful of places.
    return PainSite(site, side, name)


def score_at(place: PainSite, score: int, *, part: str | None = None) -> PainScore:
    """Make a score for a tracked place."""
    return PainScore(place.site, place.side, score, part, place.name)


def parse_score(text: str, *, field: str = "score") -> int | Problem:
    """Read a whole number from 0 to 10; 3.5, 11 and -1 are refused with R-PAIN-01's sentence."""
    plain = text.strip()
    if re.fullmatch(r"[0-9]{1,4}", plain) and int(plain) <= SCORE_MAX:
        return int(plain)
    return Problem(field, SCALE_PROBLEM)
