"""Adds a record of any kind, from any tab: the one of this tab comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tracker.diary.kinds.registry import KINDS
from tracker.ui.commands import Scope
from tracker.ui.events.correcting import write_down
from tracker.ui.host import flow_named
from tracker.ui.journal.choose_page import Choice, ChoosePage
from tracker.ui.messages import EventWanted, EventWish, GoTo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.ui.host import Host

FIRST: Final[Mapping[Scope, str]] = {
    Scope.TODAY: "checkin",
    Scope.STRETCH: "session",
    Scope.RUN: "run",
    Scope.TRENDS: "flare",
    Scope.GEAR: "gear",
    Scope.JOURNAL: "note",
}
"""The kind that a tab is about."""

_ITS_TAB: Final = {"checkin": "today", "run": "run", "session": "stretch"}
_BY_WISH: Final = {
    "flare": EventWish.FLARE,
    "episode": EventWish.EPISODE,
    "visit": EventWish.VISIT,
    "note": EventWish.NOTE,
}
_BY_FLOW: Final = {
    "impact": "tracker.ui.checks.flow:answer_check",
    "remedy": "tracker.ui.remedy.flow:log_remedy",
    "clearance": "tracker.ui.alarm.flow:log_clearance",
}


async def add_record(host: Host) -> None:
    """Let the person choose what to add, and open its form."""
    first = FIRST.get(host.shown, "")
    names = sorted(KINDS, key=lambda name: name != first)
    choices = [Choice(name, _words(name)) for name in names]
    name = await host.show(ChoosePage("Add", choices, chosen=first))
    if name is not None:
        await add(host, name)


async def add(host: Host, name: str) -> None:
    """Begin a new record of a kind, on the day that is shown."""
    if name in _ITS_TAB:
        host.post_message(GoTo(_ITS_TAB[name]))
    elif name in _BY_WISH:
        host.post_message(EventWanted(_BY_WISH[name]))
    elif name in _BY_FLOW:
        await flow_named(_BY_FLOW[name])(host)
    else:
        await write_down(host, name)


def _words(name: str) -> str:
    word: str = KINDS[name].word
    return f"{word[:1].upper()}{word[1:]}"
