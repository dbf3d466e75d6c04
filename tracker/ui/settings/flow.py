"""Opens the settings and keeps what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.ui.requests import refusals
from tracker.ui.settings.settings_screen import SettingsScreen
from tracker.ui.setup.requests import SaveSettings

if TYPE_CHECKING:
    from tracker.ui.main_screen import MainScreen


@dataclass(frozen=True, slots=True)
class KeepSettings(SaveSettings):
    """The settings as the person wants them."""

    DONE: ClassVar[str] = "Settings saved. u undoes."


async def change_settings(main: MainScreen) -> None:
    """Show the settings, and keep them where they were changed."""
    changed = await main.app.push_screen_wait(SettingsScreen(main.settings))
    if changed is not None:
        main.say_refusals(refusals(await main.perform(KeepSettings(changed))))
