"""Red flags that the diary's own numbers raise: R-RED-25, 26, 27, 28, 31 and 34."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.rules import constants as c
from tracker.rules.hundredths import POINT
from tracker.rules.pain import days_up_to, week_mean

INFLAMMATORY_QUESTIONS: Final = (
    "Did it begin before you were 40?",
    "Did it creep up slowly?",
    "Is it better with movement?",
    "Is it no better with rest?",
    "Does night pain ease when you get up?",
)
STILL_UP: Final = "Still up three days after a pain stop"
STOPPED_TWICE: Final = "Two pain stops at one site in 14 days"
_INFLAMMATORY_DAYS = 90
_INFLAMMATORY_YES = 4


def lingers(mornings: Mapping[date, int], *, today: date) -> bool:
    """Return whether one site's pain lingers (R-RED-25, C-15).

    Every day of the last 42 (14) has a 7-day mean of at least 2 (4), each mean of four values or
    more; a day whose mean is not known breaks the row.
    """
    return _stays_at(mornings, today, days=c.LINGER_LOW_DAYS, level=c.LINGER_LOW_MEAN) or _stays_at(
        mornings, today, days=c.LINGER_HIGH_DAYS, level=c.LINGER_HIGH_MEAN
    )


def _stays_at(mornings: Mapping[date, int], today: date, *, days: int, level: int) -> bool:
    for back in range(days):
        week = days_up_to(today - timedelta(days=back), mornings, days=c.WEEK_DAYS)
        mean = week_mean(week)
        if mean is None or mean < level:
            return False
    return True


def time_loss(*, days_cut: int, sessions_missed: int) -> str:
    """Say how pain cut running, for 7 days or 3 planned sessions in a row; "" if not (R-RED-26)."""
    found = []
    if days_cut >= c.TIME_LOSS_DAYS:
        found.append(f"Running cut or stopped for {days_cut} days")
    if sessions_missed >= c.TIME_LOSS_SESSIONS:
        found.append(f"{sessions_missed} planned sessions in a row cut or stopped")
    return "; ".join(found)


@dataclass(frozen=True, slots=True)
class PainStop:
    """A run stopped for pain: when it ended, its day, and the site's base (R-PAIN-06).

    `base` in hundredths of a point; None where it is not known.
    """

    at: datetime
    day: date
    base: int | None


@dataclass(frozen=True, slots=True)
class Morning:
    """A site's morning score: when it was written, and the day it speaks of."""

    at: datetime
    day: date
    score: int


def after_stop_persist(
    stops: Sequence[PainStop], mornings_since: Callable[[date], Iterable[Morning]]
) -> str:
    """Say how one site stays up after pain stops (R-RED-27, C-14), both oldest first; "" if not.

    `mornings_since` gives the site's mornings from a day on; only as many are asked for as it
    takes to see the stop settled.

    Either a morning 72 hours or more after a stop is 1.00 or more over that run's base, or two
    stops lie within 14 days. It ends with two days running less than 1.00 over that base; days
    without a score neither end nor begin it.
    """
    found = {
        half
        for at, stop in enumerate(stops)
        for half in _still_up(
            stop, mornings_since(stop.day), again=_again(stop, earlier=stops[:at])
        )
    }
    return "; ".join(half for half in (STILL_UP, STOPPED_TWICE) if half in found)


def _again(stop: PainStop, *, earlier: Sequence[PainStop]) -> bool:
    return any((stop.day - other.day).days < c.STOPS_WINDOW_DAYS for other in earlier)


def _still_up(stop: PainStop, mornings: Iterable[Morning], *, again: bool) -> set[str]:
    """Return the halves of R-RED-27 that a stop raises and that have not ended."""
    if stop.base is None and not again:
        return set()
    still_up = (stop.base or 0) + c.STILL_UP_RISE
    raised = {STOPPED_TWICE} if again else set()
    settled: date | None = None
    for morning in mornings:
        if morning.day <= stop.day:
            continue
        if morning.score * POINT >= still_up:
            settled = None
            late = morning.at - stop.at >= timedelta(hours=c.PERSIST_H)
            if late and stop.base is not None:
                raised.add(STILL_UP)
        elif settled == morning.day - timedelta(days=1):
            return set()
        else:
            settled = morning.day
    return raised


def inflammatory(*, lasted_days: int, features: Sequence[bool]) -> bool:
    """Return whether back pain behaves like inflammation: over 3 months, 4 of 5 (R-RED-28, F21)."""
    return lasted_days > _INFLAMMATORY_DAYS and sum(features) >= _INFLAMMATORY_YES


def three_too_much(*, reds_14d: int) -> bool:
    """Say whether three runs in two weeks were too much (R-RED-34, C-36): RED ones in [d-13, d]."""
    return reds_14d >= c.REDS_TOO_MANY


def severe_two_days(scores: Sequence[int]) -> bool:
    """Say whether the last two check-ins of a site were both 7 or more (R-RED-31), oldest first."""
    last = scores[-c.SETTLED_DAYS :]
    return len(last) == c.SETTLED_DAYS and min(last) >= c.SEVERE_MIN
