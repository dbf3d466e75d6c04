"""The last runs as columns that fit a width: what each row says, before it is drawn."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from textual.content import Content

from tracker.diary.answers import RunLine
from tracker.domain.calendar_words import format_day, format_day_of_year
from tracker.domain.pain import SCORE_MAX, PainScore
from tracker.domain.routine import StepState
from tracker.domain.run import Run
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.units import format_distance_number, format_duration, format_pace, pace_of
from tracker.ui.glyphs import RESPONSE_ROLE, RESPONSE_WORD, Glyphs

NOTHING: Final = "–"
GAP_CELLS: Final = 2
SOURCE_CELLS: Final = 5


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its head, its cells of width, and what it says of a run."""

    head: str = ""
    cells: int
    of: Callable[[RunLine], Content | str]
    right: bool = False

    @property
    def width(self) -> int:
        """Return the cells that head and contents take."""
        return max(self.cells, len(self.head))

    def head_cell(self) -> Content:
        """Write the head in dim."""
        return self._placed(Content.styled(self.head, "$dim"))

    def cell(self, line: RunLine) -> Content:
        """Write what it says of a run."""
        said = self.of(line)
        return self._placed(Content(said) if isinstance(said, str) else said)

    def _placed(self, cell: Content) -> Content:
        blank = max(self.width - cell.cell_length, 0)
        return cell.pad_left(blank) if self.right else cell.pad_right(blank)


def run_columns(
    lines: Sequence[RunLine], *, settings: Settings, today: date, glyphs: Glyphs, room: int
) -> tuple[Column, ...]:
    """Return the columns that fit a room of so many cells, as wide as the widest run needs.

    Widths come from extremes, so that nothing is written for a run before it comes into sight.
    """
    columns: tuple[Column, ...] = ()
    for fit in FITS:
        columns = tuple(_columns(lines, settings, today=today, glyphs=glyphs, fit=fit))
        if sum(column.width + GAP_CELLS for column in columns) - GAP_CELLS <= room:
            break
    return columns


def _columns(
    lines: Sequence[RunLine], settings: Settings, *, today: date, glyphs: Glyphs, fit: Fit
) -> Iterator[Column]:
    unit = settings.unit
    runs = [line.run for line in lines]
    days = {run.day for run in (*runs[:1], *runs[-1:])}
    yield Column(
        head="date",
        cells=max((len(_day(day, today=today, weekday=fit.weekday)) for day in days), default=0),
        of=lambda line: Content.styled(
            _day(line.run.day, today=today, weekday=fit.weekday), "$dim"
        ),
    )
    farthest = max((run.distance_m or 0 for run in runs), default=0)
    yield Column(
        head=unit.value,
        cells=len(format_distance_number(farthest, unit)),
        of=lambda line: Content.styled(_distance(line.run, unit), "bold"),
        right=True,
    )
    longest = max((run.duration_s or 0 for run in runs), default=0)
    yield Column(
        head="time",
        cells=len(format_duration(longest)),
        of=lambda line: (
            NOTHING if line.run.duration_s is None else format_duration(line.run.duration_s)
        ),
        right=True,
    )
    if fit.pace:
        slowest = max(
            (run.duration_s / run.distance_m for run in runs if run.duration_s and run.distance_m),
            default=0.0,
        )
        pace = pace_of(1000, round(slowest * 1000), unit=unit) if slowest else None
        yield Column(
            head="pace",
            cells=0 if pace is None else len(format_pace(pace)),
            of=lambda line: _pace(line.run, unit),
            right=True,
        )
    worst = max((_pain_cells(run) for run in runs), default=0)
    yield Column(head="pain", cells=worst, of=lambda line: _pain(line.run, glyphs))
    words = {RESPONSE_WORD[line.response] for line in lines} if fit.word else set()
    yield Column(
        head="response" if fit.word else "",
        cells=1 + max((len(word) + 1 for word in words), default=0),
        of=lambda line: _response(line, glyphs, fit),
    )
    if fit.routine and any(line.routine for line in lines):
        sign = Content.styled(glyphs.steps[StepState.DONE], "$zone-ok")
        yield Column(cells=1, of=lambda line: sign if line.routine else "")
    sources = {_source(run) for run in runs} if fit.source else set()
    if any(sources):
        yield Column(
            head="from",
            cells=max(map(len, sources)),
            of=lambda line: Content.styled(_source(line.run), "$dim"),
        )


def _distance(run: Run, unit: DistanceUnit) -> str:
    return NOTHING if run.distance_m is None else format_distance_number(run.distance_m, unit)


def _pace(run: Run, unit: DistanceUnit) -> str:
    pace = pace_of(run.distance_m, run.duration_s, unit=unit)
    return NOTHING if pace is None else format_pace(pace)


def _source(run: Run) -> str:
    return run.source.format.lower()[:SOURCE_CELLS] if run.source else ""


def _day(day: date, *, today: date, weekday: bool) -> str:
    number, month = format_day_of_year(day).split()
    plain = f"{number:>2} {month}"
    if day.year != today.year:
        return f"{plain} {day.year}"
    return f"{format_day(day)[:3]} {plain}" if weekday else plain


def _pain(run: Run, glyphs: Glyphs) -> str:
    return glyphs.right.join(map(_worst, (run.before, run.during, run.after)))


def _pain_cells(run: Run) -> int:
    moments = (run.before, run.during, run.after)
    return len("0-0-0") + sum(_worst(scores) == str(SCORE_MAX) for scores in moments)


def _worst(scores: Iterable[PainScore]) -> str:
    worst = max((score.score for score in scores), default=None)
    return NOTHING if worst is None else str(worst)


def _response(line: RunLine, glyphs: Glyphs, fit: Fit) -> Content:
    role = f"${RESPONSE_ROLE[line.response]}"
    sign = Content.styled(glyphs.responses[line.response], role)
    return Content.assemble(sign, " ", RESPONSE_WORD[line.response]) if fit.word else sign
