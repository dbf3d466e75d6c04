"""The commands of the Today tab."""

from typing import Final

from tracker.ui.command import Command, Scope

TODAY: Final = (
    Command(
        id="save",
        key="ctrl+s",
        label="save",
        name="Save the check-in",
        help="Save the check-in.",
        scope=Scope.TODAY,
    ),
    Command(
        id="copy_last",
        key="equals_sign",
        shown="=",
        label="as last",
        name="Copy the scores of the last check-in",
        help="Copy the site scores of the last check-in; saving makes them this day's.",
        scope=Scope.TODAY,
    ),
    Command(
        id="why",
        key="w",
        label="why",
        name="Why this verdict",
        help="Show the rules behind the verdict: numbers, thresholds, sources, limits.",
        scope=Scope.TODAY,
    ),
    Command(
        id="fold_more",
        key="m",
        label="more",
        name="Show or fold the rarer questions",
        help="Show or fold quality, spread, what hurts and sitting hours.",
        scope=Scope.TODAY,
    ),
)
