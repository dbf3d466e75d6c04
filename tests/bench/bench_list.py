"""How long a list of 20,000 runs takes to open, and a page of it, in milliseconds of CPU.

Run with `python tests/bench/bench_list.py`; exit code 1 where a budget is missed.
"""

import asyncio
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Final

from textual.app import App, ComposeResult

from tracker.diary.answers import RunLine
from tracker.domain.pain import score_at
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Response
from tracker.ui.run.run_list import RunList
from tracker.ui.theme import DARK, ROLE_DEFAULTS, THEMES
from tracker.ui.widgets.row_filter import RowFilter

ROWS: Final = 20_000
NOW: Final = datetime(2026, 11, 23, 7, tzinfo=UTC)
BACK: Final = PainSite(Site.LOW_BACK, Side.CENTRE)
RESPONSES: Final = tuple(Response)
ROUNDS: Final = 15
SIZE: Final = (120, 40)
OPEN_MS: Final = 50
PAGE_MS: Final = 16


def many_runs() -> tuple[RunLine, ...]:
    """Make up three runs a day, newest first."""
    return tuple(
        RunLine(
            run=Run(
                id=f"run-{number}",
                start=(start := NOW - timedelta(hours=8 * number)),
                day=start.date(),
                distance_m=5000 + number % 7000,
                duration_s=1800 + number % 1500,
                during=(score_at(BACK, number % 11),),
            ),
            response=RESPONSES[number % len(RESPONSES)],
            awaits_morning=False,
        )
        for number in range(ROWS)
    )


class ListApp(App[None]):
    """Nothing but the list."""

    CSS = "RunList { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the roles' values until a theme is set."""
        return ROLE_DEFAULTS

    def compose(self) -> ComposeResult:
        """Fill the screen with the list."""
        yield RunList()


async def measure() -> dict[str, float]:
    """Return the medians: to open, to turn a page, to go to the end, to filter."""
    app = ListApp()
    spent: dict[str, list[float]] = {"open": [], "page": [], "end": [], "filter": []}
    async with app.run_test(size=SIZE) as pilot:
        runs, lines = app.query_one(RunList), many_runs()
        runs.focus()
        await pilot.pause()

        async def painted(name: str, *, first: int) -> None:
            begun = time.process_time()
            if name == "open":
                runs.show_runs(lines[first:], settings=Settings(), today=NOW.date())
            elif name == "page":
                runs.action_row_page(1)
            elif name == "end":
                runs.action_row_edge(1 if first % 2 else -1)
            else:
                runs.filter = RowFilter(f"{1 + first % 9} nov")
            await pilot.pause()
            app.screen._compositor.render_strips()
            spent[name].append((time.process_time() - begun) * 1000)

        for name in spent:
            for turn in range(ROUNDS):
                await painted(name, first=turn)
    return {name: statistics.median(times) for name, times in spent.items()}


def main() -> int:
    """Print the medians."""
    found = asyncio.run(measure())
    budgets = {"open": OPEN_MS, "page": PAGE_MS, "end": PAGE_MS, "filter": OPEN_MS}
    for name, ms in found.items():
        print(f"{name:<8}{ms:6.1f} ms of {budgets[name]}")
    return int(any(ms > budgets[name] for name, ms in found.items()))


if __name__ == "__main__":
    sys.exit(main())
