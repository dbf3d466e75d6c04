import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.calendar_words import format_day, parse_day
from tracker.domain.clock_words import (
    as_local,
    format_clock,
    format_moment,
    on_day,
    parse_moment,
)
from tracker.domain.problem import Problem

NOW = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("now", "2026-11-23T19:00"),
        ("today", "2026-11-23T19:00"),
        ("yesterday", "2026-11-22T12:00"),
        ("18:10", "2026-11-23T18:10"),
        ("18h10", "2026-11-23T18:10"),
        ("18.10", "2026-11-23T18:10"),
        ("6.30pm", "2026-11-23T18:30"),
        ("6 p.m.", "2026-11-23T18:00"),
        ("12am", "2026-11-23T00:00"),
        ("12:15 pm", "2026-11-23T12:15"),
        ("today 18:10", "2026-11-23T18:10"),
        ("Yesterday 7:05", "2026-11-22T07:05"),
        ("yesterday at 7:05", "2026-11-22T07:05"),
        ("7:05 yesterday", "2026-11-22T07:05"),
        ("sun 7:05:30", "2026-11-22T07:05:30"),
        ("-2d 18:10", "2026-11-21T18:10"),
        ("3 days ago 6pm", "2026-11-20T18:00"),
        ("3 nov 18:10", "2026-11-03T18:10"),
        ("nov 3, 6.30pm", "2026-11-03T18:30"),
        ("3.11. 7:05", "2026-11-03T07:05"),
        ("at 7:05 on 3 nov", "2026-11-03T07:05"),
        ("2026-11-03", "2026-11-03T12:00"),
        ("2026-11-03T18:10", "2026-11-03T18:10"),
        ("2026-11-03 18:10:22", "2026-11-03T18:10:22"),
        ("2026-11-03T18:10Z", "2026-11-03T18:10"),
        ("2026-11-03T18:10:00+02:00", "2026-11-03T16:10"),
        ("24 dec 18:10", "2025-12-24T18:10"),
        ("18:10 24.12.", "2025-12-24T18:10"),
        ("24/12 7:05", "2025-12-24T07:05"),
        ("24 dec", "2025-12-24T12:00"),
        ("29 feb 7:05", "2024-02-29T07:05"),
    ],
)
def test_a_moment_is_read(text: str, moment: str) -> None:
    assert parse_moment(text, NOW) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


def test_the_order_of_day_and_month_is_the_persons_with_a_time_too() -> None:
    read = [parse_moment("3/11 18:10", NOW, day_first=first) for first in (True, False)]
    assert read == [
        datetime(2026, 11, 3, 18, 10, tzinfo=UTC),
        datetime(2026, 3, 11, 18, 10, tzinfo=UTC),
    ]


def test_after_midnight_the_day_is_the_calendars_where_it_is_named() -> None:
    now = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    for text in ("24 nov 1:30", "2026-11-24 1:30", "1:30", "today 1:30"):
        assert parse_moment(text, now) == datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
    assert parse_moment("24 nov", now) == now
    assert parse_moment("23:30", now) == datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert parse_moment("25 nov 1:30", now) == datetime(2025, 11, 25, 1, 30, tzinfo=UTC)


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.booleans(),
)
def test_a_moment_without_a_year_is_on_the_same_day_as_the_day_without_one(
    now: datetime,
    day: date,
    day_first: bool,  # noqa: FBT001
) -> None:
    order = (day.day, day.month) if day_first else (day.month, day.day)
    for text in (f"{day.day} {day:%b}", "{}/{}".format(*order)):
        alone = parse_day(text, now.date(), day_first=day_first)
        timed = parse_moment(f"{text} 0:00", now, day_first=day_first, day_start_hour=0)
        assert isinstance(alone, date)
        assert isinstance(timed, datetime)
        assert timed.date() == alone <= now.date()
        assert (alone.month, alone.day) == (day.month, day.day)
        assert (now.date() - alone).days < 366


def test_a_moment_is_written_out_with_the_day_that_it_counts_to() -> None:
    night = datetime(2026, 11, 19, 0, 30, tzinfo=UTC)
    written = format_moment(night, day=date(2026, 11, 18))
    assert written == "Thu 19 Nov 2026 00:30, counts to Wed 18 Nov"
    assert format_moment(night, day=night.date(), clock_24h=False) == "Thu 19 Nov 2026 12:30 am"


def test_a_typed_offset_is_kept() -> None:
    read = parse_moment("2026-11-03T18:10+02:00", NOW)
    assert isinstance(read, datetime)
    assert read.utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "missing"),
        ("abc", "Can't read"),
        ("3", "Can't read"),
        ("5,2", "Can't read"),
        ("3 nov 2026 5", "Can't read"),
        ("2026-11-03 1810", "Can't read"),
        ("9" * 400, "Can't read"),
        ("2026-11-03 18:10+99:00", "Can't read"),
        ("25:99", "from 0:00 to 23:59"),
        ("today 24:00", "from 0:00 to 23:59"),
        ("13pm", "from 1 to 12"),
        ("2026-13-40 10:00", "The calendar has no day"),
        ("1960-01-01 10:00", "too long ago"),
        ("20:30", "Mon 23 Nov 2026, 20:30 is still to come"),
        ("tomorrow 7:00", "still to come"),
        ("2030-01-01", "still to come"),
        ("9999-12-31T23:59:59-12:00", "still to come"),
    ],
)
def test_a_bad_moment_gets_one_sentence_and_an_example(text: str, says: str) -> None:
    problem = parse_moment(text, NOW)
    assert isinstance(problem, Problem)
    assert problem.field == "start"
    assert says in problem.message
    assert "Type it like 18:10" in problem.message


def test_moments_ahead_are_read_where_they_are_allowed() -> None:
    moment = parse_moment("tomorrow 7:00", NOW, allow_future=True)
    assert moment == datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("18:10", "2026-11-23T18:10"),
        ("today 18:10", "2026-11-23T18:10"),
        ("today 0:30", "2026-11-24T00:30"),
        ("0:30", "2026-11-24T00:30"),
        ("yesterday 18:10", "2026-11-22T18:10"),
        ("today", "2026-11-24T01:30"),
    ],
)
def test_after_midnight_the_persons_day_is_still_the_old_one(text: str, moment: str) -> None:
    small_hours = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
    assert parse_moment(text, small_hours) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.usefixtures("berlin")
def test_a_time_without_offset_is_local_and_a_skipped_hour_moves_on() -> None:
    now = datetime(2026, 11, 23, 19, 0).astimezone()
    assert str(parse_moment("18:10", now)) == "2026-11-23 18:10:00+01:00"
    assert str(parse_moment("2026-07-01 18:10", now)) == "2026-07-01 18:10:00+02:00"
    assert str(parse_moment("2026-03-29 02:30", now)) == "2026-03-29 03:30:00+02:00"
    assert str(parse_moment("2026-10-25 02:30", now)) == "2026-10-25 02:30:00+02:00"


@pytest.mark.usefixtures("berlin")
def test_a_clock_of_another_zone_than_the_machine_s_is_the_one_that_is_meant() -> None:
    now = datetime.fromisoformat("2026-11-23T09:00:00+05:00")
    assert str(parse_moment("8:30", now)) == "2026-11-23 08:30:00+05:00"
    assert str(parse_moment("yesterday", now)) == "2026-11-22 12:00:00+05:00"
    assert isinstance(parse_moment("9:30", now), Problem)


def test_the_time_of_day_is_written_out() -> None:
    evening, midnight, noon = (datetime(2026, 1, 1, h, 5, tzinfo=UTC) for h in (18, 0, 12))
    assert format_clock(evening) == "18:05"
    assert [format_clock(m, clock_24h=False) for m in (evening, midnight, noon)] == [
        "6:05 pm",
        "12:05 am",
        "12:05 pm",
    ]


@given(st.datetimes(datetime(1970, 1, 2), datetime(2026, 11, 23, 18, 59)), st.booleans())  # noqa: DTZ001
def test_a_moment_written_out_is_read_back(naive: datetime, clock_24h: bool) -> None:  # noqa: FBT001
    moment = as_local(naive.date(), naive.time().replace(second=0, microsecond=0), now=NOW)
    written = f"{format_day(moment.date())} {format_clock(moment, clock_24h=clock_24h)}"
    assert parse_moment(written, NOW) == moment
    assert parse_moment(moment.isoformat(), NOW) == moment


_TYPED = st.text(st.characters(codec=None), max_size=70) | st.lists(
    st.sampled_from(
        "today mon nov 3 31 2026 2026-11-03 at on 18:10 24:00 6 6.30 pm am t z +01:00 , -2d".split()  # noqa: SIM905
    ),
    max_size=6,
).map(" ".join)


@given(_TYPED, st.integers(-12, 14), st.booleans())
def test_whatever_is_typed_gives_an_aware_moment_or_a_problem(
    text: str,
    offset: int,
    allow_future: bool,  # noqa: FBT001
) -> None:
    now = NOW.astimezone(timezone(timedelta(hours=offset)))
    moment = parse_moment(text, now, allow_future=allow_future)
    if not isinstance(moment, Problem):
        assert moment.tzinfo is not None
        assert allow_future or moment <= now
        assert date(1969, 12, 31) < moment.date()


@pytest.mark.parametrize(
    ("typed", "moved"),
    [
        ("", "2026-11-03"),
        ("yesterday", "2026-11-03"),
        ("yesterday 18:10", "2026-11-03 18:10"),
        ("Today at 6.30 pm", "2026-11-03 6.30 pm"),
        ("7:05 on mon", "2026-11-03 7:05"),
        ("2026-11-22T18:10:30", "2026-11-03 18:10:30"),
        ("3 nov 2026 5", "2026-11-03"),
    ],
)
def test_a_moment_is_moved_to_another_day_with_its_time(typed: str, moved: str) -> None:
    assert on_day(typed, date(2026, 11, 3)) == moved
    assert not isinstance(parse_moment(moved, NOW), Problem)
