"""The figure as a widget: its sizes, its colours by role, and the mouse."""

import pytest
from textual.app import App, ComposeResult

from tests.ui.patience import until
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.body_figure import FIGURES, BodySize
from tracker.insight.body_raster import anchor, choice_lights, score_lights
from tracker.ui.glyphs import FULL, PLAIN, Glyphs
from tracker.ui.theme import DARK, ROLE_DEFAULTS, SIXTEEN, THEMES
from tracker.ui.widgets.body_map import BodyMap

KNEE = PainSite(Site.KNEE, Side.LEFT)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)


class Figures(App[None]):
    """Nothing but a figure."""

    def __init__(self, *, glyphs: Glyphs = FULL, theme: str = DARK) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.pressed: list[PainSite] = []
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return ROLE_DEFAULTS

    def compose(self) -> ComposeResult:
        yield BodyMap()

    def on_body_map_pressed(self, event: BodyMap.Pressed) -> None:
        self.pressed.append(event.place)

    @property
    def text(self) -> str:
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


@pytest.mark.parametrize("size", list(BodySize))
async def test_it_takes_the_room_of_its_size_and_no_focus(size: BodySize) -> None:
    app = Figures()
    async with app.run_test(size=(80, 40)) as pilot:
        body = app.query_one(BodyMap)
        body.scale = size
        figure = FIGURES[size]
        assert await until(pilot, lambda: body.size == (figure.width, figure.height + 1))
        assert not body.focusable
        assert figure.caption.strip() in app.text


async def test_a_click_on_a_place_tells_of_it_and_one_beside_it_of_none() -> None:
    app = Figures()
    async with app.run_test(size=(80, 40)) as pilot:
        at = anchor(FIGURES[BodySize.MEDIUM], "k")
        assert at is not None
        await pilot.click(BodyMap, offset=(at[1], at[0]))
        await pilot.click(BodyMap, offset=(0, 0))
        await pilot.click(BodyMap, offset=(3, FIGURES[BodySize.MEDIUM].height))
        await pilot.pause()
        assert app.pressed == [KNEE]


@pytest.mark.parametrize(("name", "sign"), [("braille", "⡎"), ("blocks", "▐"), ("ascii", ".")])
async def test_the_setting_of_the_signs_says_what_it_is_drawn_with(name: str, sign: str) -> None:
    app = Figures()
    async with app.run_test(size=(80, 40)) as pilot:
        app.query_one(BodyMap).glyphs = name
        await pilot.pause()
        assert sign in app.text


async def test_plain_signs_draw_it_in_letters_with_every_number() -> None:
    app = Figures(glyphs=PLAIN)
    async with app.run_test(size=(80, 40)) as pilot:
        app.query_one(BodyMap).lights = score_lights([(KNEE, 4), (BACK, None)], green_max=2)
        await pilot.pause()
        assert app.text.isascii()
        assert "=4=" in app.text
        assert "?" in app.text


@pytest.mark.parametrize("theme", [DARK, SIXTEEN])
async def test_what_is_chosen_can_be_read_on_every_ground(theme: str) -> None:
    app = Figures(theme=theme)
    async with app.run_test(size=(80, 40)) as pilot:
        app.query_one(BodyMap).lights = choice_lights([KNEE])
        await pilot.pause()
        row = next(strip for strip in app.screen._compositor.render_strips() if "✓" in strip.text)
        style = next(segment.style for segment in row if "✓" in segment.text)
        assert style is not None
        assert style.reverse or style.color != style.bgcolor
