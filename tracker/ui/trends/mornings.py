"""The last twelve weeks of mornings, beside the bars of the weeks."""

import os
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from typing_extensions import override

from tracker.domain.site import PainSite
from tracker.insight.glyph_set import choose_glyph_set
from tracker.insight.mornings_grid import GRID_WEEKS, draw_mornings
from tracker.insight.series import PainSeries
from tracker.ui.trends.words import title_of
from tracker.ui.widgets.card import Card, titled
from tracker.ui.widgets.chart_paint import few_colours
from tracker.ui.widgets.ink_roles import inked_raster

LEGEND: Final = "one digit a day · not logged"


class Mornings(Card):
    """A heading, a digit a day, and what a dot means."""

    DEFAULT_CSS = """
    Mornings { background: $background; padding: 0; }
    """

    series: reactive[PainSeries | None] = reactive(None)
    site: reactive[PainSite | None] = reactive(None)
    green_max: reactive[int] = reactive(2)
    glyphs: reactive[str] = reactive("auto")
    week_starts_monday: reactive[bool] = reactive(default=True)

    def watch_series(self, series: PainSeries | None) -> None:
        """Draw anew."""
        self.fill(shown=series is not None)

    def watch_site(self) -> None:
        """Draw anew."""
        self.refresh()

    @override
    def rows(self, width: int) -> list[Content]:
        if self.series is None:
            return []
        raster = draw_mornings(
            self.series,
            until=self.series.end,
            site=self.site,
            glyphs=choose_glyph_set(self.glyphs, os.environ),
            flat=few_colours(self.app),
            green_max=self.green_max,
            week_starts_monday=self.week_starts_monday,
        )
        whose = "highest score" if self.site is None else title_of(self.site)
        return [
            titled(f"{GRID_WEEKS} weeks of mornings", whose, width),
            Content(""),
            *inked_raster(raster).split("\n"),
            Content(""),
            Content.styled(LEGEND, "$dim"),
        ]
