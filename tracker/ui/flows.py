"""Short flows that belong to no tab: the pages about the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.problem import Problem
from tracker.ui.queries import Query

if TYPE_CHECKING:
    from tracker.ui.host import Host


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
