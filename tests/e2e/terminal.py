"""The installed command in a real pseudo-terminal, and the screen that it has drawn."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte

PATIENCE_S = 20.0

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
}


class Terminal:
    """A person's terminal: types, looks, and waits for what should appear."""

    def __init__(
        self,
        words: list[str],
        *,
        env: dict[str, str],
        size: tuple[int, int],
        command: str | None = None,
    ) -> None:
        columns, rows = size
        program = [sys.executable, "-m", "tracker"] if command is None else [command]
        self.screen = pyte.Screen(columns, rows)
        self.drawn = b""
        self._stream = pyte.ByteStream(self.screen)
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            program[0],
            [*program[1:], *words],
            dimensions=(rows, columns),
            env={**os.environ, **env},
            timeout=PATIENCE_S,
        )

    def text(self) -> str:
        """Give what is on the screen now."""
        if not self.child.closed:
            self._pump(0.05)
        return "\n".join(line.rstrip() for line in self.screen.display)

    def expect(self, *wanted: str) -> None:
        """Wait until every text is on the screen at once."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            shown = self.text()
            if all(text in shown for text in wanted):
                return
        missing = [text for text in wanted if text not in shown]
        message = f"not on the screen: {missing}\n{shown}"
        raise AssertionError(message)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, as fast as a person."""
        for key in keys:
            if key.startswith("ctrl+"):
                self.child.send(chr(ord(key[-1]) & 0x1F))
            else:
                self.child.send(KEYS.get(key, key))
            # A key that follows escape too closely would be read as alt and that key.
            self._pump(0.25 if key == "esc" else 0.08)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def type(self, text: str) -> None:
        """Type text."""
        self.press(*text)

    def ends(self) -> int:
        """Wait until the program is gone; gives its exit code."""
        until = time.monotonic() + PATIENCE_S
        while self.child.isalive() and time.monotonic() < until:
            self._pump(0.05)
        self._pump(0.2)
        self.child.close()
        return -1 if self.child.exitstatus is None else self.child.exitstatus

    def _pump(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            try:
                drawn = self.child.read_nonblocking(65536, timeout=left)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                return
            self.drawn += drawn
            self._stream.feed(drawn)


@contextmanager
def backstride(
    *words: str,
    data: Path,
    now: str = "2026-11-23T07:12",
    size: tuple[int, int] = (120, 40),
) -> Iterator[Terminal]:
    """Open the app on a data file; whatever happens, it is gone afterwards."""
    env = {"BACKSTRIDE_DATA": str(data), "BACKSTRIDE_NOW": now}
    terminal = Terminal(list(words), env=env, size=size)
    try:
        yield terminal
    finally:
        terminal.child.close(force=True)


@contextmanager
def a_shell(*, data: Path, now: str = "2026-11-23T07:12") -> Iterator[Terminal]:
    """Open a plain shell with job control, in which the app can be started and suspended."""
    env = {"BACKSTRIDE_DATA": str(data), "BACKSTRIDE_NOW": now, "PS1": "ready> "}
    words = ["--norc", "--noprofile", "-i"]
    terminal = Terminal(words, env=env, size=(80, 24), command="bash")
    try:
        yield terminal
    finally:
        terminal.child.close(force=True)
