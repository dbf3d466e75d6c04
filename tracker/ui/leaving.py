"""Nothing typed is lost on the way out: each tab that holds something unsaved asks once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.ui.dialogs import Dialog, Leave, leave_dialog
from tracker.ui.form.screen import HoldsTyped
from tracker.ui.queries import Parting, refusals

if TYPE_CHECKING:
    from tracker.ui.host import Host
    from tracker.ui.tab_view import TabView


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
    answer = await host.show(leave_dialog())
    if answer is Leave.DISCARD:
        view.discard()
        return True
    return answer is Leave.SAVE and await view.save()


async def screens_parted(host: Host) -> bool:
    """Keep what the screens above the tabs have to keep; True where all of it is kept."""
    for screen in host.app.screen_stack:
        change = screen.parting if isinstance(screen, Parting) else None
        problems = refusals(await host.perform(change)) if change is not None else ()
        if problems:
            host.say_refusals(problems)
            return False
    return True
