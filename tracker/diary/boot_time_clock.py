"""A clock for guided timers that also counts while the machine sleeps."""

import time
from typing import Final

CLOCK: Final = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""Linux stops its plain monotonic clock while the machine sleeps; macOS and Windows do not.

Python's `time.monotonic` stops on macOS as well, the system's own clock of that name goes on.
"""


def boot_time_seconds() -> float:
    """Return seconds that only go forward, so that a sleep is seen as the gap that it is."""
    return time.monotonic() if CLOCK is None else time.clock_gettime(CLOCK)
