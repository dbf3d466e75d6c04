"""How long a list of 20,000 rows takes to open, and a page of it, in milliseconds of CPU.

Run with `python tests/bench/bench_list.py`; exit code 1 where a budget is missed.
"""

import asyncio
import statistics
import sys
import time
from collections.abc import Sequence
from typing import Final

from textual.app import App, ComposeResult
from textual.content import Content

from tracker.ui.theme import DARK, ROLE_DEFAULTS, THEMES
from tracker.ui.widgets.cursor_list import CursorList

ROWS: Final = 20_000
ROUNDS: Final = 15
SIZE: Final = (120, 40)
OPEN_MS: Final = 50
PAGE_MS: Final = 16


class Numbers(CursorList[int]):
    """A row a number, as a list of runs would write it."""

    def draw(self, item: int, width: int, *, here: bool) -> Sequence[Content]:
        """Write a few columns."""
        del width
        name = Content.styled(f"{item:>6}", "bold" if here else "")
        return [Content.assemble(" ", name, Content.styled("  12.4 km  1:02:11", "$dim"))]

    def key_of(self, item: int) -> str:
        """Return the number."""
        return str(item)

    def text_of(self, item: int) -> str:
        """Return the number."""
        return str(item)


class ListApp(App[None]):
    """Nothing but the list."""

    CSS = "Numbers { height: 1fr; }"

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
        yield Numbers()


async def measure() -> dict[str, float]:
    """Return the medians: to open, to turn a page, to go to the end, to filter."""
    app = ListApp()
    spent: dict[str, list[float]] = {"open": [], "page": [], "end": [], "filter": []}
    async with app.run_test(size=SIZE) as pilot:
        numbers = app.query_one(Numbers)
        numbers.focus()
        await pilot.pause()

        async def painted(name: str, *, first: int) -> None:
            begun = time.process_time()
            if name == "open":
                numbers.show(range(first, first + ROWS))
            elif name == "page":
                numbers.action_row_page(1)
            elif name == "end":
                numbers.action_row_edge(1 if first % 2 else -1)
            else:
                numbers.filter = type(numbers.filter)(str(first))
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
