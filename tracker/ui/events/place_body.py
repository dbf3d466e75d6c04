"""The form of what has a place: beside its rows the figure shows where that is."""

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from typing_extensions import override

from tracker.domain.site import PainSite, Side
from tracker.domain.site_fields import place_text
from tracker.insight.body_raster import choice_lights
from tracker.ui.form.body import FormBody
from tracker.ui.widgets.body_map import BodyMap
from tracker.ui.widgets.note import Note

PLACE: Final = "place"
ROOM: Final = (110, 30)
"""The columns and rows from which on the figure stands beside the rows."""


class PlaceBody(FormBody):
    """A click on one of the offered places chooses it."""

    DEFAULT_CSS = """
    PlaceBody {
        & #beside { height: auto; }
        & #rows { width: 1fr; height: auto; max-width: 84; }
        & BodyMap { margin: 0 2; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the rows at the left and the figure at the right."""
        figure = BodyMap()
        figure.glyphs = self.context.settings.glyphs
        with Horizontal(id="beside"):
            with Vertical(id="rows"):
                for name in self.fields:
                    yield self.row(name)
            yield figure
        yield Note(id="whole")

    def on_resize(self) -> None:
        """Show the figure where it has room."""
        columns, rows = self.screen.size
        self.query_one(BodyMap).display = columns >= ROOM[0] and rows >= ROOM[1]

    @override
    def follow(self) -> None:
        place = self.value(PLACE)
        chosen = [place] if isinstance(place, PainSite) else []
        self.query_one(BodyMap).lights = choice_lights(chosen)

    @on(BodyMap.Pressed)
    def _choose(self, event: BodyMap.Pressed) -> None:
        event.stop()
        pressed = event.place
        offered = (
            each
            for each in self.context.places
            if each.site is pressed.site and each.side in {pressed.side, Side.BOTH}
        )
        found = next(offered, None)
        if found is not None:
            self.put({PLACE: place_text(found)})
