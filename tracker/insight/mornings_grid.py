"""Twelve weeks of mornings: a column a week, a row a weekday, the score of each day on its tint."""

from datetime import date, timedelta
from typing import Final

from tracker.domain.site import PainSite
from tracker.insight.calendar_week import week_start
from tracker.insight.day_spans import WEEKDAYS, month_word
from tracker.insight.glyph_set import GLYPHS, GlyphSet
from tracker.insight.raster import Ink, Raster
from tracker.insight.series import PainSeries
from tracker.insight.zone_ink import zone_ground, zone_ink
from tracker.rules import constants as c

GRID_WEEKS: Final = 12
GUTTER: Final = 5
WEEK_CELLS: Final = 3
TOP: Final = 1
GRID_ROWS: Final = TOP + c.WEEK_DAYS
GRID_CELLS: Final = GUTTER + GRID_WEEKS * WEEK_CELLS


def draw_mornings(
    series: PainSeries,
    *,
    until: date,
    site: PainSite | None = None,
    glyphs: GlyphSet = GlyphSet.BRAILLE,
    flat: bool = False,
    green_max: int = c.GREEN_MAX,
    week_starts_monday: bool = True,
) -> Raster:
    """Draw the weeks up to that of `until`; a day without entry is a dot, one to come is blank."""
    raster = Raster(GRID_CELLS, GRID_ROWS, ascii_only=glyphs is GlyphSet.ASCII)
    last = week_start(until, week_starts_monday=week_starts_monday)
    first = last - timedelta(days=(GRID_WEEKS - 1) * c.WEEK_DAYS)
    for row in range(c.WEEK_DAYS):
        name = WEEKDAYS[(first + timedelta(days=row)).weekday()]
        raster.write(0, TOP + row, name, Ink.DIM)
    for week in range(GRID_WEEKS):
        monday = first + timedelta(days=week * c.WEEK_DAYS)
        x = GUTTER + week * WEEK_CELLS
        if (monday + timedelta(days=c.WEEK_DAYS - 1)).day <= c.WEEK_DAYS:
            raster.write(x, 0, month_word(monday + timedelta(days=c.WEEK_DAYS - 1)), Ink.DIM)
        for row in range(c.WEEK_DAYS):
            day = monday + timedelta(days=row)
            point = series.at(day)
            if point is None or day > until:
                continue
            score = point.score(site)
            if score is None:
                raster.write(x + 1, TOP + row, GLYPHS[glyphs].no_entry, Ink.DIM)
                continue
            raster.write(x, TOP + row, f"{score:>2} ", zone_ink(score, green_max=green_max))
            if not flat:
                raster.fill(x, TOP + row, WEEK_CELLS, zone_ground(score, green_max=green_max))
    return raster
