"""The card that tells everything of the day under a chart's cursor."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.verdict import Outcome, Response, Zone
from tracker.insight.day_readout import ReadoutLine, Sign
from tracker.insight.raster import Ink
from tracker.ui.glyphs import OUTCOME_ROLE, RESPONSE_ROLE, ZONE_ROLE, glyphs_of
from tracker.ui.widgets.card import Card, spread, titled
from tracker.ui.widgets.ink_roles import inked

LABEL_CELLS: Final = 12
GAP: Final = 2


class DayCard(Card):
    """A line for each thing: label, what there is to say, and a quiet remark at the right end.

    `figures` stand below the day where there is room for them: what the last days add up to.
    """

    DEFAULT_CSS = """
    DayCard { background: $background; padding: 0; }
    """

    lines: reactive[tuple[ReadoutLine, ...]] = reactive(())
    figures: reactive[tuple[ReadoutLine, ...]] = reactive(())

    def watch_lines(self) -> None:
        """Ask for another height only where the lines need one: the cursor walks fast."""
        width, height = self.size
        scrolls = height > self.container_size.height
        if width and (scrolls or len(self.rows(width)) > height):
            self.refresh(layout=True)

    @override
    def rows(self, width: int) -> list[Content]:
        if not self.lines:
            return []
        day, *rest = self.lines
        rows = [titled(day.label, day.remark, width), Content("")]
        for line in rest:
            rows.extend(self._wrapped(line, width))
        figures = [row for line in self.figures for row in self._wrapped(line, width)]
        room = self.container_size.height - len(rows)
        return [*rows, Content(""), *figures] if figures and len(figures) < room else rows

    def _wrapped(self, line: ReadoutLine, width: int) -> list[Content]:
        """Write one line; what is long goes on below its own beginning."""
        label = Content(line.label).truncate(LABEL_CELLS - 1, ellipsis=True).plain
        room = max(LABEL_CELLS, width - LABEL_CELLS)
        first, *more = said(self, line).wrap(room) or [Content("")]
        row = Content.assemble(inked(label.ljust(LABEL_CELLS), Ink.DIM), first)
        remark = inked(line.remark, Ink.DIM)
        below = [*more]
        if line.remark and row.cell_length + GAP + remark.cell_length <= width:
            row = spread(row, remark, width)
        elif line.remark and remark.cell_length <= room:
            below.append(remark)
        return [row, *(Content.assemble(" " * LABEL_CELLS, each) for each in below)]


def said(widget: Widget, line: ReadoutLine) -> Content:
    """Return what a line says: a run's sign before its words, a score's after its figure."""
    sign, figure = _sign(widget, line.sign), Content.styled(line.figure, "bold")
    parts: tuple[Content, ...]
    if isinstance(line.sign, Zone):
        parts = (figure, sign, inked(line.value, line.ink))
    elif isinstance(line.sign, Outcome):
        named = Content.styled(line.figure, f"bold ${OUTCOME_ROLE[line.sign]}")
        parts = (sign, named, Content(line.value))
    elif isinstance(line.sign, Response):
        word, _, rest = line.value.partition("  ")
        parts = (sign, Content.styled(word, "bold"), Content(f" {rest}" if rest else ""))
    else:
        parts = (figure, inked(line.value, line.ink))
    return Content(" ").join(part for part in parts if part.cell_length)


def _sign(widget: Widget, sign: Sign | None) -> Content:
    glyphs = glyphs_of(widget)
    if isinstance(sign, Zone):
        return Content.styled(glyphs.zones[sign], f"${ZONE_ROLE[sign]}")
    if isinstance(sign, Response):
        return Content.styled(glyphs.responses[sign], f"${RESPONSE_ROLE[sign]}")
    if isinstance(sign, Outcome):
        return Content.styled(glyphs.outcomes[sign], f"${OUTCOME_ROLE[sign]}")
    return Content("")
