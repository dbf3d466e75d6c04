"""Large digits and words drawn with blocks, to be read from across a room."""

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

_ROWS: Final = 5
_PIXEL_CELLS: Final = 2

_DIGITS: Final[dict[str, tuple[str, ...]]] = {
    "0": ("###", "#.#", "#.#", "#.#", "###"),
    "1": (".#.", "##.", ".#.", ".#.", "###"),
    "2": ("###", "..#", "###", "#..", "###"),
    "3": ("###", "..#", "###", "..#", "###"),
    "4": ("#.#", "#.#", "###", "..#", "..#"),
    "5": ("###", "#..", "###", "..#", "###"),
    "6": ("###", "#..", "###", "#.#", "###"),
    "7": ("###", "..#", "..#", "..#", "..#"),
    "8": ("###", "#.#", "###", "#.#", "###"),
    "9": ("###", "#.#", "###", "..#", "###"),
    ":": (".", "#", ".", "#", "."),
    " ": (".", ".", ".", ".", "."),
    "-": ("..", "..", "##", "..", ".."),
    "+": ("...", ".#.", "###", ".#.", "..."),
}
_LETTERS: Final[dict[str, tuple[str, ...]]] = {
    "A": ("###", "#.#", "###", "#.#", "#.#"),
    "C": ("###", "#..", "#..", "#..", "###"),
    "D": ("##.", "#.#", "#.#", "#.#", "##."),
    "E": ("###", "#..", "##.", "#..", "###"),
    "H": ("#.#", "#.#", "###", "#.#", "#.#"),
    "L": ("#..", "#..", "#..", "#..", "###"),
    "N": ("#..#", "##.#", "#.##", "#..#", "#..#"),
    "O": ("###", "#.#", "#.#", "#.#", "###"),
    "P": ("###", "#.#", "###", "#..", "#.."),
    "R": ("###", "#.#", "##.", "#.#", "#.#"),
    "S": ("###", "#..", "###", "..#", "###"),
    "T": ("###", ".#.", ".#.", ".#.", ".#."),
    "U": ("#.#", "#.#", "#.#", "#.#", "###"),
    "W": ("#...#", "#...#", "#.#.#", "#.#.#", ".#.#."),
    "Y": ("#.#", "#.#", ".#.", ".#.", ".#."),
}
_FONT: Final = _DIGITS | _LETTERS


def drawable(text: str) -> bool:
    """Return whether a number has a large form, whatever stands between its digits."""
    return bool(text) and all(char in _DIGITS for char in text)


def digit_cells(text: str, *, scale: int = 1) -> int:
    """Return the width of a text in cells."""
    pixels = sum(len(_FONT[char][0]) for char in text) + max(len(text) - 1, 0)
    return pixels * _PIXEL_CELLS * scale


def block_rows(text: str, *, scale: int = 1) -> list[str]:
    """Draw a text as rows of full blocks and blanks."""
    rows = []
    for row in range(_ROWS):
        pixels = ".".join(_FONT[char][row] for char in text)
        drawn = "".join(("█" if pixel == "#" else " ") * _PIXEL_CELLS * scale for pixel in pixels)
        rows += [drawn] * scale
    return rows


class BlockDigits(Widget):
    """A number or word in 3x5 pixels of 2x1 cells each, times `scale`; the widget's own colour."""

    DEFAULT_CSS = """
    BlockDigits { width: auto; height: auto; color: $accent; }
    """

    text: reactive[str] = reactive("", layout=True)
    scale: reactive[int] = reactive(1, layout=True)

    def __init__(
        self,
        text: str = "",
        *,
        scale: int = 1,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(BlockDigits.text, text)
        self.set_reactive(BlockDigits.scale, scale)

    @override
    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take as many columns as the digits need."""
        return digit_cells(self.text, scale=self.scale)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take five rows, times the scale."""
        return _ROWS * self.scale

    def render(self) -> Content:
        """Draw the digits."""
        return Content("\n").join(Content(row) for row in block_rows(self.text, scale=self.scale))
