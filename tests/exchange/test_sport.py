import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exchange.sport import RIDE_FROM_MPS, RUN_FROM_MPS, Sport, sport_at, sport_named


@pytest.mark.parametrize(
    ("word", "sport"),
    [
        ("Running", Sport.RUN),
        ("run", Sport.RUN),
        ("9", Sport.RUN),
        ("trail_running", Sport.RUN),
        ("treadmill_running", Sport.RUN),
        ("jogging", Sport.RUN),
        ("Run/Walk", Sport.RUN),
        ("TrailRun", Sport.RUN),
        ("VirtualRide", Sport.BIKE),
        ("10", Sport.WALK),
        ("slope 9", Sport.OTHER),
        ("treadmill walking", Sport.WALK),
        ("treadmill", Sport.UNKNOWN),
        ("1", Sport.BIKE),
        ("Mountain Biking", Sport.BIKE),
        ("road_biking", Sport.BIKE),
        ("walking", Sport.WALK),
        ("hiking", Sport.HIKE),
        ("open_water_swimming", Sport.SWIM),
        ("Kitesurfing", Sport.OTHER),
        ("99", Sport.OTHER),
        ("", Sport.UNKNOWN),
        (" Unknown ", Sport.UNKNOWN),
    ],
)
def test_a_word_names_a_sport(word: str, sport: Sport) -> None:
    assert sport_named(word) is sport


def test_what_has_no_word_goes_by_its_speed() -> None:
    assert sport_at(0) is Sport.WALK
    assert sport_at(RUN_FROM_MPS - 0.01) is Sport.WALK
    assert sport_at(RUN_FROM_MPS) is Sport.RUN
    assert sport_at(RIDE_FROM_MPS - 0.01) is Sport.RUN
    assert sport_at(RIDE_FROM_MPS) is Sport.BIKE


@given(st.text())
def test_any_word_names_some_sport(word: str) -> None:
    assert sport_named(word) in Sport
