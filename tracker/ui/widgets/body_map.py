"""The body, front and back, with the places that are lit."""

import os
from itertools import groupby
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.domain.site import PainSite
from tracker.insight.body_figure import FIGURES, BodySize
from tracker.insight.body_raster import BodyCell, BodyRole, BodyStyle, Light, draw_body, style_for
from tracker.insight.body_regions import place_of
from tracker.insight.glyph_set import choose_glyph_set
from tracker.ui.glyphs import FULL, glyphs_of

_COLOURS: Final = {
    BodyRole.LINE: "$faint",
    BodyRole.BODY: "$line",
    BodyRole.TEXT: "$foreground",
    BodyRole.INK: "$ink",
    BodyRole.OPEN: "$line",
    BodyRole.OK: "$zone-ok",
    BodyRole.WATCH: "$zone-watch",
    BodyRole.STOP: "$zone-stop",
    BodyRole.FOCUS: "$accent",
    BodyRole.CHOSEN: "$foreground",
    BodyRole.TARGET: "$accent",
}


class BodyMap(Widget):
    """Both views with a caption below. It never takes the focus; a click on a place tells of it.

    `glyphs` is the setting of the charts' signs: it decides between lines, silhouette and letters.
    """

    DEFAULT_CSS = """
    BodyMap { width: auto; height: auto; }
    """

    scale: reactive[BodySize] = reactive(BodySize.MEDIUM, layout=True)
    lights: reactive[tuple[Light, ...]] = reactive(())
    glyphs: reactive[str] = reactive("auto")

    @dataclass
    class Pressed(Message):
        """The person clicked on a place."""

        place: PainSite

    @override
    def get_content_width(self, container: Size, viewport: Size) -> int:
        return FIGURES[self.scale].width

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return FIGURES[self.scale].height + 1

    @property
    def _style(self) -> BodyStyle:
        if glyphs_of(self) is not FULL:
            return BodyStyle.ASCII
        return style_for(choose_glyph_set(self.glyphs, os.environ))

    def render(self) -> Content:
        """Draw the figure, and say below which view is which."""
        rows = draw_body(self.scale, self.lights, style=self._style)
        caption = Content.styled(FIGURES[self.scale].caption, "$dim")
        return Content("\n").join([*map(_line, rows), caption])

    def on_click(self, event: events.Click) -> None:
        """Tell which place was clicked."""
        at, figure = event.get_content_offset(self), FIGURES[self.scale]
        if at is None or at.y >= figure.height or at.x >= figure.width:
            return
        place = place_of(figure.cell(at.y, at.x))
        if place is not None:
            self.post_message(self.Pressed(place))


def _line(row: list[BodyCell]) -> Content:
    parts = []
    for (role, ground, bold), cells in groupby(row, key=lambda cell: cell[1:]):
        text = "".join(cell.glyph for cell in cells)
        parts.append(Content.styled(text, _look(role, ground, bold=bold)))
    return Content("").join(parts)


def _look(role: BodyRole, ground: BodyRole, *, bold: bool) -> str:
    weight = "bold " if bold else ""
    if role is BodyRole.INK and ground is BodyRole.CHOSEN:
        # The foreground may be the terminal's own, which is no colour for a ground.
        return f"{weight}{_COLOURS[ground]} reverse"
    behind = f" on {_COLOURS[ground]}" if ground in _COLOURS else ""
    return f"{weight}{_COLOURS.get(role, '')}{behind}".strip()
