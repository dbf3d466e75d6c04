"""Dates and times of day as services write them, in the languages of their exports."""

import re
from datetime import datetime
from typing import Final

from tracker.exchange.values import usable_moment

# The beginning of a month's name tells it; a longer beginning comes before a shorter one.
_MONTHS: Final = {
    1: "jan gen ene",
    2: "feb fév fev",
    3: "mar mär maa mrz",
    4: "apr avr abr",
    5: "mag may mai mei maj",
    6: "juin jun giu",
    7: "juil jul lug",
    8: "aug aoû aou ago",
    9: "sep set",
    10: "oct okt ott out",
    11: "nov",
    12: "dec dez déc dic",
}
_MONTH_OF: Final = {start: month for month, words in _MONTHS.items() for start in words.split()}
_NOON: Final = 12

_CLOCK = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?"
)
_BETWEEN = r"(?:T|\s*,?\s*(?:at|à|um|a las|às)?\s+)"
_ORDINAL = r"(?:st|nd|rd|th|\.|º)?"
_WORD = r"(?P<word>[^\W\d_]{3,12})\.?"
_DAYS = (
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",
    r"(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>\d{4})",
    rf"{_WORD}\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>\d{{4}})",
    rf"(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:de\s+)?{_WORD}\s+(?:de\s+)?(?P<year>\d{{4}})",
)
_FORMS: Final = tuple(
    re.compile(rf"{day}(?:{_BETWEEN}{_CLOCK})?(?:\s*(?:Z|UTC|GMT))?", re.IGNORECASE | re.ASCII)
    if "word" not in day
    else re.compile(rf"{day}(?:{_BETWEEN}{_CLOCK})?(?:\s*(?:Z|UTC|GMT))?", re.IGNORECASE)
    for day in _DAYS
)
_LENGTH_MAX: Final = 60


def parse_service_date(text: str, *, month_first: bool = False) -> datetime | None:
    """Return the wall clock that a text names, midnight where it names a day only.

    `3/4/2026` is the third of April, unless the clock has am and pm or the caller knows better.
    """
    plain = " ".join(text.split())
    if len(plain) > _LENGTH_MAX:
        return None
    match = next((found for form in _FORMS if (found := form.fullmatch(plain))), None)
    if match is None:
        return None
    parts = match.groupdict()
    try:
        day, month = _day_and_month(parts, month_first=month_first)
        moment = datetime(  # noqa: DTZ001 - the caller knows the zone
            int(parts["year"]), month, day, _hour(parts), int(parts["minute"] or 0),
            int(parts["second"] or 0),
        )  # fmt: skip
    except (KeyError, ValueError):
        return None
    return usable_moment(moment)


def _day_and_month(parts: dict[str, str | None], *, month_first: bool) -> tuple[int, int]:
    if parts.get("one"):
        one, other = int(parts["one"] or 0), int(parts["other"] or 0)
        american = (month_first or bool(parts["half"])) and one <= _NOON
        return (other, one) if american or other > _NOON else (one, other)
    if parts.get("word"):
        word = (parts["word"] or "").casefold()
        month = _MONTH_OF.get(word[:4]) or _MONTH_OF[word[:3]]
    else:
        month = int(parts["month"] or 0)
    return int(parts["day"] or 0), month


def _hour(parts: dict[str, str | None]) -> int:
    hour = int(parts["hour"] or 0)
    half = (parts["half"] or "").casefold()[:1]
    if not half:
        return hour
    if not 1 <= hour <= _NOON:
        raise ValueError(hour)
    return hour % _NOON + (_NOON if half == "p" else 0)
