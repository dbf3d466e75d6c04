from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.calendar_words import (
    FIRST_YEAR,
    FUTURE_DAYS_MAX,
    counts_to,
    format_day,
    format_day_of_year,
    parse_day,
)
from tracker.domain.problem import Problem

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 11, 23)),
        ("Yesterday", date(2026, 11, 22)),
        ("day before  yesterday", date(2026, 11, 21)),
        ("-2d", date(2026, 11, 21)),
        ("-2", date(2026, 11, 21)),
        ("−2 days", date(2026, 11, 21)),
        ("-2w", date(2026, 11, 9)),
        ("3 days ago", date(2026, 11, 20)),
        ("a week ago", date(2026, 11, 16)),
        ("mon", date(2026, 11, 23)),
        ("last mon", date(2026, 11, 16)),
        ("Tuesday", date(2026, 11, 17)),
        ("thurs", date(2026, 11, 19)),
        ("sun", date(2026, 11, 22)),
        ("2026-11-03", date(2026, 11, 3)),
        ("2026-1-3", date(2026, 1, 3)),
        ("2026/11/03", date(2026, 11, 3)),
        ("20261103", date(2026, 11, 3)),
        ("3 nov", date(2026, 11, 3)),
        ("3nov", date(2026, 11, 3)),
        ("nov 3", date(2026, 11, 3)),
        ("3rd of November 2025", date(2025, 11, 3)),
        ("Tue 3 Nov 2026", date(2026, 11, 3)),
        ("3.11.", date(2026, 11, 3)),
        ("3.11.2026", date(2026, 11, 3)),
        ("3/11", date(2026, 11, 3)),
        ("3/11/26", date(2026, 11, 3)),
        ("3-11-2026", date(2026, 11, 3)),
        ("24 dec", date(2025, 12, 24)),
        ("24.12.", date(2025, 12, 24)),
        ("29 feb", date(2024, 2, 29)),
        ("1970-01-01", date(1970, 1, 1)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert parse_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/11/2026", date(2026, 3, 11)),
        ("3/11", date(2026, 3, 11)),
        ("2026-11-03", date(2026, 11, 3)),
        ("3 nov", date(2026, 11, 3)),
    ],
)
def test_the_order_of_day_and_month_is_the_persons_but_never_for_iso(text: str, day: date) -> None:
    assert parse_day(text, TODAY, day_first=False) == day


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "missing"),
        ("  ", "missing"),
        ("3", "Can't read"),
        ("5,2", "Can't read"),
        ("5.2", "Can't read"),
        ("10", "Can't read"),
        ("2026", "Can't read"),
        ("nov", "Can't read"),
        ("nov 2026", "Can't read"),
        ("3 nov 5", "Can't read"),
        ("3 nov 2026 18", "Can't read"),
        ("3 nov 18:10", "Can't read"),
        ("31 feb", "Can't read"),
        ("12 may may", "Can't read"),
        ("13/14/2026", "Can't read"),
        ("abc", "Can't read"),
        ("٣ nov", "Can't read"),
        ("nov 99999999999", "Can't read"),
        ("1" * 400, "Can't read"),
        ("2026-13-40", 'The calendar has no day "2026-13-40"'),
        ("2025-02-29", "The calendar has no day"),
        ("sat 3 nov", "would be Tue 3 Nov 2026, another weekday"),
        ("1969-12-31", "1969 is too long ago"),
        ("0001-01-01", "too long ago"),
        ("tomorrow", "Tue 24 Nov 2026 is still to come"),
        ("+1d", "still to come"),
        ("2026-11-24", "still to come"),
        ("9999-12-31", "still to come"),
    ],
)
def test_a_bad_day_gets_one_sentence_and_an_example(text: str, says: str) -> None:
    problem = parse_day(text, TODAY)
    assert isinstance(problem, Problem)
    assert problem.field == "day"
    assert says in problem.message
    assert "Type it like today, yesterday" in problem.message


def test_days_ahead_are_read_where_they_are_allowed() -> None:
    assert parse_day("tomorrow", TODAY, allow_future=True) == date(2026, 11, 24)
    assert parse_day("+2w", TODAY, allow_future=True) == date(2026, 12, 7)
    assert parse_day("24 dec", TODAY, allow_future=True) == date(2026, 12, 24)
    far = parse_day("9999-12-31", TODAY, allow_future=True)
    assert isinstance(far, Problem)
    assert "too far ahead" in far.message


def test_days_are_written_out() -> None:
    assert format_day(TODAY) == "Mon 23 Nov 2026"
    assert format_day(TODAY, year=False) == "Mon 23 Nov"
    assert format_day_of_year(date(2026, 11, 3)) == "3 Nov"


@given(st.dates(date(FIRST_YEAR, 1, 1), TODAY), st.booleans())
def test_a_day_written_out_is_read_back(day: date, day_first: bool) -> None:  # noqa: FBT001
    for text in (format_day(day), day.isoformat(), f"{day:%Y%m%d}"):
        assert parse_day(text, TODAY, day_first=day_first) == day


@given(st.dates(TODAY - timedelta(days=364), TODAY))
def test_a_day_written_without_its_year_is_the_latest(day: date) -> None:
    assert parse_day(format_day_of_year(day), TODAY) == day


_TYPED = st.text(st.characters(codec=None), max_size=60) | st.lists(
    st.sampled_from(
        "nov feb may mon sat 3 29 31 2026 26 9999 0 -2d ago days t 18:10 utc pm . , / - +".split()  # noqa: SIM905
    ),
    max_size=6,
).map(" ".join)


@given(_TYPED, st.dates(), st.booleans(), st.booleans())
def test_whatever_is_typed_gives_a_day_in_bounds_or_a_problem(
    text: str,
    today: date,
    day_first: bool,  # noqa: FBT001
    allow_future: bool,  # noqa: FBT001
) -> None:
    day = parse_day(text, today, day_first=day_first, allow_future=allow_future)
    if not isinstance(day, Problem):
        assert day.year >= FIRST_YEAR
        assert (day - today).days <= (FUTURE_DAYS_MAX if allow_future else 0)


def test_after_midnight_words_go_by_the_persons_day_and_the_future_by_the_calendar() -> None:
    at_night = TODAY + timedelta(days=1)
    assert parse_day("today", TODAY, calendar_today=at_night) == TODAY
    assert parse_day("2026-11-24", TODAY, calendar_today=at_night) == at_night
    assert parse_day("24 nov", TODAY, calendar_today=at_night) == at_night
    assert isinstance(parse_day("25 nov 2026", TODAY, calendar_today=at_night), Problem)
    assert parse_day("25 nov", TODAY, calendar_today=at_night) == date(2025, 11, 25)


def test_the_day_that_something_counts_to_is_said_where_it_is_another() -> None:
    assert counts_to(date(2026, 11, 19), date(2026, 11, 18)) == ", counts to Wed 18 Nov"
    assert counts_to(date(2026, 11, 18), date(2026, 11, 18)) == ""
