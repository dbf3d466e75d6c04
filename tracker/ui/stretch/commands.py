"""The commands of the Stretch tab."""

from typing import Final

from tracker.ui.command import Command, Scope

STRETCH: Final = (
    Command(
        id="save_session",
        meaning="save",
        label="save",
        name="Save the stretch session",
        help="Save what was done, also half; on the same day it goes on from there.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="guide",
        meaning="start",
        label="guide",
        name="Start the stretch guide",
        help="Be guided through the routine, step by step, in full screen.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="show_kept",
        meaning="view",
        label="28 days",
        name="Stretching in the last 28 days",
        help="See on which of the last 28 days routines were done, and where rest was advised.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="heat_cold_timer",
        flow="tracker.ui.remedy.flow:use_heat_cold",
        label="heat, cold",
        name="Heat or cold timer",
        help="Time heat or cold: a look at the skin after 5 minutes, a stop at 20 (R-HC-04).",
        scope=Scope.STRETCH,
    ),
    Command(
        id="step_back_out",
        meaning="back",
        label="back",
        help="Go back: from a scale to the steps, to the list, to the tab bar.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="choose_direction",
        label="direction",
        name="Which direction eases your low back",
        help="Say again which direction eases your low back; the routines keep that one.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="new_routine",
        meaning="new",
        label="new",
        name="Make a routine of your own",
        help="Make a routine of your own.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="copy_routine",
        meaning="copy",
        label="copy",
        name="Copy the routine",
        help="Copy the routine; the copy is yours to change.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="edit_routine",
        meaning="edit",
        label="edit",
        name="Edit the routine",
        help="Edit the routine; a built-in one stays as it is and is copied first.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="delete_routine",
        label="delete",
        name="Delete the routine, or hide a built-in one",
        help="Delete the routine; a built-in one is hidden. Undo takes it back.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="bring_back",
        label="bring back",
        name="Show hidden routines",
        help="Choose a hidden routine that comes back to the list.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="import_routine",
        label="import",
        name="Import a routine",
        help="Bring a routine in from a JSON file.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="export_routine",
        label="export",
        name="Export the routine",
        help="Write the routine into a JSON file.",
        scope=Scope.STRETCH,
    ),
)
