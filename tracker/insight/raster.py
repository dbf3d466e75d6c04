"""Rows of character cells, each with a role for its glyph and one for its ground; no colours."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from unicodedata import category, combining, east_asian_width

from tracker.domain.dataclass import dataclass
from tracker.insight.glyph_set import Glyphs
from tracker.insight.series import EventKind


class Ink(StrEnum):
    """What a glyph stands for. The values name the painters' styles."""

    TEXT = "text"
    TITLE = "title"
    DIM = "dim"
    LINE = "line"
    MEAN = "mean"
    OK = "ok"
    WATCH = "watch"
    STOP = "stop"
    RUN = "run"
    RED_FLAG = "red-flag"
    STOPPED = "stopped"
    FLARE = "flare"
    VISIT = "visit"
    REMEDY = "remedy"
    SHOES = "shoes"
    EPISODE = "episode"
    SITE_1 = "site-1"
    SITE_2 = "site-2"
    SITE_3 = "site-3"
    SITE_4 = "site-4"
    SITE_5 = "site-5"
    SITE_6 = "site-6"


class Ground(StrEnum):
    """What lies behind a glyph."""

    PAGE = "page"
    OK = "ground-ok"
    WATCH = "ground-watch"
    STOP = "ground-stop"


SITE_INKS = (Ink.SITE_1, Ink.SITE_2, Ink.SITE_3, Ink.SITE_4, Ink.SITE_5, Ink.SITE_6)
SOLID_INKS = frozenset({Ink.RED_FLAG})
EVENT_INKS = {
    EventKind.RED_FLAG: Ink.RED_FLAG,
    EventKind.STOP: Ink.STOPPED,
    EventKind.FLARE: Ink.FLARE,
    EventKind.VISIT: Ink.VISIT,
    EventKind.REMEDY: Ink.REMEDY,
    EventKind.SHOES: Ink.SHOES,
}


@dataclass(frozen=True, slots=True)
class Patch:
    """Neighbouring cells that look alike."""

    text: str
    ink: Ink
    ground: Ground


@cache
def cell_width(char: str) -> int:
    """Count a character's cells: none for marks on the one before, two for wide ones."""
    if combining(char) or category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


_PLAIN = {"–": "-", "·": "-", "…": "."}


def _plain(char: str) -> str:
    return char if char.isascii() else _PLAIN.get(char, "?" * cell_width(char))


def text_width(text: str) -> int:
    """Count the cells of a text."""
    return len(text) if text.isascii() else sum(cell_width(char) for char in text)


class Raster:
    """A grid of cells to write on. The second cell of a wide character holds an empty glyph.

    With `ascii_only` every other character is replaced as it is written.
    """

    def __init__(self, width: int, height: int, *, ascii_only: bool = False) -> None:
        """Begin with blank cells on the page."""
        self.width, self.height, self.ascii_only = width, height, ascii_only
        self.glyphs = [[" "] * width for _ in range(height)]
        self.inks = [[Ink.TEXT] * width for _ in range(height)]
        self.grounds = [[Ground.PAGE] * width for _ in range(height)]

    def write(self, x: int, y: int, text: str, ink: Ink) -> None:
        """Write from a cell on; what falls outside is cut."""
        if not 0 <= y < self.height:
            return
        glyphs, inks = self.glyphs[y], self.inks[y]
        if self.ascii_only and not text.isascii():
            text = "".join(map(_plain, text))
        for char in text:
            cells = 1 if char.isascii() and char.isprintable() else cell_width(char)
            if cells and x >= 0 and x + cells <= self.width:
                glyphs[x] = char
                inks[x] = ink
                if cells > 1:
                    glyphs[x + 1] = ""
                    inks[x + 1] = ink
            x += cells

    def put(self, x: int, y: int, glyph: str, ink: Ink) -> None:
        """Put one glyph that is one cell wide; outside nothing happens."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self.glyphs[y][x] = glyph
            self.inks[y][x] = ink

    def fill(self, x: int, y: int, width: int, ground: Ground) -> None:
        """Lay a ground behind `width` cells."""
        self.grounds[y][x : x + width] = [ground] * len(self.grounds[y][x : x + width])

    def line(self, y: int) -> str:
        """Return one row as plain text, blanks at its end cut."""
        return "".join(self.glyphs[y]).rstrip()

    def patches(self, y: int) -> Iterator[Patch]:
        """Give one row as the fewest patches; a blank takes the ink before it, save a solid one."""
        glyphs, inks, grounds = self.glyphs[y], self.inks[y], self.grounds[y]
        start, ink, ground = 0, inks[0] if inks else Ink.TEXT, grounds[0] if grounds else None
        for x, glyph in enumerate(glyphs):
            changed = inks[x] is not ink and (glyph != " " or ink in SOLID_INKS)
            if changed or grounds[x] is not ground:
                if x > start and ground is not None:
                    yield Patch("".join(glyphs[start:x]), ink, ground)
                start, ink, ground = x, inks[x], grounds[x]
        if ground is not None:
            yield Patch("".join(glyphs[start:]), ink, ground)


class Dots:
    """A layer of dots finer than cells, put on a raster all at once."""

    def __init__(self, columns: int, rows: int, glyphs: Glyphs) -> None:
        """Begin with no dot set."""
        self.glyphs = glyphs
        self.width, self.height = columns * glyphs.across, rows * glyphs.down
        self.cells: dict[tuple[int, int], int] = {}

    def set(self, x: int, y: int) -> None:
        """Set one dot; outside the layer nothing happens."""
        if 0 <= x < self.width and 0 <= y < self.height:
            column, across = divmod(x, self.glyphs.across)
            row, down = divmod(y, self.glyphs.down)
            key = (column, row)
            self.cells[key] = self.cells.get(key, 0) | self.glyphs.bit(across, down)

    def column(self, x: int, top: int, bottom: int) -> None:
        """Set the dots from `top` to `bottom`, both included; nothing where they are crossed."""
        column, across = divmod(x, self.glyphs.across)
        deep = self.glyphs.down
        for row in range(top // deep, bottom // deep + 1):
            first, last = max(top - row * deep, 0), min(bottom - row * deep, deep - 1)
            bits = sum(self.glyphs.bit(across, down) for down in range(first, last + 1))
            self.cells[column, row] = self.cells.get((column, row), 0) | bits

    def line(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Go on from a dot that is set to another, by the nearest dots, one a step."""
        (x0, y0), (x1, y1) = start, end
        steps = max(abs(x1 - x0), abs(y1 - y0))
        if steps <= 1:
            self.set(x1, y1)
            return
        for step in range(1, steps + 1):
            self.set(
                x0 + (2 * step * (x1 - x0) + steps) // (2 * steps),
                y0 + (2 * step * (y1 - y0) + steps) // (2 * steps),
            )

    def put(self, raster: Raster, x: int, y: int, ink: Ink) -> None:
        """Put the layer on a raster, its first cell at (x, y)."""
        for (column, row), bits in self.cells.items():
            raster.put(x + column, y + row, self.glyphs.cell(bits), ink)
