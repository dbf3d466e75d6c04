"""Garmin Connect's list of activities: without a zone, and without any unit."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

from tracker.domain.run import Surface
from tracker.domain.text import clean_text
from tracker.exchange.activity import Activity, Found, Rejected
from tracker.exchange.cells import decimal_comma, parse_cell, parse_seconds, whole
from tracker.exchange.csv_table import Columns, Row, TableError, has_header, names, read_table
from tracker.exchange.service_dates import parse_service_date
from tracker.exchange.sport import Sport, max_speed, sport_named, surface_named, unknown_sport
from tracker.exchange.values import local_moment

FORMAT: Final = "garmin-csv"

# English, German, French, Spanish, Italian, Dutch; names changed over the years.
_TYPE = names(
    "activity type|aktivitätstyp|type d'activité|tipo de actividad|tipo di attività|activiteittype"
)
_DATE = names("date|datum|fecha|data")
_TITLE = names("title|titel|titre|título|titolo")
_FAVOURITE = names("favorite|favourite|favorit|favori|favorito|preferito|favoriet")
_DISTANCE = names("distance|distanz|distancia|distanza|afstand")
_TIME = names("time|zeit|durée|tiempo|tempo|tijd|dauer|duration")
_MOVING = names(
    "moving time|zeit in bewegung|bewegungszeit|temps de déplacement|tiempo en movimiento|"
    "tempo in movimento|tijd in beweging"
)
_ELAPSED = names(
    "elapsed time|verstrichene zeit|temps écoulé|tiempo transcurrido|tempo trascorso|"
    "verstreken tijd"
)
_AVG_HR = names(
    "avg hr|ø hf|ø herzfrequenz|durchschnittliche herzfrequenz|fréquence cardiaque moyenne|"
    "frecuencia cardiaca media|fc media|gem. hs|gemiddelde hartslag"
)
_MAX_HR = names(
    "max hr|max. hf|maximale herzfrequenz|fréquence cardiaque maximale|fc máxima|"
    "frecuencia cardiaca máxima|fc max|max. hs|maximale hartslag"
)
_ASCENT = names(
    "total ascent|anstieg gesamt|gesamtanstieg|ascension totale|ascenso total|ascesa totale|"
    "totale stijging"
)
_STEPS = names("steps|schritte|pas|pasos|passi|stappen")
_STRIDE = names(
    "avg stride length|ø schrittlänge|durchschnittliche schrittlänge|"
    "longueur moyenne des foulées|longitud media de zancada|lunghezza media passo"
)
_EFFECT = names("aerobic te|aerober te|te aérobie|te aeróbico|te aerobico")

_METRES_A_MILE = 1609.344
# What steps times stride comes to, for each unit of distance and of stride.
_UNITS = {1000.0: 1000.0, _METRES_A_MILE: _METRES_A_MILE, 5280.0: _METRES_A_MILE}
_UNIT_SLACK = 0.1
_ASSUMED = "The list names no unit, so its distances were taken as kilometres."


def _is_header(columns: Columns) -> bool:
    return columns.has(_TYPE, _DATE, _FAVOURITE, _DISTANCE, _TIME)


def is_garmin_csv(head: bytes) -> bool:
    """Return whether content begins like Garmin Connect's list of activities."""
    return has_header(head, _is_header)


def read_garmin_csv(content: bytes, file: str) -> tuple[Found, ...]:
    """Read the activities of the list; the times are the wall clock of this machine's zone."""
    try:
        rows = read_table(content, _is_header)
    except TableError as error:
        return (Rejected(file, f"This list can't be read: {error}. Export it again."),)
    comma = decimal_comma(
        row.get(column) for row in rows for column in (_DISTANCE, _EFFECT, _STRIDE)
    )
    unit = _unit(rows, comma=comma)
    return tuple(_activity(row, file, comma=comma, unit=unit) for row in rows)


def _unit(rows: Sequence[Row], *, comma: bool) -> float | None:
    """Return the metres of a unit as steps and strides tell them, None where they don't."""
    found = list(_ratios(rows, comma=comma))
    if not found:
        return None
    ratio = median(found)
    near = min(_UNITS, key=lambda unit: abs(unit - ratio))
    return _UNITS[near] if abs(near - ratio) <= _UNIT_SLACK * near else None


def _ratios(rows: Iterable[Row], *, comma: bool) -> Iterable[float]:
    for row in rows:
        steps, stride, distance = (
            parse_cell(row.get(column), comma=comma) for column in (_STEPS, _STRIDE, _DISTANCE)
        )
        in_metres = _in_metres(clean_text(row.get(_TYPE)))
        if steps and stride and distance and not in_metres:
            yield steps * stride / distance


def _in_metres(word: str) -> bool:
    """Return whether this kind of activity is measured in metres, whatever the account's unit."""
    return surface_named(word) is Surface.TRACK or sport_named(word) is Sport.SWIM


def _activity(row: Row, file: str, *, comma: bool, unit: float | None) -> Found:
    start = local_moment(parse_service_date(row.get(_DATE)))
    if start is None:
        return Rejected(file, f"Activity {row.number} of the list has no date that can be read.")
    word = clean_text(row.get(_TYPE))
    sport = sport_named(word)
    timer = parse_seconds(row.get(_TIME))
    elapsed, moving = parse_seconds(row.get(_ELAPSED)), parse_seconds(row.get(_MOVING))
    metres, assumed = _metres(row, sport, seconds=timer or moving or 0, comma=comma, unit=unit)
    ascent = parse_cell(row.get(_ASCENT), comma=comma)
    said = (unknown_sport(word),) if sport is Sport.OTHER else ()
    return Activity(
        format=FORMAT,
        file=file,
        digest=row.digest,
        start=start,
        sport=sport,
        distance_m=whole(metres),
        duration_s=whole(elapsed or timer),
        moving_s=whole(moving or timer),
        avg_hr=whole(parse_cell(row.get(_AVG_HR), comma=comma)),
        max_hr=whole(parse_cell(row.get(_MAX_HR), comma=comma)),
        ascent_m=None if ascent is None or ascent < 0 else round(ascent),
        surface=surface_named(word),
        name=clean_text(row.get(_TITLE)) or None,
        unit_assumed=assumed,
        warnings=(*said, _ASSUMED) if assumed else said,
    )


def _metres(
    row: Row, sport: Sport, *, seconds: float, comma: bool, unit: float | None
) -> tuple[float | None, bool]:
    """Return the distance in metres, and whether its unit is only assumed."""
    cell = row.get(_DISTANCE)
    value = parse_cell(cell, comma=comma)
    if not value:
        return None, False
    in_metres = _in_metres(clean_text(row.get(_TYPE)))
    # Where the type's name is not known, kilometres that nobody makes in that time are metres.
    too_far = seconds > 0 and value * 1000 > max_speed(sport) * seconds
    if in_metres or too_far:
        return value, False
    return value * (unit or 1000), unit is None
