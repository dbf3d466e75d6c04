"""Records by day: in the order of time, and fetched only when a day is asked for."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.diary.records_by_day import RecordsByDay

DAY = date(2026, 11, 23)


class Counting(Mapping[date, tuple[datetime, ...]]):
    """Days that count how often they were fetched."""

    def __init__(self, days: dict[date, tuple[datetime, ...]]) -> None:
        self._days = days
        self.fetched: list[date] = []

    def __getitem__(self, day: date) -> tuple[datetime, ...]:
        self.fetched.append(day)
        return self._days[day]

    def __iter__(self) -> Iterator[date]:
        return iter(self._days)

    def __len__(self) -> int:
        return len(self._days)


def at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour).astimezone()


def in_order(days: Mapping[date, tuple[datetime, ...]]) -> RecordsByDay[datetime]:
    return RecordsByDay(days, moment=lambda moment: moment)


def test_only_the_days_asked_for_are_fetched_and_once() -> None:
    base = Counting({DAY - timedelta(days=back): (at(DAY, 9), at(DAY, 7)) for back in range(9)})
    records = in_order(base)
    assert len(records) == 9
    assert DAY in records
    assert next(reversed(records)) == DAY
    assert base.fetched == []
    assert records[DAY] == (at(DAY, 7), at(DAY, 9))
    assert records[DAY] == (at(DAY, 7), at(DAY, 9))
    assert base.fetched == [DAY]


def test_a_day_without_records_is_no_day() -> None:
    with pytest.raises(KeyError):
        in_order({})[DAY]


@given(st.lists(st.integers(0, 40), max_size=12), st.integers(0, 40))
def test_changed_days_stand_in_their_place(backs: list[int], changed: int) -> None:
    days = {DAY - timedelta(days=back): (at(DAY, 8),) for back in backs}
    day = DAY - timedelta(days=changed)
    with_one = in_order(days).with_days({day: (at(DAY, 9), at(DAY, 6))})
    assert list(with_one) == sorted({*days, day})
    assert with_one[day] == (at(DAY, 6), at(DAY, 9))
    without = with_one.with_days({day: ()})
    assert list(without) == sorted(set(days) - {day})
    assert len(without) == len(set(days) - {day})
