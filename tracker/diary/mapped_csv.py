"""A table of anybody's making, whose columns the person names: pain scores or runs."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import PainScore, parse_score, score_at
from tracker.domain.problem import Problem
from tracker.domain.scale import RPE, parse_scale
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, parse_pain_site
from tracker.domain.text import clean_text, quoted
from tracker.domain.units import parse_distance, parse_duration
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.csv_table import Columns, Row, TableError, read_table
from tracker.exchange.plausible import plausible
from tracker.exchange.registry import FILE_MAX
from tracker.exchange.service_dates import parse_service_date
from tracker.exchange.sport import Sport, sport_named
from tracker.exchange.values import local_moment

FIELDS: Final = {
    "date": "the day, perhaps with the time",
    "time": "the time of day",
    "site": "where it hurts, a column or one site for all",
    "score": "the pain score, 0 to 10",
    "distance": "how far the run was",
    "duration": "how long it took",
    "sport": "run, ride, …",
    "rpe": "how hard it was, 0 to 10",
    "note": "words beside it",
}
EXAMPLE: Final = "Write it like --map date=Date,site=knee:L,score=Pain."
FORMAT: Final = "mapped-csv"

_SCORES = frozenset({"site", "score"})
_RUNS = frozenset({"distance", "duration"})
_NOON = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayScore:
    """One pain score of a table, at its moment; `line` is where it stands."""

    file: str
    line: int
    at: datetime
    score: PainScore
    note: str


def parse_map(text: str) -> Mapping[str, str] | Problem:
    """Read `date=Date,site=knee:L,score=Pain`: for each field a column, or one value for all."""
    found: dict[str, str] = {}
    for part in text.split(","):
        field, equals, column = (each.strip() for each in part.partition("="))
        if not equals or not column:
            return Problem("map", f"{quoted(part)} names no column. {EXAMPLE}")
        if field not in FIELDS:
            known = ", ".join(FIELDS)
            return Problem("map", f"{quoted(field)} is not a field. Use one of: {known}.")
        found[field] = column
    if "date" not in found:
        return Problem("map", f"The map names no column for the date. {EXAMPLE}")
    if not found.keys() >= _SCORES and not _RUNS & found.keys():
        return Problem(
            "map", f"A map needs site and score, or distance and duration of runs. {EXAMPLE}"
        )
    return found


def read_mapped(
    path: Path, mapping: Mapping[str, str], settings: Settings
) -> Sequence[DayScore | Activity | Rejected]:
    """Read a table by the person's own map; what can't be read is said of its line."""
    file = str(path)
    try:
        with path.open("rb") as stream:
            content = stream.read(FILE_MAX + 1)
        if len(content) > FILE_MAX:
            return (Rejected(file, "This table is larger than 32 MB. Divide it."),)
        date = mapping["date"].casefold()
        rows = read_table(content, lambda columns: columns.has((date,)))
    except OSError:
        return (Rejected(file, "This file can't be opened. Check that you may read it."),)
    except TableError as error:
        column = quoted(mapping["date"])
        return (Rejected(file, f"This table can't be read by the map: {error}, or no {column}."),)
    lacking = _missing(rows, mapping)
    if lacking is not None:
        return (Rejected(file, lacking),)
    read = _scores if mapping.keys() >= _SCORES else _runs
    return tuple(found for row in rows for found in read(_Line(row, mapping, settings, file)))


def _missing(rows: Sequence[Row], mapping: Mapping[str, str]) -> str | None:
    """Say which column is not there; a site may be one for all instead."""
    columns = rows[0].columns if rows else Columns(())
    for field, column in mapping.items():
        one_for_all = field == "site" and not isinstance(parse_pain_site(column), Problem)
        if not one_for_all and not columns.has((column.casefold(),)):
            return f"There is no column {quoted(column)} for the {field}."
    return None


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the table, read by the map."""

    row: Row
    mapping: Mapping[str, str]
    settings: Settings
    file: str

    def get(self, field: str) -> str:
        column = self.mapping.get(field, "")
        return clean_text(self.row.get((column.casefold(),))) if column else ""

    def at(self) -> datetime | None:
        day = parse_service_date(self.get("date"), month_first=not self.settings.day_first)
        if day is None:
            return None
        clock = self.get("time")
        if clock:
            return local_moment(parse_service_date(f"{day:%Y-%m-%d} {clock}"))
        is_midnight = (day.hour, day.minute) == (0, 0)
        return local_moment(day + _NOON if is_midnight else day)

    def place(self) -> PainSite | Problem:
        """Return the site of the line, else the one for all lines."""
        column = self.mapping["site"]
        usual = self.settings.tracked
        if self.row.columns.has((column.casefold(),)):
            return parse_pain_site(self.get("site"), usual=usual)
        return parse_pain_site(column, usual=usual)

    def rejected(self, why: str) -> Rejected:
        return Rejected(self.file, f"Line {self.row.number}: {why}")


def _scores(line: _Line) -> Iterator[DayScore | Rejected]:
    if not line.get("score"):
        # A day on which nothing was scored says nothing, and is no 0.
        return
    at, place, score = line.at(), line.place(), parse_score(line.get("score"))
    if at is None:
        yield line.rejected(f"Can't read {quoted(line.get('date'))} as a date.")
    elif isinstance(place, Problem):
        yield line.rejected(place.message)
    elif isinstance(score, Problem):
        yield line.rejected(score.message)
    else:
        yield DayScore(
            file=line.file,
            line=line.row.number,
            at=at,
            score=score_at(place, score),
            note=line.get("note"),
        )


def _runs(line: _Line) -> Iterator[Activity | Rejected]:
    at = line.at()
    if at is None:
        yield line.rejected(f"Can't read {quoted(line.get('date'))} as a date.")
        return
    metres = (
        parse_distance(line.get("distance"), line.settings.unit) if line.get("distance") else None
    )
    seconds = parse_duration(line.get("duration")) if line.get("duration") else None
    effort = parse_scale(line.get("rpe"), RPE) if line.get("rpe") else None
    problem = next((each for each in (metres, seconds, effort) if isinstance(each, Problem)), None)
    if problem is not None:
        yield line.rejected(problem.message)
        return
    word = line.get("sport")
    yield plausible(
        Activity(
            format=FORMAT,
            file=line.file,
            digest=hashlib.sha256("\x1f".join(line.row.cells).encode()).hexdigest(),
            start=at,
            sport=sport_named(word) if word else Sport.RUN,
            distance_m=metres if isinstance(metres, int) else None,
            duration_s=seconds if isinstance(seconds, int) else None,
            rpe=effort if isinstance(effort, int) else None,
            note=line.get("note"),
        )
    )
