"""The end that comes from outside: ctrl+c, a closed terminal, a machine that shuts down."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from tracker.domain.dataclass import dataclass

_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_CODE_FROM: Final = 128


@dataclass(slots=True)
class EndSignal:
    """Which signal asked the program to end; 0 = none so far."""

    signal: int = 0

    @property
    def code(self) -> int:
        """Return the exit code that shells know for it: 130 after ctrl+c."""
        return _CODE_FROM + self.signal if self.signal else 0


@contextmanager
def noted_signals() -> Iterator[EndSignal]:
    """Note signals instead of being cut off, so that nothing is half saved."""
    end_signal = EndSignal()

    def note(number: int, _frame: FrameType | None) -> None:
        end_signal.signal = end_signal.signal or number

    known = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    former = {number: signal.signal(number, note) for number in known}
    try:
        yield end_signal
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
