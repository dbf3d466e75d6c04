"""The last runs as columns that fit a width: what each row says, before it is drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from textual.content import Content

from tracker.diary.answers import RunLine
from tracker.domain.calendar_words import format_day, format_day_of_year
from tracker.domain.pain import PainScore
from tracker.domain.routine import StepState
from tracker.domain.settings import Settings
from tracker.domain.units import format_distance_number, format_duration, format_pace, pace_of
from tracker.ui.glyphs import RESPONSE_ROLE, RESPONSE_WORD, Glyphs

NOTHING: Final = "–"
GAP_CELLS: Final = 2


@dataclass(frozen=True, slots=True)
class Fit:
    """What is left out where the room is small."""

    weekday: bool = True
    source: bool = True
    pace: bool = True
    word: bool = True
    routine: bool = True


FITS: Final = (
    Fit(),
    Fit(weekday=False),
    Fit(weekday=False, routine=False),
    Fit(weekday=False, routine=False, source=False),
    Fit(weekday=False, routine=False, source=False, pace=False),
    Fit(weekday=False, routine=False, source=False, pace=False, word=False),
)
"""From the most to the least; the first one that has the room is used."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head and its cells, all as wide as the widest of them."""

    head: str
    cells: tuple[Content, ...]
    right: bool = False

    @property
    def width(self) -> int:
        """Give the cells of the widest."""
        return max(map(len, (self.head, *(cell.plain for cell in self.cells))))

    def head_cell(self) -> Content:
        """Write the head in dim."""
        return self._placed(Content.styled(self.head, "$dim"))

    def cell(self, row: int) -> Content:
        """Write one cell."""
        return self._placed(self.cells[row])

    def _placed(self, cell: Content) -> Content:
        blank = self.width - len(cell.plain)
        return cell.pad_left(blank) if self.right else cell.pad_right(blank)


def run_columns(
    lines: Sequence[RunLine], *, settings: Settings, today: date, glyphs: Glyphs, room: int
) -> tuple[Column, ...]:
    """Lay the runs out in columns that fit a room of so many cells."""
    columns: tuple[Column, ...] = ()
    for fit in FITS:
        columns = tuple(_columns(lines, settings, today=today, glyphs=glyphs, fit=fit))
        if sum(column.width + GAP_CELLS for column in columns) - GAP_CELLS <= room:
            break
    return columns


def _columns(
    lines: Sequence[RunLine], settings: Settings, *, today: date, glyphs: Glyphs, fit: Fit
) -> Iterable[Column]:
    unit = settings.unit
    runs = [line.run for line in lines]
    days = (_day(run.day, today=today, weekday=fit.weekday) for run in runs)
    yield Column("date", tuple(Content.styled(day, "$dim") for day in days))
    yield Column(
        unit.value,
        tuple(
            Content.styled(
                NOTHING if run.distance_m is None else format_distance_number(run.distance_m, unit),
                "bold",
            )
            for run in runs
        ),
        right=True,
    )
    yield Column(
        "time",
        tuple(
            Content(NOTHING if run.duration_s is None else format_duration(run.duration_s))
            for run in runs
        ),
        right=True,
    )
    if fit.pace:
        paces = (pace_of(run.distance_m, run.duration_s, unit=unit) for run in runs)
        yield Column(
            "pace",
            tuple(Content(NOTHING if pace is None else format_pace(pace)) for pace in paces),
            right=True,
        )
    yield Column(
        "pain",
        tuple(
            Content(glyphs.right.join(map(_worst, (run.before, run.during, run.after))))
            for run in runs
        ),
    )
    yield Column(
        "response" if fit.word else "", tuple(_response(line, glyphs, fit) for line in lines)
    )
    if fit.routine and any(line.routine for line in lines):
        sign = Content.styled(glyphs.steps[StepState.DONE], "$zone-ok")
        yield Column("", tuple(sign if line.routine else Content("") for line in lines))
    if fit.source and any(run.source for run in runs):
        yield Column(
            "from",
            tuple(
                Content.styled(run.source.format.lower()[:5] if run.source else "", "$dim")
                for run in runs
            ),
        )


def _day(day: date, *, today: date, weekday: bool) -> str:
    number, month = format_day_of_year(day).split()
    plain = f"{number:>2} {month}"
    if day.year != today.year:
        return f"{plain} {day.year}"
    return f"{format_day(day)[:3]} {plain}" if weekday else plain


def _worst(scores: Iterable[PainScore]) -> str:
    found = [score.score for score in scores]
    return str(max(found)) if found else NOTHING


def _response(line: RunLine, glyphs: Glyphs, fit: Fit) -> Content:
    role = f"${RESPONSE_ROLE[line.response]}"
    sign = Content.styled(glyphs.responses[line.response], role)
    return Content.assemble(sign, " ", RESPONSE_WORD[line.response]) if fit.word else sign
