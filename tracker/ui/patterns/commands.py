"""The commands of the patterns and of own tests."""

from typing import Final

from tracker.ui.command import Command, Scope

PATTERNS: Final = (
    Command(
        id="page_pattern",
        key="pageup,pagedown",
        args=("-1", "1"),
        shown="pgup pgdn",
        label="read on",
        help="Read on about the chosen row, or back.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="pattern_site",
        key="s",
        label="site",
        help="Look at the mornings of the next site.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="more_patterns",
        key="e",
        label="exploratory",
        help="Look at exploratory ones, too, or at the six fixed ones alone.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="why_pattern",
        key="w,enter",
        shown="w",
        label="why",
        help="Read the chosen row's numbers, its checks, where they come from and their limits.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="plan_test",
        key="x",
        label="own test",
        help="Plan a test of your own, or go to the one that is going on.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="end_test",
        key="d",
        label="end test",
        help="End the chosen test early; it asks first.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="undo_pattern",
        key="u",
        label="undo",
        help="Take back the latest change.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="close_patterns",
        key="escape,q,a",
        shown="esc",
        label="back",
        help="Go back to the days.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="keys_help",
        key="question_mark,f1",
        shown="?",
        label="keys",
        help="List the keys that work here.",
        scope=Scope.PATTERNS,
    ),
)
