"""The place of the tabs' views: each is mounted when its tab is first opened."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import cast

from textual.containers import Container
from textual.css.query import DOMQuery
from textual.reactive import var

from tracker.ui.tab_view import TabView
from tracker.ui.tabs import Tab, tab_of
from tracker.ui.today.frame import TodayFrame


def view_class(tab: Tab) -> Callable[[], TabView]:
    """Return the class of a tab's view; the first time its module is imported."""
    module, _, name = tab.view.partition(":")
    return cast("Callable[[], TabView]", getattr(import_module(module), name))


class TabPages(Container):
    """The views that were opened so far, of which one is shown.

    A frame stands in the first tab's place until that has something to show. What comes down from
    the main screen goes on to every view.
    """

    day: var[date] = var(date.min, init=False)
    generation: var[int] = var(0, init=False)

    def watch_day(self, day: date) -> None:
        """Tell the views which day is shown."""
        for view in self.views:
            view.day = day

    def watch_generation(self, generation: int) -> None:
        """Tell the views that records changed."""
        for view in self.views:
            view.generation = generation

    @property
    def views(self) -> list[TabView]:
        """Return the views of the tabs that were opened so far."""
        return list(self.query_children(TabView).results(TabView))

    @property
    def _frames(self) -> DOMQuery[TodayFrame]:
        return self.query_children(TodayFrame)

    def view(self, tab_id: str) -> TabView:
        """Return the view of a tab that was opened."""
        return self.query_one(f"#{tab_id}", TabView)

    def changed(self, *, first: str) -> list[TabView]:
        """Return the views that hold something unsaved, that of the tab `first` before others."""
        changed = [view for view in self.views if view.is_mounted and view.dirty]
        return sorted(changed, key=lambda view: view.id != first)

    async def open(self, tab_id: str) -> None:
        """Show a tab's view, mounting it the first time."""
        known = next((view for view in self.views if view.id == tab_id), None)
        opened = known or await self._mounted(tab_id)
        for view in self.views:
            view.display = view is opened and not self._frames
            view.shown = view is opened

    async def _mounted(self, tab_id: str) -> TabView:
        view = view_class(tab_of(tab_id))()
        view.id = tab_id
        view.set_reactive(TabView.day, self.day)
        view.set_reactive(TabView.generation, self.generation)
        view.display = False
        self._read_styles(view)
        await self.mount(view)
        return view

    def _read_styles(self, view: TabView) -> None:
        path = str(view.STYLES)
        if not self.app.stylesheet.has_source(path):
            css = view.STYLES.read_text(encoding="utf-8")
            self.app.stylesheet.add_source(css, read_from=(path, ""))

    async def replace_frame(self) -> bool:
        """Put the first tab in its frame's place; False where it stands there already."""
        if not self._frames:
            return False
        with self.app.batch_update():
            await self._frames.remove()
            for view in self.views:
                view.display = view.shown
        return True
