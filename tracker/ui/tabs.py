"""The tabs. A new tab is one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from tracker.ui.tab_view import TabView


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its id, its title, the short title of narrow terminals, and where its view is.

    The view's module is imported when there is time for it, or when the tab is opened.
    """

    id: str
    title: str
    short: str
    view: str

    def make(self) -> TabView:
        """Make the view."""
        return self.load()()

    def load(self) -> "Callable[[], TabView]":
        """Import the view; the first time that takes a moment."""
        module, _, name = self.view.partition(":")
        return cast("Callable[[], TabView]", getattr(import_module(module), name))


TABS: Final = (
    Tab("today", "Today", "Tod", "tracker.ui.today.view:TodayView"),
    Tab("stretch", "Stretch", "Str", "tracker.ui.stretch.view:StretchView"),
    Tab("run", "Run", "Run", "tracker.ui.run.view:RunView"),
    Tab("trends", "Trends", "Tre", "tracker.ui.trends.view:TrendsView"),
)
