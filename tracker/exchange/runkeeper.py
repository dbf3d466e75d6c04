"""Runkeeper's list of activities, beside the tracks that it exports."""

from typing import Final

from tracker.domain.text import clean_text
from tracker.exchange.activity import Activity, Found, Rejected
from tracker.exchange.cells import decimal_comma, parse_cell, parse_seconds, whole
from tracker.exchange.csv_table import Columns, Row, TableError, has_header, names, read_table
from tracker.exchange.listing import Listed
from tracker.exchange.service_dates import parse_service_date
from tracker.exchange.sport import Sport, sport_named, surface_named, unknown_sport
from tracker.exchange.values import local_moment

FORMAT: Final = "runkeeper"

_ID = names("activity id")
_DATE = names("date")
_TYPE = names("type")
_ROUTE = names("route name")
_KM, _MILES = names("distance (km)"), names("distance (mi)")
_DURATION = names("duration")
_METRES, _FEET = names("climb (m)"), names("climb (ft)")
_AVG_HR = names("average heart rate (bpm)")
_NOTES = names("notes")
_TRACK = names("gpx file")

_METRES_A_MILE = 1609.344
_METRES_A_FOOT = 0.3048


def _is_header(columns: Columns) -> bool:
    in_km, in_miles = columns.has(_KM), columns.has(_MILES)
    return columns.has(_DATE, _TYPE, _DURATION, _TRACK) and (in_km or in_miles)


def is_runkeeper(head: bytes) -> bool:
    """Return whether content begins like Runkeeper's list of activities."""
    return has_header(head, _is_header)


def read_runkeeper(content: bytes, file: str) -> tuple[Found, ...]:
    """Read the list alone, as where the tracks beside it are not at hand."""
    listed = list_runkeeper(content, file)
    return tuple(each.activity if isinstance(each, Listed) else each for each in listed)


def list_runkeeper(content: bytes, file: str) -> tuple[Listed | Rejected, ...]:
    """Read the list, each activity with the name of its track; times are this machine's zone's."""
    try:
        rows = read_table(content, _is_header)
    except TableError as error:
        return (Rejected(file, f"This list can't be read: {error}. Export it again."),)
    comma = decimal_comma(row.get(column) for row in rows for column in (_KM, _MILES))
    return tuple(_listed(row, file, comma=comma) for row in rows)


def _listed(row: Row, file: str, *, comma: bool) -> Listed | Rejected:
    start = local_moment(parse_service_date(row.get(_DATE)))
    if start is None:
        return Rejected(file, f"Activity {row.number} of the list has no date that can be read.")

    def measure(*columns: tuple[tuple[str, ...], float]) -> float | None:
        cells = ((parse_cell(row.get(column), comma=comma), unit) for column, unit in columns)
        return next((value * unit for value, unit in cells if value is not None), None)

    word = clean_text(row.get(_TYPE))
    sport = sport_named(word)
    climb = measure((_METRES, 1), (_FEET, _METRES_A_FOOT))
    name = clean_text(row.get(_ID))
    activity = Activity(
        format=FORMAT,
        file=file,
        digest=row.digest,
        ref=f"runkeeper:{name}" if name else None,
        start=start,
        sport=sport,
        distance_m=whole(measure((_KM, 1000), (_MILES, _METRES_A_MILE))),
        duration_s=whole(parse_seconds(row.get(_DURATION))),
        avg_hr=whole(parse_cell(row.get(_AVG_HR), comma=comma)),
        ascent_m=None if climb is None or climb < 0 else round(climb),
        surface=surface_named(word),
        note=clean_text(row.get(_NOTES), newlines=True),
        name=clean_text(row.get(_ROUTE)) or None,
        warnings=(unknown_sport(word),) if sport is Sport.OTHER else (),
    )
    return Listed(activity, row.get(_TRACK))
