import hashlib
from datetime import UTC, datetime, timedelta
from struct import pack

import pytest

from tests.exchange.fit_maker import ACTIVITY, CLOCK, RUN, START, WATCH, fit_file, message, run_file
from tracker.domain.run import Surface
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.fit import read_fit
from tracker.exchange.fit_messages import checksum
from tracker.exchange.sport import Sport


def only(content: bytes) -> Activity:
    (activity,) = read_fit(content, "run.fit")
    assert isinstance(activity, Activity), activity
    return activity


def refused(content: bytes) -> str:
    (rejected,) = read_fit(content, "run.fit")
    assert isinstance(rejected, Rejected), rejected
    return rejected.reason


def test_a_run_is_read_with_everything_the_watch_says() -> None:
    content = run_file(sub_sport=3, rpe=65, feel=75)
    activity = only(content)
    assert activity == Activity(
        format="fit",
        file="run.fit",
        digest=hashlib.sha256(content).hexdigest(),
        ref=f"fit:42:{START}",
        start=datetime(2026, 11, 3, 17, 10, tzinfo=UTC),
        sport=Sport.RUN,
        distance_m=5000,
        duration_s=1800,
        moving_s=1750,
        avg_hr=141,
        max_hr=170,
        ascent_m=42,
        rpe=6,
        surface=Surface.TRAIL,
        note="Felt 75 of 100 (0 very weak, 100 very strong), as given on the watch.",
        device="garmin 3990",
    )
    assert activity.start is not None
    assert activity.start.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("tens", "rpe"), [(0, 0), (10, 1), (95, 10), (100, 10), (101, None), (255, None)]
)
def test_effort_is_ten_times_the_scale_and_255_is_none(tens: int, rpe: int | None) -> None:
    assert only(run_file(rpe=tens)).rpe == rpe


@pytest.mark.parametrize(
    ("ahead_s", "offset"),
    [
        (-7 * 3600, timedelta(hours=-7)),
        (20_700, timedelta(hours=5, minutes=45)),
        # No zone is there, or it is UTC, which some watches write in both places.
        (0, timedelta()),
        (1080, timedelta()),
        (15 * 3600, timedelta()),
        (-983_794_606, timedelta()),
    ],
)
def test_the_zone_is_the_watchs_own_where_it_can_be_one(ahead_s: int, offset: timedelta) -> None:
    clock = CLOCK | {"local": CLOCK["timestamp"] + ahead_s}
    start = only(fit_file(message(0, WATCH), message(18, RUN), message(34, clock))).start
    assert start is not None
    assert start.utcoffset() == offset
    assert start == datetime(2026, 11, 3, 17, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("sport", "sub_sport", "expected", "surface"),
    [
        (1, 0, Sport.RUN, None),
        (1, 1, Sport.RUN, Surface.TREADMILL),
        (1, 4, Sport.RUN, Surface.TRACK),
        (4, 1, Sport.RUN, Surface.TREADMILL),
        (4, 15, Sport.ELLIPTICAL, None),
        (10, 20, Sport.WEIGHTS, None),
        (2, 6, Sport.BIKE, None),
        (3, 0, Sport.OTHER, None),
        (17, 0, Sport.HIKE, None),
        (200, 0, Sport.OTHER, None),
    ],
)
def test_the_sport_is_the_watchs_word(
    sport: int, sub_sport: int, expected: Sport, surface: Surface | None
) -> None:
    activity = only(run_file(sport=sport, sub_sport=sub_sport))
    assert (activity.sport, activity.surface) == (expected, surface)


def test_a_session_without_a_sport_goes_by_its_speed() -> None:
    activity = only(run_file(sport=0))
    assert activity.sport is Sport.RUN
    assert "at 10.3 km/h it was taken as a run" in activity.warnings[0]
    assert only(run_file(sport=0, distance=0xFFFFFFFF)).sport is Sport.UNKNOWN


def test_what_is_not_known_is_none() -> None:
    activity = only(fit_file(message(18, {"start": START, "sport": 1, "avg_hr": 0xFF})))
    assert activity.distance_m is activity.duration_s is activity.moving_s is None
    assert activity.avg_hr is activity.ascent_m is activity.rpe is None
    assert (activity.note, activity.ref, activity.device) == ("", None, None)


def test_a_clock_that_was_never_set_gives_no_day() -> None:
    activity = only(run_file(start=5000))
    assert activity.start is None
    assert "never set" in activity.warnings[0]


@pytest.mark.parametrize(
    "content",
    [
        fit_file(message(0, WATCH), message(18, RUN, order=">"), message(34, CLOCK)),
        fit_file(message(34, CLOCK), message(18, RUN), message(0, WATCH)),
        fit_file(message(0, WATCH), message(18, RUN), message(34, CLOCK), header=12),
        run_file() + b"\0\0\0\0",
        # A message with fields of a developer, with a size that fits no type, and unknown ones.
        fit_file(
            bytes([0x63, 0, 0, 20, 0, 1, 3, 3, 0x84, 1, 9, 2, 0, 3]) + b"abcde",
            message(0, WATCH),
            message(18, RUN, local=3),
            message(34, CLOCK),
        ),
        # A point whose time is in its header.
        fit_file(
            bytes([0x41, 0, 0, 20, 0, 1, 3, 1, 2, 0x80 | 1 << 5 | 7, 140]),
            message(0, WATCH),
            message(18, RUN),
            message(34, CLOCK),
        ),
    ],
    ids=["big end first", "any order", "short header", "zeros after", "developer", "compressed"],
)
def test_every_way_of_writing_it_is_read_alike(content: bytes) -> None:
    activity = only(content)
    assert (activity.distance_m, activity.duration_s, activity.warnings) == (5000, 1800, ())


def test_several_sessions_are_activities_of_their_own() -> None:
    second = RUN | {"start": START + 2000, "sport": 2}
    first, other = read_fit(
        fit_file(message(0, WATCH), message(18, RUN), message(18, second)), "tri.fit"
    )
    assert isinstance(first, Activity)
    assert isinstance(other, Activity)
    assert (first.sport, other.sport) == (Sport.RUN, Sport.BIKE)
    assert (first.digest[-2:], other.digest[-2:]) == ("-1", "-2")
    assert (first.ref, other.ref) == (f"fit:42:{START}-1", f"fit:42:{START}-2")


def test_files_one_after_the_other_are_all_read() -> None:
    strap = fit_file(message(0, WATCH), message(20, {"timestamp": START, "hr": 140}))
    first, second = read_fit(run_file() + strap + run_file(start=START + 9000) + b"junk", "a.fit")
    assert isinstance(first, Activity)
    assert isinstance(second, Activity)
    assert first.warnings == (
        "1 part of the file holds no summary and was left out.",
        "What follows the end of the activity was left out.",
    )
    assert second.warnings == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (run_file()[:-1] + b"\0", "its checksum is wrong"),
        (run_file()[:-10], "it breaks off after"),
        (fit_file(message(0, WATCH), message(18, RUN), length=0), "it was never finished"),
        (fit_file(message(0, WATCH), message(18, RUN), b"\x0f"), "makes no sense"),
        (fit_file(message(0, WATCH), message(18, RUN), b"\x40\0"), "makes no sense"),
    ],
    ids=["checksum", "cut", "length 0", "undefined", "definition cut"],
)
def test_a_damaged_file_whose_summary_is_there_says_so(content: bytes, says: str) -> None:
    activity = only(content)
    assert activity.distance_m == 5000
    assert says in activity.warnings[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"GPX, really", "not a FIT file"),
        (run_file()[:13], "breaks off"),
        (run_file()[:40], "breaks off"),
        (fit_file(), "holds no summary"),
        (fit_file(message(0, WATCH), message(34, CLOCK)), "holds no summary"),
        (fit_file(message(0, WATCH | {"type": 6}), message(18, RUN)), "a planned course"),
        (fit_file(message(0, WATCH | {"type": 5})), "a planned workout"),
        (fit_file(message(0, WATCH | {"type": 32})), "daily monitoring"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_holds_no_activity_is_refused_in_one_sentence(content: bytes, says: str) -> None:
    assert says in refused(content)
    assert refused(content).count(".") == 2 or refused(content).endswith("activity.")


def test_the_checksum_is_the_protocols() -> None:
    assert checksum(b"123456789") == 0xBB3D
    assert checksum(b"12345678") == 0x3C9D
    assert checksum(b"") == 0


def test_sessions_without_end_are_bounded() -> None:
    many = message(18, RUN) * 5000
    assert "more than 100 activities" in refused(fit_file(message(0, WATCH), many))


def test_the_clock_field_alone_says_nothing() -> None:
    (local, base) = ACTIVITY["local"]
    clock = pack("<BBBHBBBBBI", 0x40, 0, 0, 34, 1, local, 4, base, 0, START)
    start = only(fit_file(message(18, RUN), clock)).start
    assert start is not None
    assert start.utcoffset() == timedelta()
