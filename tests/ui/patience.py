"""Waiting for what must come about, however slow the machine is."""

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from textual.pilot import Pilot

PATIENCE_S = 30.0

_Returned = TypeVar("_Returned")


async def until(pilot: Pilot[_Returned], holds: Callable[[], object]) -> bool:
    """Look again and again; False where it has not come to hold when the patience is at its end."""
    give_up = monotonic() + PATIENCE_S
    while not holds():
        if monotonic() > give_up:
            return False
        await pilot.pause(0.01)
    return True
