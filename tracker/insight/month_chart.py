"""Four weeks of one site in a few rows: scores over their zones, and the runs of the same days."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import floor
from typing import Final

from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import SCORE_MAX
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite
from tracker.domain.units import format_distance_number
from tracker.insight.calendar_week import week_start
from tracker.insight.glyph_set import GLYPHS, Glyphs, GlyphSet
from tracker.insight.raster import Ink, Raster
from tracker.insight.series import PainSeries
from tracker.insight.zone_ink import zone_ground, zone_ink
from tracker.rules import constants as c

MONTH_DAYS: Final = 28
AXIS: Final = 8
DAY_CELLS: Final = 2
MARGIN: Final = 4
WIDTH: Final = AXIS + MONTH_DAYS * DAY_CELLS + MARGIN
NUMBERS_END: Final = AXIS - 1
USUAL_TOP: Final = 5
PAIR: Final = 2
SHORT_FIGURE: Final = 3
TODAY: Final = "today"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """How the four weeks that end with `day` are drawn.

    `unsaved` is the day's score while it is not on file; `earlier` the mean of the week that it is
    compared with. A point takes `point_rows` rows, from `least_top` down to 0; the runs take
    `km_rows`, the dates one unless `dates` says no.
    """

    site: PainSite | None
    day: date
    today: date
    unsaved: int | None = None
    earlier: float | None = None
    point_rows: int = 1
    km_rows: int = 2
    least_top: int = USUAL_TOP
    dates: bool = True
    glyphs: GlyphSet = GlyphSet.BRAILLE
    green_max: int = c.GREEN_MAX
    unit: DistanceUnit = DistanceUnit.KM
    week_starts_monday: bool = True

    @property
    def first(self) -> date:
        """Return the first of the four weeks' days."""
        return self.day - timedelta(days=MONTH_DAYS - 1)


@dataclass(frozen=True, slots=True)
class MonthChart:
    """The drawn rows, and how many of the days have a score on file."""

    raster: Raster
    logged: int


@dataclass(frozen=True, slots=True)
class _Scale:
    """Which score stands in which row: up to 5 a point each, beyond that two points a row."""

    top: int
    point_rows: int

    @property
    def paired(self) -> bool:
        return self.top == SCORE_MAX

    @property
    def rows(self) -> int:
        points = self.top // PAIR if self.paired else self.top
        return (points + 1) * self.point_rows

    def row(self, value: float) -> int:
        """Return the row of a score, or of the one nearest to a mean."""
        below = self.top - floor(value + 0.5)
        if not self.paired:
            return (below + 1) * self.point_rows - 1
        if self.point_rows == 1:
            return below // PAIR
        return self.rows - 1 if below == SCORE_MAX else below

    def scores(self, row: int) -> tuple[int, ...]:
        """Return the scores of a row, the highest first; a row between two has the next lower."""
        found = tuple(score for score in range(self.top, -1, -1) if self.row(score) == row)
        return found or self.scores(row + 1)

    def height(self, row: int) -> int:
        """Return the score whose zone lies behind a row: the highest, which asks for more care."""
        return self.scores(row)[0]


def draw_month(series: PainSeries, view: MonthView) -> MonthChart:
    """Draw scores, zones, the earlier mean, runs and dates; a day without entry has no dot."""
    days = [view.first + timedelta(days=step) for step in range(MONTH_DAYS)]
    points = [series.at(day) for day in days]
    scores = [None if point is None else point.score(view.site) for point in points]
    metres = [0 if point is None else point.run_m for point in points]
    scale = _Scale(_top([*scores, view.unsaved], view), view.point_rows)
    height = scale.rows + view.km_rows + view.dates
    raster = Raster(WIDTH, height, ascii_only=view.glyphs is GlyphSet.ASCII)
    glyphs = GLYPHS[view.glyphs]
    _draw_zones(raster, scale, view, glyphs)
    _draw_earlier(raster, scale, view, glyphs)
    _draw_scores(raster, scale, scores, view, glyphs)
    _draw_runs(raster, scale.rows, metres, view, glyphs)
    if view.dates:
        _draw_dates(raster, height - 1, days, view)
    return MonthChart(raster, sum(score is not None for score in scores))


def _top(scores: Sequence[int | None], view: MonthView) -> int:
    known = [score for score in scores if score is not None]
    known += [] if view.earlier is None else [floor(view.earlier + 0.5)]
    highest = max(known, default=0)
    if highest <= view.least_top:
        return view.least_top
    return USUAL_TOP if highest <= USUAL_TOP else SCORE_MAX


def _draw_zones(raster: Raster, scale: _Scale, view: MonthView, glyphs: Glyphs) -> None:
    green = view.green_max
    signs = dict(zip(("ground-ok", "ground-watch", "ground-stop"), glyphs.zones, strict=True))
    grounds = [zone_ground(scale.height(row), green_max=green) for row in range(scale.rows)]
    labels = dict(_labels(scale, green))
    # A range of scores takes the sign's place.
    sign_at = 1 if scale.paired and scale.point_rows == 1 else 3
    for row, ground in enumerate(grounds):
        raster.fill(AXIS, row, MONTH_DAYS * DAY_CELLS, ground)
        text = labels.get(row, "")
        raster.write(NUMBERS_END - len(text), row, text, Ink.DIM)
        if row + 1 == scale.rows or grounds[row + 1] is not ground:
            ink = zone_ink(scale.height(row), green_max=green)
            raster.put(sign_at, row, signs[ground], ink)


def _labels(scale: _Scale, green_max: int) -> Iterator[tuple[int, str]]:
    """Give the numbers of the axis: the ends, and where a zone begins; ranges where rows share."""
    if scale.paired and scale.point_rows == 1:
        for row in range(scale.rows):
            high, *lower = scale.scores(row)
            yield row, f"{lower[-1]}-{high}" if lower else str(high)
        return
    for score in (scale.top, c.RED_MIN, green_max + 1, green_max, 0):
        if score <= scale.top:
            yield scale.row(score), str(score)


def _draw_earlier(raster: Raster, scale: _Scale, view: MonthView, glyphs: Glyphs) -> None:
    if view.earlier is None:
        return
    row = scale.row(view.earlier)
    raster.write(AXIS, row, glyphs.level * MONTH_DAYS * DAY_CELLS, Ink.DIM)
    raster.write(AXIS + MONTH_DAYS * DAY_CELLS + 1, row, f"{view.earlier:.1f}", Ink.DIM)


def _draw_scores(
    raster: Raster, scale: _Scale, scores: Sequence[int | None], view: MonthView, glyphs: Glyphs
) -> None:
    shown = [*scores[:-1], scores[-1] if view.unsaved is None else view.unsaved]
    for place, score in enumerate(shown):
        if score is None:
            continue
        hollow = view.unsaved is not None and place == MONTH_DAYS - 1
        ink = zone_ink(score, green_max=view.green_max)
        dot = glyphs.hollow if hollow else glyphs.point
        raster.put(AXIS + place * DAY_CELLS, scale.row(score), dot, ink)
    if all(score is None for score in shown):
        words = "no score in these four weeks"
        x = AXIS + (MONTH_DAYS * DAY_CELLS - len(words)) // 2
        raster.write(x, scale.rows // 2, words, Ink.TEXT)


def _draw_runs(
    raster: Raster, top: int, metres: Sequence[int], view: MonthView, glyphs: Glyphs
) -> None:
    rows, peak = view.km_rows, max(metres)
    if not rows:
        return
    if not peak:
        raster.write(AXIS, top, "no runs in these four weeks", Ink.DIM)
        return
    figure = format_distance_number(peak, view.unit)
    if len(figure) > SHORT_FIGURE:
        figure = format_distance_number(peak, view.unit, decimals=0)
    raster.write(NUMBERS_END - len(figure), top, figure, Ink.DIM)
    # In one row the unit keeps a cell away from the figure.
    raster.write(2 if rows > 1 else 1, top + rows - 1, view.unit.value, Ink.DIM)
    if rows > 1:
        raster.write(NUMBERS_END - 1, top + rows - 1, "0", Ink.DIM)
    steps = len(glyphs.eighths)
    for place, each in enumerate(metres):
        level = max(1, round(each * rows * steps / peak)) if each else 0
        for row in range(rows):
            filled = level - (rows - 1 - row) * steps
            if filled > 0:
                block = glyphs.eighths[min(filled, steps) - 1]
                raster.put(AXIS + place * DAY_CELLS, top + row, block, Ink.RUN)


def _draw_dates(raster: Raster, row: int, days: Sequence[date], view: MonthView) -> None:
    """Write the first day of each week, with its month where that is new, and the last day."""
    last = TODAY if view.day == view.today else format_day_of_year(view.day)
    end = AXIS + MONTH_DAYS * DAY_CELLS - len(last)
    raster.write(end, row, last, Ink.TITLE)
    month = 0
    for place, day in enumerate(days):
        if day != week_start(day, week_starts_monday=view.week_starts_monday):
            continue
        text = str(day.day) if day.month == month else format_day_of_year(day)
        month = day.month
        x = AXIS + place * DAY_CELLS
        if x + len(text) < end:
            raster.write(x, row, text, Ink.DIM)
