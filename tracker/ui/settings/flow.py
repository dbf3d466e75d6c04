"""Opens the settings and keeps what was changed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, ClassVar

from tracker.diary.book import update_settings
from tracker.ui.requests import Change, refusals
from tracker.ui.settings.settings_screen import SettingsScreen

if TYPE_CHECKING:
    from tracker.diary.book import Book
    from tracker.domain.problem import Problems
    from tracker.domain.settings import Settings
    from tracker.ui.host import Host


@dataclass(frozen=True, slots=True)
class KeepSettings(Change["Settings | Problems"]):
    """What the person changed; what changed elsewhere while they chose stays as it is there."""

    shown: Settings
    wanted: Settings

    DONE: ClassVar[str] = "Settings saved. u undoes."

    def perform(self, book: Book) -> Settings | Problems:
        """Save the differences."""
        wanted = {each.name: getattr(self.wanted, each.name) for each in fields(self.wanted)}
        shown = {each.name: getattr(self.shown, each.name) for each in fields(self.shown)}
        changed = {name: value for name, value in wanted.items() if value != shown[name]}
        return update_settings(book, **changed)


async def change_settings(host: Host) -> None:
    """Show the settings, and keep them where they were changed."""
    shown = host.settings
    wanted = await host.show(SettingsScreen(shown))
    if wanted is not None:
        host.say_refusals(refusals(await host.perform(KeepSettings(shown, wanted))))
