"""What tabs and keys cost in a real terminal with ten years on file, beside a bare app.

    .venv/bin/python -m tests.bench.bench_tabs

A switch lasts from the key to the last byte that it paints, without animations. A key costs the
CPU of the whole process, until its own paint and until all that follows from it is quiet, beside
the same in a bare Input. Memory is what is resident once all tabs were open.
"""

import os
import select
import statistics
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pexpect
import pyte

from tests.bench.bench_start import NOW, PATIENCE_S, SIZE, environment
from tracker.diary.demo import make_demo

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS: Final = 5
WARM: Final = 1
"""Turns before this one only warm up."""

QUIET_S: Final = 0.12
OPEN_QUIET_S: Final = 0.3
"""A tab that waits for the diary paints nothing for a while."""

STEADY_S: Final = 1.0
KEYS_EACH: Final = 24

BARE_APP: Final = """
from textual.app import App
from textual.widgets import Footer, Header, Input, Static, TabbedContent, TabPane
class Bare(App):
    AUTO_FOCUS = None
    BINDINGS = [(str(tab), f"go({tab})", f"tab {tab}") for tab in range(1, 6)]
    def compose(self):
        yield Header()
        with TabbedContent():
            for tab in range(1, 5):
                with TabPane(f"Tab {tab}", id=f"t{tab}"):
                    for row in range(8):
                        yield Static(f"tab {tab} row {row} of a bare app")
            with TabPane("Tab 5", id="t5"):
                yield Input()
        yield Footer()
    def action_go(self, tab):
        self.query_one(TabbedContent).active = f"t{tab}"
Bare().run()
"""

TABS: Final = {"Stretch": "2", "Run": "3", "Trends": "4", "Today": "1"}
"""The key of each tab, in the order in which they are opened."""

LEFT, ENTER, TAB, BACKSPACE = "\x1b[D", "\r", "\t", "\x7f"
OPENED: Final = "Today"
"""The tab that is open from the start."""

EIGHT_STATICS: Final = "8 Statics"
IN_INPUT: Final = "in a bare Input"
FRAME_MS: Final = 16.7


@dataclass(frozen=True, slots=True)
class Press:
    """What a key cost in milliseconds: until its last paint, and CPU until its first and after."""

    wall: float
    painted: float
    quiet: float


class Terminal:
    """A program on a terminal of its own, and somebody who looks and presses keys."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        columns, rows = SIZE
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0], command[1:], dimensions=(rows, columns), env={**os.environ, **env}
        )
        self._child.delaybeforesend = None
        self._painted: list[bytes] = []

    def _look(self, wait_s: float) -> bool:
        """Take in what is painted next; False where nothing is within the time."""
        if not select.select([self._child.child_fd], [], [], wait_s)[0]:
            return False
        self._painted.append(os.read(self._child.child_fd, 1 << 16))
        return True

    def sees(self, words: str) -> None:
        """Wait until a text stands on the screen."""
        end = time.perf_counter() + PATIENCE_S
        while not any(words in line for line in self._screen.display):
            if time.perf_counter() > end:
                raise SystemExit("\n".join([f"{words!r} never came:", *self._screen.display]))
            self._look(QUIET_S)
            self._stream.feed(b"".join(self._painted))
            self._painted.clear()

    def settles(self, quiet_s: float = QUIET_S) -> float:
        """Wait until nothing more is painted; gives when the last of it came."""
        last = time.perf_counter()
        while self._look(quiet_s):
            last = time.perf_counter()
        return last

    def press(self, keys: str, *, quiet_s: float = QUIET_S) -> Press:
        """Press a key, and wait until nothing more comes of it."""
        cpu, begin = self.cpu_ms, time.perf_counter()
        self._child.send(keys)
        self._look(STEADY_S)
        painted = self.cpu_ms - cpu
        wall = (self.settles(quiet_s) - begin) * 1000
        return Press(wall, painted, self.cpu_ms - cpu)

    def press_escape(self) -> None:
        """Press escape, and let the program see that no sequence follows."""
        self._child.send("\x1b")
        self.settles(STEADY_S)

    @property
    def cpu_ms(self) -> float:
        """Give the CPU time of all the program's threads so far."""
        tasks = Path(f"/proc/{self._child.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text(encoding="ascii").split()[0]) for task in tasks) / 1e6

    @property
    def memory_mb(self) -> float:
        """Give what the program holds in memory."""
        lines = Path(f"/proc/{self._child.pid}/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    def close(self) -> None:
        """End the program."""
        self._child.close(force=True)


@contextmanager
def running(command: list[str], env: dict[str, str], *, ready: str) -> "Iterator[Terminal]":
    """Run a program until its first screen is whole and it has nothing more to do."""
    terminal = Terminal(command, env)
    try:
        terminal.sees(ready)
        terminal.settles(STEADY_S)
        yield terminal
    finally:
        terminal.close()


@dataclass(slots=True)
class Seen:
    """All that was measured, in milliseconds and megabytes, by what it was measured of."""

    first: dict[str, list[float]] = field(default_factory=dict)
    second: dict[str, list[float]] = field(default_factory=dict)
    keys: dict[str, list[Press]] = field(default_factory=dict)
    memory: dict[str, list[float]] = field(default_factory=dict)

    def typing(self, where: str, terminal: Terminal, keys: str | tuple[str, ...]) -> None:
        """Press keys one by one."""
        for key in keys:
            self.keys.setdefault(where, []).append(terminal.press(key))


def measure_bare(seen: Seen, terminal: Terminal) -> None:
    """Switch tabs of 8 Statics, and type into an Input."""
    for times in (seen.first, seen.second):
        for tab in "2341":
            times.setdefault(EIGHT_STATICS, []).append(
                terminal.press(tab, quiet_s=OPEN_QUIET_S).wall
            )
    for key in ("5", TAB, TAB):
        terminal.press(key)
    seen.typing(IN_INPUT, terminal, "5" * KEYS_EACH)
    seen.memory.setdefault("bare app", []).append(terminal.memory_mb)


def measure_app(seen: Seen, terminal: Terminal) -> None:
    """Fill in the check-in, open all tabs twice, fill in a run, walk the chart."""
    terminal.press(ENTER)
    seen.typing("check-in, a score", terminal, "3457" * (KEYS_EACH // 4))
    for _ in range(3):
        terminal.press(TAB)
    seen.typing("check-in, a field", terminal, ("12" + BACKSPACE * 2) * (KEYS_EACH // 4))
    terminal.press_escape()
    for times in (seen.first, seen.second):
        for name, key in TABS.items():
            times.setdefault(name, []).append(terminal.press(key, quiet_s=OPEN_QUIET_S).wall)
    terminal.press(TABS["Run"])
    terminal.press(ENTER)
    seen.typing("run, the distance", terminal, ("8.25" + BACKSPACE * 4) * (KEYS_EACH // 8))
    terminal.press_escape()
    terminal.press(TABS["Trends"])
    terminal.press(ENTER)
    seen.typing("chart, the cursor", terminal, (LEFT,) * KEYS_EACH)
    seen.memory.setdefault("ten years", []).append(terminal.memory_mb)


def p95(values: list[float]) -> float:
    """Give what 95 of 100 stay below."""
    return statistics.quantiles(values, n=20)[-1]


def show(seen: Seen) -> None:
    """Print one table: the floor, ours, what is above the floor, and the budget."""
    print(f"\nTabs and keys at 120x40, ten years ({ROUNDS} starts)")
    print(f"{'':<40}{'floor':>8}{'ours':>8}{'above':>8}  budget")
    for title, times, budget in (("first", seen.first, 120), ("second", seen.second, 20)):
        floor = statistics.median(times[EIGHT_STATICS])
        for name in TABS:
            if name != OPENED or title == "second":
                line(f"{name}, {title} time, ms", floor, statistics.median(times[name]), budget)
    bare = seen.keys.pop(IN_INPUT)
    for where, costs in seen.keys.items():
        floor, ours = (p95([each.painted for each in some]) for some in (bare, costs))
        line(f"{where}: CPU to its paint, p95", floor, ours, FRAME_MS)
        floor, ours = (p95([each.quiet for each in some]) for some in (bare, costs))
        line(f"{where}: until quiet, p95", floor, ours, FRAME_MS)
    floor, ours = (statistics.median(seen.memory[name]) for name in ("bare app", "ten years"))
    line("memory, MB", floor, ours, 45)


def line(name: str, floor: float, ours: float, budget: float | None = None) -> None:
    """Print one line."""
    above = ours - floor
    allowed = "" if budget is None else f"<= +{budget:g}{'' if above <= budget else '  missed'}"
    print(f"{name:<40}{floor:>8.1f}{ours:>8.1f}{above:>+8.1f}  {allowed}")


def main() -> None:
    """Measure in turn, and print."""
    seen = Seen()
    with tempfile.TemporaryDirectory() as folder:
        bare, decade = Path(folder) / "bare.py", Path(folder) / "decade.json"
        bare.write_text(BARE_APP, encoding="utf-8")
        make_demo(decade, lambda: NOW, days=3650)
        env = {**environment(Path(folder)), "TEXTUAL_ANIMATIONS": "none"}
        ours = [sys.executable, "-m", "tracker", "--data", str(decade)]
        for turn in range(ROUNDS + 1):
            if turn == WARM:
                seen = Seen()
            with running([sys.executable, str(bare)], env, ready="row 7 of a bare") as terminal:
                measure_bare(seen, terminal)
            with running(ours, env, ready="Your week") as terminal:
                measure_app(seen, terminal)
        show(seen)


if __name__ == "__main__":
    main()
