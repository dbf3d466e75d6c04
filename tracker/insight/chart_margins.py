"""What stands around the plot: heading and scale."""

<<<<<<< HEAD
from collections.abc import Callable
=======
from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias
>>>>>>> 5e538c0 (Say a span of days shortly, type over a day that stands there, and go to the first field that is wrong)

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
<<<<<<< HEAD
=======
LETTERS = "abcdef"
SHORT_WORDS = {
    EventKind.RED_FLAG: "flag",
    EventKind.STOP: "stopped",
    EventKind.SHOES: "shoes",
}
_Item: TypeAlias = tuple[str, Ink, str, str]

>>>>>>> 5e538c0 (Say a span of days shortly, type over a day that stands there, and go to the first field that is wrong)
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
    used: set[int] = set()
    for value in (0, SCORE_MAX, c.AMBER_MAX, green_max, 8):
        row = row_of(value)
        if used & {row - 1, row, row + 1}:
            continue
        used.add(row)
        ink = zone_ink(value, green_max=green_max)
        raster.write(layout.left - 3, row, f"{value:>2}", ink)
<<<<<<< HEAD
        if value in {green_max, c.AMBER_MAX, SCORE_MAX}:
            raster.write(0, row, ZONE_WORDS[ink] if layout.wide else signs[ink], ink)
=======
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
    items: list[_Item] = [
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
    words, gap = _fitting(items, room=raster.width - layout.left)
    x = layout.left
    for (mark, ink, *_), said in zip(items, words, strict=True):
        if x + len(mark) + 1 + text_width(said) > raster.width:
            return
        raster.write(x, layout.legend, mark, ink)
        raster.write(x + len(mark) + 1, layout.legend, said, Ink.DIM)
        x += len(mark) + 1 + text_width(said) + gap


def _fitting(items: Sequence[_Item], *, room: int) -> tuple[list[str], int]:
    """Give the longest words that fit, and the blanks between; the shortest where none do."""
    tersest = [short.removeprefix("7-day ").removeprefix("28-day ") for *_, short in items]
    forms = [
        ([long for _, _, long, _ in items], GAP),
        ([short for *_, short in items], GAP - 1),
        (tersest, GAP - 2),
    ]
    marks = sum(len(mark) + 1 for mark, *_ in items)
    for words, gap in forms:
        if marks + sum(map(text_width, words)) + gap * (len(items) - 1) <= room:
            return words, gap
    return forms[-1]
>>>>>>> 5e538c0 (Say a span of days shortly, type over a day that stands there, and go to the first field that is wrong)
