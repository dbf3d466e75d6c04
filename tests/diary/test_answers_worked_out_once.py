"""Dear answers are worked out once for each state of the file and each day."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tracker.diary.book import Book, open_book
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry
from tracker.diary.snapshot import Snapshot
from tracker.domain.site import PainSite, Side, Site

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Counting:
    """Counts how often it was worked out."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, snapshot: Snapshot, *, today: date) -> tuple[int, date]:
        self.times += 1
        return len(snapshot.check_ins), today


def test_an_answer_is_worked_out_anew_only_after_a_change_or_on_another_day(
    tmp_path: Path,
) -> None:
    clock, days = Clock(), Counting()
    diary = open_book(tmp_path / "diary.json", clock)
    assert isinstance(diary, Book)
    assert diary.once(days) == diary.once(days) == (0, date(2026, 11, 23))
    assert days.times == 1
    save_check_in(diary, CheckInEntry(scores={BACK: 2}))
    assert diary.once(days) == (1, date(2026, 11, 23))
    assert diary.undo().done
    assert diary.once(days) == (0, date(2026, 11, 23))
    clock.now += timedelta(days=1)
    assert diary.once(days) == (0, date(2026, 11, 24))
    assert days.times == 4


def test_answers_do_not_stand_in_for_each_other(tmp_path: Path) -> None:
    diary = open_book(tmp_path / "diary.json", Clock())
    assert isinstance(diary, Book)
    one, other = Counting(), Counting()
    diary.once(one)
    diary.once(other)
    assert (one.times, other.times) == (1, 1)
