"""The commands of the Today tab."""

from typing import Final

from tracker.ui.command import Command, Scope

TODAY: Final = (
    Command(
        id="save",
        meaning="save",
        label="save",
        name="Save the check-in",
        help="Save the check-in.",
        scope=Scope.TODAY,
    ),
    Command(
        id="copy_last",
        meaning="as_last",
        label="as last",
        name="Copy the scores of the last check-in",
        help="Copy the site scores of the last check-in; saving makes them this day's.",
        scope=Scope.TODAY,
    ),
    Command(
        id="why",
        meaning="why",
        label="why",
        name="Why this verdict",
        help="Show the rules behind the verdict: numbers, thresholds, sources, limits.",
        scope=Scope.TODAY,
    ),
    Command(
        id="start_guide",
        meaning="start",
        label="start",
        help="Start the stretch guide with the routine that fits the day.",
        scope=Scope.TODAY,
    ),
    Command(
        id="fold_more",
        meaning="fold",
        label="more",
        name="Show or fold the rarer questions",
        help="Show or fold quality, spread, what hurts and sitting hours.",
        scope=Scope.TODAY,
    ),
    Command(
        id="turn_site",
        meaning="site",
        label="site",
        name="Show the next site's four weeks",
        help="Show the next site in the line about the change, and in its four weeks.",
        scope=Scope.TODAY,
    ),
    Command(
        id="open_trends",
        meaning="open",
        label="trends",
        help="Open the trends.",
        scope=Scope.MONTH,
    ),
    Command(
        id="month_row",
        meaning="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="row",
        help="Go to what is above or below.",
        scope=Scope.MONTH,
    ),
)
