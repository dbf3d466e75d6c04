"""How long the diary's answers take on ten years of records, in CPU milliseconds.

Run with `python tests/bench/bench_verdict.py`; exit code 1 where a budget is missed.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tracker.diary.book import Unusable, open_book
from tracker.diary.check_ins import check_in_texts
from tracker.diary.day_views import view_day
from tracker.diary.demo import demo_records
from tracker.diary.entries import CheckInEntry
from tracker.diary.patterns import pattern_report
from tracker.diary.routine_fitting import view_routines
from tracker.diary.run_views import list_runs, view_runs
from tracker.diary.trends import pain_series
from tracker.diary.verdicts import decide
from tracker.domain.pain import Night
from tracker.domain.site import PainSite, Side, Site

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
TEN_YEARS = 3650
ROUNDS = 15
BUDGET_MS = 5.0
PATTERNS_BUDGET_MS = 300.0
DRAFT = CheckInEntry(scores={PainSite(Site.LOW_BACK, Side.CENTRE): 3}, night=Night.WAKES)


def cpu_ms(work: Callable[[], object]) -> float:
    """Give the median of several rounds, the first of which does not count."""
    work()
    rounds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        rounds.append((time.process_time() - begun) * 1000)
    return statistics.median(rounds)


def main() -> int:
    """Print one line an answer."""
    with tempfile.TemporaryDirectory() as folder:
        diary = open_book(Path(folder) / "diary.json", lambda: NOW)
        if isinstance(diary, Unusable):
            sys.exit(diary.message)
        diary.keep_all(demo_records(NOW, days=TEN_YEARS), label="ten years")

        def patterns() -> object:
            return pattern_report(diary.snapshot, today=diary.today, exploratory=True)

        answers: dict[str, tuple[Callable[[], object], float | None]] = {
            "verdict": (lambda: decide(diary), BUDGET_MS),
            "verdict with a draft": (lambda: decide(diary, draft=check_in_texts(DRAFT)), BUDGET_MS),
            "Today": (lambda: view_day(diary), None),
            "Run": (lambda: view_runs(diary), None),
            "Stretch": (lambda: view_routines(diary), None),
            "Patterns, all ten exposures": (patterns, PATTERNS_BUDGET_MS),
            "Trends, the series": (lambda: pain_series(diary.snapshot, today=diary.today), None),
            "every run with its response": (lambda: list_runs(diary), None),
        }
        missed = False
        for name, (work, budget) in answers.items():
            took = cpu_ms(work)
            missed |= budget is not None and took > budget
            limit = "" if budget is None else f"   at most {budget:g}"
            print(f"{name:30}{took:8.2f} ms{limit}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
