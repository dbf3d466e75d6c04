"""The commands of pages to read, of the settings and of the first steps."""

from typing import Final

from tracker.ui.command import Command, Scope

PAGES: Final = (
    Command(
        id="scroll_page",
        key="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="scroll",
        help="Scroll the page.",
        scope=Scope.PAGE,
    ),
    Command(
        id="close_page",
        key="escape,enter,q,w,question_mark",
        shown="esc",
        label="back",
        help="Go back.",
        scope=Scope.PAGE,
    ),
    Command(
        id="walk_week",
        key="left_square_bracket,right_square_bracket,left,right",
        args=("-1", "1", "-1", "1"),
        shown="[ ]",
        label="week",
        help="Read the week before, or after; the arrows to the left and right do the same.",
        scope=Scope.WEEK,
    ),
    Command(
        id="show_load",
        key="w",
        label="load",
        help="Show the week's load in numbers, or hide it again.",
        scope=Scope.WEEK,
    ),
    Command(
        id="answer_week",
        key="k",
        label="weekly check",
        help="Answer the weekly check, or correct it on the same day.",
        scope=Scope.WEEK,
    ),
    Command(
        id="step_done",
        key="ctrl+s",
        label="go on",
        help="Keep what is here and go on.",
        scope=Scope.SETUP,
    ),
    Command(
        id="step_skip",
        key="ctrl+n",
        label="skip",
        help="Go on without answers; the palette brings the step back.",
        scope=Scope.SETUP,
    ),
    Command(
        id="step_later",
        key="escape",
        shown="esc",
        label="later",
        help="Leave the first steps; they go on here at the next start.",
        scope=Scope.SETUP,
    ),
    Command(
        id="place_side",
        key="left,right,h,l",
        args=("-1", "1", "-1", "1"),
        shown="←→",
        label="side",
        help="Choose the side of the place; h and l do, too.",
        scope=Scope.PLACES,
    ),
    Command(
        id="place_light",
        key="space,enter",
        shown="space",
        label="light",
        help="Light the place, or put it out; a click on it does the same.",
        scope=Scope.PLACES,
    ),
    Command(
        id="answer_yes_no",
        key="y,n",
        args=("'yes'", "'no'"),
        shown="y n",
        label="answer",
        help="Answer the question.",
        scope=Scope.YES_NO,
    ),
)
