"""The commands of the calendar in which a day is chosen."""

from typing import Final

from tracker.ui.command import Command, Scope

DAY_PICKER: Final = (
    Command(
        id="pick_day",
        meaning="calendar",
        label="calendar",
        help="Choose the day in the calendar.",
        scope=Scope.DAY,
    ),
    Command(
        id="picker_days",
        shown="←→↑↓",
        label="week, day",
        help="Go by weeks and by days.",
        scope=Scope.DAY_PICKER,
    ),
    Command(
        id="picker_far",
        shown="pgup pgdn",
        label="four weeks",
        help="Go four weeks back, or on; home and end go to the first and the last day.",
        scope=Scope.DAY_PICKER,
    ),
    Command(
        id="picker_take",
        shown="enter",
        label="take the day",
        help="Take the day, and go back to the field.",
        scope=Scope.DAY_PICKER,
    ),
    Command(
        id="leave_picker",
        meaning="back,calendar",
        shown="esc",
        label="back",
        help="Go back; the field stays as it is.",
        scope=Scope.DAY_PICKER,
    ),
)
