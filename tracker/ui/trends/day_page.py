"""Everything about one day, as a page."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual.content import Content

from tracker.insight.day_readout import ReadoutLine
from tracker.insight.raster import Ink
from tracker.rules.pain import ZONE_NOTE
from tracker.ui.widgets.ink_roles import inked
from tracker.ui.widgets.prose import Line, plain_line
from tracker.ui.widgets.text_page import TextPage

SMOOTHED: Final = "Smoothed over all days; decides nothing.  R-AN-02 R-AN-03"


class DayPage(TextPage):
    """The pane's lines in full, and what the zones are worth (R-PAIN-05)."""

    LABEL_CELLS: ClassVar[int] = 18

    def __init__(
        self, lines: tuple[ReadoutLine, ...], figures: tuple[ReadoutLine, ...] = ()
    ) -> None:
        day, *rest = lines
        super().__init__(day.label, "", tuple(_page(rest, figures)))


def _page(lines: list[ReadoutLine], figures: tuple[ReadoutLine, ...]) -> Iterator[Line]:
    yield from map(_line, lines)
    yield plain_line("")
    if figures:
        yield plain_line(
            Content.assemble(
                Content.styled("Last 7 days", "bold"), Content.styled(f"  {SMOOTHED}", "$dim")
            )
        )
        yield from map(_line, figures)
        yield plain_line("")
    yield plain_line(Content.styled(f"{ZONE_NOTE}  R-PAIN-05", "$dim"))


def _line(line: ReadoutLine) -> Line:
    remark = f"  {line.remark}" if line.remark else ""
    return Line(Content.assemble(inked(line.value, line.ink), inked(remark, Ink.DIM)), line.label)
