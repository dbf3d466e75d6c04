"""Positions as track files write them."""

from typing import Final

from tracker.exchange.values import parse_number

_LATITUDE_MAX: Final = 90.0
_LONGITUDE_MAX: Final = 180.0
# Receivers without a fix write the place where equator and prime meridian meet, at sea.
_NO_FIX_DEGREES: Final = 0.001


def parse_place(latitude_text: str, longitude_text: str) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees; None where a receiver can't have been there."""
    latitude, longitude = parse_number(latitude_text), parse_number(longitude_text)
    if latitude is None or longitude is None:
        return None
    if abs(latitude) > _LATITUDE_MAX or abs(longitude) > _LONGITUDE_MAX:
        return None
    if max(abs(latitude), abs(longitude)) < _NO_FIX_DEGREES:
        return None
    return latitude, longitude
