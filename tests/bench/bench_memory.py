"""What the app with ten years holds in memory, beside a bare app of the same toolkit.

    .venv/bin/python -m tests.bench.bench_memory

Both run in a terminal of their own, in turn. What is resident counts: once the first tab stands,
and once every tab, every range of the chart, the table and the calendar were seen.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.bench_start import BARE_APP, NOW, environment
from tests.bench.bench_tabs import Terminal, running
from tracker.diary.demo import make_demo

ROUNDS: Final = 7
DAYS: Final = 3650
BUDGET_MB: Final = 45.0
RANGES: Final = 5

BARE: Final = "bare app"
OPENED: Final = "ten years, opened"
SEEN: Final = "ten years, everything seen"


def measure(bare: Path, data: Path, env: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Give name and megabytes of each stage, once."""
    with running([sys.executable, str(bare)], env, ready="row 7 of a bare app") as terminal:
        yield BARE, terminal.memory_mb
    command = [sys.executable, "-m", "tracker", "--data", str(data)]
    with running(command, env, ready="Also true") as terminal:
        yield OPENED, terminal.memory_mb
        see_everything(terminal)
        yield SEEN, terminal.memory_mb


def see_everything(terminal: Terminal) -> None:
    """Open every tab, then walk through the ranges, the calendar and the table."""
    terminal.press_escape()
    for key in ("2", "3", "4", "\r"):
        terminal.press(key)
    terminal.sees("6 weeks")
    for key in ("r" * RANGES, "o", "\x1b[D", "c", "t", "t", "s"):
        terminal.press(key)


def main() -> int:
    """Print the table; exit code 1 where the budget is missed."""
    held: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        bare, data = Path(folder) / "bare.py", Path(folder) / "decade.json"
        bare.write_text(BARE_APP, encoding="utf-8")
        make_demo(data, lambda: NOW, days=DAYS)
        env = environment(Path(folder))
        for _ in range(ROUNDS):
            for name, megabytes in measure(bare, data, env):
                held.setdefault(name, []).append(megabytes)
    floor = statistics.median(held[BARE])
    print(f"{'memory, median of ' + str(ROUNDS):<32}{'MB':>8}{'above':>8}  budget")
    over = False
    for name, some in held.items():
        above = statistics.median(some) - floor
        over = over or above > BUDGET_MB
        budget = "" if name == BARE else f"{BUDGET_MB:>5.0f}  {'OVER' if over else 'ok'}"
        print(f"{name:<32}{floor + above:>8.1f}{above:>8.1f}  {budget}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
