"""What stands around the plot: heading, scale and legend."""

from collections.abc import Callable, Collection, Sequence

from tracker.domain.pain import SCORE_MAX
from tracker.domain.site import PainSite
from tracker.insight.chart_frame import Frame
from tracker.insight.chart_layout import ChartLayout
from tracker.insight.day_spans import logged_facts
from tracker.insight.glyph_set import Glyphs
from tracker.insight.raster import EVENT_INKS, SITE_INKS, Ink, Raster, text_width
from tracker.insight.series import EventKind
from tracker.insight.zone_ink import zone_ink
from tracker.rules import constants as c

GAP = 3
LETTERS = "abcdef"
SHORT_WORDS = {
    EventKind.RED_FLAG: "flag",
    EventKind.STOP: "stopped",
    EventKind.SHOES: "shoes",
}
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
    raster: Raster, layout: ChartLayout, *, green_max: int, row_of: Callable[[float], int]
) -> None:
    """Write the scores at the left where they do not crowd: each zone's ceiling with its word."""
    used: set[int] = set()
    for value in (0, SCORE_MAX, c.AMBER_MAX, green_max, 8):
        row = row_of(value)
        if used & {row - 1, row, row + 1}:
            continue
        used.add(row)
        ink = zone_ink(value, green_max=green_max)
        raster.write(layout.left - 3, row, f"{value:>2}", ink)
        if layout.wide and value in {green_max, c.AMBER_MAX, SCORE_MAX}:
            raster.write(0, row, ZONE_WORDS[ink], ink)


def draw_legend(
    raster: Raster,
    layout: ChartLayout,
    frame: Frame,
    *,
    glyphs: Glyphs,
    score: str,
    marked: Collection[EventKind],
    episodes: tuple[int, int],
    sites: Sequence[PainSite],
) -> None:
    """Explain what is there to be seen in this window, and nothing else.

    `episodes` counts those in the window, and those of them that found no row.
    """
    if layout.legend is None:
        return
    mean = f"{frame.mean_days}-day mean"
    items = [
        (f"{letter}{glyphs.mean}", ink, site.label, site.label.split(",")[0])
        for site, ink, letter in zip(sites, SITE_INKS, LETTERS, strict=False)
    ]
    if not sites and frame.logged:
        items.append((score, Ink.TEXT, "score of a day", "score"))
    if not sites and any(bin_.mean is not None for bin_ in frame.bins):
        items.append((glyphs.mean, Ink.MEAN, f"{mean}, {frame.mean_needs} or more logged", mean))
    items += [
        (glyphs.events[kind], EVENT_INKS[kind], kind.value, SHORT_WORDS.get(kind, kind.value))
        for kind in EventKind
        if kind in marked
    ]
    if episodes[0]:
        unseen = f", {episodes[1]} more without room" if episodes[1] else ""
        short = f" +{episodes[1]}" if episodes[1] else ""
        items.append((glyphs.span, Ink.EPISODE, f"episode{unseen}", f"episode{short}"))
    needed = sum(len(mark) + 1 + text_width(words) + GAP for mark, _, words, _ in items) - GAP
    roomy = layout.left + needed <= raster.width
    x = layout.left
    for mark, ink, long, short in items:
        words = long if roomy else short
        if x + len(mark) + 1 + text_width(words) > raster.width:
            return
        raster.write(x, layout.legend, mark, ink)
        raster.write(x + len(mark) + 1, layout.legend, words, Ink.DIM)
        x += len(mark) + 1 + text_width(words) + (GAP if roomy else GAP - 1)
