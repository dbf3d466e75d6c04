"""The body with this morning's scores in it, and beside it the sites with what is usual."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.insight.body_raster import score_lights
from tracker.insight.site_labels import short_label
from tracker.ui.glyphs import glyphs_of
from tracker.ui.today.plan import TEXT_ROWS
from tracker.ui.today.sites_card import SiteNow, score_words
from tracker.ui.widgets.body_map import BodyMap
from tracker.ui.widgets.heading import Heading


class SiteTexts(Widget):
    """Name, score and usual level of each site, one below the other."""

    DEFAULT_CSS = """
    SiteTexts { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    sites: reactive[tuple[SiteNow, ...]] = reactive((), layout=True)
    green_max: reactive[int] = reactive(2)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take four rows for each site."""
        return TEXT_ROWS * len(self.sites)

    def render(self) -> Content:
        """Write the texts."""
        return Content("\n").join(map(self._site, self.sites))

    def _site(self, site: SiteNow) -> Content:
        whole = site.place.label
        name = whole if len(whole) <= self.content_size.width else short_label(site.place)
        rows = [
            Content.styled(name, "bold"),
            score_words(site.score, green_max=self.green_max, glyphs=glyphs_of(self)),
            *Content.styled(site.later or site.usual, "$dim").wrap(max(self.content_size.width, 1)),
        ]
        return Content("\n").join([*rows, Content("")][:TEXT_ROWS])


class BodyCard(Vertical):
    """The figure, a number in each site that is followed; a click on one is told by the figure.

    Without texts it is drawn on the page, without a card.
    """

    DEFAULT_CSS = """
    BodyCard { height: auto; width: 1fr; background: $surface; padding: 1 2 0 2; }
    BodyCard > Heading { display: none; margin-bottom: 1; }
    BodyCard > Horizontal { height: auto; width: 1fr; }
    BodyCard SiteTexts { margin: 1 0 0 2; }

    BodyCard.-headed { padding: 1 2; }
    BodyCard.-headed > Heading { display: block; }
    BodyCard.-headed > Horizontal { align-horizontal: center; }
    BodyCard.-headed SiteTexts, BodyCard.-bare SiteTexts { display: none; }
    BodyCard.-bare { background: $background; padding: 0; }
    BodyCard.-low { padding: 0 2; }
    """

    figure: ClassVar = getters.query_one(BodyMap)
    texts: ClassVar = getters.query_one(SiteTexts)

    def compose(self) -> ComposeResult:
        """Lay the texts out right of the figure."""
        yield Heading("Where", "this morning")
        with Horizontal():
            yield BodyMap()
            yield SiteTexts()

    def show(self, sites: tuple[SiteNow, ...], *, green_max: int, glyphs: str) -> None:
        """Show the sites with their scores."""
        self.figure.glyphs = glyphs
        self.figure.lights = score_lights(
            ((site.place, site.score) for site in sites), green_max=green_max
        )
        self.texts.green_max, self.texts.sites = green_max, sites
