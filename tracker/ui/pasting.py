"""Pasted text is read as text: the toolkit's own reader takes escapes in it for keys.

What a terminal brackets as pasted is taken out whole before keys are read. Where a terminal
brackets nothing, more signs at once than anybody types are taken for pasted, too.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import Final

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.events import Paste
from textual.message import Message
from typing_extensions import override

BEGINS: Final = "\x1b[200~"
ENDS: Final = "\x1b[201~"
LONGEST: Final = 200_000
"""No field holds as much; what goes beyond is left out."""

BURST: Final = 100
"""So many signs in one reading are pasted, not typed."""

BURST_LASTS_S: Final = 0.2
UNENDED_S: Final = 2.0
"""A paste whose end doesn't come is over after so long: keys must work again."""

_ESCAPES: Final = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)?", re.DOTALL
)
_PART_OF_BEGIN: Final = tuple(BEGINS[:length] for length in range(len(BEGINS) - 1, 2, -1))


class PasteReader:
    """Takes what was pasted out of what is read, reading by reading."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._pasted: str | None = None
        self._part = ""
        self._read_at = 0.0
        self._burst_until = float("-inf")

    def split(self, data: str) -> Iterator[tuple[bool, str]]:
        """Return the parts of a reading in order: whether it was pasted, and its text."""
        now, before = self._clock(), self._read_at
        self._read_at = now
        if self._pasted is not None and now - before > UNENDED_S:
            yield True, self._pasted
            self._pasted = None
        data, self._part = self._part + data, ""
        while data:
            if self._pasted is None:
                typed, begins, data = data.partition(BEGINS)
                typed = typed if begins else self._without_part_of_begin(typed)
                if typed:
                    yield self._is_burst(typed, now), typed
                self._pasted = "" if begins else None
                continue
            # The end itself may come in two readings.
            text, ends, data = (self._pasted + data).partition(ENDS)
            self._pasted = None if ends else text[:LONGEST] + text[LONGEST:][-len(ENDS) :]
            if ends:
                yield True, text[:LONGEST]

    def _without_part_of_begin(self, typed: str) -> str:
        self._part = next((part for part in _PART_OF_BEGIN if typed.endswith(part)), "")
        return typed.removesuffix(self._part)

    def _is_burst(self, typed: str, now: float) -> bool:
        """Return whether signs come faster than typed ones; the keys' own escapes don't count."""
        if now > self._burst_until and len(_ESCAPES.sub("", typed)) < BURST:
            return False
        self._burst_until = now + BURST_LASTS_S
        return True


class PastingParser(XTermParser):
    """The toolkit's reader of keys, which gets what was typed and nothing that was pasted."""

    def __init__(self, debug: bool = False) -> None:  # noqa: FBT001, FBT002 - as the driver calls it
        super().__init__(debug)
        self._pastes = PasteReader()

    @override
    def feed(self, data: str) -> Iterable[Message]:
        if not data:
            yield from super().feed(data)
        for pasted, text in self._pastes.split(data):
            if pasted:
                yield Paste(text)
            else:
                yield from super().feed(text)


def read_pastes_whole(driver: type[Driver]) -> None:
    """Let a driver read keys with a `PastingParser`: it makes its own by the name in its module."""
    module = sys.modules[driver.__module__]
    if hasattr(module, XTermParser.__name__):
        setattr(module, XTermParser.__name__, PastingParser)
