"""What stands around the plot: heading and scale."""

from collections.abc import Callable

from tracker.domain.pain import SCORE_MAX
from tracker.domain.site import PainSite
from tracker.insight.chart_frame import Frame
from tracker.insight.chart_layout import ChartLayout
from tracker.insight.day_spans import logged_facts
from tracker.insight.glyph_set import Glyphs
from tracker.insight.raster import Ink, Raster, text_width
from tracker.insight.zone_ink import zone_ink
from tracker.rules import constants as c

GAP = 3
BESIDE_THE_SIGN = 8
"""A ten would leave no blank between a zone's sign and itself."""
ZONE_WORDS = {Ink.OK: "comfort", Ink.WATCH: "watch", Ink.STOP: "stop"}


def draw_heading(
    raster: Raster, layout: ChartLayout, frame: Frame, *, site: PainSite | None, all_sites: bool
) -> None:
    """Say whose pain it is at the left; which days, and how many were logged, at the right."""
    if layout.heading is None:
        return
    window = frame.window
    title = "All sites" if all_sites else site.label if site else "Highest of all sites"
    raster.write(0, layout.heading, title, Ink.TITLE)
    for fact in logged_facts(window.start, window.end, logged=frame.logged):
        if text_width(title) + GAP + len(fact) <= raster.width:
            raster.write(raster.width - len(fact), layout.heading, fact, Ink.DIM)
            return


def draw_scale(
    raster: Raster,
    layout: ChartLayout,
    *,
    glyphs: Glyphs,
    green_max: int,
    row_of: Callable[[float], int],
) -> None:
    """Write the scores at the left where they do not crowd: each zone's ceiling with its sign.

    Where there is room the zone's word stands in the sign's place.
    """
    signs = dict(zip(ZONE_WORDS, glyphs.zones, strict=True))
    rows: dict[int, int] = {}
    for value in (0, SCORE_MAX, c.AMBER_MAX, green_max, BESIDE_THE_SIGN):
        row = row_of(value)
        if not set(rows.values()) & {row - 1, row, row + 1}:
            rows[value] = row
    stop = SCORE_MAX if layout.wide or BESIDE_THE_SIGN not in rows else BESIDE_THE_SIGN
    for value, row in rows.items():
        ink = zone_ink(value, green_max=green_max)
        raster.write(layout.left - 3, row, f"{value:>2}", ink)
        if value in {green_max, c.AMBER_MAX, stop}:
            raster.write(0, row, ZONE_WORDS[ink] if layout.wide else signs[ink], ink)
