"""The commands of the patterns and of own tests."""

from typing import Final

from tracker.ui.command import Command, Scope

PATTERNS: Final = (
    Command(
        id="page_pattern",
        meaning="page_up,page_down",
        args=("-1", "1"),
        label="read on",
        help="Read on about the chosen row, or back.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="pattern_site",
        meaning="site",
        label="site",
        help="Look at the mornings of the next site.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="more_patterns",
        meaning="view",
        label="exploratory",
        help="Look at exploratory ones, too, or at the six fixed ones alone.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="why_pattern",
        meaning="why,open",
        shown="w",
        label="why",
        help="Read the chosen row's numbers, its checks, where they come from and their limits.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="plan_test",
        meaning="new",
        label="own test",
        help="Plan a test of your own, or go to the one that is going on.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="end_test",
        meaning="out",
        label="end test",
        help="End the chosen test early; it asks first.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="undo_pattern",
        meaning="undo",
        label="undo",
        help="Take back the latest change.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="close_patterns",
        meaning="back,leave",
        label="back",
        help="Go back to the days.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="keys_help",
        meaning="keys",
        label="keys",
        help="List the keys that work here.",
        scope=Scope.PATTERNS,
    ),
)
