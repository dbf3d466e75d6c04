"""The last runs as columns that fit a width: what each row says, before it is drawn."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from datetime import date
from typing import Final, TypeAlias

from textual.content import Content

from tracker.diary.answers import RunLine
from tracker.domain.calendar_words import format_day, format_day_of_year
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import SCORE_MAX, PainScore
from tracker.domain.routine import StepState
from tracker.domain.run import Run
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.units import format_distance_number, format_duration, format_pace, pace_of
from tracker.domain.verdict import Response
from tracker.insight.response_reason import (
    MARK_CELLS,
    REASON_CELLS,
    reason_in_columns,
    reason_mark,
)
from tracker.insight.response_words import RESPONSE_SHORT, TOMORROW
from tracker.rules.session import DUE_TEXT
from tracker.ui.glyphs import RESPONSE_ROLE, Glyphs

NOTHING: Final = "–"
GAP_CELLS: Final = 2
SOURCE_CELLS: Final = 5
_DUE: Final = DUE_TEXT.split(maxsplit=1)[0]
"""What is left of the words where only the response has room."""
WORD_CELLS: Final = max(len(word) for word in (*RESPONSE_SHORT.values(), TOMORROW))

_BRIGHT: Final = frozenset({Response.RED, Response.AMBER_LINGER})


@dataclass(frozen=True, slots=True)
class Fit:
    """What is left out where the room is small."""

    routine: bool = True
    source: bool = True
    mark: bool = True
    pace: bool = True
    time: bool = True
    weekday: bool = True
    reason: bool = True
    word: bool = True


_DROPPED: Final = ("routine", "source", "mark", "pace", "time", "weekday", "reason", "word")

FITS: Final = tuple(
    Fit(**dict.fromkeys(_DROPPED[:count], False)) for count in range(len(_DROPPED) + 1)
)
"""From the most to the least; the first one that has the room is used."""


Part: TypeAlias = tuple[str, str]
"""A text and its style."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its head, its cells of width, and what it says of a run."""

    head: str = ""
    cells: int
    of: Callable[[RunLine], Sequence[Part]]
    right: bool = False

    @property
    def width(self) -> int:
        """Return the cells that head and contents take."""
        return max(self.cells, len(self.head))

    @property
    def gap(self) -> int:
        """Return the blanks before it: numbers end at their right, and rarely fill their column."""
        return GAP_CELLS - 1 if self.right else GAP_CELLS

    def head_cell(self) -> Content:
        """Write the head in dim."""
        return Content.assemble(*self._placed(((self.head, "$dim"),)))

    def cell(self, line: RunLine) -> Content:
        """Write what it says of a run."""
        return Content.assemble(*self.parts(line))

    def parts(self, line: RunLine) -> list[Part]:
        """Return what it says of a run, with the blanks that fill its width."""
        return self._placed(self.of(line))

    def _placed(self, parts: Sequence[Part]) -> list[Part]:
        blank = (" " * max(self.width - sum(len(text) for text, _style in parts), 0), "")
        return [blank, *parts] if self.right else [*parts, blank]


@dataclass(slots=True)
class Extent:
    """The widest of everything in a list of runs, taken in one go through it."""

    days: tuple[date, ...] = ()
    farthest: int = 0
    longest: int = 0
    slowest: float = 0.0
    tens: int = 0
    routine: bool = False
    sources: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, lines: Sequence[RunLine]) -> "Extent":
        """Return the extent of runs, newest first."""
        extent = cls(days=tuple(line.run.start.date() for line in (*lines[:1], *lines[-1:])))
        for line in lines:
            extent.reach(line)
        return extent

    def reach(self, line: RunLine) -> None:
        """Take a run in."""
        run = line.run
        metres, seconds = run.distance_m or 0, run.duration_s or 0
        self.farthest, self.longest = max(self.farthest, metres), max(self.longest, seconds)
        if metres and seconds:
            self.slowest = max(self.slowest, seconds / metres)
        if run.before or run.during or run.after:
            moments = (run.before, run.during, run.after)
            tens = sum(any(each.score == SCORE_MAX for each in scores) for scores in moments)
            self.tens = max(self.tens, tens)
        self.routine = self.routine or line.routine is not None
        if run.source:
            self.sources.add(_source(run))


def run_columns(
    lines: Sequence[RunLine], *, settings: Settings, today: date, glyphs: Glyphs, room: int
) -> tuple[Column, ...]:
    """Return the columns that fit a room of so many cells, as wide as the widest run needs.

    Widths come from extremes, so that nothing is written for a run before it comes into sight.
    """
    extent = Extent.of(lines)
    columns: tuple[Column, ...] = ()
    for fit in FITS:
        columns = tuple(_columns(extent, settings, today=today, glyphs=glyphs, fit=fit))
        if sum(column.width + column.gap for column in columns) - columns[0].gap <= room:
            break
    return columns


def _columns(
    extent: Extent, settings: Settings, *, today: date, glyphs: Glyphs, fit: Fit
) -> Iterator[Column]:
    unit = settings.unit
    days = (_day(day, today=today, weekday=fit.weekday) for day in extent.days)
    yield Column(
        head="date",
        cells=max(map(len, days), default=0),
        of=lambda line: ((_day(line.run.start.date(), today=today, weekday=fit.weekday), "$dim"),),
    )
    yield Column(
        head=unit.value,
        cells=len(format_distance_number(extent.farthest, unit)),
        of=lambda line: ((_distance(line.run, unit), "bold"),),
        right=True,
    )
    if fit.time:
        yield Column(
            head="time",
            cells=len(format_duration(extent.longest)),
            of=lambda line: ((_time(line.run), ""),),
            right=True,
        )
    if fit.pace:
        slowest = pace_of(1000, round(extent.slowest * 1000), unit=unit) if extent.slowest else None
        yield Column(
            head="pace",
            cells=0 if slowest is None else len(format_pace(slowest)),
            of=lambda line: ((_pace(line.run, unit), ""),),
            right=True,
        )
    yield Column(
        head="pain",
        cells=len("0-0-0") + extent.tens,
        of=lambda line: ((_pain(line.run, glyphs), ""),),
    )
    yield Column(
        head="next morning" if fit.reason else "morning" if fit.word else "",
        cells=_answer_cells(fit),
        of=lambda line: _answer(line, glyphs, fit),
    )
    if fit.routine and extent.routine:
        sign = (glyphs.steps[StepState.DONE], "$zone-ok")
        yield Column(cells=1, of=lambda line: (sign,) if line.routine else ())
    if fit.source and extent.sources:
        yield Column(
            head="from",
            cells=max(map(len, extent.sources)),
            of=lambda line: ((_source(line.run), "$dim"),),
        )


def _distance(run: Run, unit: DistanceUnit) -> str:
    return NOTHING if run.distance_m is None else format_distance_number(run.distance_m, unit)


def _time(run: Run) -> str:
    return NOTHING if run.duration_s is None else format_duration(run.duration_s)


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


def _worst(scores: Iterable[PainScore]) -> str:
    worst = max((score.score for score in scores), default=None)
    return NOTHING if worst is None else str(worst)


def _answer_cells(fit: Fit) -> int:
    cells = 2 + WORD_CELLS if fit.word else 1
    for has_room, more in ((fit.reason, REASON_CELLS), (fit.mark, MARK_CELLS)):
        cells += GAP_CELLS + more if has_room else 0
    return cells


def _answer(line: RunLine, glyphs: Glyphs, fit: Fit) -> tuple[Part, ...]:
    """Write sign, word, deciding site with its numbers, and what they don't tell, side by side."""
    sign = (glyphs.responses[line.answer], f"${RESPONSE_ROLE[line.response]}")
    if not fit.word:
        return (sign,)
    if line.due:
        return (sign, (f" {DUE_TEXT if fit.reason else _DUE}", ""))
    word = f" {TOMORROW if line.answer is None else RESPONSE_SHORT[line.answer]}"
    found = line.decided_by
    if not fit.reason or found is None or line.waits:
        return (sign, (word, ""))
    words = reason_in_columns(found.place, found.session, arrow=glyphs.right, marked=fit.mark)
    mark = reason_mark(found.place, found.session) if fit.mark else ""
    style = "" if line.response in _BRIGHT else "$dim"
    gap = " " * GAP_CELLS
    reason = f"{gap}{words:<{REASON_CELLS}}{gap}{mark}" if mark else f"{gap}{words}"
    return (sign, (f"{word:<{1 + WORD_CELLS}}", ""), (reason, style))
