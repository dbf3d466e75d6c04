import hashlib
from datetime import timedelta

import pytest

from tests.exchange.tcx_maker import START, tcx_activity, tcx_file, tcx_lap, tcx_point
from tracker.exchange import tcx as tcx_module
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.sport import Sport
from tracker.exchange.tcx import read_tcx


def only(content: bytes) -> Activity:
    (activity,) = read_tcx(content, "run.tcx")
    assert isinstance(activity, Activity), activity
    return activity


def refused(content: bytes) -> str:
    (rejected,) = read_tcx(content, "run.tcx")
    assert isinstance(rejected, Rejected), rejected
    return rejected.reason


def test_a_run_is_the_sum_of_its_laps() -> None:
    content = tcx_file(
        tcx_activity(
            tcx_lap([tcx_point(0), tcx_point(600)], seconds=600, metres=2000.4, avg_hr=130),
            tcx_lap([tcx_point(660), tcx_point(1860)], after_s=660, seconds=1200, metres=3000),
        )
    )
    assert only(content) == Activity(
        format="tcx",
        file="run.tcx",
        digest=hashlib.sha256(content).hexdigest(),
        start=START,
        sport=Sport.RUN,
        distance_m=5000,
        duration_s=1860,
        moving_s=1800,
        avg_hr=137,
        max_hr=170,
        note="Windy",
        device="Forerunner 410",
    )


def test_a_treadmill_has_no_positions_and_is_read_all_the_same() -> None:
    points = [tcx_point(0, metres=0, hr="130"), tcx_point(1800, metres=5000, hr="150")]
    activity = only(tcx_file(tcx_activity(tcx_lap(points, avg_hr=None, max_hr=None))))
    assert (activity.distance_m, activity.duration_s) == (5000, 1800)
    assert (activity.avg_hr, activity.max_hr) == (140, 150)


def test_laps_without_points_are_enough() -> None:
    laps = (tcx_lap(), tcx_lap(after_s=1860, seconds=600, metres=1500))
    activity = only(tcx_file(tcx_activity(*laps)))
    assert (activity.distance_m, activity.duration_s, activity.moving_s) == (6500, 2460, 2400)


def test_each_activity_of_a_file_is_its_own() -> None:
    inner = (
        tcx_activity(tcx_lap()),
        tcx_activity(tcx_lap(after_s=90_000, metres=None), sport="Biking", after_s=90_000),
    )
    content = tcx_file(
        f"<MultiSportSession><FirstSport>{inner[0]}</FirstSport>"
        f"<NextSport>{inner[1]}</NextSport></MultiSportSession>"
    )
    run, ride = read_tcx(content, "multi.tcx")
    assert isinstance(run, Activity)
    assert isinstance(ride, Activity)
    assert (run.sport, run.distance_m, ride.sport, ride.distance_m) == (
        Sport.RUN, 5000, Sport.BIKE, None,
    )  # fmt: skip
    assert ride.start == START + timedelta(seconds=90_000)
    assert (run.digest[-2:], ride.digest[-2:]) == ("-1", "-2")


@pytest.mark.parametrize(
    ("word", "sport"),
    [
        ("Running", Sport.RUN),
        ("running", Sport.RUN),
        ("Biking", Sport.BIKE),
        ("Other", Sport.OTHER),
        ("Swimming", Sport.SWIM),
    ],
)
def test_the_sport_is_the_files_word(word: str, sport: Sport) -> None:
    assert only(tcx_file(tcx_activity(tcx_lap(), sport=word))).sport is sport


def test_a_point_before_the_first_lap_is_the_start() -> None:
    points = [tcx_point(-30), tcx_point(1770)]
    activity = only(tcx_file(tcx_activity(tcx_lap(points))))
    assert activity.start == START - timedelta(seconds=30)
    assert activity.duration_s == 1800


def test_without_a_distance_of_the_device_the_way_along_the_points_counts() -> None:
    points = [tcx_point(10 * step, north=30 * step) for step in range(50)]
    activity = only(tcx_file(tcx_activity(tcx_lap(points, metres=None, seconds=490))))
    assert activity.distance_m == 1470


def test_a_jump_that_the_device_counted_is_taken_out() -> None:
    points = [
        tcx_point(10 * step, north=30 * step + (5000 if step == 20 else 0)) for step in range(50)
    ]
    activity = only(tcx_file(tcx_activity(tcx_lap(points, metres=11_470, seconds=490))))
    assert activity.distance_m == 1470
    assert "A jump of 5.0 km in 10 s" in activity.warnings[0]


def test_laps_and_points_that_contradict_each_other_are_said() -> None:
    points = [tcx_point(0, metres=0), tcx_point(1000, metres=2000)]
    activity = only(tcx_file(tcx_activity(tcx_lap(points))))
    assert (activity.distance_m, activity.duration_s) == (5000, 1800)
    assert activity.warnings == (
        "Its laps say 5.0 km, its points 2.0 km; the laps were taken.",
        "Its laps last longer than its points; the laps were taken.",
    )


def test_spaces_before_the_beginning_do_no_harm() -> None:
    content = tcx_file(tcx_activity(tcx_lap()))
    assert only(b"          " + content).distance_m == 5000


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (tcx_file("<Course><Lap/></Course>"), "planned course"),
        (tcx_file(), "no activity"),
        (tcx_file(tcx_activity()), "no laps and no points"),
        (tcx_file(tcx_activity(tcx_lap()))[:-40], "breaks off"),
        (b"<gpx/>", "not a TCX file"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_holds_no_activity_is_refused(content: bytes, says: str) -> None:
    assert says in refused(content)


def test_more_points_than_a_watch_can_record_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tcx_module, "POINTS_MAX", 3)
    points = [tcx_point(each) for each in range(4)]
    assert "more than 3 points" in refused(tcx_file(tcx_activity(tcx_lap(points))))
