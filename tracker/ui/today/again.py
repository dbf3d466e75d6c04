"""Whether saving corrects the day's check-in or adds a later one: asked once in a sitting."""

from datetime import date, datetime

from tracker.diary.second_check_ins import Again, goes_on, usual_again
from tracker.domain.check_in import CheckIn
from tracker.domain.clock_words import format_clock
from tracker.domain.settings import Settings
from tracker.ui.dialogs import Dialog


class Sitting:
    """What was saved in this window last: for a while it is gone on with, and nobody is asked."""

    def __init__(self) -> None:
        self._saved: str | None = None
        self._at: datetime | None = None

    def note(self, saved: CheckIn, *, now: datetime) -> None:
        """Remember what was saved."""
        self._saved, self._at = saved.id, now

    def goes_on(self, check_in: CheckIn | None, *, now: datetime) -> bool:
        """Return whether a check-in was saved here just now."""
        here = check_in is not None and check_in.id == self._saved
        return here and goes_on(self._at, now=now)

    def likely(self, check_in: CheckIn | None, *, now: datetime, today: date) -> Again:
        """Return what saving on the day of a check-in most likely is, without asking."""
        if check_in is None:
            return Again.LATER
        if self.goes_on(check_in, now=now):
            return Again.CORRECT
        return usual_again(check_in, now=now, today=today)


def again_dialog(check_in: CheckIn, settings: Settings, *, usual: Again) -> Dialog[Again]:
    """Ask whether a check-in is corrected, or a later one added; enter takes the usual."""
    at = format_clock(check_in.at, clock_24h=settings.clock_24h)
    return Dialog(
        "This day has a check-in",
        "A correction takes its place. A later one stands beside it: the chart goes by the first of"
        " the day, the verdict by the latest.",
        (("e", f"correct {at}", Again.CORRECT), ("a", "add a later one", Again.LATER)),
        usual=usual,
    )
