"""Saving what another window may have changed, too: whose value stays is asked field by field."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from textual.app import App

from tracker.diary.conflicts import Conflict
from tracker.ui.dialogs import Whose, whose_dialog
from tracker.ui.queries import refusals

_Answer = TypeVar("_Answer")


async def settled(
    app: App[Any],
    save: Callable[[frozenset[str], frozenset[str]], Awaitable[_Answer]],
    labels: Mapping[str, str],
) -> _Answer:
    """Return what saving came to; of a field changed in another window, too, ask whose stays.

    `save` is given the record's fields of which this window's value stays, and those of which the
    other's does. `labels` are the names of fields for the question. Without an answer nothing is
    saved, and the conflicts are returned.
    """
    mine: set[str] = set()
    theirs: set[str] = set()
    while True:
        answer = await save(frozenset(mine), frozenset(theirs))
        met = [each for each in refusals(answer) if isinstance(each, Conflict)]
        if not met:
            return answer
        for conflict in met:
            dialog = whose_dialog(conflict.message, field=labels.get(conflict.field, ""))
            whose = await app.push_screen_wait(dialog)
            if whose is None:
                return answer
            (mine if whose is Whose.MINE else theirs).add(conflict.attribute)
