"""intervals.icu's lists: of activities, and of how each day was."""

from collections.abc import Iterator, Sequence
from typing import Final

from tracker.domain.run import RPE_MAX
from tracker.domain.text import clean_text, counted
from tracker.exchange.activity import Activity, Found, Rejected, Symptom
from tracker.exchange.cells import parse_cell, whole
from tracker.exchange.csv_table import (
    Columns,
    Names,
    Row,
    TableError,
    has_header,
    names,
    read_table,
)
from tracker.exchange.service_dates import parse_service_date
from tracker.exchange.sport import Sport, sport_named, surface_named, unknown_sport
from tracker.exchange.values import local_moment, parse_moment

FORMAT: Final = "intervals-icu"

_ID = names("id")
_START = names("start_date_local")
_TYPE = names("type")
_NAME = names("name")
_DESCRIPTION = names("description")
_DISTANCE = names("distance|icu_distance")
_MOVING = names("moving_time")
_ELAPSED = names("elapsed_time")
_AVG_HR = names("average_heartrate")
_MAX_HR = names("max_heartrate")
_ASCENT = names("total_elevation_gain")
_EFFORT = names("icu_rpe|perceived_exertion")
_READ = (
    _ID, _START, _TYPE, _NAME, _DESCRIPTION, _DISTANCE, _MOVING, _ELAPSED, _AVG_HR, _MAX_HR,
    _ASCENT, _EFFORT,
)  # fmt: skip

_DAY = names("date|id")
_SLEEP = names("sleepsecs")
_PULSE = names("restinghr")
_COMMENTS = names("comments|comment")
_OF_FOUR = {
    "sleep quality": names("sleepquality"),
    "soreness": names("soreness"),
    "fatigue": names("fatigue"),
    "stress": names("stress"),
    "mood": names("mood"),
    "motivation": names("motivation"),
    "injury": names("injury"),
}
_WELLNESS = (_SLEEP, _PULSE, *_OF_FOUR.values())
_WELLNESS_READ = (_DAY, _COMMENTS, *_WELLNESS)
_WELLNESS_MIN = 3
_NAMED_MAX = 6
_NOON = 12


def _is_activities(columns: Columns) -> bool:
    return columns.has(_START, _TYPE, _MOVING)


def _is_wellness(columns: Columns) -> bool:
    return columns.has(_DAY) and sum(map(columns.has, _WELLNESS)) >= _WELLNESS_MIN


def is_intervals_icu(head: bytes) -> bool:
    """Return whether content begins like the list of activities."""
    return has_header(head, _is_activities)


def is_wellness(head: bytes) -> bool:
    """Return whether content begins like the list of days."""
    return has_header(head, _is_wellness)


def read_intervals_icu(content: bytes, file: str) -> tuple[Found, ...]:
    """Read the list of activities: metres and seconds, the wall clock of this machine's zone."""
    try:
        rows = read_table(content, _is_activities)
    except TableError as error:
        return (Rejected(file, f"This list can't be read: {error}. Export it again."),)
    said = _not_read(rows, _READ)
    return tuple(
        _activity(row, file, said if number == 0 else ()) for number, row in enumerate(rows)
    )


def _activity(row: Row, file: str, said: tuple[str, ...]) -> Found:
    start = local_moment(parse_moment(row.get(_START)))
    if start is None:
        return Rejected(file, f"Activity {row.number} of the list has no date that can be read.")
    word = clean_text(row.get(_TYPE))
    sport = sport_named(word)
    effort, ascent = parse_cell(row.get(_EFFORT)), parse_cell(row.get(_ASCENT))
    name = clean_text(row.get(_ID))
    return Activity(
        format=FORMAT,
        file=file,
        digest=row.digest,
        ref=f"intervals-icu:{name}" if name else None,
        start=start,
        sport=sport,
        distance_m=whole(parse_cell(row.get(_DISTANCE))),
        duration_s=whole(parse_cell(row.get(_ELAPSED))),
        moving_s=whole(parse_cell(row.get(_MOVING))),
        avg_hr=whole(parse_cell(row.get(_AVG_HR))),
        max_hr=whole(parse_cell(row.get(_MAX_HR))),
        ascent_m=None if ascent is None or ascent < 0 else round(ascent),
        rpe=round(effort) if effort is not None and 1 <= effort <= RPE_MAX else None,
        surface=surface_named(word),
        note=clean_text(row.get(_DESCRIPTION), newlines=True),
        name=clean_text(row.get(_NAME)) or None,
        warnings=(*((unknown_sport(word),) if sport is Sport.OTHER else ()), *said),
    )


def read_wellness(content: bytes, file: str) -> tuple[Found, ...]:
    """Read the list of days as notes: its scales from 1 to 4 are no pain scores."""
    try:
        rows = read_table(content, _is_wellness)
    except TableError as error:
        return (Rejected(file, f"This list can't be read: {error}. Export it again."),)
    said = _not_read(rows, _WELLNESS_READ)
    found: list[Found] = []
    for row in rows:
        words = "; ".join(_day_words(row))
        at = local_moment(parse_service_date(row.get(_DAY)))
        if at is None:
            found.append(Rejected(file, f"Day {row.number} of the list has no date."))
        elif words:
            found.append(
                Symptom(
                    format=FORMAT,
                    file=file,
                    digest=row.digest,
                    at=at.replace(hour=_NOON),
                    words=f"{words} (intervals.icu).",
                    warnings=said,
                )
            )
            said = ()
    return tuple(found) or (Rejected(file, "This list says nothing of any day."),)


def _day_words(row: Row) -> Iterator[str]:
    sleep, pulse = parse_cell(row.get(_SLEEP)), parse_cell(row.get(_PULSE))
    if sleep:
        yield f"sleep {sleep / 3600:.1f} h"
    for word, column in _OF_FOUR.items():
        value = parse_cell(row.get(column))
        if value:
            yield f"{word} {value:.0f} of 4"
    if pulse:
        yield f"resting heart rate {pulse:.0f}"
    comment = clean_text(row.get(_COMMENTS), newlines=True)
    if comment:
        yield comment


def _not_read(rows: Sequence[Row], read: tuple[Names, ...]) -> tuple[str, ...]:
    """Name the columns that hold something and were not read."""
    if not rows:
        return ()
    known = {name for column in read for name in column}
    others = [
        name
        for at, name in enumerate(rows[0].columns.names)
        if name and name not in known and any(at < len(row.cells) and row.cells[at] for row in rows)
    ]
    if not others:
        return ()
    named = ", ".join(map(clean_text, others[:_NAMED_MAX]))
    more = f" and {len(others) - _NAMED_MAX} more" if len(others) > _NAMED_MAX else ""
    return (f"{counted(len(others), 'column')} not read: {named}{more}.",)
