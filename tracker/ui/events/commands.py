"""The commands of a day's records, of flares, episodes and visits."""

from typing import Final

from tracker.ui.command import Command, Scope

RECORDS: Final = (
    Command(
        id="check_in_day",
        meaning="open",
        label="check-in",
        help="Open the day's check-in in Today.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="flare_day",
        meaning="mark",
        label="flare",
        help="Mark a flare on this day, answer about it, or correct it.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="visit_day",
        meaning="add",
        label="visit",
        help="Log a visit on this day.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="new_episode_here",
        meaning="new",
        label="episode",
        help="Begin an episode.",
        scope=Scope.MARKED,
    ),
    Command(
        id="flare_here",
        meaning="mark",
        label="flare",
        help="Mark a flare.",
        scope=Scope.MARKED,
    ),
    Command(
        id="visit_here",
        meaning="add",
        label="visit",
        help="Log a visit.",
        scope=Scope.MARKED,
    ),
    Command(
        id="end_record",
        meaning="out",
        label="ends today",
        help="Make today the last day of what still lasts.",
        scope=Scope.MARKED,
    ),
    Command(
        id="delete_record",
        meaning="delete",
        label="delete",
        help="Delete the record; u brings it back.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="undo_record",
        meaning="undo",
        label="undo",
        help="Take back the latest change.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="leave_records",
        meaning="back",
        label="back",
        help="Go back.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="delete_record",
        meaning="delete",
        label="delete",
        help="Delete the record; u brings it back.",
        scope=Scope.MARKED,
    ),
    Command(
        id="undo_record",
        meaning="undo",
        label="undo",
        help="Take back the latest change.",
        scope=Scope.MARKED,
    ),
    Command(
        id="leave_records",
        meaning="back",
        label="back",
        help="Go back.",
        scope=Scope.MARKED,
    ),
)
