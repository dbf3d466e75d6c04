"""The list of sites: how each is now, against six weeks ago, and the days between."""

import os
from math import ceil
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.verdict import Change
from tracker.insight.glyph_set import GLYPHS, choose_glyph_set
from tracker.insight.raster import Ink
from tracker.insight.site_table import STRIP_DAYS, SiteSummary, SiteTable, draw_strip, in_cells
from tracker.insight.zone_ink import zone_ink
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.ink_roles import inked, inked_patches

NAME_CELLS: Final = 17
MEAN_CELLS: Final = 10
CHANGE_CELLS: Final = 19
WORST_CELLS: Final = 5
WHEN_CELLS: Final = 7
LEAST_STRIP: Final = 12
NOTHING: Final = "–"


class SiteList(Widget):
    """A row for each site, the sorest first: mean of 7 days with its n, change, worst, strip.

    Where there is room the mean of six weeks ago and the day of the worst score stand there too.
    A `compact` list leaves out the line about the nights.
    """

    DEFAULT_CSS = """
    SiteList { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    table: reactive[SiteTable | None] = reactive(None, layout=True)
    green_max: reactive[int] = reactive(2)
    glyphs: reactive[str] = reactive("auto")
    compact: reactive[bool] = reactive(default=False, layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a header, a row for each site, and the line about the nights."""
        del container, viewport, width
        if self.table is None:
            return 0
        return len(self.table.rows) + (1 if self.compact else 3)

    def render(self) -> Content:
        """Write header, rows and the line about the nights."""
        table = self.table
        if table is None:
            return Content("")
        fixed = NAME_CELLS + MEAN_CELLS + CHANGE_CELLS + WORST_CELLS + 2
        wide = self.content_size.width >= fixed + MEAN_CELLS + WHEN_CELLS + STRIP_DAYS
        room = min(STRIP_DAYS, self.content_size.width - fixed)
        room = room if room >= LEAST_STRIP else 0
        header = [
            "site".ljust(NAME_CELLS),
            "7-day mean".rjust(MEAN_CELLS),
            *(["6 wk ago".rjust(MEAN_CELLS)] if wide else []),
            "  " + "change".ljust(CHANGE_CELLS - 2),
            "worst".rjust(WORST_CELLS),
            " " * (WHEN_CELLS if wide else 0),
            self._strip_words(room),
        ]
        rows = [self._row(row, wide=wide, room=room) for row in table.rows]
        days = f"in the last {STRIP_DAYS} days"
        woken, answered = table.nights_woken, table.nights_answered
        nights = (
            f"Pain woke you in {woken} of {answered} nights answered {days}."
            if answered
            else f"No nights answered {days}."
        )
        below = [] if self.compact else [Content(""), inked(nights, Ink.DIM)]
        return Content("\n").join([inked("".join(header), Ink.DIM), *rows, *below])

    @staticmethod
    def _strip_words(room: int) -> str:
        """Say which days the strip shows, and how many share a cell."""
        if not room:
            return ""
        each = ceil(STRIP_DAYS / room)
        shared = f", {each} a cell" if each > 1 else ""
        choices = (f"last {STRIP_DAYS} days{shared}", f"{STRIP_DAYS} days{shared}")
        return "  " + next((words for words in choices if len(words) <= room), f"{STRIP_DAYS} days")

    def _row(self, row: SiteSummary, *, wide: bool, room: int) -> Content:
        name = Content(row.site.label).truncate(NAME_CELLS - 1, ellipsis=True)
        strip = draw_strip(
            in_cells(row.strip, cells=room) if room else (),
            glyphs=GLYPHS[choose_glyph_set(self.glyphs, os.environ)],
            green_max=self.green_max,
        )
        when = "" if row.worst_day is None else format_day_of_year(row.worst_day)
        return Content.assemble(
            name,
            " " * (NAME_CELLS - name.cell_length),
            self._mean(row.mean7, row.n7, bold=True),
            *([self._mean(row.mean_before, row.n_before, bold=False)] if wide else []),
            "  ",
            self._change(row.change),
            (NOTHING if row.worst is None else str(row.worst)).rjust(WORST_CELLS),
            inked(when.rjust(WHEN_CELLS) if wide else "", Ink.DIM),
            "  ",
            inked_patches(strip),
        )

    def _mean(self, mean: float | None, logged: int, *, bold: bool) -> Content:
        figure = (NOTHING if mean is None else f"{mean:.1f}").rjust(MEAN_CELLS - 4)
        if mean is None:
            shown = inked(figure, Ink.DIM)
        else:
            shown = inked(figure, zone_ink(mean, green_max=self.green_max))
        shown = shown.stylize("bold") if bold else shown
        return Content.assemble(shown, inked(f" n {logged}", Ink.DIM))

    def _change(self, change: Change) -> Content:
        words = f"{glyphs_of(self).changes[change]} {change.value}".ljust(CHANGE_CELLS - 2)
        ink = {Change.IMPROVED: Ink.OK, Change.WORSE: Ink.STOP, Change.NOT_ENOUGH: Ink.DIM}
        return inked(words, ink.get(change, Ink.TEXT))
