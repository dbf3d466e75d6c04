"""What flows and screens need from the app, so that none of them knows the main screen."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar, cast, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date, datetime

    from textual.app import App
    from textual.dom import DOMNode
    from textual.message import Message
    from textual.screen import Screen

    from tracker.domain.problem import Problem
    from tracker.domain.settings import Settings
    from tracker.ui.command import Scope
    from tracker.ui.queries import Change, Query

_Answer = TypeVar("_Answer")
_Result = TypeVar("_Result")

TOAST_S: Final = 4
"""How long a sentence about something that was done stays in its corner."""


@runtime_checkable
class ShowsDays(Protocol):
    """What shows the records of days."""

    def shows_day(self, day: date) -> bool:
        """Tell whether the records of a day are among what is shown."""


class Host(Protocol):
    """The diary's answers, the person's day and settings, and the way to other screens.

    `day` is the day that is shown, `today` the present one.
    """

    monotonic_clock: Callable[[], float]

    @property
    def app(self) -> App[object]:
        """The app, for its stack of screens."""

    @property
    def settings(self) -> Settings:
        """The settings as they were last read."""

    @property
    def day(self) -> date:
        """The day that the tabs show."""

    @property
    def today(self) -> date:
        """The person's present day."""

    @property
    def shown(self) -> Scope:
        """The page on top, or the open tab where there is none."""

    def shows_day(self, day: date) -> bool:
        """Tell whether the page on top, or the open tab, shows a day's records."""

    @property
    def clock(self) -> Callable[[], datetime]:
        """The clock that the app goes by."""

    async def read_settings(self) -> Settings | Problem:
        """Read the settings as they are on file, and go by them."""

    async def perform(self, query: Query[_Answer]) -> _Answer | Problem:
        """Put a question to the diary; after a change every view asks anew."""

    def keep(self, change: Change[Any]) -> object:
        """Carry out a change on the side, and say where it can't be done."""

    async def show(self, screen: Screen[_Result]) -> _Result:
        """Show a screen and wait for what it ends with."""

    def say_refusals(self, problems: tuple[Problem, ...]) -> None:
        """Say what could not be done, where no field can say it."""

    def tell(self, sentence: str) -> None:
        """Show a sentence in the corner for a moment."""

    def post_message(self, message: Message) -> bool:
        """Send a message on its way from the screen with the tabs."""

    def follow_changes(self, watcher: DOMNode, then: Callable[[], None]) -> None:
        """Call `then` after every change of the records, as long as `watcher` is there."""

    def open(self, flow: str, *args: object) -> None:
        """Begin a flow, named as `module:function`; its module is imported then."""


def host_of(node: DOMNode) -> Host:
    """Return the host of a widget or a screen: the screen with the tabs, under all others."""
    return cast("Host", node.app.screen_stack[0])


def flow_named(name: str) -> Callable[..., Awaitable[object]]:
    """Return the flow that `module:function` names; the first time its module is imported."""
    module, _, function = name.partition(":")
    return cast("Callable[..., Awaitable[object]]", getattr(import_module(module), function))
