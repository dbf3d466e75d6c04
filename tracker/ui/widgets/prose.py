"""Labelled lines of text: what is too long goes on under its own beginning."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a label in its column, and its text; without a label the text starts at the edge.

    `key` writes the label as a key to press. An empty line parts two paragraphs.
    """

    text: Content
    label: str = ""
    key: bool = False
    indented: bool = True


class Prose(Widget):
    """Lines with hanging labels."""

    DEFAULT_CSS = """
    Prose { height: auto; width: 1fr; max-width: 90; }
    """

    def __init__(self, lines: tuple[Line, ...], *, label_cells: int) -> None:
        super().__init__()
        self._lines = lines
        self._label_cells = label_cells

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the wrapped lines need."""
        return len(self._wrapped(width))

    def render(self) -> Content:
        """Write the lines."""
        return Content("\n").join(self._wrapped(self.content_size.width))

    def _wrapped(self, width: int) -> list[Content]:
        return [row for line in self._lines for row in self._rows(line, width)]

    def _rows(self, line: Line, width: int) -> list[Content]:
        if not line.indented:
            return line.text.wrap(max(width, 1)) or [Content("")]
        style = "bold $accent" if line.key else "$dim"
        label = Content.styled(f"{line.label:<{self._label_cells}}", style)
        blank = Content(" " * self._label_cells)
        rows = line.text.wrap(max(width - self._label_cells, 1))
        return [
            Content.assemble(label if place == 0 else blank, row) for place, row in enumerate(rows)
        ]


def plain_line(text: Content | str) -> Line:
    """Return a line from the edge; "" parts two paragraphs."""
    return Line(text if isinstance(text, Content) else Content(text), indented=False)
