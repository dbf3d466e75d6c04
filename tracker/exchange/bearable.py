"""Bearable's list of a day's entries: its symptoms are kept in its own words."""

import re
from typing import Final

from tracker.domain.text import clean_text, counted
from tracker.exchange.activity import Found, Rejected, Symptom
from tracker.exchange.csv_table import Columns, Row, TableError, has_header, names, read_table
from tracker.exchange.service_dates import parse_service_date
from tracker.exchange.values import local_moment

FORMAT: Final = "bearable"

_DATE = names("date|date formatted")
_TIME = names("time of day")
_CATEGORY = names("category")
_AMOUNT = names("rating/amount")
_DETAIL = names("detail")
_NOTES = names("notes")
_SYMPTOM = re.compile(r"symptoms?", re.IGNORECASE)
# The hour that stands for a part of the day.
_HOURS = {"pre": 4, "am": 9, "mid": 13, "pm": 19}
_NOON = 12


def _is_header(columns: Columns) -> bool:
    return columns.has(_DATE, _CATEGORY, _AMOUNT, _DETAIL)


def is_bearable(head: bytes) -> bool:
    """Return whether content begins like Bearable's list."""
    return has_header(head, _is_header)


def read_bearable(content: bytes, file: str) -> tuple[Found, ...]:
    """Read the symptoms of the list.

    The number beside a symptom is on a scale that the file does not name; the word is taken.
    """
    try:
        rows = read_table(content, _is_header)
    except TableError as error:
        return (Rejected(file, f"This list can't be read: {error}. Export it again."),)
    symptoms = [row for row in rows if _SYMPTOM.fullmatch(row.get(_CATEGORY))]
    others = len(rows) - len(symptoms)
    if not symptoms:
        return (Rejected(file, "This list holds no symptoms. Export them from Bearable too."),)
    said = (f"{counted(others, 'line')} of other kinds left out.",) if others else ()
    return tuple(
        _symptom(row, file, said if number == 0 else ()) for number, row in enumerate(symptoms)
    )


def _symptom(row: Row, file: str, said: tuple[str, ...]) -> Found:
    at = local_moment(parse_service_date(row.get(_DATE)))
    detail = clean_text(row.get(_DETAIL))
    if at is None or not detail:
        return Rejected(file, f"Symptom {row.number} of the list has no date or no name.")
    note = clean_text(row.get(_NOTES), newlines=True)
    return Symptom(
        format=FORMAT,
        file=file,
        digest=row.digest,
        at=at.replace(hour=_HOURS.get(row.get(_TIME).casefold(), _NOON)),
        words=clean_text(f"{detail} (Bearable). {note}", newlines=True),
        warnings=said,
    )
