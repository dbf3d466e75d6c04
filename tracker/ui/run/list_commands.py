"""The commands of a run's form, of the list of runs, and of imports."""

from typing import Final

from tracker.ui.command import Command, Scope

RUNS: Final = (
    Command(
        id="pick_move",
        meaning="left,right",
        args=("-1", "1"),
        shown="←→",
        label="choose",
        help="Choose the word before, or after.",
        scope=Scope.PICK,
    ),
    Command(
        id="show_overlay",
        meaning="open,tick",
        shown="space",
        label="all",
        help="Open the list of all words.",
        scope=Scope.PICK,
    ),
    Command(
        id="pick_clear",
        meaning="clear",
        label="not said",
        help="Take the choice back.",
        scope=Scope.PICK,
    ),
    Command(
        id="score_set",
        shown="0-9",
        label="set",
        help="Set the score; 1 and then 0 within a second makes 10.",
        scope=Scope.SCORES,
    ),
    Command(
        id="score_move",
        meaning="left,right",
        args=("-1", "1"),
        shown="←→",
        label="before, worst, after",
        help="Go to the score before, or after.",
        scope=Scope.SCORES,
    ),
    Command(
        id="score_adjust",
        meaning="less,more",
        args=("-1", "1"),
        label="adjust",
        help="One less, or one more.",
        scope=Scope.SCORES,
    ),
    Command(
        id="score_clear",
        meaning="clear",
        label="not logged",
        help="Take the score away: not logged is not the same as 0.",
        scope=Scope.SCORES,
    ),
    Command(
        id="edit_run",
        meaning="open",
        label="edit",
        help="Edit the run.",
        scope=Scope.RUNS,
    ),
    Command(
        id="delete_run",
        meaning="delete",
        label="delete",
        help="Delete the run; u brings it back.",
        scope=Scope.RUNS,
    ),
    Command(
        id="read_files",
        meaning="open,save",
        shown="enter",
        priority=True,
        label="read",
        help="Read the file, or the files of the folder.",
        scope=Scope.IMPORT,
    ),
    Command(
        id="page_results",
        meaning="page_up,page_down",
        args=("-1", "1"),
        label="results",
        help="Read on in what became of the files.",
        scope=Scope.IMPORT,
    ),
    Command(
        id="leave_import",
        meaning="back",
        label="cancel, close",
        help="Stop reading, or close; a stopped import leaves everything as it was.",
        scope=Scope.IMPORT,
    ),
)
