"""The commands of the alarm screens."""

from typing import Final

from tracker.ui.command import Command, Scope

ALARM: Final = (
    Command(
        id="next_question",
        meaning="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="move",
        help="Go to the question above, or below.",
        scope=Scope.QUESTION,
    ),
    Command(
        id="tick_question",
        meaning="tick",
        shown="space",
        label="tick",
        help="Tick the question, or take the tick back.",
        scope=Scope.QUESTION,
    ),
    Command(
        id="none_of_these",
        meaning="no",
        label="none of these",
        help="Answer every question with no, and go on.",
        scope=Scope.QUESTIONS,
    ),
    Command(
        id="answered",
        meaning="open,save",
        shown="enter",
        label="done",
        help="Take the ticks as they are, and go on.",
        scope=Scope.QUESTIONS,
    ),
    Command(
        id="leave_list",
        meaning="back",
        label="back",
        help="Go back without answers.",
        scope=Scope.QUESTIONS,
    ),
    Command(
        id="other_signs",
        meaning="alarm",
        label="other signs",
        help="Look through the list for other signs.",
        scope=Scope.ALARM,
    ),
    Command(
        id="by_mistake",
        meaning="undo",
        label="ticked by mistake",
        help="Take an answer back; the reason stays on file.",
        scope=Scope.ALARM,
    ),
    Command(
        id="leave_alarm",
        meaning="leave_alarm",
        label="leave this screen",
        help="Leave this screen.",
        scope=Scope.ALARM,
    ),
)
