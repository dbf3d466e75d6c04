"""Looks into the inbox folder beside everything else, and tells what came in."""

from __future__ import annotations

from asyncio import sleep, to_thread
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from tracker.diary.answers import ImportStatus
from tracker.diary.inbox import SETTLED_S, Inbox, InboxImport, begin_inbox_import, inbox_folder
from tracker.diary.unscored_runs import UnscoredRuns, unscored_runs
from tracker.domain.problem import Problem
from tracker.domain.text import counted
from tracker.ui.queries import Change, Query, refusals
from tracker.ui.run.import_results import summary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from tracker.diary.answers import ImportOutcome
    from tracker.ui.host import Host

FAILURES_TOLD: Final = 3

_inboxes: WeakKeyDictionary[Host, Inbox] = WeakKeyDictionary()


async def look(host: Host) -> None:
    """Take what is new in the inbox folder; what is still being written is waited for once."""
    inbox = await _inbox_of(host)
    if inbox is None:
        return
    found = await to_thread(inbox.look)
    if found.settling:
        await sleep(SETTLED_S)
        found = await to_thread(inbox.look)
    if found.ready:
        await _take(host, inbox, found.ready)


async def _inbox_of(host: Host) -> Inbox | None:
    """Return the folder with its memory; None where it isn't there, on this machine or just now."""
    folder = await host.perform(Query(inbox_folder))
    path = await host.perform(Query(lambda book: book.path))
    if isinstance(folder, Problem) or isinstance(path, Problem):
        return None
    known = _inboxes.get(host)
    if known is None or known.folder != folder:
        known = _inboxes[host] = await to_thread(Inbox, path, folder)
    return known


async def _take(host: Host, inbox: Inbox, paths: Sequence[Path]) -> None:
    begun = await host.perform(Query(begin_inbox_import, paths))
    if isinstance(begun, Problem):
        return
    async with _closing(begun):
        while True:
            batch = await to_thread(begun.read)
            problems = refusals(await host.perform(Change(begun.take, batch)))
            if problems:
                host.say_refusals(problems)
                return
            if not batch:
                break
    await to_thread(inbox.remember, paths)
    await _tell(host, begun.outcome)


@asynccontextmanager
async def _closing(begun: InboxImport) -> AsyncIterator[None]:
    try:
        yield
    finally:
        # The other processes are waited for, which the screen must not be.
        await to_thread(begun.close)


async def _tell(host: Host, outcome: ImportOutcome) -> None:
    """Say what came in, each failure once, and which runs wait for a score."""
    statuses = {each.status for each in outcome.results}
    undo = " u undoes." if statuses & {ImportStatus.ADDED, ImportStatus.MERGED} else ""
    if statuses:
        host.tell(f"Inbox: {summary(outcome.results)}{undo}")
    failed = [each for each in outcome.results if each.status is ImportStatus.REJECTED]
    for each in failed[:FAILURES_TOLD]:
        host.tell(f"Inbox, {each.file}: {each.message}")
    if len(failed) > FAILURES_TOLD:
        host.tell(f"Inbox: {counted(len(failed) - FAILURES_TOLD, 'more file')} left out.")
    if outcome.alike:
        host.tell(f"{counted(len(outcome.alike), 'look-alike')} left out. i on Run asks about it.")
    unscored = await host.perform(Query(unscored_runs, outcome))
    if isinstance(unscored, UnscoredRuns) and unscored.asked:
        host.tell(f"{counted(len(unscored.asked), 'new run')} without a pain score: 3, then enter.")
