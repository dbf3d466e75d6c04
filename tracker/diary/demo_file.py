"""The made-up year as a file of its own."""

from pathlib import Path

from tracker.diary.clock import Clock
from tracker.diary.demo import YEAR_DAYS, demo_records
from tracker.diary.diary import Unusable, open_diary
from tracker.domain.problem import Problem


def write_demo(path: Path, clock: Clock, *, days: int = YEAR_DAYS) -> Problem | None:
    """Write a made-up diary that ends today into a file; it then opens like any other."""
    diary = open_diary(path, clock)
    if isinstance(diary, Unusable):
        return Problem("", diary.message)
    return diary.put_all(demo_records(clock(), days=days), label="the made-up year")
