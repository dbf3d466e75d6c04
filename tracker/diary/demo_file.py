"""The made-up year as a file of its own."""

from pathlib import Path

from tracker.diary.clock import Clock
from tracker.diary.demo import YEAR_DAYS, demo_records
from tracker.diary.diary import Diary, Unusable, open_diary


def make_demo(path: Path, clock: Clock, *, days: int = YEAR_DAYS) -> Diary | Unusable:
    """Write a made-up diary that ends today into a file, and open it like any other.

    Its making can't be undone: the first undo takes back what the person did.
    """
    diary = open_diary(path, clock)
    if isinstance(diary, Unusable):
        return diary
    problem = diary.put_all(demo_records(clock(), days=days), label=None)
    return Unusable(problem.message) if problem else diary
