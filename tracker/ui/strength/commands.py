"""The command of the strength form."""

from typing import Final

from tracker.ui.command import Command, Scope

STRENGTH: Final = (
    Command(
        id="same_strength",
        meaning="as_last",
        label="as last, +1",
        help="Take the exercise as it was last time, with one repetition more a set.",
        scope=Scope.STRENGTH,
    ),
)
