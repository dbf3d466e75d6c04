"""The weeks below the runs: each bar carries the next mornings' answers."""

import os
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.settings import DistanceUnit
from tracker.insight.glyph_set import choose_glyph_set
from tracker.insight.week_bars import (
    BarStyle,
    WeekOfRuns,
    bar_legend,
    draw_week_bars,
    week_glyphs,
)
from tracker.ui.glyphs import FULL, glyphs_of
from tracker.ui.widgets.ink_roles import inked_patches, inked_raster

TITLE: Final = "Weeks"
NEWEST: Final = "newest first"
LINE_WEEKS: Final = 5
SAYS: Final = ("km · height and colour: next morning", "km · next morning")


class WeekBars(Widget):
    """A heading, one row a week, the newest on top, and what heights and colours stand for.

    `most` is how many weeks are drawn; none takes no room at all. `airy` puts a blank row below the
    heading; without `words` only the distance stands at the right.
    """

    DEFAULT_CSS = """
    WeekBars { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    weeks: reactive[tuple[WeekOfRuns, ...]] = reactive((), layout=True)
    most: reactive[int] = reactive(8, layout=True)
    airy: reactive[bool] = reactive(default=False, layout=True)
    words: reactive[bool] = reactive(default=True)
    unit: reactive[DistanceUnit] = reactive(DistanceUnit.KM)
    glyphs: reactive[str] = reactive("auto")

    @property
    def known(self) -> int:
        """Return how many weeks it is since the first run of those at hand."""
        return max((at + 1 for at, week in enumerate(self.weeks) if week.runs), default=0)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take the heading, the weeks and the legend."""
        shown = self.weeks[: self.most]
        if not shown:
            return 0
        return 1 + self.airy + len(shown) + bar_legend(shown, width=width, style=self._style)[1]

    @property
    def _style(self) -> BarStyle:
        return bar_style(self, self.glyphs, self.unit, words=self.words)

    def render(self) -> Content:
        """Write heading, bars and legend."""
        width, shown = self.content_size.width, self.weeks[: self.most]
        if not shown:
            return Content("")
        says = next((each for each in SAYS if len(each) + len(TITLE) < width), "")
        gap = " " * max(width - len(TITLE) - len(says), 0)
        heading = Content.assemble(Content.styled(TITLE, "bold"), gap, Content.styled(says, "$dim"))
        bars = draw_week_bars(shown, width=width, style=self._style)
        legend, _rows = bar_legend(shown, width=width, style=self._style)
        air = [Content("")] if self.airy else []
        return Content("\n").join([heading, *air, inked_raster(bars), inked_raster(legend)])


class WeekLine(Widget):
    """The last weeks in one row: the distance of each, and the answers to its runs.

    `note` stands at the right end in the place of the order of the weeks.
    """

    DEFAULT_CSS = """
    WeekLine { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    weeks: reactive[tuple[WeekOfRuns, ...]] = reactive(())
    unit: reactive[DistanceUnit] = reactive(DistanceUnit.KM)
    glyphs: reactive[str] = reactive("auto")
    note: reactive[str] = reactive("")

    def render(self) -> Content:
        """Write as many weeks as fit, the newest first."""
        style = bar_style(self, self.glyphs, self.unit)
        row = Content.styled(f"{self.unit} a week", "$dim")
        shown = self.weeks[:LINE_WEEKS]
        for week in shown:
            part = Content.assemble("   ", inked_patches(week_glyphs(week, style=style)))
            if row.cell_length + part.cell_length > self.size.width:
                return row
            row = Content.assemble(row, part)
        end = Content.styled(self.note or NEWEST, "$dim")
        gap = self.size.width - row.cell_length - end.cell_length
        return Content.assemble(row, " " * gap, end) if gap > 1 and shown else row


def bar_style(widget: Widget, glyphs: str, unit: DistanceUnit, *, words: bool = True) -> BarStyle:
    """Return how bars are written where a widget lives."""
    plain = glyphs_of(widget) is not FULL
    return BarStyle(
        glyphs=choose_glyph_set("plain" if plain else glyphs, os.environ),
        letters=widget.app.no_color,
        unit=unit,
        words=words,
    )
