"""What is shown once the diary is open: its care, what is new, and the first steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tracker import __version__
from tracker.domain.problem import Problem
from tracker.ui.queries import Change, Query

if TYPE_CHECKING:
    from tracker.diary.book import Book
    from tracker.ui.host import Host

FILE_UNUSABLE: Final = 3
"""The exit code of the command where the data file can't be used."""


async def welcome(host: Host) -> bool:
    """Read the settings, say what must be known, and begin with the first steps where due.

    Return whether the first steps were gone through.
    """
    settings = await host.read_settings()
    if isinstance(settings, Problem):
        host.app.exit(return_code=FILE_UNUSABLE, message=settings.message)
        return False
    await tell_of_care(host)
    if settings.news_read != __version__:
        await _tell_of_news(host)
    if settings.setup_step is None:
        return False
    from tracker.ui.setup.flow import first_steps  # noqa: PLC0415 - only at the start

    await first_steps(host, step=settings.setup_step)
    return True


async def tell_of_care(host: Host, *, told: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Show what was damaged and mended, or why nothing can be saved, unless it was `told`."""
    care = await host.perform(Query(_care_of))
    if not isinstance(care, tuple):
        return told
    if care and care != told:
        from tracker.ui.recovery_page import recovery_page  # noqa: PLC0415 - rarely needed

        await host.show(recovery_page(care))
    return care


def _care_of(book: Book) -> tuple[str, ...]:
    return (*book.recovery, *((book.read_only,) if book.read_only else ()))


async def _tell_of_news(host: Host) -> None:
    """Show once what a new version changed, to whoever had the one before."""
    from tracker.diary.whats_new import mark_news_read, unread_news  # noqa: PLC0415 - once a version
    from tracker.ui.whats_new_page import whats_new_page  # noqa: PLC0415 - once a version

    news = await host.perform(Query(unread_news))
    if isinstance(news, tuple) and news:
        await host.show(whats_new_page(news))
        await host.perform(Change(mark_news_read))
