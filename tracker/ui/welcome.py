"""What is shown once the diary is open: what is new, and the first steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker import __version__
from tracker.domain.problem import Problem
from tracker.ui.queries import Change, Query

if TYPE_CHECKING:
    from tracker.domain.settings import Settings
    from tracker.ui.host import Host


async def welcome(host: Host, settings: Settings) -> bool:
    """Show what is new, and begin with the first steps where they are not done.

    Return whether the first steps were gone through.
    """
    if (settings.news_read or await _begun_with(host)) != __version__:
        await _tell_of_news(host)
    if settings.setup_step is None:
        await _tell_of_copies(host)
        return False
    from tracker.ui.setup.flow import first_steps  # noqa: PLC0415 - only at the start

    await first_steps(host, step=settings.setup_step)
    return True


async def _tell_of_copies(host: Host) -> None:
    """Offer what a sync tool left beside the diary."""
    from tracker.diary.merging import found_copies  # noqa: PLC0415 - after the first paint

    if await host.perform(Query(found_copies)):
        from tracker.ui.merge.flow import tell  # noqa: PLC0415 - rarely needed

        await tell(host)


async def _begun_with(host: Host) -> str | Problem:
    return await host.perform(Query(lambda book: book.begun_with))


async def _tell_of_news(host: Host) -> None:
    """Show once what a new version changed, to whoever had the one before."""
    from tracker.diary.whats_new import mark_news_read, unread_news  # noqa: PLC0415 - once a version
    from tracker.ui.whats_new_page import whats_new_page  # noqa: PLC0415 - once a version

    news = await host.perform(Query(unread_news))
    if isinstance(news, tuple) and news:
        await host.show(whats_new_page(news))
        await host.perform(Change(mark_news_read))
