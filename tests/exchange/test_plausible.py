from dataclasses import replace

import pytest

from tracker.exchange.activity import Activity
from tracker.exchange.plausible import plausible
from tracker.exchange.sport import Sport

RUN = Activity(
    format="fit", file="a.fit", digest="d", sport=Sport.RUN, distance_m=5000, duration_s=1800
)


def test_what_can_be_stays_as_it_is() -> None:
    run = replace(RUN, moving_s=1700, avg_hr=140, max_hr=171, warnings=("Odd.",))
    assert plausible(run) == run


@pytest.mark.parametrize(
    ("distance_m", "duration_s", "moving_s", "words"),
    [
        (66_706, 1495, None, "66.7 km in 24:55, 0:22 a km"),
        (66_706, 9000, 1495, "66.7 km in 24:55, 0:22 a km"),
        (1_000_001, 200_000, None, "longer than 1,000 km"),
    ],
)
def test_a_distance_that_nobody_runs_is_none_and_said(
    distance_m: int, duration_s: int, moving_s: int | None, words: str
) -> None:
    found = plausible(replace(RUN, distance_m=distance_m, duration_s=duration_s, moving_s=moving_s))
    assert found.distance_m is None
    assert found.duration_s == duration_s
    assert words in found.warnings[0]
    assert found.warnings[0].endswith("so it gives no distance.")


def test_a_fast_ride_keeps_its_distance() -> None:
    ride = replace(RUN, sport=Sport.BIKE, distance_m=20_000)
    assert plausible(ride) == ride


def test_a_measure_of_nothing_is_not_known() -> None:
    found = plausible(replace(RUN, distance_m=0, duration_s=0, moving_s=0, avg_hr=0, max_hr=300))
    assert (found.distance_m, found.duration_s, found.moving_s) == (None, None, None)
    assert (found.avg_hr, found.max_hr) == (None, None)


def test_moving_time_is_never_longer_than_the_whole() -> None:
    found = plausible(replace(RUN, duration_s=1200, moving_s=1800))
    assert (found.duration_s, found.moving_s) == (1800, 1200)
    assert "swapped" in found.warnings[0]


def test_a_rounded_moving_time_stays() -> None:
    found = plausible(replace(RUN, duration_s=1790, moving_s=1800))
    assert (found.duration_s, found.moving_s, found.warnings) == (1790, 1800, ())


def test_days_on_end_give_no_duration() -> None:
    found = plausible(replace(RUN, duration_s=3 * 86_400 + 1))
    assert found.duration_s is None
    assert "72 hours" in found.warnings[0]
