"""The commands of the calendar in which a day is chosen."""

from typing import Final

from tracker.ui.command import Command, Scope

DAY_PICKER: Final = (
    Command(
        id="pick_day",
        key="f2",
        label="calendar",
        help="Choose the day in the calendar.",
        scope=Scope.DAY,
    ),
    Command(
        id="picker_days",
        key="",
        shown="←→↑↓",
        label="week, day",
        help="Go by weeks and by days.",
        scope=Scope.DAY_PICKER,
    ),
    Command(
        id="picker_far",
        key="",
        shown="pgup pgdn",
        label="four weeks",
        help="Go four weeks back, or on; home and end go to the first and the last day.",
        scope=Scope.DAY_PICKER,
    ),
    Command(
        id="picker_take",
        key="",
        shown="enter",
        label="take the day",
        help="Take the day, and go back to the field.",
        scope=Scope.DAY_PICKER,
    ),
    Command(
        id="leave_picker",
        key="escape,f2",
        shown="esc",
        label="back",
        help="Go back; the field stays as it is.",
        scope=Scope.DAY_PICKER,
    ),
)
