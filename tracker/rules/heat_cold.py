"""Heat and cold: how, for how long, and who leaves them out (section 5.3)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from tracker.domain.problem import Problem
from tracker.domain.remedy import CautionAnswer, RemedyKind
from tracker.domain.settings import Settings
from tracker.domain.units import parse_minutes
from tracker.rules import constants as c

MINUTES: Final[Mapping[RemedyKind, tuple[int, int]]] = {
    RemedyKind.HEAT: c.HEAT_MIN,
    RemedyKind.COLD: c.COLD_MIN,
}
"""The kinds that the timer knows, each with its fewest and its most minutes."""

MANNER_RULE: Final[Mapping[RemedyKind, str]] = {
    RemedyKind.HEAT: "R-HC-01",
    RemedyKind.COLD: "R-HC-02",
}
MANNER: Final[Mapping[RemedyKind, str]] = {
    RemedyKind.HEAT: "Warm, not hot, with a cloth between.",
    RemedyKind.COLD: "Wrapped in a cloth, never straight on the skin.",
}
NEVER: Final[Mapping[RemedyKind, str]] = {
    RemedyKind.HEAT: "Stay awake; don't lie on it.",
    RemedyKind.COLD: f"Look at the skin after {c.SKIN_CHECK_MIN} minutes.",
}
EVIDENCE: Final[Mapping[RemedyKind, str]] = {
    RemedyKind.HEAT: (
        "A heat wrap eased recent low back pain a little after five days; the effect was short,"
        " and heat with exercise did better."
    ),
    RemedyKind.COLD: (
        "Some people find it soothing. For low back pain there are too few studies to say more."
    ),
}

_BOTH: Final = (
    "numb skin, or skin that feels little",
    "broken skin",
    "poor circulation",
    "Raynaud's: fingers or toes that turn white in the cold",
    "an allergy to cold",
    "nerve damage from diabetes",
)
FRESH_INJURY: Final = f"a fresh, hot, swollen injury in its first {c.FRESH_INJURY_H} hours"
CAUTIONS: Final[Mapping[RemedyKind, tuple[str, ...]]] = {
    RemedyKind.HEAT: (*_BOTH, FRESH_INJURY),
    RemedyKind.COLD: _BOTH,
}
"""Where one of these applies, heat or cold is left out (R-HC-03)."""

EVERY_TIME: Final[Mapping[RemedyKind, str]] = {
    RemedyKind.HEAT: f"Not over broken skin, nor {FRESH_INJURY}.",
    RemedyKind.COLD: "Not over broken skin.",
}
"""The cautions that change from day to day are said before each use (R-HC-03)."""

LEAVE_OUT: Final[Mapping[RemedyKind, str]] = {
    RemedyKind.HEAT: "Leave heat out, unless a clinician agreed to it.",
    RemedyKind.COLD: "Leave cold out, unless a clinician agreed to it.",
}
LOOK_NOW: Final = "Look at the skin now. If it looks or feels wrong, take the pack off."
TAKE_OFF: Final = "Time is up: take the pack off."
PAUSE_AFTER: Final = f"Leave at least {c.COLD_PAUSE_MIN} minutes before the next cold."

_EXAMPLE: Final = f"Type it like {c.PACK_USUAL_MIN}."


def cautions_of(settings: Settings, kind: RemedyKind) -> CautionAnswer | None:
    """Return what the person said of a kind's cautions; None: nothing starts yet (R-HC-03)."""
    return settings.heat_cautions if kind is RemedyKind.HEAT else settings.cold_cautions


def bounded_minutes(minutes: int, kind: RemedyKind) -> int:
    """Return the minutes that a kind may have, nearest to those asked for (R-HC-01, R-HC-02)."""
    fewest, most = MINUTES[kind]
    return min(max(minutes, fewest), most, c.PACK_STOP_MIN)


def parse_pack_minutes(text: str, kind: RemedyKind) -> int | Problem:
    """Read for how many minutes the timer is set; more than the hard stop is refused (R-HC-04)."""
    minutes = parse_minutes(text, "minutes")
    if isinstance(minutes, Problem):
        return minutes
    fewest, most = MINUTES[kind]
    if minutes == bounded_minutes(minutes, kind):
        return minutes
    amount = "many" if minutes > most else "few"
    return Problem(
        "minutes",
        f"{kind.value.capitalize()} goes from {fewest} to {most} minutes,"
        f" so {minutes} is too {amount}. {_EXAMPLE}",
    )


def pause_left(ended: datetime | None, now: datetime) -> timedelta:
    """Return how long the pause after the last cold still is (R-HC-02); none is no time.

    An end that lies ahead, as after the clock was set back, asks for one whole pause.
    """
    whole = timedelta(minutes=c.COLD_PAUSE_MIN)
    if ended is None:
        return timedelta()
    return min(max(ended + whole - now, timedelta()), whole)
