"""Strava's bulk export: a list of all activities, and beside it the files they came from."""

from datetime import UTC
from typing import Final

from tracker.domain.run import RPE_MAX
from tracker.domain.text import clean_text
from tracker.exchange.activity import Activity, Found, Rejected
from tracker.exchange.cells import decimal_comma, parse_cell, whole
from tracker.exchange.csv_table import (
    Columns,
    Names,
    Row,
    TableError,
    has_header,
    names,
    read_table,
)
from tracker.exchange.listing import Listed
from tracker.exchange.service_dates import parse_service_date
from tracker.exchange.sport import Sport, sport_named, surface_named, unknown_sport

FORMAT: Final = "strava"

# English as of 2018, 2019 and now, German, French, Spanish, Italian, Dutch, Portuguese.
_ID = names(
    "activity id|id|aktivitäts-id|id de l'activité|id de actividad|id attività|"
    "activiteits-id|id da atividade"
)
_DATE = names(
    "activity date|date|aktivitätsdatum|date de l'activité|fecha de la actividad|"
    "data dell'attività|datum van activiteit|data da atividade"
)
_NAME = names(
    "activity name|name|name der aktivität|nom de l'activité|nombre de la actividad|"
    "nome attività|naam activiteit|nome da atividade"
)
_TYPE = names(
    "activity type|type|aktivitätsart|type d'activité|tipo de actividad|"
    "tipo di attività|activiteitstype|tipo de atividade"
)
_DESCRIPTION = names(
    "activity description|description|beschreibung der aktivität|"
    "description de l'activité|descripción de la actividad|"
    "descrizione dell'attività|descrição da atividade"
)
_PRIVATE = names("activity private note|private anmerkung zur aktivität")
_ELAPSED = names(
    "elapsed time|elapsed_time|verstrichene zeit|temps écoulé|tiempo transcurrido|"
    "tempo trascorso|verstreken tijd|tempo decorrido"
)
_MOVING = names(
    "moving time|bewegungszeit|durée de déplacement|temps de déplacement|"
    "tiempo en movimiento|tempo in movimento|beweegtijd|tempo de movimentação"
)
_DISTANCE = names("distance|distanz|distancia|distanza|afstand|distância")
_FILE = names(
    "filename|dateiname|nom du fichier|nombre de archivo|nome file|bestandsnaam|"
    "nome do arquivo|nome do ficheiro"
)
_AVG_HR = names(
    "average heart rate|durchschnittliche herzfrequenz|durchschnittliche hf|"
    "fréquence cardiaque moyenne|frecuencia cardiaca promedio|"
    "frequenza cardiaca media|gemiddelde hartslag|frequência cardíaca média"
)
_MAX_HR = names(
    "max heart rate|max. herzfrequenz|fréquence cardiaque max.|"
    "frecuencia cardiaca máx.|frequenza cardiaca max|max. hartslag|"
    "frequência cardíaca máxima"
)
_GAIN = names(
    "elevation gain|höhenzunahme|dénivelé positif|desnivel positivo|"
    "dislivello positivo|hoogtewinst|ganho de elevação"
)
_EXERTION = names(
    "perceived exertion|gefühlte anstrengung|effort perçu|esfuerzo percibido|"
    "sforzo percepito|ervaren inspanning|esforço percebido"
)
_OLD = names("elapsed_time")


def _is_header(columns: Columns) -> bool:
    return columns.has(_ID, _DATE, _TYPE, _FILE, _ELAPSED)


def is_strava(head: bytes) -> bool:
    """Return whether content begins like Strava's list of activities."""
    return has_header(head, _is_header)


def read_strava(content: bytes, file: str) -> tuple[Found, ...]:
    """Read the list alone, as where the files beside it are not at hand."""
    listed = list_strava(content, file)
    return tuple(each.activity if isinstance(each, Listed) else each for each in listed)


def list_strava(content: bytes, file: str) -> tuple[Listed | Rejected, ...]:
    """Read the list of activities, each with the name of the file that it came from."""
    try:
        rows = read_table(content, _is_header)
    except TableError as error:
        return (Rejected(file, f"This list can't be read: {error}. Request the export again."),)
    comma = decimal_comma(row.get(_DISTANCE) for row in rows)
    return tuple(_listed(row, file, comma=comma) for row in rows)


def _listed(row: Row, file: str, *, comma: bool) -> Listed | Rejected:
    start = parse_service_date(row.get(_DATE))
    if start is None:
        return Rejected(file, f"Activity {row.number} of the list has no date that can be read.")

    def number(column: Names) -> float | None:
        """Take the exact one where the list says a measure twice."""
        exact = parse_cell(row.get(column, 1), comma=comma and "," in row.get(column, 1))
        return parse_cell(row.get(column), comma=comma) if exact is None else exact

    word = clean_text(row.get(_TYPE))
    sport = sport_named(word)
    gain, exertion = number(_GAIN), number(_EXERTION)
    activity = Activity(
        format=FORMAT,
        file=file,
        digest=row.digest,
        ref=f"strava:{clean_text(row.get(_ID))}",
        start=start.replace(tzinfo=UTC),
        sport=sport,
        distance_m=_metres(row, comma=comma),
        duration_s=whole(number(_ELAPSED)),
        moving_s=whole(number(_MOVING)),
        avg_hr=whole(number(_AVG_HR)),
        max_hr=whole(number(_MAX_HR)),
        ascent_m=None if gain is None or gain < 0 else round(gain),
        rpe=round(exertion) if exertion is not None and 1 <= exertion <= RPE_MAX else None,
        surface=surface_named(word),
        note=_note(row),
        name=clean_text(row.get(_NAME)) or None,
        warnings=(unknown_sport(word),) if sport is Sport.OTHER else (),
    )
    return Listed(activity, row.get(_FILE))


def _metres(row: Row, *, comma: bool) -> int | None:
    """Return the distance; the second column is in metres, as the only one was before 2019."""
    exact = row.get(_DISTANCE, 1)
    metres = parse_cell(exact, comma=comma and "," in exact)
    if metres is not None:
        return whole(metres)
    first = parse_cell(row.get(_DISTANCE), comma=comma)
    if first is None:
        return None
    return whole(first if row.columns.has(_OLD) else first * 1000)


def _note(row: Row) -> str:
    notes = (clean_text(row.get(each), newlines=True) for each in (_DESCRIPTION, _PRIVATE))
    return clean_text("\n".join(filter(None, notes)), newlines=True)
