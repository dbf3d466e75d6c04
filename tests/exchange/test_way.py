from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exchange.way import EARTH_RADIUS_M, FOOT_MAX_MPS, Point, haversine_m, way_of

_LATITUDES = st.floats(-90, 90)
_LONGITUDES = st.floats(-180, 180)


def test_a_quarter_of_the_way_round_is_a_quarter_of_the_girth() -> None:
    girth = 2 * pi * EARTH_RADIUS_M
    assert haversine_m(0, 0, to_latitude=90, to_longitude=0) == pytest.approx(girth / 4)
    assert haversine_m(0, 0, to_latitude=0, to_longitude=180) == pytest.approx(girth / 2)
    assert haversine_m(50, 8, to_latitude=50.001, to_longitude=8) == pytest.approx(
        111.195, abs=1e-3
    )


@given(_LATITUDES, _LONGITUDES, _LATITUDES, _LONGITUDES)
def test_the_way_back_is_as_long_and_never_beyond_half_the_girth(
    latitude: float, longitude: float, to_latitude: float, to_longitude: float
) -> None:
    there = haversine_m(latitude, longitude, to_latitude=to_latitude, to_longitude=to_longitude)
    back = haversine_m(to_latitude, to_longitude, to_latitude=latitude, to_longitude=longitude)
    assert there == pytest.approx(back, abs=1e-3)
    assert 0 <= there <= pi * EARTH_RADIUS_M


def north(*legs: tuple[float, float], at: float = 0.0) -> list[Point]:
    """Go north by legs of metres and seconds."""
    points: list[Point] = [(50.0, 8.0, at)]
    for metres, seconds in legs:
        latitude, longitude, then = points[-1]
        assert then is not None
        points.append((latitude + metres / 111_195, longitude, then + seconds))
    return points


def test_the_bad_end_of_a_jump_is_left_out_and_the_way_around_it_counts() -> None:
    way = way_of([north((10, 5), (33_000, 5), (-32_990, 5), (10, 5))], FOOT_MAX_MPS, timed=True)
    assert way.metres == pytest.approx(30, abs=0.1)
    assert way.seconds == 20
    assert way.jumps == 1
    assert way.farthest is not None
    assert way.farthest.metres == pytest.approx(33_000, rel=1e-3)
    assert way.farthest.seconds == 5


def test_where_the_receiver_was_carried_the_way_goes_on_from_there() -> None:
    steps = [(10.0, 5.0)] * 10
    way = way_of([north(*steps, (5000, 5), *steps)], FOOT_MAX_MPS, timed=True)
    assert way.metres == pytest.approx(200, abs=0.1)
    assert way.jumps == 1


def test_a_receiver_that_lagged_behind_catches_up() -> None:
    """Two steps together are no faster than anybody runs: the first was too short."""
    way = way_of([north((10, 5), (0, 60), (200, 2), (10, 5))], FOOT_MAX_MPS, timed=True)
    assert way.metres == pytest.approx(220, abs=0.1)
    assert way.jumps == 0


def test_a_drive_between_two_runs_does_not_count() -> None:
    drive = [(15.0, 1.0)] * 100
    way = way_of([north(*[(3, 1)] * 200, *drive, *[(3, 1)] * 200)], FOOT_MAX_MPS, timed=True)
    assert way.metres < 1300


def test_what_overlaps_in_time_counts_once() -> None:
    one = north(*[(10, 5)] * 20)
    late = north(*[(10, 5)] * 20, at=50)
    apart = north(*[(10, 5)] * 20, at=1000)
    way = way_of([late, one, apart], FOOT_MAX_MPS, timed=True)
    assert way.metres == pytest.approx(500, abs=0.5)
    assert way.repeated_s == 50


@given(
    st.lists(
        st.lists(
            st.tuples(st.floats(-90, 90), st.floats(-180, 180), st.integers(0, 3600)), max_size=30
        ),
        max_size=4,
    )
)
def test_no_way_is_longer_than_its_time_allows(segments: list[list[Point]]) -> None:
    points = sum(map(len, segments))
    times = [point[2] or 0 for part in segments for point in part]
    way = way_of(segments, FOOT_MAX_MPS, timed=True)
    span = max(times, default=0) - min(times, default=0)
    assert 0 <= way.seconds <= span
    # A second at least for each step, and once more for what a lagging receiver makes up.
    assert way.metres <= 2 * FOOT_MAX_MPS * (span + points)
