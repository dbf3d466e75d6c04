"""How long a journal of 20,000 records takes: to open, a page of it, and a search as it is typed.

Milliseconds of CPU, the diary's thread included. Run with `python tests/bench/bench_journal.py`;
exit code 1 where a budget is missed.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from textual.pilot import Pilot

from tracker.diary.book import Book, open_book
from tracker.domain.check_in import CheckIn
from tracker.domain.note import Note
from tracker.domain.pain import score_at
from tracker.domain.record import Record
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.ui.app import BackstrideApp
from tracker.ui.journal.view import JournalView

RECORDS: Final = 20_000
NOW: Final = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
BACK: Final = PainSite(Site.LOW_BACK, Side.CENTRE)
ROUNDS: Final = 9
SIZE: Final = (120, 40)
BUDGETS: Final = {"open": 50.0, "page": 16.0, "search": 50.0, "site": 50.0}


def records() -> Iterator[Record]:
    """Make up ten years: a check-in, a note and a remedy a day, and a run every other one."""
    for number in range(RECORDS):
        at = NOW - timedelta(hours=4 * number)
        key, day = f"{number}", at.date()
        match number % 6:
            case 0 | 1:
                yield CheckIn(id=key, at=at, day=day, scores=(score_at(BACK, number % 5),))
            case 2:
                during = (score_at(BACK, number % 4),)
                yield Run(
                    id=key, start=at, day=day, distance_m=5000, duration_s=1800, during=during
                )
            case 3 | 4:
                yield Note(id=key, at=at, day=day, note=f"Note {number} of rain or shine")
            case _:
                yield Remedy(id=key, at=at, day=day, kind=RemedyKind.HEAT, place=BACK, seconds=900)


async def measure(book: Book) -> dict[str, float]:
    """Return the medians."""
    app = BackstrideApp(lambda: book, clock=lambda: NOW)
    spent: dict[str, list[float]] = {name: [] for name in BUDGETS}
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(2)
        await pilot.press("escape", "7")
        view = app.screen_stack[0].query_one(JournalView)
        await until(lambda: len(view.entries.rows) >= RECORDS)
        view.entries.focus()
        view.action_search_journal()
        await until(lambda: not [each for each in app.workers if each.group == "lines"])
        for turn in range(ROUNDS):
            view._journal = None
            await timed(
                pilot,
                spent["open"],
                view.load,
                lambda: view._journal in {view.entries._journal} - {None},
            )
            view.action_search_journal()
            await until(lambda: not [each for each in app.workers if each.group == "lines"])
            view.entries.cursor = 0
            await timed(
                pilot,
                spent["page"],
                lambda: view.entries.action_row_page(1),
                lambda: view.entries.cursor > 0,
            )
            for name, text in (("search", f"note {turn}"), ("site", "site:low_back")):
                view.line.text = text
                await timed(
                    pilot, spent[name], view._find, lambda: len(view.entries.rows) < RECORDS
                )
                view.line.text = ""
                view._find()
                await until(lambda: len(view.entries.rows) >= RECORDS)
    return {name: statistics.median(times) for name, times in spent.items()}


async def timed(
    pilot: Pilot[None], spent: list[float], begin: Callable[[], object], done: Callable[[], bool]
) -> None:
    """Add the CPU time from a wish to what it shows, painted."""
    begun = time.process_time()
    begin()
    await until(done)
    pilot.app.screen._compositor.render_strips()
    spent.append((time.process_time() - begun) * 1000)


async def until(holds: Callable[[], bool]) -> None:
    """Let the loop go on until something holds."""
    while not holds():  # noqa: ASYNC110 - whatever it is that holds
        await asyncio.sleep(0.001)


def main() -> int:
    """Print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        book = open_book(Path(folder) / "diary.json", lambda: NOW)
        assert isinstance(book, Book)
        book.keep_all([Settings(setup_step=None, tracked=(BACK,)), *records()], label=None)
        found = asyncio.run(measure(book))
    for name, ms in found.items():
        print(f"{name:<8}{ms:6.1f} ms of {BUDGETS[name]:.0f}")
    return int(any(ms > BUDGETS[name] for name, ms in found.items()))


if __name__ == "__main__":
    sys.exit(main())
