"""What the timer for heat and cold says at each moment."""

from datetime import datetime, timedelta
from typing import Final

from textual.content import Content

from tracker.domain.clock_words import format_clock
from tracker.domain.remedy import RemedyKind
from tracker.domain.site import PainSite
from tracker.domain.units import format_duration
from tracker.rules.heat_cold import LOOK_NOW, MANNER, MANNER_RULE, NEVER, PAUSE_AFTER
from tracker.rules.heat_cold_timer import MINUTE, SECOND, SKIN_CHECK, HeatColdTimer

_CHIP: Final = "bold $ink on $accent"
DONE: Final = "DONE"


def where_words(place: PainSite | None) -> Content:
    """Write where the pack is."""
    where = f"  ·  {place.label}" if place is not None else ""
    return Content.styled(f"Heat or cold timer{where}", "$dim")


def state_words(timer: HeatColdTimer) -> Content:
    """Write whether the pack is on, off for a while, or due to come off."""
    if timer.up:
        return _with_chip("Take it off", f"time was up {format_duration(timer.over // SECOND)} ago")
    if timer.paused:
        return _with_chip("Pack off", "space when it is on again")
    return _with_chip("Pack on", "space when you take it off")


def _with_chip(word: str, beside: str) -> Content:
    return Content.assemble(
        Content.styled(f"  {word}  ", _CHIP), Content.styled(f"   {beside}", "$dim")
    )


def digits(timer: HeatColdTimer) -> str:
    """Write the time that is left; once it is up a word."""
    if timer.up:
        return DONE
    minutes, seconds = divmod(timer.left_s, 60)
    return f"{minutes}:{seconds:02}"


def manner_words(timer: HeatColdTimer) -> tuple[str, str]:
    """Return how it is done, and after the end what comes then, each with its rule."""
    kind = timer.kind
    if not timer.up:
        return f"{MANNER[kind]} {NEVER[kind]}", MANNER_RULE[kind]
    was = f"That was {timer.asked // MINUTE} minutes of {kind}."
    if kind is RemedyKind.COLD:
        return f"{was} {PAUSE_AFTER}", MANNER_RULE[kind]
    return was, ""


def message_words(timer: HeatColdTimer, *, said: str) -> tuple[str, str]:
    """Return what must be noticed now, and its rule: the skin before anything else said."""
    if timer.skin_is_due:
        return LOOK_NOW, "R-HC-04"
    return said, ""


def next_words(timer: HeatColdTimer, *, now: datetime, clock_24h: bool) -> Content:
    """Write what comes next: the look at the skin, or the end."""
    if timer.up:
        return Content("")
    if timer.on < SKIN_CHECK:
        wait = format_duration(-(-(SKIN_CHECK - timer.on) // SECOND))
        words = f"look at the skin, in {wait}"
    elif timer.paused:
        words = "the end, once the pack was on for the rest"
    else:
        end = now + timedelta(milliseconds=timer.left)
        words = f"take it off at {format_clock(end, clock_24h=clock_24h)}"
    return Content.assemble(Content.styled("next  ", "$dim"), words)


def bar_figures(timer: HeatColdTimer) -> str:
    """Write how much of the time has passed: "3 / 15 min"."""
    return f"{timer.on // MINUTE} / {timer.asked // MINUTE} min"


def away_words(elapsed: int) -> str:
    """Say that time went on while nobody looked at the clock."""
    away = format_duration(elapsed // SECOND)
    return f"{away} went by unseen. It counts: the pack may have stayed on."
