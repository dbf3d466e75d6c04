"""The themes: contrast for all eyes, the terminal's own colours, and nothing that moves."""

import pytest
from textual.color import Color
from textual.widgets import Input

from tests.ui.conftest import Sits
from tests.ui.test_site_inks import contrast, roles
from tracker.diary.book import Book, save_settings
from tracker.domain import settings as s
from tracker.domain.settings import COUNTERPARTS, Settings
from tracker.ui.theme import THEMES, in_sixteen_colours, next_theme

ZONES = ("zone-ok", "zone-watch", "zone-stop")
TEXTS = ("dim", *ZONES, *(f"site-{number}" for number in range(1, 7)))
GROUNDS = ("focus", *(f"{zone}-{kind}" for zone in ZONES for kind in ("tint", "band")))
FILLS = (*ZONES, "neutral")
LEAST = 7.0
"""What WCAG 2.2 asks of text at its highest level."""


@pytest.mark.parametrize("theme", [s.HIGH_DARK, s.HIGH_LIGHT])
def test_every_text_of_high_contrast_stands_out_seven_to_one(theme: str) -> None:
    found = next(each for each in THEMES if each.name == theme)
    role = roles(theme)
    grounds = [found.background, found.surface, found.panel, *(role[each] for each in GROUNDS)]
    texts = [found.foreground, found.accent, *(role[each] for each in TEXTS)]
    pairs = [(text, ground) for text in texts for ground in grounds]
    pairs += [(role["faint"], found.background), (role["faint"], found.panel)]
    pairs += [(role["ink"], role[fill]) for fill in FILLS] + [(role["ink"], found.accent)]
    pairs += [(role["alarm-ink"], role["alarm"])]
    for text, ground in pairs:
        assert text is not None
        assert ground is not None
        assert contrast(Color.parse(text), Color.parse(ground)) >= LEAST, (text, ground)


@pytest.mark.parametrize("theme", [s.ANSI_DARK, s.ANSI_LIGHT])
def test_a_theme_of_the_terminal_stands_on_its_own_background(theme: str) -> None:
    found = next(each for each in THEMES if each.name == theme)
    assert found.ansi
    assert {found.background, found.surface, found.panel} == {"ansi_default"}
    assert all(not value.startswith("#") for value in found.variables.values())


def test_every_theme_has_a_counterpart_for_the_other_light() -> None:
    known = {each.name: each for each in THEMES}
    assert set(known) == set(COUNTERPARTS)
    for theme in THEMES:
        other = known[next_theme(theme.name)]
        assert other.dark is not theme.dark
        assert next_theme(other.name) == theme.name
        assert known[in_sixteen_colours(theme.name)].dark is theme.dark


async def test_the_key_goes_between_dark_and_light_of_the_chosen_kind(
    sits_down: Sits, diary: Book
) -> None:
    save_settings(diary, Settings(setup_step=None, theme=s.HIGH_DARK))
    async with sits_down() as person:
        await person.until(lambda: person.app.theme == s.HIGH_DARK)
        await person.press("ctrl+t")
        await person.until(lambda: person.app.theme == s.HIGH_LIGHT)
        await person.until(lambda: diary.settings.theme == s.HIGH_LIGHT)


@pytest.mark.parametrize("still", [{"reduced_motion": True}, {"screen_reader": True}, {}])
async def test_nothing_moves_where_the_settings_say_so(
    sits_down: Sits, diary: Book, still: dict[str, bool]
) -> None:
    save_settings(diary, Settings(setup_step=None, **still))  # type: ignore[arg-type]
    async with sits_down() as person:
        await person.sees("Your week")
        wanted = "none" if still else "full"
        await person.until(lambda: person.app.animation_level == wanted)
        fields = list(person.app.screen.query(Input))
        assert fields
        await person.until(lambda: {field.cursor_blink for field in fields} == {not still})
