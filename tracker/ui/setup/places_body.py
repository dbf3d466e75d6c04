"""The third step: which places hurt, shown on the figure and in a list at the same time."""

from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from tracker.domain.form import BETWEEN, FormContext, Texts
from tracker.domain.routine import StepState
from tracker.domain.site import PainSite, Side, Site, sides_of
from tracker.insight.body_figure import BodySize
from tracker.insight.body_raster import choice_lights
from tracker.ui.form.body import FormBody
from tracker.ui.glyphs import glyphs_of
from tracker.ui.setup.place_list import PlaceList
from tracker.ui.setup.step_screen import StepScreen
from tracker.ui.widgets.body_map import BodyMap
from tracker.ui.widgets.note import Note

NAMED: Final = "other_name"
QUICK: Final = 3
NOTHING_LIT: Final = "No place is lit: space lights one. ctrl+s once more goes on without any."
MORE: Final = "Three are quick to score; more is fine."
FIGURE_FROM: Final = ((BodySize.LARGE, (110, 38)), (BodySize.MEDIUM, (80, 24)))
"""The columns and rows from which on a figure stands beside the list."""


class PlacesBody(FormBody):
    """One cursor over figure and list; the field for a word of one's own below them."""

    DEFAULT_CSS = """
    PlacesBody {
        & #choice { height: auto; }
        & #card { width: auto; height: auto; margin: 0 2 0 1; }
        & #listing { width: 1fr; height: auto; }
        & PlaceList { max-width: 64; }
        & FieldRow { margin-left: 1; max-width: 63; }
        & #state, & #places { height: auto; max-width: 64; padding: 0 0 0 2; }
    }
    """

    COMPACT: ClassVar[bool] = True
    LABEL_CELLS: ClassVar[int] = 22
    FIRST_FOCUS: ClassVar[str] = "PlaceList"

    figure = getters.query_one(BodyMap)
    sites = getters.query_one(PlaceList)

    _told: bool = False

    def compose(self) -> ComposeResult:
        """Lay out the figure at the left, and the list with what is chosen at the right."""
        figure = BodyMap()
        figure.glyphs = self.context.settings.glyphs
        with Horizontal(id="choice"):
            with Vertical(id="card"):
                yield figure
            with Vertical(id="listing"):
                yield Static(id="state")
                yield PlaceList()
                yield self.row(NAMED)
                yield Static(id="places")
        yield Note(id="whole")

    def on_mount(self) -> None:
        """Begin at the top of the list."""
        self.sites.show(tuple(Site))
        self._take(self._shown)
        self.follow()

    def on_resize(self) -> None:
        """Choose the figure that has room."""
        columns, rows = self.screen.size
        fitting = (size for size, least in FIGURE_FROM if columns >= least[0] and rows >= least[1])
        size = next(fitting, None)
        self.query_one("#card").display = size is not None
        if size is not None:
            self.figure.scale = size

    # ------------------------------------------------------------------ what is chosen

    def _take(self, texts: Texts) -> None:
        self.sites.lit = frozenset(
            (site, Side(value))
            for site in Site
            for value in texts.get(site.value, "").split(BETWEEN)
            if value
        )

    @property
    @override
    def texts(self) -> dict[str, str]:
        typed = super().texts
        if not self.is_mounted:
            return typed
        lit = self.sites.lit
        return typed | {
            site.value: BETWEEN.join(side.value for side in sides_of(site) if (site, side) in lit)
            for site in Site
        }

    @override
    def show(self, texts: Texts, *, context: FormContext | None = None) -> None:
        self._take(texts)
        super().show(texts, context=context)

    @on(PlaceList.Lit)
    def _changed(self, event: PlaceList.Lit) -> None:
        event.stop()
        self.say("")
        self._announce()

    @on(PlaceList.Moved)
    def _moved(self, event: PlaceList.Moved[Site]) -> None:
        event.stop()
        self.follow()

    @on(BodyMap.Pressed)
    def _light(self, event: BodyMap.Pressed) -> None:
        event.stop()
        self.sites.focus()
        self.sites.toggle(event.place)

    @override
    async def save(self) -> bool:
        """Save what is lit; that nothing is, is said once."""
        if self.sites.places or self._told:
            return await super().save()
        self._told = True
        self.say(NOTHING_LIT)
        return False

    # ------------------------------------------------------------------ what is said

    @override
    def follow(self) -> None:
        places, here = self.sites.places, self.sites.here
        self.figure.lights = choice_lights(places, here)
        self.query_one("#state", Static).update(_state(here, places))
        self.query_one("#places", Static).update(self._words(places))

    def _words(self, places: tuple[PainSite, ...]) -> Content:
        count = Content.styled(f"{len(places)} of {QUICK}", "$dim")
        if len(places) > QUICK:
            count = Content.styled(f"{len(places)}  {MORE}", "$dim")
        rows = [Content.assemble(Content.styled("Chosen  ", "bold"), count)]
        if not self.screen.has_class("-short"):
            tick = glyphs_of(self).steps[StepState.DONE]
            rows += [Content(""), *(Content(f"{tick} {place.label}") for place in places)]
        return Content("\n").join(rows)


class PlacesScreen(StepScreen):
    """The step on its page; a short screen leaves the sentence above it to its heading."""

    DEFAULT_CSS = """
    PlacesScreen.-short .form--words { display: none; }
    PlacesScreen.-wide.-tall {
        #card { background: $surface; padding: 1 8; margin: 0 4 0 2; }
        #state, #places { margin: 1 0; }
    }
    """


def _state(here: PainSite | None, places: tuple[PainSite, ...]) -> Content:
    if here is None:
        return Content("")
    lit = here in places
    return Content.assemble(
        Content.styled(here.label, "bold"),
        Content.styled(f"   {'chosen' if lit else 'not chosen yet'}   ", "$dim"),
        Content.styled("space", "bold $accent"),
        Content.styled(" puts it out" if lit else " lights it", "$dim"),
    )
