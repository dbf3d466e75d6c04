"""A bar a week: its length the distance, its height and colour the next mornings' answers."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.dataclass import dataclass
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import format_distance_number
from tracker.domain.verdict import Response
from tracker.insight.glyph_set import GLYPHS, RESPONSE_LETTERS, GlyphSet
from tracker.insight.raster import Ground, Ink, Patch, Raster
from tracker.insight.response_words import RESPONSE_INKS, RESPONSE_SHORT, TOMORROW
from tracker.rules.constants import WEEK_DAYS

DATE_CELLS: Final = 8
KM_CELLS: Final = 6
WORD_CELLS: Final = 7
AIR: Final = 2
BAR_MOST: Final = 60
LEAST_RUN: Final = 2
NO_RUN: Final = "–"
NOT_SCORED: Final = "not scored"
FIRST_RUN: Final = "your first run draws this bar"
LETTERED: Final = frozenset({GlyphSet.CONSOLE, GlyphSet.ASCII})


@dataclass(frozen=True, slots=True)
class RunOfWeek:
    """A run in a bar: its metres, None where unknown, and its response, None while it waits."""

    metres: int | None
    response: Response | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfRuns:
    """A week that begins on `first`, its runs in the order of time; `so_far`: it isn't over."""

    first: date
    runs: tuple[RunOfWeek, ...] = ()
    so_far: bool = False

    @property
    def metres(self) -> int:
        """Return the metres known of its runs."""
        return sum(run.metres or 0 for run in self.runs)

    @property
    def words(self) -> str:
        """Say how many runs the week has, or that it isn't over."""
        if self.so_far:
            return "so far"
        count = len(self.runs)
        return f"{count} run{'' if count == 1 else 's'}" if count else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarStyle:
    """How the bars are written; `letters` for terminals without colours or block glyphs.

    Without `words` only the distance stands at the right.
    """

    glyphs: GlyphSet = GlyphSet.BRAILLE
    letters: bool = False
    unit: DistanceUnit = DistanceUnit.KM
    words: bool = True

    @property
    def lettered(self) -> bool:
        """Return whether letters stand in the bars."""
        return self.letters or self.glyphs in LETTERED

    def cell(self, response: Response | None) -> str:
        """Return what a cell of a run's bar holds."""
        if self.lettered:
            return RESPONSE_LETTERS[response]
        signs = GLYPHS[self.glyphs]
        return signs.level if response is Response.UNKNOWN else signs.responses[response]


def draw_week_bars(weeks: Sequence[WeekOfRuns], *, width: int, style: BarStyle) -> Raster:
    """Draw one row a week in the order given, all on one scale, the running week's date as title.

    A run's last cell stays empty, so that runs are told apart and the length stays true.
    """
    raster = Raster(width, max(1, len(weeks)), ascii_only=style.glyphs is GlyphSet.ASCII)
    beside = DATE_CELLS + KM_CELLS + (WORD_CELLS + AIR if style.words else 0)
    room = max(LEAST_RUN, min(BAR_MOST, width - beside))
    longest = max((week.metres for week in weeks), default=0)
    nothing_yet = not any(week.runs for week in weeks)
    right = width - (WORD_CELLS if style.words else 0)
    for y, week in enumerate(weeks):
        ink = Ink.TITLE if week.so_far else Ink.DIM
        raster.write(0, y, format_day_of_year(week.first).rjust(DATE_CELLS - 2), ink)
        if not week.runs:
            _draw_empty(raster, y, week, style, invites=nothing_yet)
            continue
        for x, cells, response in _segments(week, room=room, longest=longest):
            raster.write(DATE_CELLS + x, y, style.cell(response) * cells, RESPONSE_INKS[response])
        known = any(run.metres is not None for run in week.runs)
        figure = format_distance_number(week.metres, style.unit) if known else NO_RUN
        raster.write(right - len(figure), y, figure, Ink.TITLE)
        if style.words:
            raster.write(right + 1, y, week.words, Ink.DIM)
    return raster


def _draw_empty(
    raster: Raster, y: int, week: WeekOfRuns, style: BarStyle, *, invites: bool
) -> None:
    """Say that a week has no run; the running week of a diary without runs has a dot a day."""
    if not (invites and week.so_far):
        raster.write(DATE_CELLS, y, NO_RUN, Ink.DIM)
        return
    dots = " ".join(style.cell(None) * WEEK_DAYS)
    raster.write(DATE_CELLS, y, dots, Ink.DIM)
    x = DATE_CELLS + len(dots) + 3
    if x + len(FIRST_RUN) <= raster.width:
        raster.write(x, y, FIRST_RUN, Ink.DIM)


def _segments(
    week: WeekOfRuns, *, room: int, longest: int
) -> Iterator[tuple[int, int, Response | None]]:
    """Give first cell, cells and response of each run; the shortest still has a cell of its own."""
    metres, taken = 0, 0
    for run in week.runs:
        metres += run.metres or 0
        end = min(room, max(taken + LEAST_RUN, round(metres * room / longest) if longest else 0))
        if end > taken:
            yield taken, max(1, end - taken - 1), run.response
        taken = end


def bar_legend(weeks: Sequence[WeekOfRuns], *, width: int, style: BarStyle) -> tuple[Raster, int]:
    """Return the legend in as few rows as it needs, and how many those are."""
    items = [(style.cell(each), RESPONSE_INKS[each], word) for each, word in _legend_words(weeks)]
    rows: list[list[tuple[int, str, Ink, str]]] = [[]]
    x = 0
    for mark, ink, word in items:
        cells = len(mark) + 1 + len(word)
        if x and x + cells > width:
            rows.append([])
            x = 0
        rows[-1].append((x, mark, ink, word))
        x += cells + 2
    raster = Raster(width, len(rows), ascii_only=style.glyphs is GlyphSet.ASCII)
    for y, row in enumerate(rows):
        for at, mark, ink, word in row:
            raster.write(at, y, mark, ink)
            raster.write(at + len(mark) + 1, y, word, Ink.DIM)
    return raster, len(rows)


def _legend_words(weeks: Sequence[WeekOfRuns]) -> Iterator[tuple[Response | None, str]]:
    for response, word in RESPONSE_SHORT.items():
        yield response, NOT_SCORED if response is Response.UNKNOWN else word
    if any(run.response is None for week in weeks for run in week.runs):
        yield None, TOMORROW


def week_glyphs(week: WeekOfRuns, *, style: BarStyle) -> tuple[Patch, ...]:
    """Return a week in as many cells as it has runs: its distance, then a glyph for each answer."""
    known = any(run.metres is not None for run in week.runs)
    figure = format_distance_number(week.metres, style.unit) if known else NO_RUN
    ink = Ink.TITLE if week.so_far else Ink.TEXT
    signs = RESPONSE_LETTERS if style.letters else GLYPHS[style.glyphs].responses
    return (
        Patch(f"{figure} ", ink, Ground.PAGE),
        *(
            Patch(signs[run.response], RESPONSE_INKS[run.response], Ground.PAGE)
            for run in week.runs
        ),
    )
