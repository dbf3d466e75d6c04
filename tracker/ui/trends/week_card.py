"""One part of the week in review: labelled figures, their rules at the right end."""

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.verdict import Change
from tracker.insight.raster import Ink
from tracker.insight.week_words import WeekLine, WeekPart
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.ink_roles import inked

LABEL_CELLS: Final = 16
RULE_GAP: Final = 2
CHANGE_INKS: Final = {Change.IMPROVED: Ink.OK, Change.WORSE: Ink.STOP, Change.NOT_ENOUGH: Ink.DIM}


class WeekCard(Widget):
    """A heading and its lines; what is too long goes on below its beginning."""

    DEFAULT_CSS = """
    WeekCard { height: auto; width: 1fr; background: $surface; padding: 1 2; margin-bottom: 1; }
    """

    def __init__(self, part: WeekPart) -> None:
        super().__init__()
        self._part = part

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the wrapped lines need."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Write the heading and the lines."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        lines = [row for line in self._part.lines for row in self._line(line, width)]
        return [Content.styled(self._part.title, "bold"), Content(""), *lines]

    def _line(self, line: WeekLine, width: int) -> list[Content]:
        rule = Content.styled(line.rule, "$dim")
        label = Content.styled(line.label, "$dim").truncate(LABEL_CELLS - 1, ellipsis=True)
        room = max(width - LABEL_CELLS - rule.cell_length - RULE_GAP, 1)
        first, *more = self._value(line).wrap(room) or [Content("")]
        remarks = [
            row
            for remark in line.remarks
            for row in Content.styled(remark, "$dim").wrap(max(width - LABEL_CELLS, 1))
        ]
        indent = " " * LABEL_CELLS
        return [
            Content.assemble(
                label.pad_right(LABEL_CELLS - label.cell_length),
                first.pad_right(max(room - first.cell_length, 0) + RULE_GAP),
                rule,
            ),
            *(Content.assemble(indent, row) for row in (*more, *remarks)),
        ]

    def _value(self, line: WeekLine) -> Content:
        if line.change is not None:
            sign = glyphs_of(self).changes[line.change]
            return inked(f"{sign} {line.words}", CHANGE_INKS.get(line.change, Ink.TEXT))
        figure = inked(line.figure, line.ink).stylize("bold") if line.figure else Content("")
        gap = " " if line.figure and line.words else ""
        return Content.assemble(figure, gap, inked(line.words, Ink.TEXT))
