"""What every tab's view has in common."""

from __future__ import annotations

from asyncio import Future, get_running_loop
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.containers import VerticalScroll
from textual.reactive import var

from tracker.ui.commands import Scope
from tracker.ui.queries import Query, ask

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from datetime import date

    from textual.dom import DOMNode
    from textual.widget import Widget

    from tracker.domain.problem import Problem

_Answer = TypeVar("_Answer")


class TabView(VerticalScroll, can_focus=False):
    """One tab. Attributes come down from the main screen, requests go up to it.

    `day` is the day that is shown, `generation` counts the changes of the records, `shown` tells
    whether this tab is the open one. A view asks for its answer in `load`, which is called when
    the tab is shown and what it last loaded is out of date. `HINTS` are the keys that the footer
    shows in the tab, `BAR_HINTS` those that it shows on the tab bar. `STYLES` is the view's
    stylesheet; it is read when the tab is first opened.
    """

    SCOPE: ClassVar[Scope] = Scope.EVERYWHERE
    HINTS: ClassVar[tuple[str, ...]] = ()
    BAR_HINTS: ClassVar[tuple[str, ...]] = ()
    STYLES: ClassVar[Path]

    day: var[date | None] = var(None, init=False)
    generation: var[int] = var(0, init=False)
    shown: var[bool] = var(default=False, init=False)

    _loaded: tuple[date, int] | None = None

    def load(self) -> None:
        """Ask for everything that this tab shows about `day`."""
        raise NotImplementedError

    @property
    def dirty(self) -> bool:
        """Return whether something was typed that is not saved."""
        return False

    async def save(self) -> bool:
        """Save what was typed; False where it can't be, which the view says at the field."""
        return True

    def discard(self) -> None:
        """Forget what was typed."""

    def shows_day(self, day: date) -> bool:
        """Tell whether the records of a day are among what is shown."""
        return day == self.day

    @property
    def awaits_typing(self) -> bool | None:
        """Tell whether the first field takes the focus by itself; None while that isn't known."""
        return False

    def first_focus(self) -> Widget | None:
        """Return the widget that takes the focus when a person goes on into this tab."""
        return next((each for each in self.query("*") if each.focusable), None)

    async def run_action(
        self, action: str, namespaces: Mapping[str, DOMNode] | None = None
    ) -> None:
        """Carry out an action; what is asked of a tab that is not there yet is dropped."""
        if self.is_mounted:
            await super().run_action(action, namespaces)

    def open(self, what: str) -> None:
        """Go to one of the tab's things, by id; "" means its usual beginning."""
        target = self.first_focus()
        if target is not None and not what:
            target.focus()

    def ask(
        self,
        query: Query[_Answer],
        then: Callable[[_Answer | Problem], Awaitable[None] | None],
        *,
        topic: str = "",
    ) -> None:
        """Send a question up; the answer comes to `then`, on the event loop."""
        ask(self, query, then, topic=topic)

    async def perform(self, query: Query[_Answer]) -> _Answer | Problem:
        """Send a question up and wait for the answer. To be called in a worker."""
        waiting: Future[_Answer | Problem] = get_running_loop().create_future()
        self.ask(query, waiting.set_result)
        return await waiting

    def watch_day(self) -> None:
        """Load what belongs to another day."""
        self._freshen()

    def watch_generation(self) -> None:
        """Load anew after a change of the records."""
        self._freshen()

    def watch_shown(self) -> None:
        """Load what was not needed while another tab was open."""
        self._freshen()

    def _freshen(self) -> None:
        if not self.shown or self.day is None:
            return
        wanted = (self.day, self.generation)
        if wanted != self._loaded:
            self._loaded = wanted
            self.load()
