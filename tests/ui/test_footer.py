"""The footer shows for each focus the six keys of its own."""

import pytest

from tests.ui.conftest import Sits
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.pain_scale import PainScale

BARS = {
    "1": "↓ check in w why s start a add 1-7 tab ? keys",
    "2": "↓ steps s start n new v 28 days 1-7 tab ? keys",
    "3": "n new run = as last i import s guide 1-7 tab ? keys",
    "4": "↓ chart r R range o site v V view W week ? keys",
    "5": "s start w why a add J K move a day e goal, days ? keys",
    "6": "n new pair enter open x retire w why z retired ? keys",
    "7": "/ search f kind e edit d delete u undo ? keys",
}


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_tab_bar_shows_the_keys_of_its_tab(
    sits_down: Sits, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await person.press("escape")
        for digit, keys in BARS.items():
            await person.press(digit)
            await person.until(
                lambda keys=keys: " ".join(person.screen_text.splitlines()[-1].split()) == keys  # type: ignore[misc]
            )


async def test_a_scale_and_a_field_show_what_works_in_them(sits_down: Sits) -> None:
    def footer() -> str:
        return " ".join(person.screen_text.splitlines()[-1].split())

    async with sits_down() as person:
        await person.until(lambda: isinstance(person.app.focused, PainScale))
        await person.until(
            lambda: footer() == "0-9 set ←→ adjust ⌫ not logged = as last ctrl+s save ? keys"
        )
        person.main.view.query(FieldRow).first().focus_field()
        await person.until(
            lambda: footer() == "ctrl+s save tab next ↑↓ row esc leave field ctrl+p all f1 keys"
        )
