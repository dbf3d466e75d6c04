"""The commands of the Gear tab."""

from typing import Final

from tracker.ui.command import Command, Scope

GEAR: Final = (
    Command(
        id="new_gear",
        meaning="new",
        label="new pair",
        name="Add a pair of shoes, an orthotic, a belt, …",
        help="Add a pair of shoes or another piece of gear.",
        scope=Scope.GEAR,
    ),
    Command(
        id="edit_gear",
        meaning="edit",
        label="edit",
        help="Correct the piece under the cursor; its runs keep it, also under a new name.",
        scope=Scope.GEAR,
    ),
    Command(
        id="retire_gear",
        meaning="out",
        label="retire",
        help="Retire the piece under the cursor, or bring it back.",
        scope=Scope.GEAR,
    ),
    Command(
        id="delete_gear",
        meaning="delete",
        label="delete",
        help="Delete the piece under the cursor; u brings it back.",
        scope=Scope.GEAR,
    ),
    Command(
        id="why_gear",
        meaning="why",
        label="why",
        name="What is known about shoes and other gear",
        help="Read the rules about shoes and other gear, where they come from and their limits.",
        scope=Scope.GEAR,
    ),
    Command(
        id="show_retired",
        meaning="fold",
        label="retired",
        help="Show what is retired, or fold it.",
        scope=Scope.GEAR,
    ),
    Command(
        id="leave_gear",
        meaning="back",
        label="back",
        help="Go back to the list, then to the tab bar.",
        scope=Scope.GEAR,
    ),
)
