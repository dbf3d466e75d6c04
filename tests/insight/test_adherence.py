"""Routines done against those planned, counted by hand (R-AN-07)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.insight.adherence import (
    Adherence,
    DayKept,
    RoutineDay,
    adherence,
    summary_words,
)
from tracker.rules.wording import forbidden_words

DAY = date(2026, 11, 2)
QUIET = RoutineDay(day=DAY)
RAN = RoutineDay(day=DAY, ran=True)

DAYS = [
    ("both on a running day", replace(RAN, done=2), DayKept.DONE, (2, 2, 0)),
    ("one on a running day", replace(RAN, done=1), DayKept.PARTLY, (1, 2, 0)),
    ("a begun one on a running day", replace(RAN, begun=True), DayKept.PARTLY, (0, 2, 0)),
    ("none on a running day", RAN, DayKept.NOT_DONE, (0, 2, 0)),
    ("a third on a running day", replace(RAN, done=3), DayKept.DONE, (2, 2, 1)),
    ("none on a quiet day", QUIET, DayKept.NOTHING_PLANNED, (0, 0, 0)),
    ("one on a quiet day", replace(QUIET, done=1), DayKept.EXTRA, (0, 0, 1)),
    ("a begun one on a quiet day", replace(QUIET, begun=True), DayKept.PARTLY, (0, 0, 0)),
    ("rest advised", replace(QUIET, rest_advised=True), DayKept.REST_ADVISED, (0, 0, 0)),
    ("rest advised, ran", replace(RAN, rest_advised=True), DayKept.REST_ADVISED, (0, 0, 0)),
    (
        "rest advised, ran, one done",
        replace(RAN, rest_advised=True, done=1),
        DayKept.PARTLY,
        (1, 1, 0),
    ),
    (
        "rest advised, one done",
        replace(QUIET, rest_advised=True, done=1),
        DayKept.EXTRA,
        (0, 0, 1),
    ),
    ("today, ran", replace(RAN, over=False), DayKept.NOTHING_PLANNED, (0, 0, 0)),
    ("today, ran, one done", replace(RAN, over=False, done=1), DayKept.PARTLY, (1, 1, 0)),
]


@pytest.mark.parametrize(
    ("day", "kept", "sums"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS]
)
def test_r_an_07_one_day(day: RoutineDay, kept: DayKept, sums: tuple[int, int, int]) -> None:
    found = adherence([day])
    assert found.days == ((DAY, kept),)
    assert (found.done, found.planned, found.extra) == sums


def test_r_an_07_days_add_up() -> None:
    found = adherence([replace(RAN, done=2), RAN, replace(QUIET, done=1), replace(RAN, done=1)])
    assert (found.done, found.planned, found.extra) == (3, 6, 1)
    assert summary_words(found) == "3 of 6 planned, 1 extra"


def test_r_an_07_without_a_run_nothing_was_planned() -> None:
    assert summary_words(adherence([QUIET])) == "nothing planned"
    assert summary_words(adherence([])) == "nothing planned"


any_day = st.builds(
    RoutineDay,
    day=st.just(DAY),
    ran=st.booleans(),
    done=st.integers(0, 4),
    begun=st.booleans(),
    rest_advised=st.booleans(),
    over=st.booleans(),
)


def share(found: Adherence) -> float:
    return found.done / found.planned if found.planned else 1


@given(st.lists(any_day, max_size=28))
def test_r_an_07_laws(days: list[RoutineDay]) -> None:
    found = adherence(days)
    assert 0 <= found.done <= found.planned
    assert len(found.days) == len(days)
    for at, day in enumerate(days):
        advised = [*days[:at], replace(day, rest_advised=True), *days[at + 1 :]]
        assert share(adherence(advised)) >= share(found)
        more = [*days[:at], replace(day, done=day.done + 1), *days[at + 1 :]]
        assert share(adherence(more)) >= share(found)


@pytest.mark.parametrize("kept", DayKept)
def test_r_txt_03_no_day_is_blamed(kept: DayKept) -> None:
    assert not forbidden_words(kept.value)
    assert "miss" not in kept.value
    assert "streak" not in kept.value


def test_days_stay_in_order() -> None:
    days = [replace(QUIET, day=DAY + timedelta(days=step)) for step in range(28)]
    assert [day for day, _kept in adherence(days).days] == [each.day for each in days]
