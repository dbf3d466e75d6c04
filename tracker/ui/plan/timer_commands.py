"""The commands of the walk-run timer."""

from typing import Final

from tracker.ui.command import Command, Scope

WALK_RUN: Final = (
    Command(
        id="pause", meaning="tick", label="pause", help="Wait, or go on.", scope=Scope.WALK_RUN
    ),
    Command(
        id="next_part",
        meaning="right",
        label="next part",
        help="Go on to the next part; l does the same.",
        scope=Scope.WALK_RUN,
    ),
    Command(
        id="part_before",
        meaning="left",
        label="part before",
        help="Begin the part anew, or go to the one before; h does the same.",
        scope=Scope.WALK_RUN,
    ),
    Command(
        id="pain_now",
        shown="0-9",
        label="pain now",
        help="Note the pain now, 1 then 0 is 10; where it rises the mid-run guide goes on.",
        scope=Scope.WALK_RUN,
    ),
    Command(
        id="limp_now",
        meaning="mark",
        label="limp",
        help="Note that pain changes how you run: the run is over (R-MID-02).",
        scope=Scope.WALK_RUN,
    ),
    Command(
        id="alarm_now",
        meaning="alarm",
        label="alarm sign",
        help="Stop for an alarm sign (R-MID-01).",
        scope=Scope.WALK_RUN,
    ),
    Command(
        id="toggle_bell",
        meaning="bell",
        label="bell",
        help="Bell on or off; it rings once to be tried.",
        scope=Scope.WALK_RUN,
    ),
    Command(
        id="leave_walk_run",
        meaning="back,leave",
        shown="esc",
        label="leave",
        help="Leave; what was done may be logged.",
        scope=Scope.WALK_RUN,
    ),
    Command(
        id="keys_help",
        meaning="keys",
        label="keys",
        help="List the keys that work here.",
        scope=Scope.WALK_RUN,
    ),
)
