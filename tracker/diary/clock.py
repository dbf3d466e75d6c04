"""The one clock: handed in at the entry point, so that nothing else asks what time it is."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final, TypeAlias

from tracker.domain.problem import Problem

Clock: TypeAlias = Callable[[], datetime]

NOW_VARIABLE = "BACKSTRIDE_NOW"
YEARS: Final = range(1980, 9000)
"""Far enough from both ends of the calendar that no week or chart around "now" falls off it."""


def system_clock() -> datetime:
    """Return the present moment in the local zone."""
    return datetime.now(tz=UTC).astimezone()


def clock_from_environment() -> Clock | Problem:
    """Return the system clock, or one that stands still at BACKSTRIDE_NOW (an ISO date-time).

    A time without an offset is taken as local; one with an offset keeps it.
    """
    text = os.environ.get(NOW_VARIABLE, "").strip()
    if not text:
        return system_clock
    moment = _moment_of(text)
    if moment is None:
        return Problem(
            NOW_VARIABLE,
            f'{NOW_VARIABLE} is "{text}". Write it like 2026-11-23T07:12, or leave it unset.',
        )
    return lambda: moment


def _moment_of(text: str) -> datetime | None:
    try:
        typed = datetime.fromisoformat(text)
        if typed.year not in YEARS:
            return None
        return typed.astimezone() if typed.tzinfo is None else typed
    except (ValueError, OverflowError):
        return None
