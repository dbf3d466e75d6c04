"""A year of days as a calendar: weeks across, weekdays down, the score written in every cell."""

from datetime import date, timedelta

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import SCORE_MAX
from tracker.domain.site import PainSite
from tracker.insight.chart_margins import ZONE_WORDS
from tracker.insight.day_spans import WEEKDAYS, month_word
from tracker.insight.glyph_set import GLYPHS, GlyphSet
from tracker.insight.raster import Ink, Raster
from tracker.insight.series import PainSeries
from tracker.insight.zone_ink import zone_ground, zone_ink
from tracker.rules import constants as c

YEAR_WEEKS = 53
GUTTER = 4
TOP = 1
LEGEND = TOP + c.WEEK_DAYS
HEIGHT = LEGEND + 1
MONTH_LETTERS = 3
TEN_IN_ONE_CELL = "X"
LEGEND_GAP = 3


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A drawn calendar. `first` is its first day, `across` the cells of a week (1 or 2)."""

    raster: Raster
    first: date
    weeks: int
    across: int

    @property
    def last(self) -> date:
        """Return the last day that has a cell."""
        return self.first + timedelta(days=self.weeks * c.WEEK_DAYS - 1)

    def cell(self, day: date) -> tuple[int, int] | None:
        """Return column and row of a day's first cell, None where it is not shown."""
        if not self.first <= day <= self.last:
            return None
        week, row = divmod((day - self.first).days, c.WEEK_DAYS)
        return GUTTER + week * self.across, TOP + row

    def day(self, column: int, row: int) -> date | None:
        """Return the day under a cell, None beside the calendar."""
        week, weekday = (column - GUTTER) // self.across, row - TOP
        if not (0 <= week < self.weeks and 0 <= weekday < c.WEEK_DAYS):
            return None
        return self.first + timedelta(days=week * c.WEEK_DAYS + weekday)


def draw_heat_map(
    series: PainSeries,
    *,
    until: date,
    width: int,
    site: PainSite | None = None,
    glyphs: GlyphSet = GlyphSet.BRAILLE,
    flat: bool = False,
    green_max: int = c.GREEN_MAX,
    week_starts_monday: bool = True,
) -> HeatMap:
    """Draw the weeks up to that of `until`: two cells a week where a year fits, else one.

    A day without entry is `·`, a day outside the diary is blank; a ten in one cell is `X`.
    """
    room = max(1, width - GUTTER)
    across = 2 if room >= 2 * YEAR_WEEKS else 1
    weeks = min(YEAR_WEEKS, max(1, room // across))
    into = until.weekday() if week_starts_monday else (until.weekday() + 1) % c.WEEK_DAYS
    first = until - timedelta(days=into + (weeks - 1) * c.WEEK_DAYS)
    raster = Raster(max(1, width), HEIGHT, ascii_only=glyphs is GlyphSet.ASCII)
    drawn = HeatMap(raster, first, weeks, across)
    _draw_names(drawn)
    _draw_legend(drawn, green_max=green_max, no_entry=GLYPHS[glyphs].no_entry)
    values = series.track(site).values
    for number in range(weeks * c.WEEK_DAYS):
        day = first + timedelta(days=number)
        index = series.index(day)
        place = drawn.cell(day)
        if place is None or not 0 <= index < len(series):
            continue
        x, y = place
        value = values[index]
        if value is None:
            raster.write(x, y, GLYPHS[glyphs].no_entry, Ink.DIM)
            continue
        raster.write(x, y, _figure(value, across), zone_ink(value, green_max=green_max))
        if not flat:
            raster.fill(x, y, across, zone_ground(value, green_max=green_max))
    return drawn


def _figure(value: int, across: int) -> str:
    return TEN_IN_ONE_CELL if value == SCORE_MAX and across == 1 else str(value)


def _draw_names(drawn: HeatMap) -> None:
    """Name every other weekday, and each month over the week in which it begins."""
    for row in range(0, c.WEEK_DAYS, 2):
        day = drawn.first + timedelta(days=row)
        drawn.raster.write(0, TOP + row, WEEKDAYS[day.weekday()], Ink.DIM)
    free_from = GUTTER
    for week in range(drawn.weeks):
        end = drawn.first + timedelta(days=(week + 1) * c.WEEK_DAYS - 1)
        x = GUTTER + week * drawn.across
        fits = x >= free_from and x + MONTH_LETTERS <= drawn.raster.width
        if end.day <= c.WEEK_DAYS and fits:
            drawn.raster.write(x, 0, month_word(end), Ink.DIM)
            free_from = x + MONTH_LETTERS + 1


def _draw_legend(drawn: HeatMap, *, green_max: int, no_entry: str) -> None:
    """Name the zones by their scores, and the signs that are no digit; what has no room is left."""
    bounds = ((0, green_max), (green_max + 1, c.AMBER_MAX), (c.AMBER_MAX + 1, SCORE_MAX))
    inks = {zone_ink(low, green_max=green_max): f"{low}-{high}" for low, high in bounds}
    words = [(f"{scores} {ZONE_WORDS[ink]}", ink) for ink, scores in inks.items()]
    words.append((f"{no_entry} not logged", Ink.DIM))
    if drawn.across == 1:
        words.append((f"{TEN_IN_ONE_CELL} = {SCORE_MAX}", Ink.DIM))
    x = GUTTER
    for text, ink in words:
        if x + len(text) <= drawn.raster.width:
            drawn.raster.write(x, LEGEND, text, ink)
        x += len(text) + LEGEND_GAP
