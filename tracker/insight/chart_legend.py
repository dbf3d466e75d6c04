"""The legend under the pain chart: what is there to be seen, and nothing else."""

from collections.abc import Collection, Sequence

from tracker.domain.dataclass import dataclass
from tracker.domain.site import PainSite
from tracker.insight.chart_frame import Frame
from tracker.insight.chart_layout import ChartLayout
from tracker.insight.glyph_set import Glyphs
from tracker.insight.raster import EVENT_INKS, SITE_INKS, Ink, Raster, text_width
from tracker.insight.series import EventKind

LETTERS = "abcdef"
ROOMY_GAP = 3
CLOSE_GAP = 2
MOST_ROWS = 2
SHORT_WORDS = {
    EventKind.RED_FLAG: "flag",
    EventKind.STOP: "stopped",
    EventKind.SHOES: "shoes",
}


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A mark as it is drawn in the chart, and its words, in full and short."""

    mark: str
    ink: Ink
    long: str
    short: str

    def width(self, words: str) -> int:
        """Count the cells of mark and words."""
        return text_width(self.mark) + 1 + text_width(words)


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with its words, so many cells from the left of its row."""

    x: int
    item: LegendItem
    words: str


def legend_items(
    frame: Frame,
    *,
    glyphs: Glyphs,
    score: str,
    bars: str,
    marked: Collection[EventKind],
    episodes: tuple[int, int],
    sites: Sequence[PainSite],
    flare: str = EventKind.FLARE.value,
) -> tuple[LegendItem, ...]:
    """Name what a frame shows. `bars` says what a bar is; "" where that is said elsewhere.

    `episodes` counts those in the window, and those of them that found no row; `flare` is what the
    sign of a flare stands for.
    """
    mean = f"{frame.mean_days}-day mean"
    items = [
        LegendItem(_line_mark(glyphs, letter), ink, site.label, site.label.split(",")[0])
        for site, ink, letter in zip(sites, SITE_INKS, LETTERS, strict=False)
    ]
    if len(sites) > len(SITE_INKS):
        more = f"{len(sites) - len(SITE_INKS)} more one by one"
        items.append(LegendItem("+", Ink.DIM, more, more))
    if not sites and frame.logged:
        items.append(LegendItem(score, Ink.TEXT, "score of a day", "score"))
    if not sites and any(bin_.mean is not None for bin_ in frame.bins):
        full = f"{mean}, {frame.mean_needs} or more logged"
        items.append(LegendItem(glyphs.mean, Ink.MEAN, full, mean))
    items += [
        LegendItem(glyphs.events[kind], EVENT_INKS[kind], word, SHORT_WORDS.get(kind, word))
        for kind, word in ((kind, _event_word(kind, flare)) for kind in EventKind)
        if kind in marked
    ]
    if episodes[0]:
        unseen = f", {episodes[1]} more without room" if episodes[1] else ""
        short = f" +{episodes[1]}" if episodes[1] else ""
        items.append(LegendItem(glyphs.span, Ink.EPISODE, f"episode{unseen}", f"episode{short}"))
    if bars:
        items.append(LegendItem(glyphs.eighths[-1], Ink.RUN, bars, bars.replace(" run ", " ")))
    return tuple(items)


def _event_word(kind: EventKind, flare: str) -> str:
    return flare if kind is EventKind.FLARE else kind.value


def _line_mark(glyphs: Glyphs, letter: str) -> str:
    """Return the beginning of a site's line as the chart draws it."""
    return letter * 2 if glyphs.coarse else f"{letter}{glyphs.mean}"


def legend_rows(items: Sequence[LegendItem], *, columns: int) -> tuple[tuple[Placed, ...], ...]:
    """Put the items into one row, in full or short; into two where one does not hold them."""
    for words in ([item.long for item in items], [item.short for item in items]):
        gap = ROOMY_GAP if words == [item.long for item in items] else CLOSE_GAP
        rows = _filled(items, words, columns=columns, gap=gap)
        if len(rows) <= 1:
            break
    return tuple(rows[:MOST_ROWS])


def _filled(
    items: Sequence[LegendItem], words: Sequence[str], *, columns: int, gap: int
) -> list[tuple[Placed, ...]]:
    rows: list[tuple[Placed, ...]] = [()]
    x = 0
    for item, text in zip(items, words, strict=True):
        width = item.width(text)
        if rows[-1] and x + width > columns:
            rows.append(())
            x = 0
        rows[-1] = (*rows[-1], Placed(x, item, text))
        x += width + gap
    return rows


def draw_legend(raster: Raster, layout: ChartLayout, rows: Sequence[Sequence[Placed]]) -> None:
    """Write as many rows as there is room for, under the plot."""
    if layout.legend is None:
        return
    for y, row in enumerate(rows[: layout.legend_rows], start=layout.legend):
        for placed in row:
            x = layout.left + placed.x
            raster.write(x, y, placed.item.mark, placed.item.ink)
            raster.write(x + text_width(placed.item.mark) + 1, y, placed.words, Ink.DIM)
