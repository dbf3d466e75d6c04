"""How fast it opens, as ratios to floors measured alternately in the same run.

    .venv/bin/python -m tests.bench.bench_start

First paint against a bare five-tab app of the same toolkit; `status` against the imports that no
such command can do without. CPU time moves less than wall time on a busy machine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pexpect
import pyte

from tracker.diary.demo import make_demo

RUNS = 9
SIZE = (120, 40)
PATIENCE_S = 20.0
VERDICT = "EASY"
"""The word of the made-up year's last day: it stands there together with the filled form."""
NOW = datetime(2026, 11, 23, 7, 12).astimezone()

BARE_APP = """
from textual.app import App
from textual.widgets import Footer, Header, Static, TabbedContent, TabPane
class Bare(App):
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        yield Header()
        with TabbedContent():
            for tab in range(5):
                with TabPane(f"Tab {tab}", id=f"t{tab}"):
                    for row in range(8):
                        yield Static(f"tab {tab} row {row} of a bare app")
        yield Footer()
Bare().run()
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What it took until a text stood on the screen, or a command ended, in milliseconds."""

    cpu: float
    wall: float


def environment(folder: Path) -> dict[str, str]:
    """Give a good terminal, a clock that stands still, and bytecode as an installation has it."""
    return {
        "BACKSTRIDE_NOW": NOW.isoformat(),
        "COLORTERM": "truecolor",
        "TERM": "xterm-256color",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }


def painted(command: list[str], wanted: str, env: dict[str, str]) -> Cost:
    """Run a full-screen command until a text is on its screen, then end it."""
    columns, rows = SIZE
    screen = pyte.Screen(columns, rows)
    stream = pyte.ByteStream(screen)
    begin = time.perf_counter()
    child: pexpect.spawn[bytes] = pexpect.spawn(
        command[0], command[1:], dimensions=(rows, columns), env={**os.environ, **env}
    )
    try:
        while time.perf_counter() - begin < PATIENCE_S:
            stream.feed(child.read_nonblocking(1 << 16, timeout=PATIENCE_S))
            if any(wanted in line for line in screen.display):
                return Cost(cpu_ms(child.pid or 0), (time.perf_counter() - begin) * 1000)
    finally:
        child.close(force=True)
    message = f"{wanted!r} never came: {command}"
    raise SystemExit(message)


def cpu_ms(pid: int) -> float:
    """Read the CPU time of a running process and all its threads, by its own clock (Linux)."""
    return time.clock_gettime((~pid << 3) | 2) * 1000


def finished(command: list[str], env: dict[str, str]) -> Cost:
    """Run a command to its end."""
    before, begin = os.times(), time.perf_counter()
    subprocess.run(command, env={**os.environ, **env}, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own command
    after = os.times()
    spent = after.children_user + after.children_system
    spent -= before.children_user + before.children_system
    return Cost(spent * 1000, (time.perf_counter() - begin) * 1000)


def alternate(measures: dict[str, Callable[[], Cost]]) -> dict[str, Cost]:
    """Measure all in turn, RUNS times after one to warm up; gives the medians."""
    seen: dict[str, list[Cost]] = {name: [] for name in measures}
    for turn in range(RUNS + 1):
        for name, measure in measures.items():
            cost = measure()
            if turn:
                seen[name].append(cost)
    return {
        name: Cost(
            statistics.median(cost.cpu for cost in costs),
            statistics.median(cost.wall for cost in costs),
        )
        for name, costs in seen.items()
    }


def show(title: str, medians: dict[str, Cost], budgets: dict[str, str]) -> None:
    """Print one table: medians, ratios to the first line, and the budget."""
    floor = next(iter(medians.values()))
    print(f"\n{title} (medians of {RUNS})")
    print(f"{'':<34}{'cpu ms':>8}{'wall ms':>9}{'cpu x':>7}{'wall x':>7}  budget")
    for name, cost in medians.items():
        ratios = f"{cost.cpu / floor.cpu:>7.2f}{cost.wall / floor.wall:>7.2f}"
        print(f"{name:<34}{cost.cpu:>8.0f}{cost.wall:>9.0f}{ratios}  {budgets.get(name, '')}")


def main() -> None:
    """Measure and print."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE_APP, encoding="utf-8")
        year, decade = Path(folder) / "year.json", Path(folder) / "decade.json"
        make_demo(year, lambda: NOW)
        make_demo(decade, lambda: NOW, days=3650)
        env = environment(Path(folder))

        def app(data: Path, wanted: str) -> Callable[[], Cost]:
            command = [python, "-m", "tracker", "--data", str(data)]
            return lambda: painted(command, wanted, env)

        first = alternate(
            {
                "bare app": lambda: painted([python, str(bare)], "row 7 of a bare app", env),
                "demo year, first paint": app(year, "Check-in"),
                "ten years, first paint": app(decade, "Check-in"),
                "demo year, verdict on the screen": app(year, VERDICT),
                "ten years, verdict on the screen": app(decade, VERDICT),
            }
        )
        show(
            "First useful paint at 120x40",
            first,
            {
                "demo year, first paint": "cpu <= 1.15, wall <= 1.25",
                "ten years, first paint": "<= 1.10 x the demo year",
                "demo year, verdict on the screen": "<= 1.40",
                "ten years, verdict on the screen": "<= 1.40",
            },
        )
        floor = [python, "-c", "import tinydb, click, msgspec"]
        status = [python, "-m", "tracker", "--data", str(decade), "status"]
        show(
            "One line for the prompt",
            alternate(
                {
                    "import tinydb, click, msgspec": lambda: finished(floor, env),
                    "backstride status, ten years": lambda: finished(status, env),
                }
            ),
            {"backstride status, ten years": "<= 2"},
        )


if __name__ == "__main__":
    main()
