"""What a person types while being guided in plain lines: a letter, then enter."""

import os
import re
import sys
import threading
from enum import StrEnum
from queue import Empty, SimpleQueue
from typing import Final, Protocol

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import parse_score
from tracker.domain.problem import Problem
from tracker.domain.text import quoted

KEYS_LINE: Final = (
    "Keys, each followed by enter: enter alone pauses and goes on; s skips the step; b goes back;"
    " p 3 says that it hurts 3 of 10 here; t stops the step for tingling or a shooting line;"
    " w says where you are; q leaves and keeps what was done; ? says this again."
)
_CHUNK: Final = 4096
_SKIP_IN_THE_APP: Final = "n"


class Key(StrEnum):
    """What is wanted."""

    PAUSE = ""
    SKIP = "s"
    BACK = "b"
    PAIN = "p"
    TINGLING = "t"
    WHERE = "w"
    LEAVE = "q"
    KEYS = "?"


@dataclass(frozen=True, slots=True)
class Typed:
    """A key, with the score where it is one."""

    key: Key
    score: int | None = None


def read_typed(text: str) -> Typed | Problem:
    """Read a line: a key, or a score as "p 4", "p4" or "4"."""
    plain = text.strip().casefold()
    scored = re.fullmatch(r"p?\s*([^a-z\s]+)", plain)
    if plain == _SKIP_IN_THE_APP:
        return Typed(Key.SKIP)
    if plain in set(Key) - {Key.PAIN}:
        return Typed(Key(plain))
    if plain == Key.PAIN:
        return Problem("key", "Type the score with it: p 4 says that it hurts 4 of 10 here.")
    if scored is None:
        return Problem("key", f"There is no key {quoted(text.strip())}. ? lists the keys.")
    score = parse_score(scored[1])
    return score if isinstance(score, Problem) else Typed(Key.PAIN, score)


class Lines(Protocol):
    """Where typed lines come from."""

    def line(self, wait_s: float) -> str | None:
        """Return the next line, or None where none came in time; EOFError: no more will come."""


class Keyboard:
    """Whole lines of the terminal, read aside so that the guide never waits for them."""

    def __init__(self) -> None:
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def line(self, wait_s: float) -> str | None:
        """Return the next line, or None where none came in time.

        Raises EOFError where no more will come: ctrl+d, or the terminal was closed.
        """
        try:
            line = self._lines.get(timeout=wait_s)
        except Empty:
            return None
        if line is None:
            raise EOFError
        return line

    def _read(self) -> None:
        # Straight from the descriptor: a lock on the buffer would outlive the program's end.
        rest = b""
        while True:
            try:
                chunk = os.read(sys.stdin.fileno(), _CHUNK)
            except OSError:
                chunk = b""
            if not chunk:
                self._lines.put(None)
                return
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                self._lines.put(line.decode(errors="replace"))
