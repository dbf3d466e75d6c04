"""The commands of the mid-run guide."""

from typing import Final

from tracker.ui.command import Command, Scope

MID_RUN: Final = (
    Command(
        id="note_score",
        meaning="open",
        shown="0-9 enter",
        priority=True,
        label="note a score",
        help="Note the score of the pain now; 6 or more stops the run at once (R-MID-02).",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="note_limp",
        meaning="mark",
        label="limp",
        help="The pain changes how you run: the run is over (R-MID-02).",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="note_alarm",
        meaning="alarm",
        label="alarm sign",
        help="The run is over, and the list of alarm signs opens (R-MID-01).",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="guide_reset",
        meaning="start",
        label="guide me",
        help="While stretching: be guided through the mid-run reset, and come back here.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="note_finish",
        meaning="out",
        label="finish",
        help="The run is finished.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="take_mark_back",
        meaning="undo",
        label="take back",
        help="Take back what was noted last.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="log_mid_run",
        shown="enter",
        label="log the run",
        help="After the end: bring what was noted into the run's form.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="leave_mid_run",
        meaning="back,leave",
        shown="esc",
        label="leave",
        help="Leave the guide; what was noted is asked about once.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="keys_help",
        meaning="keys",
        label="keys",
        help="List the keys that work here; the time goes on.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="start_mid_run",
        meaning="save",
        label="start",
        help="Start the guide.",
        scope=Scope.MID_RUN_START,
    ),
    Command(
        id="no_mid_run",
        meaning="back",
        label="back",
        help="Go back without the guide.",
        scope=Scope.MID_RUN_START,
    ),
    Command(
        id="add_step",
        meaning="open",
        priority=True,
        label="add",
        help="Add what is typed, such as 12 4.",
        scope=Scope.MID_RUN_STEPS,
    ),
    Command(
        id="take_step_back",
        key="ctrl+b",
        label="take back",
        help="Take back the last line.",
        scope=Scope.MID_RUN_STEPS,
    ),
    Command(
        id="steps_done",
        meaning="save",
        label="done",
        help="Put the steps into the run's form.",
        scope=Scope.MID_RUN_STEPS,
    ),
    Command(
        id="leave_steps_form",
        meaning="back",
        label="back",
        help="Go back; changed steps are asked about once.",
        scope=Scope.MID_RUN_STEPS,
    ),
    Command(
        id="type_steps",
        meaning="tick",
        label="minute by minute",
        help="Type what happened, minute by minute.",
        scope=Scope.TRAIL,
    ),
)
