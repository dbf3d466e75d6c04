"""The day under the cursor in one or two rows, where there is no room for a pane."""

from dataclasses import replace

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tracker.domain.verdict import Zone
from tracker.insight.day_readout import NOT_LOGGED, ReadoutLine
from tracker.insight.raster import Ink
from tracker.ui.widgets.day_card import said
from tracker.ui.widgets.ink_roles import inked

ROWS = 2
BETWEEN = " · "
LATE = frozenset({"", "Stiffness", "Sleep", "Fatigue"})


class DayLine(Widget):
    """The day, then what was logged, in the order of the pane; what has no room ends in `…`.

    It always takes two rows, so that the chart above stays where it is while the cursor walks.
    """

    DEFAULT_CSS = """
    DayLine { width: 1fr; height: 2; }
    """

    lines: reactive[tuple[ReadoutLine, ...]] = reactive(())

    def render(self) -> Content:
        """Write what was logged."""
        if not self.lines:
            return Content("")
        day, *rest = self.lines
        told = sorted((each for each in rest if each.said and not _explains(each)), key=_late)
        parts = [Content.styled(day.label, "bold"), *map(self._part, told)]
        if not told:
            parts.append(inked(NOT_LOGGED, Ink.DIM))
        return Content("\n").join(self._rows(parts, max(self.content_size.width, 1)))

    @staticmethod
    def _rows(parts: list[Content], width: int) -> list[Content]:
        """Break the line between two parts, never within one; what is left over is cut."""
        between = Content(BETWEEN)
        row, *rest = parts
        while rest and row.cell_length + len(BETWEEN) + rest[0].cell_length <= width:
            row = between.join([row, rest.pop(0)])
        if not rest:
            return [row.truncate(width, ellipsis=True)]
        return [
            row.truncate(width, ellipsis=True),
            between.join(rest).truncate(width, ellipsis=True),
        ]

    def _part(self, line: ReadoutLine) -> Content:
        if isinstance(line.sign, Zone):
            line = replace(line, value="")
        label = inked(f"{line.label} ", Ink.DIM) if line.label else Content("")
        return Content.assemble(label, said(self, line))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take two rows."""
        del container, viewport, width
        return ROWS


def _explains(line: ReadoutLine) -> bool:
    """Tell whether a line only gives the reason of the one above."""
    return not line.label and line.ink is Ink.DIM


def _late(line: ReadoutLine) -> bool:
    """Tell whether a line comes after what matters more where there is no room for all."""
    return line.label in LATE
