"""The commands of the stretch guide."""

from typing import Final

from tracker.ui.command import Command, Scope

GUIDE: Final = (
    Command(
        id="pause",
        meaning="tick",
        label="pause",
        help="Wait, or go on.",
        scope=Scope.PLAYER,
    ),
    Command(
        id="skip_ahead",
        meaning="right",
        label="skip",
        help="Leave this step out and go to the next; → does the same.",
        scope=Scope.PLAYER,
    ),
    Command(
        id="go_back",
        meaning="left",
        label="back",
        help="Go back one step; ← does the same.",
        scope=Scope.PLAYER,
    ),
    Command(
        id="pain_here",
        shown="0-9",
        label="pain now",
        help="Score the pain in this stretch, 1 then 0 is 10; 4 or more stops it (R-STR-05).",
        scope=Scope.PLAYER,
    ),
    Command(
        id="tingling",
        meaning="alarm",
        label="tingling",
        help="Tingling, numb, or a shooting line: stops this stretch (R-STR-05).",
        scope=Scope.PLAYER,
    ),
    Command(
        id="toggle_bell",
        meaning="bell",
        label="bell",
        help="Bell on or off; it rings once to be tried.",
        scope=Scope.PLAYER,
    ),
    Command(
        id="leave_guide",
        meaning="back,leave",
        shown="esc",
        label="leave",
        help="Leave the guide; what was done is saved, and it goes on from here.",
        scope=Scope.PLAYER,
    ),
    Command(
        id="keys_help",
        meaning="keys",
        label="keys",
        help="List the keys that work here; the guide waits.",
        scope=Scope.PLAYER,
    ),
)
