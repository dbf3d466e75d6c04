"""Keys that did something else before: for this one version they say where that went."""

from typing import Final

from tracker.ui.command import Scope

MOVED: Final[dict[Scope, dict[str, str]]] = {
    Scope.TODAY: {"m": "fold"},
    Scope.STRETCH: {"t": "start"},
    Scope.ROUTINES: {"b": "fold"},
    Scope.PLAYER: {"n": "right", "t": "alarm"},
    Scope.SETUP: {"ctrl+n": "out"},
    Scope.PACK_START: {"c": "why"},
    Scope.PACK: {"c": "why", "l": "bell"},
    Scope.RUN: {"m": "start"},
    Scope.MID_RUN: {"g": "start", "f": "out", "b": "undo"},
    Scope.TRENDS: {
        "s": "site", "n": "mark_after", "t": "view", "c": "view", "w": "week", "a": "patterns",
        "d": "open", "f": "mark",
    },
    Scope.DAY_RECORDS: {"c": "open", "f": "mark", "v": "add"},
    Scope.MARKED: {"f": "mark", "v": "add"},
    Scope.PATTERNS: {"s": "site", "e": "view", "x": "new", "d": "out", "a": "leave"},
    Scope.WEEK: {"k": "add"},
    Scope.ALARM: {"o": "alarm", "r": "undo"},
}  # fmt: skip
"""By scope: the key as it was, and the meaning that has a key of its own now."""
