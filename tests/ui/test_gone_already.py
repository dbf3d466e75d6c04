"""What comes too late, or too early, does no harm."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual._context import active_message_pump
from textual.css.query import NoMatches
from textual.widget import Widget
from textual.worker import WorkerFailed

from tests.ui.conftest import Sits
from tracker.ui.commands import commands_of
from tracker.ui.main_screen import MainScreen
from tracker.ui.tab_pages import view_class
from tracker.ui.tabs import TABS


async def test_a_palette_that_is_answered_twice_closes_nothing_more(sits_down: Sits) -> None:
    async with sits_down() as person:
        await person.press("ctrl+p")
        await person.until(lambda: len(person.app.screen_stack) == 2)
        palette = person.app.screen
        palette.dismiss()
        await person.until(lambda: person.app.screen is person.main)
        person.app.pop_screen()
        await person.press("escape")
        assert isinstance(person.app.screen, MainScreen)


async def test_a_tab_that_is_not_there_yet_holds_nothing_unsaved(sits_down: Sits) -> None:
    async with sits_down() as person:
        await person.sees("Your week")
        for tab in TABS[1:]:
            view = view_class(tab)()
            view.id = tab.id
            mounted = person.main.pages.mount(view)
            assert view not in person.main.pages.changed(first="today")
            for entry in commands_of(tab.scope):
                await view.run_action(entry.action)
            await mounted
            await view.remove()


@contextmanager
def active_message_pump_of(widget: Widget) -> Iterator[None]:
    token = active_message_pump.set(widget)
    try:
        yield
    finally:
        active_message_pump.reset(token)


class Missing(Widget):
    """A widget that looks for what it hasn't got, as soon as it is told to."""

    def look(self) -> None:
        self.query_one("#nowhere")


async def test_what_a_widget_misses_that_is_gone_is_not_the_end(sits_down: Sits) -> None:
    async with sits_down() as person:
        missing = Missing()
        await person.main.mount(missing)
        await missing.remove()
        with active_message_pump_of(missing), pytest.raises(NoMatches) as caught:
            missing.look()
        with active_message_pump_of(missing):
            person.app._handle_exception(caught.value)
            person.app._handle_exception(WorkerFailed(caught.value))
            person.app._handle_exception(asyncio.InvalidStateError("answered already"))
        assert person.app.is_running
        assert person.app._exception is None


@pytest.mark.parametrize("turns", [0, 5, 25])
async def test_a_page_that_is_closed_while_it_opens_is_no_error(
    sits_down: Sits, turns: int
) -> None:
    async with sits_down() as person:
        await person.sees("Your week")
        await person.press("escape")
        for key in ("f2", "W", "P", "p"):
            person.app.simulate_key(key)
            for _ in range(turns):
                await asyncio.sleep(0)
            await person.press("escape", "escape", "escape")
            await person.until(lambda: person.app.screen is person.main)
        assert person.app._exception is None
