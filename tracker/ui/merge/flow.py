"""Offers what a sync tool left beside the diary, and merges another diary on request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from tracker.diary.merging import (
    MergedFile,
    copies_words,
    found_copies,
    merge_copies,
    merge_typed,
    merged_words,
)
from tracker.domain.problem import Problem
from tracker.ui.dialogs import confirm_dialog, notice
from tracker.ui.file_screen import FileScreen
from tracker.ui.queries import Change, Query, ask

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.ui.host import Host

TITLE: Final = "Another machine's changes"
_SAFE: Final = "Of every field the later change counts. The diary is copied before; u undoes it."
_LEAD: Final = f"Name the diary's file of another machine; it is only read. {_SAFE}"

_told: WeakKeyDictionary[Host, set[Path]] = WeakKeyDictionary()


async def tell(host: Host) -> None:
    """Offer the copies of a sync tool, each of them once while the app is open."""
    copies = await host.perform(Query(found_copies))
    told = _told.setdefault(host, set())
    if isinstance(copies, tuple) and {*copies} - told:
        told |= {*copies}
        await _offer(host, copies)


async def merge(host: Host) -> None:
    """Offer the copies of a sync tool; where there are none, ask for a file."""
    copies = await host.perform(Query(found_copies))
    if isinstance(copies, tuple) and copies:
        await _offer(host, copies)
        return
    screen = FileScreen(
        "Merge another machine's diary",
        _LEAD,
        name="",
        placeholder="~/other/diary.json",
        carry=lambda name, then: ask(screen, Change(merge_typed, name), then),
    )
    found = await host.show(screen)
    if isinstance(found, MergedFile):
        host.tell(f"Merged: {merged_words([found])}")


async def _offer(host: Host, copies: tuple[Path, ...]) -> None:
    text = f"{copies_words(copies)} {_SAFE}"
    if not await host.show(confirm_dialog(TITLE, text, verb="merge them in")):
        return
    results = await host.perform(Change(merge_copies))
    if isinstance(results, Problem):
        host.say_refusals((results,))
        return
    if any(each.problem is not None for each in results):
        words = (f"{each.file.name}: {each.words}" for each in results)
        await host.show(notice(TITLE, "\n".join(words)))
    else:
        host.tell(f"Merged: {merged_words(results)}")
