"""Short flows that belong to no tab: undo, and the pages about the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.problem import Problem
from tracker.ui.queries import Change, Query

if TYPE_CHECKING:
    from tracker.diary.book import Book, UndoAnswer
    from tracker.ui.host import Host


async def undo(host: Host) -> None:
    """Take back the latest change of this machine; a change made elsewhere since is asked about."""
    answer = await host.perform(Change(_undone))
    if not isinstance(answer, Problem) and answer.asks:
        from tracker.ui.dialogs import confirm_dialog  # noqa: PLC0415 - rarely needed

        dialog = confirm_dialog("Undo", answer.message, verb="undo it all the same")
        if not await host.show(dialog):
            return
        answer = await host.perform(Change(_undone, True))  # noqa: FBT003 - what it is, it says
    host.tell(answer.message)


def _undone(book: Book, force: bool = False) -> UndoAnswer:  # noqa: FBT001, FBT002 - a query's
    return book.undo(force=force)


async def show_evidence(host: Host) -> None:
    """Show where advice and studies differ."""
    from tracker.ui.evidence_page import EvidencePage  # noqa: PLC0415 - when asked for

    await host.show(EvidencePage())


async def show_news(host: Host) -> None:
    """Show what each version changed."""
    from tracker.ui.whats_new_page import whats_new_page  # noqa: PLC0415 - when asked for

    await host.show(whats_new_page())


async def show_about(host: Host) -> None:
    """Show what the app is, its version, and where the data are."""
    from tracker.ui.about_page import AboutPage  # noqa: PLC0415 - when asked for

    path = await host.perform(Query(lambda book: book.path))
    if not isinstance(path, Problem):
        await host.show(AboutPage(path))
