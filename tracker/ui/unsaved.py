"""What is typed and not saved: on every way out it is asked about once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from tracker.ui.dialogs import Dialog, Leave, leave_dialog
from tracker.ui.queries import Parting, refusals

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from textual.app import App

    from tracker.ui.host import Host
    from tracker.ui.tab_view import TabView


@runtime_checkable
class HoldsTyped(Protocol):
    """A screen that may hold something typed when the app is left."""

    async def may_close(self) -> bool:
        """Ask what becomes of it; True where the app may be left."""


async def may_part(
    app: App[Any],
    *,
    dirty: bool,
    save: Callable[[], Awaitable[bool]] | None = None,
    discard: Callable[[], None] | None = None,
) -> bool:
    """Ask once whether what is typed is saved or dropped; True where one may go on.

    Without `save` it can only be dropped: what is typed there is no record of its own.
    """
    if not dirty:
        return True
    answer = await app.push_screen_wait(leave_dialog(savable=save is not None))
    if answer is Leave.DISCARD:
        if discard is not None:
            discard()
        return True
    return answer is Leave.SAVE and save is not None and await save()


async def screens_may_close(host: Host) -> bool:
    """Ask about what is typed on the screens above the tabs; a question open there is put off."""
    while isinstance(host.app.screen, Dialog):
        host.app.screen.dismiss(None)
    for screen in reversed(host.app.screen_stack):
        if isinstance(screen, HoldsTyped) and not await screen.may_close():
            return False
    return True


async def may_discard(host: Host, view: TabView) -> bool:
    """Ask whether what a view holds is saved or dropped; False to stay."""
    return await may_part(host.app, dirty=True, save=view.save, discard=view.discard)


async def screens_parted(host: Host) -> bool:
    """Keep what the screens above the tabs have to keep; True where all of it is kept."""
    for screen in host.app.screen_stack:
        change = screen.parting if isinstance(screen, Parting) else None
        problems = refusals(await host.perform(change)) if change is not None else ()
        if problems:
            host.say_refusals(problems)
            return False
    return True
