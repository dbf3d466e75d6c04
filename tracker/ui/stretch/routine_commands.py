"""The commands of the list of routines and of the routine editor."""

from typing import Final

from tracker.ui.command import Command, Scope

ROUTINES: Final = (
    Command(
        id="drop_routine",
        meaning="delete",
        label="delete",
        help="Delete an own routine; u brings it back.",
        scope=Scope.ROUTINES,
    ),
    Command(
        id="hide_chosen",
        meaning="out",
        label="hide",
        help="Hide a built-in routine; z brings it back.",
        scope=Scope.ROUTINES,
    ),
    Command(
        id="bring_hidden_back",
        meaning="fold",
        label="hidden",
        help="Bring a hidden routine back to the list.",
        scope=Scope.ROUTINES,
    ),
    Command(
        id="save_routine",
        meaning="save",
        label="save",
        help="Save the routine and go back.",
        scope=Scope.ROUTINE_EDITOR,
    ),
    Command(
        id="leave_editor",
        meaning="back",
        label="back",
        help="Go back: from the fields to the steps, then out; changes are asked about once.",
        scope=Scope.ROUTINE_EDITOR,
    ),
    Command(
        id="editor_help",
        meaning="keys",
        shown="f1",
        label="keys",
        help="List the keys that work here; ? does the same outside a field.",
        scope=Scope.ROUTINE_EDITOR,
    ),
    Command(
        id="open_step",
        meaning="open,right",
        shown="enter",
        label="fields",
        help="Go to the fields of the step; → does the same.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="new_step",
        meaning="add",
        label="add",
        help="Add a step below; the name of a built-in one fills in the rest.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="shift_step",
        meaning="move_up,move_down",
        args=("-1", "1"),
        label="reorder",
        help="Move the step up, or down; alt with the arrows does the same.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="remove_step",
        meaning="delete",
        label="delete",
        help="Delete the step; u brings it back.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="step_back_in",
        meaning="undo",
        label="undo delete",
        help="Bring back the step that was deleted last.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="take_file",
        meaning="open,save",
        shown="enter",
        priority=True,
        label="go on",
        help="Read the file, or write it.",
        scope=Scope.FILE,
    ),
    Command(
        id="leave_file",
        meaning="back",
        label="back",
        help="Go back; no file is read or written.",
        scope=Scope.FILE,
    ),
)
