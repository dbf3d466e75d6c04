"""The commands of the alarm screens."""

from typing import Final

from tracker.ui.command import Command, Scope

ALARM: Final = (
    Command(
        id="next_question",
        key="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="move",
        help="Go to the question above, or below.",
        scope=Scope.QUESTION,
    ),
    Command(
        id="tick_question",
        key="space,x",
        shown="space",
        label="tick",
        help="Tick the question, or take the tick back.",
        scope=Scope.QUESTION,
    ),
    Command(
        id="none_of_these",
        key="n",
        label="none of these",
        help="Answer every question with no, and go on.",
        scope=Scope.QUESTIONS,
    ),
    Command(
        id="answered",
        key="ctrl+s,enter",
        shown="enter",
        label="done",
        help="Take the ticks as they are, and go on.",
        scope=Scope.QUESTIONS,
    ),
    Command(
        id="leave_list",
        key="escape",
        shown="esc",
        label="back",
        help="Go back without answers.",
        scope=Scope.QUESTIONS,
    ),
    Command(
        id="other_signs",
        key="o",
        label="other signs",
        help="Look through the list for other signs.",
        scope=Scope.ALARM,
    ),
    Command(
        id="by_mistake",
        key="r",
        label="ticked by mistake",
        help="Take an answer back; the reason stays on file.",
        scope=Scope.ALARM,
    ),
    Command(
        id="leave_alarm",
        key="ctrl+l",
        label="leave this screen",
        help="Leave this screen.",
        scope=Scope.ALARM,
    ),
)
