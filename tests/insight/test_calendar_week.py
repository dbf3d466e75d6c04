"""Weeks of the calendar (R-LOAD-02)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.insight.calendar_week import CalendarWeek, week_of, week_start

SUNDAY = date(2026, 11, 22)
DAYS = st.dates(min_value=date(1971, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("day", "monday", "first"),
    [
        (SUNDAY, True, date(2026, 11, 16)),
        (SUNDAY, False, SUNDAY),
        (date(2026, 11, 23), True, date(2026, 11, 23)),
        (date(2026, 11, 28), False, SUNDAY),
        (date(2027, 1, 1), True, date(2026, 12, 28)),
        (date(2028, 2, 29), True, date(2028, 2, 28)),
    ],
)
def test_r_load_02_a_week_begins_on_the_chosen_day(day: date, monday: bool, first: date) -> None:  # noqa: FBT001
    assert week_start(day, week_starts_monday=monday) == first


def test_a_week_in_progress_has_only_the_days_that_have_begun() -> None:
    week = week_of(date(2026, 11, 18), today=date(2026, 11, 18))
    assert week.so_far
    assert (week.end, len(week.days), len(week.all_days)) == (date(2026, 11, 18), 3, 7)
    over = CalendarWeek(week.first, SUNDAY)
    assert not over.so_far
    assert (over.end, over.days) == (SUNDAY, over.all_days)


@given(DAYS, st.booleans())
def test_every_day_is_in_its_own_week_and_weeks_follow_each_other(day: date, monday: bool) -> None:  # noqa: FBT001
    week = week_of(day, today=day + timedelta(days=30), week_starts_monday=monday)
    assert day in week.all_days
    assert len(week.all_days) == 7
    assert week.moved(1).first == week.last + timedelta(days=1)
    assert week.moved(3).moved(-3) == week
