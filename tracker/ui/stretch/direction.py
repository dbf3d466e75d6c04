"""The one question about the low back (R-STR-06)."""

from tracker.domain.routine import Direction
from tracker.rules.stretching import DIRECTION_QUESTION
from tracker.ui.dialogs import Dialog


def direction_dialog() -> Dialog[Direction]:
    """Ask which direction eases the low back; no answer keeps both."""
    answers = (
        ("b", "bending forward", Direction.BENDING),
        ("a", "arching back", Direction.ARCHING),
    )
    text = "The routines keep that one. The palette asks again whenever you like."
    return Dialog(DIRECTION_QUESTION, text, answers)
