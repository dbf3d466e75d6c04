"""The commands of the heat and cold timer, and of remedies."""

from typing import Final

from tracker.ui.command import Command, Scope

HEAT_COLD: Final = (
    Command(
        id="start_pack",
        meaning="save",
        label="start",
        help="Start the timer; the first time the cautions are put.",
        scope=Scope.PACK_START,
    ),
    Command(
        id="show_cautions",
        meaning="why",
        label="cautions",
        help="Show who leaves heat or cold out (R-HC-03).",
        scope=Scope.PACK_START,
    ),
    Command(
        id="no_pack",
        meaning="back",
        label="back",
        help="Go back without the timer.",
        scope=Scope.PACK_START,
    ),
    Command(
        id="pack_off",
        meaning="tick",
        label="off, on",
        help="Take the pack off for a while, or put it on again.",
        scope=Scope.PACK,
    ),
    Command(
        id="pack_longer",
        meaning="more,less",
        args=("1", "-1"),
        label="minute",
        help="A minute more or less, never beyond 20 (R-HC-04).",
        scope=Scope.PACK,
    ),
    Command(
        id="pack_cautions",
        meaning="why",
        label="cautions",
        help="Show who leaves heat or cold out (R-HC-03); the time goes on.",
        scope=Scope.PACK,
    ),
    Command(
        id="toggle_bell",
        meaning="bell",
        label="bell",
        help="Bell on or off; it rings once to be tried.",
        scope=Scope.PACK,
    ),
    Command(
        id="leave_pack",
        meaning="back,leave",
        shown="esc",
        label="stop",
        help="Stop early; what was done so far can be logged.",
        scope=Scope.PACK,
    ),
    Command(
        id="close_pack",
        meaning="open",
        label="done",
        help="Once the time is up: go back.",
        scope=Scope.PACK,
    ),
    Command(
        id="keys_help",
        meaning="keys",
        label="keys",
        help="List the keys that work here; the time goes on.",
        scope=Scope.PACK,
    ),
    Command(
        id="none_applies",
        meaning="no",
        label="none applies",
        help="None of the cautions applies to you; that is remembered.",
        scope=Scope.CAUTIONS,
    ),
    Command(
        id="one_applies",
        meaning="yes",
        label="one applies",
        help="One applies: leave it out, unless a clinician agreed.",
        scope=Scope.CAUTIONS,
    ),
    Command(
        id="leave_cautions",
        meaning="back",
        label="back",
        help="Go back; nothing is answered.",
        scope=Scope.CAUTIONS,
    ),
)
