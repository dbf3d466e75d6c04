import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.problem import Problem
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import (
    DISTANCE_MAX_M,
    DURATION_MAX_S,
    format_distance,
    format_distance_number,
    format_duration,
    format_pace,
    pace_of,
    parse_distance,
    parse_duration,
    parse_hours,
    parse_minutes,
)

KM, MI = DistanceUnit.KM, DistanceUnit.MI


@pytest.mark.parametrize(
    ("text", "unit", "metres"),
    [
        ("5", KM, 5000),
        ("5", MI, 8047),
        ("5,2", KM, 5200),
        ("5.2km", KM, 5200),
        (" 5.2 KM ", MI, 5200),
        ("3.1 mi", KM, 4989),
        ("3.1 miles", MI, 4989),
        ("5000 m", KM, 5000),
        ("5,000 m", KM, 5000),
        ("5.000m", MI, 5000),
        ("400.4 metres", KM, 400),
        ("10k", MI, 10000),
        ("10 kilometers", KM, 10000),
        (",5", KM, 500),
        (".5", MI, 805),
        ("5.", KM, 5000),
        ("0.0005", KM, 1),
        ("1000", KM, 1_000_000),
        ("0042.195", KM, 42195),
    ],
)
def test_a_distance_is_read_in_metres(text: str, unit: DistanceUnit, metres: int) -> None:
    assert parse_distance(text, unit) == metres


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "missing"),
        ("   ", "missing"),
        ("abc", 'Can\'t read "abc" as a distance'),
        ("-3", "more than 0"),
        ("− 3 km", "more than 0"),
        ("0", "more than 0"),
        ("0.0001", "more than 0"),
        ("1000.001", "at most 1,000 km"),
        ("5000", "5200 m for metres"),
        ("9" * 40, "at most 1,000 km"),
        ("9" * 400, "Can't read"),
        ("1e9", "Can't read"),
        ("inf", "Can't read"),
        ("nan", "Can't read"),
        ("٥", "Can't read"),
        ("５", "Can't read"),
        ("5..2", "Can't read"),
        ("5 2", "Can't read"),
        ("5 furlongs", "Can't read"),
        (",", "Can't read"),
    ],
)
@pytest.mark.parametrize("unit", [KM, MI])
def test_a_bad_distance_gets_one_sentence_and_an_example(
    text: str, says: str, unit: DistanceUnit
) -> None:
    problem = parse_distance(text, unit)
    assert isinstance(problem, Problem)
    assert problem.field == "distance"
    assert says in problem.message
    assert re.search(r"Type it like \d", problem.message)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("31:20", 1880),
        ("90:00", 5400),
        ("1:05:00", 3900),
        ("0:45", 45),
        ("31:20.6", 1880),
        ("1h05", 3900),
        ("1h05m", 3900),
        ("1H 5", 3900),
        ("1 h 5 min 30 s", 3930),
        ("2 hours", 7200),
        ("1.5h", 5400),
        ("1,5 h", 5400),
        ("45m", 2700),
        ("45 min", 2700),
        ("45 mins 10 secs", 2710),
        ("5m30", 330),
        ("90", 5400),
        ("45,5", 2730),
        ("31'20\"", 1880),
        ("31'20", 1880),
        ("31’20”", 1880),
        ("31′20″", 1880),
        ("90s", 90),
        ("0.5 s", 1),
        ("72h", DURATION_MAX_S),
    ],
)
def test_a_duration_is_read_in_seconds(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "missing"),
        ("25:99", "the seconds go past 59"),
        ("1:75:00", "the minutes go past 59"),
        ("1h75", "the minutes go past 59"),
        ("5m 90s", "the seconds go past 59"),
        ("0", "more than 0"),
        ("0:00", "more than 0"),
        ("0.1s", "more than 0"),
        ("-45", "never less than 0"),
        ("73h", "at most 72 hours"),
        ("72:00:01", "at most 72 hours"),
        ("9" * 50, "at most 72 hours"),
        ("9" * 5000, "Can't read"),
        ("1e9", "Can't read"),
        ("nan", "Can't read"),
        ("٤٥", "Can't read"),
        ("1.5h30", "Can't read"),
        ("30s5", "Can't read"),
        ("1:2:3:4", "Can't read"),
        ("abc", "Can't read"),
        ("half an hour", "Can't read"),
    ],
)
def test_a_bad_duration_gets_one_sentence_and_an_example(text: str, says: str) -> None:
    problem = parse_duration(text)
    assert isinstance(problem, Problem)
    assert problem.field == "duration"
    assert says in problem.message
    assert "Type it like 31:20" in problem.message


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("7.5", 7.5),
        ("7,5", 7.5),
        ("7:30", 7.5),
        ("7:30:00", 7.5),
        ("7h30", 7.5),
        ("7 h 30 min", 7.5),
        ("450 min", 7.5),
        ("8", 8),
        ("0", 0),
        ("24", 24),
        ("7:20", 7.33),
    ],
)
def test_hours_slept_are_read(text: str, hours: float) -> None:
    assert parse_hours(text) == hours


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "missing"),
        ("25", "A day has 24 hours"),
        ("24:01", "A day has 24 hours"),
        ("-1", "less than 0"),
        ("7:75", "the minutes go past 59"),
        ("well", "Can't read"),
    ],
)
def test_bad_hours_get_one_sentence_and_an_example(text: str, says: str) -> None:
    problem = parse_hours(text, "sitting_h")
    assert isinstance(problem, Problem)
    assert problem.field == "sitting_h"
    assert says in problem.message
    assert "7:30" in problem.message


@pytest.mark.parametrize(
    ("text", "minutes"), [("20", 20), ("20 min", 20), ("0", 0), ("1h", 60), ("1h10", 70)]
)
def test_minutes_of_stiffness_are_read(text: str, minutes: int) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "says"), [("", "missing"), ("1441", "1440"), ("1:10", "Can't read"), ("-5", "less")]
)
def test_bad_minutes_get_one_sentence_and_an_example(text: str, says: str) -> None:
    problem = parse_minutes(text)
    assert isinstance(problem, Problem)
    assert problem.field == "stiff_min"
    assert says in problem.message
    assert "20 min" in problem.message


def test_distances_are_written_in_the_persons_unit() -> None:
    assert format_distance(5200, KM) == "5.2 km"
    assert format_distance(5250, KM) == "5.3 km"
    assert format_distance(4989, MI) == "3.1 mi"
    assert format_distance(42195, KM, decimals=3) == "42.195 km"
    assert format_distance(42195, KM, decimals=0) == "42 km"
    assert format_distance_number(27_400, KM) == "27.4"


def test_durations_are_written_with_hours_only_where_there_are_some() -> None:
    assert format_duration(1880) == "31:20"
    assert format_duration(3900) == "1:05:00"
    assert format_duration(45) == "0:45"
    assert format_duration(0) == "0:00"


def test_pace_needs_both_a_distance_and_a_duration() -> None:
    assert pace_of(6000, 2310, unit=KM) == 385
    assert format_pace(385) == "6:25"
    assert pace_of(8046.72, 2500, unit=MI) == 500
    assert pace_of(None, 2310, unit=KM) is None
    assert pace_of(6000, None, unit=KM) is None
    assert pace_of(0, 2310, unit=KM) is None


@given(st.integers(1, DISTANCE_MAX_M))
def test_a_distance_written_out_is_read_back(metres: int) -> None:
    assert parse_distance(format_distance(metres, KM, decimals=3), MI) == metres
    assert parse_distance(format_distance(metres, MI, decimals=4), KM) == metres
    assert parse_distance(format_distance_number(metres, KM, decimals=3), KM) == metres


@given(st.integers(1, DURATION_MAX_S))
def test_a_duration_written_out_is_read_back(seconds: int) -> None:
    assert parse_duration(format_duration(seconds)) == seconds


@given(st.text(st.characters(codec=None)) | st.text("0123456789.,:'\" hmskmi-e", max_size=12))
def test_whatever_is_typed_gives_a_value_in_bounds_or_a_problem(text: str) -> None:
    for unit in DistanceUnit:
        metres = parse_distance(text, unit)
        assert isinstance(metres, Problem) or 1 <= metres <= DISTANCE_MAX_M
    seconds = parse_duration(text)
    assert isinstance(seconds, Problem) or 1 <= seconds <= DURATION_MAX_S
    hours = parse_hours(text)
    assert isinstance(hours, Problem) or 0 <= hours <= 24
    minutes = parse_minutes(text)
    assert isinstance(minutes, Problem) or 0 <= minutes <= 1440
