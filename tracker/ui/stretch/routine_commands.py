"""The commands of the list of routines and of the routine editor."""

from typing import Final

from tracker.ui.command import Command, Scope

ROUTINES: Final = (
    Command(
        id="put_away",
        key="d",
        label="delete, hide",
        help="Delete an own routine, hide a built-in one; u undoes.",
        scope=Scope.ROUTINES,
    ),
    Command(
        id="bring_hidden_back",
        key="b",
        label="bring back",
        help="Bring a hidden routine back to the list.",
        scope=Scope.ROUTINES,
    ),
    Command(
        id="save_routine",
        key="ctrl+s",
        label="save",
        help="Save the routine and go back.",
        scope=Scope.ROUTINE_EDITOR,
    ),
    Command(
        id="leave_editor",
        key="escape",
        shown="esc",
        label="back",
        help="Go back: from the fields to the steps, then out; changes are asked about once.",
        scope=Scope.ROUTINE_EDITOR,
    ),
    Command(
        id="editor_help",
        key="f1,question_mark",
        shown="f1",
        label="keys",
        help="List the keys that work here; ? does the same outside a field.",
        scope=Scope.ROUTINE_EDITOR,
    ),
    Command(
        id="open_step",
        key="enter,right",
        shown="enter",
        label="fields",
        help="Go to the fields of the step; → does the same.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="new_step",
        key="a",
        label="add",
        help="Add a step below; the name of a built-in one fills in the rest.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="shift_step",
        key="shift+up,shift+down,alt+up,alt+down",
        args=("-1", "1", "-1", "1"),
        shown="shift ↑↓",
        label="reorder",
        help="Move the step up, or down; alt with the arrows does the same.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="remove_step",
        key="d",
        label="delete",
        help="Delete the step; u brings it back.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="step_back_in",
        key="u",
        label="undo delete",
        help="Bring back the step that was deleted last.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="take_file",
        key="enter,ctrl+s",
        shown="enter",
        priority=True,
        label="go on",
        help="Read the file, or write it.",
        scope=Scope.FILE,
    ),
    Command(
        id="leave_file",
        key="escape",
        shown="esc",
        label="back",
        help="Go back; no file is read or written.",
        scope=Scope.FILE,
    ),
)
