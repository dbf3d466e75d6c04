"""The signs that stand beside every colour, so that nothing is said by colour alone."""

import os
from collections.abc import Mapping
from typing import Final, Protocol

from tracker.domain.dataclass import dataclass
from tracker.domain.routine import StepState
from tracker.domain.verdict import Change, Outcome, PatternVerdict, Response, Zone
from tracker.insight.glyph_set import (
    OUTCOME_GLYPHS,
    PLAIN_OUTCOME_GLYPHS,
    PLAIN_RESPONSE_GLYPHS,
    RESPONSE_GLYPHS,
    GlyphSet,
    choose_glyph_set,
)
from tracker.insight.response_words import RESPONSE_WORDS

FULL_NAME: Final = "full"
ADDED: Final = "added"
"""Key of the sign for a step that was added for the person; it is not a state of a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """One set of signs, each one cell wide."""

    zones: Mapping[Zone, str]
    outcomes: Mapping[Outcome, str]
    responses: Mapping[Response | None, str]
    steps: Mapping[StepState | str, str]
    changes: Mapping[Change, str]
    patterns: Mapping[PatternVerdict, str]
    spark: str
    chosen: str
    hollow: str
    pointer: str
    folded: str
    unfolded: str
    nothing: str
    divider: str
    alarm: str
    stripe: str
    left: str
    right: str
    erase: str
    bar: str
    bar_rest: str
    bar_mark: str


FULL: Final = Glyphs(
    zones={Zone.GREEN: "▂", Zone.AMBER: "▅", Zone.RED: "▇"},
    outcomes=OUTCOME_GLYPHS,
    responses=RESPONSE_GLYPHS,
    steps={
        StepState.DONE: "✓",
        StepState.SKIPPED: "✗",
        StepState.UNTOUCHED: "·",
        StepState.LEFT_OUT: "⊘",
        ADDED: "+",
    },
    changes={
        Change.IMPROVED: "↓",
        Change.WORSE: "↑",
        Change.NO_CLEAR_CHANGE: "→",
        Change.ALREADY_LOW: "→",
        Change.NOT_ENOUGH: "?",
    },
    patterns={
        PatternVerdict.WATCH: "◆",
        PatternVerdict.NO_CLEAR: "–",
        PatternVerdict.NOT_ENOUGH: "?",
    },
    spark="▁▂▃▄▅▆▇",
    chosen="●",
    hollow="○",
    pointer="›",
    folded="▸",
    unfolded="▾",
    nothing="·",
    divider="│",
    alarm="▲",
    stripe="▌",
    left="←",
    right="→",
    erase="⌫",
    bar="━",
    bar_rest="─",
    bar_mark="╋",
)

PLAIN: Final = Glyphs(
    zones={Zone.GREEN: ".", Zone.AMBER: "~", Zone.RED: "!"},
    outcomes=PLAIN_OUTCOME_GLYPHS,
    responses=PLAIN_RESPONSE_GLYPHS,
    steps={
        StepState.DONE: "v",
        StepState.SKIPPED: "x",
        StepState.UNTOUCHED: ".",
        StepState.LEFT_OUT: "o",
        ADDED: "+",
    },
    changes={
        Change.IMPROVED: "v",
        Change.WORSE: "^",
        Change.NO_CLEAR_CHANGE: "=",
        Change.ALREADY_LOW: "=",
        Change.NOT_ENOUGH: "?",
    },
    patterns={
        PatternVerdict.WATCH: "*",
        PatternVerdict.NO_CLEAR: "-",
        PatternVerdict.NOT_ENOUGH: "?",
    },
    spark="_.-=+*#",
    chosen="*",
    hollow="o",
    pointer=">",
    folded=">",
    unfolded="v",
    nothing=" ",
    divider="|",
    alarm="!",
    stripe="|",
    left="<",
    right=">",
    erase="bksp",
    bar="=",
    bar_rest="-",
    bar_mark="+",
)

ZONE_WORD: Final[Mapping[Zone, str]] = {
    Zone.GREEN: "comfort",
    Zone.AMBER: "watch",
    Zone.RED: "stop",
}
ZONE_ROLE: Final[Mapping[Zone, str]] = {
    Zone.GREEN: "zone-ok",
    Zone.AMBER: "zone-watch",
    Zone.RED: "zone-stop",
}
"""The colour role of a zone; the same name with `-tint` is its quiet background."""

OUTCOME_ROLE: Final[Mapping[Outcome, str]] = {
    Outcome.GO: "zone-ok",
    Outcome.EASY: "zone-watch",
    Outcome.CROSS: "zone-watch",
    Outcome.REST: "zone-stop",
    Outcome.SEEK_CARE: "alarm",
    Outcome.NEEDS_SCREEN: "dim",
    Outcome.NEEDS_INPUT: "dim",
    Outcome.DIARY_ONLY: "dim",
}
"""The colour role of an outcome."""

RESPONSE_ROLE: Final[Mapping[Response, str]] = {
    Response.GREEN: "zone-ok",
    Response.AMBER_SETTLED: "zone-watch",
    Response.AMBER_LINGER: "zone-watch",
    Response.RED: "zone-stop",
    Response.UNKNOWN: "dim",
}
RESPONSE_WORD: Final = RESPONSE_WORDS


class _Placed(Protocol):
    @property
    def app(self) -> object: ...


def glyphs_of(widget: _Placed) -> Glyphs:
    """Return the set in use where a widget lives; the full one where nothing was chosen."""
    found = getattr(widget.app, "glyphs", FULL)
    return found if isinstance(found, Glyphs) else FULL


def glyphs_for(name: str) -> Glyphs:
    """Return the set that goes with a setting of the charts' signs, which may be a guess."""
    if name == FULL_NAME:
        return FULL
    plain = choose_glyph_set(name, os.environ) in {GlyphSet.CONSOLE, GlyphSet.ASCII}
    return PLAIN if plain else FULL
