from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exchange.track import EARTH_RADIUS_M, haversine_m

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
