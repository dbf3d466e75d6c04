"""The commands of a routine's checklist."""

from typing import Final

from tracker.ui.command import Command, Scope

STEPS: Final = (
    Command(
        id="tick_step",
        meaning="tick",
        label="tick",
        help="Tick the step and go on to the next; on a ticked one take the tick back.",
        scope=Scope.STEPS,
    ),
    Command(
        id="skip_step",
        meaning="out",
        label="skip",
        help="Mark the step as skipped; again makes it untouched.",
        scope=Scope.STEPS,
    ),
    Command(
        id="show_cue",
        meaning="open",
        label="cue",
        help="Show how the step is done, or fold it away.",
        scope=Scope.STEPS,
    ),
    Command(
        id="leave_steps",
        meaning="left",
        label="routines",
        help="Go back to the list of routines.",
        scope=Scope.STEPS,
    ),
)
