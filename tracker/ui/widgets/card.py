"""A card: some rows of text on a ground of its own, written for the width that there is."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from typing_extensions import override


class Card(Widget):
    """A subclass writes the rows; `filled` says whether there are any to write."""

    DEFAULT_CSS = """
    Card {
        height: auto; width: 1fr; background: $surface; padding: 1 2;
        text-wrap: nowrap; text-overflow: clip;
    }
    """

    filled: bool = False

    def rows(self, width: int) -> list[Content]:
        """Return the rows in so many cells."""
        raise NotImplementedError

    def fill(self, *, shown: bool) -> None:
        """Write anew; a card with nothing to say takes no room."""
        self.filled = self.display = shown
        self.refresh(layout=True)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a line for each row."""
        return len(self.rows(max(width, 1)))

    def render(self) -> Content:
        """Write the rows."""
        return Content("\n").join(self.rows(max(self.content_size.width, 1)))


def spread(left: Content, right: Content, width: int) -> Content:
    """Return one row: something at its left end, something at its right, cut where both don't fit.

    What stands at the left gives way.
    """
    room = width - right.cell_length - (1 if right.cell_length else 0)
    left = left.truncate(max(room, 1), ellipsis=True)
    return Content.assemble(left, " " * max(width - left.cell_length - right.cell_length, 0), right)


def titled(title: str, fact: str | Content, width: int) -> Content:
    """Return a heading: its title in bold, one fact at the right end, in dim or as styled."""
    said = fact if isinstance(fact, Content) else Content.styled(fact, "$dim")
    return spread(Content.styled(title, "bold"), said, width)


def labelled(label: str, words: Content, *, cells: int) -> Content:
    """Return one row: a label in dim, in a column of its own, then words."""
    return Content.assemble(Content.styled(label.ljust(cells), "$dim"), words)
