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

from tracker.diary.demo import demo_records
from tracker.diary.diary import Unusable, open_diary
from tracker.diary.entries import CheckInEntry
from tracker.diary.patterns import pattern_report
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
        diary = open_diary(Path(folder) / "diary.json", lambda: NOW)
        if isinstance(diary, Unusable):
            sys.exit(diary.message)
        diary.put_all(demo_records(NOW, days=TEN_YEARS), label="ten years")

        def patterns() -> object:
            return pattern_report(diary.snapshot, today=diary.today, exploratory=True)

        answers: dict[str, tuple[Callable[[], object], float | None]] = {
            "verdict": (diary.verdict, BUDGET_MS),
            "verdict with a draft": (lambda: diary.verdict(draft=DRAFT), BUDGET_MS),
            "Today": (diary.day_view, None),
            "Run": (diary.runs_view, None),
            "Stretch": (diary.stretch_view, None),
            "Patterns, all ten exposures": (patterns, PATTERNS_BUDGET_MS),
            "Trends, the series": (diary.pain_series, None),
            "every run with its response": (diary.run_lines, None),
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
