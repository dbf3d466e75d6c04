"""The pane that tells what the day under a chart's cursor holds."""

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tracker.insight.day_readout import ReadoutLine
from tracker.insight.raster import Ink
from tracker.ui.widgets.ink_roles import inked

LABEL_CELLS: Final = 16
GAP: Final = 2


class DayPane(Widget):
    """A line for each thing: label, what there is to say, and a quiet remark beside or below it."""

    DEFAULT_CSS = """
    DayPane { width: 1fr; height: auto; }
    """

    lines: reactive[tuple[ReadoutLine, ...]] = reactive(())

    def watch_lines(self) -> None:
        """Ask for another height only where the lines need one: the cursor walks fast."""
        width, height = self.size
        scrolls = height > self.container_size.height
        if width and (scrolls or len(self._rows(width)) > height):
            self.refresh(layout=True)

    def render(self) -> Content:
        """Write the day as heading, a blank row, and its lines."""
        return Content("\n").join(self._rows(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take the rows that the lines need at `width`."""
        del container, viewport
        return len(self._rows(width))

    def _rows(self, width: int) -> list[Content]:
        if not self.lines:
            return []
        day, *rest = self.lines
        rows = [Content.styled(day.label, "bold"), Content("")]
        for line in rest:
            rows.extend(self._wrapped(line, width))
        return rows

    def _wrapped(self, line: ReadoutLine, width: int) -> list[Content]:
        """Write one line; what is long goes on below its own beginning."""
        label = Content(line.label).truncate(LABEL_CELLS - 1, ellipsis=True)
        room = max(LABEL_CELLS, width - LABEL_CELLS)
        first, *more = inked(line.value, line.ink).wrap(room) or [Content("")]
        gap = " " * (LABEL_CELLS - label.cell_length)
        row = Content.assemble(inked(label.plain, Ink.DIM), gap, first)
        below = [*more]
        remark = inked(line.remark, Ink.DIM)
        if line.remark and row.cell_length + GAP + remark.cell_length <= width:
            row = Content.assemble(row, " " * GAP, remark)
        elif line.remark and remark.cell_length <= width - LABEL_CELLS:
            below.append(remark)
        return [row, *(Content.assemble(" " * LABEL_CELLS, each) for each in below)]
