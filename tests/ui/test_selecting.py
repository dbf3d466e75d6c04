"""Text is selected with the mouse and copied, wherever it stands."""

from textual import events

from tests.ui.conftest import Person, Sits


async def selects(person: Person, words: str) -> None:
    """Drag the mouse from the first to the last sign of some words."""
    rows = person.screen_text.splitlines()
    y = next(at for at, row in enumerate(rows) if words in row)
    x = rows[y].index(words)
    pilot = person.pilot
    await pilot._post_mouse_events([events.MouseDown], offset=(x, y), button=1)
    await pilot._post_mouse_events([events.MouseMove], offset=(x + len(words), y), button=1)
    await pilot._post_mouse_events([events.MouseUp], offset=(x + len(words), y), button=1)
    await person.until(lambda: person.app.screen.get_selected_text() is not None)


async def test_what_the_mouse_goes_over_can_be_copied(sits_down: Sits) -> None:
    async with sits_down() as person:
        for tab, words in (("", "You know your body best"), ("2", "After a run")):
            if tab:
                await person.press("escape", tab)
            await person.sees(words)
            await selects(person, words)
            assert (person.app.screen.get_selected_text() or "").startswith(words)
            await person.press("ctrl+c")
            await person.until(lambda words=words: person.app.clipboard.startswith(words))  # type: ignore[misc]
