"""The commands of the Journal tab, and of the list of what can be added."""

from typing import Final

from tracker.ui.command import Command, Scope

JOURNAL: Final = (
    Command(
        id="search_journal",
        meaning="search",
        label="search",
        name="Search the journal",
        help="Type what to look for: words, and kind:run site:shin since:-6w until:3-nov.",
        scope=Scope.JOURNAL,
    ),
    Command(
        id="filter_kind",
        meaning="filter",
        label="kind",
        help="Show one kind of record only.",
        scope=Scope.JOURNAL,
    ),
    Command(
        id="filter_site",
        meaning="site",
        label="site",
        help="Show the records of one site only, the next one with each press.",
        scope=Scope.JOURNAL,
    ),
    Command(
        id="filter_days",
        meaning="longer,shorter",
        args=("1", "-1"),
        label="dates",
        help="Show a longer or a shorter range of days: a week up to all.",
        scope=Scope.JOURNAL,
    ),
    Command(
        id="show_deleted",
        meaning="fold",
        label="deleted",
        help="Show deleted records, too, or hide them again.",
        scope=Scope.JOURNAL,
    ),
    Command(
        id="new_entry",
        flow="tracker.ui.journal.adding:add_record",
        meaning="new",
        label="add",
        help="Add a record of any kind.",
        scope=Scope.JOURNAL,
    ),
    Command(
        id="edit_entry",
        meaning="edit",
        label="edit",
        help="Correct the record in its form.",
        scope=Scope.JOURNAL,
    ),
    Command(
        id="copy_entry",
        meaning="copy",
        label="copy",
        help="Begin a new record like this one; day, scores and note are its own.",
        scope=Scope.JOURNAL,
    ),
    Command(
        id="delete_entry",
        meaning="delete",
        label="delete",
        help="Delete the record; u or x brings it back.",
        scope=Scope.JOURNAL,
    ),
    Command(
        id="bring_back_entry",
        meaning="out",
        label="bring back",
        help="Bring a deleted record back.",
        scope=Scope.JOURNAL,
    ),
    Command(
        id="leave_journal",
        meaning="back",
        label="back",
        help="Take the last filter away; without one, go to the tab bar.",
        scope=Scope.JOURNAL,
    ),
)

ADDING: Final = (
    Command(
        id="leave_choice",
        meaning="back",
        label="back",
        help="Go back without choosing.",
        scope=Scope.CHOOSING,
    ),
)
