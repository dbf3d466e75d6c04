"""What scores mean: zones, bands, the usual level, and change (section 1)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from statistics import median

from tracker.domain.dataclass import dataclass
from tracker.domain.verdict import Change, Zone
from tracker.rules import constants as c
from tracker.rules.hundredths import hundredths, mean_in_hundredths

ZONE_WORDS = {Zone.GREEN: "Comfort zone", Zone.AMBER: "Watch zone", Zone.RED: "Stop zone"}
ZONE_NOTE = (
    "These zones come from tendon and knee studies and clinic leaflets;"
    " nobody has tested them specifically for back pain."
)
CHANGE_WORDS = {
    Change.IMPROVED: "improved",
    Change.WORSE: "worse",
    Change.NO_CLEAR_CHANGE: "no clear change",
    Change.ALREADY_LOW: "already low, too low to call an improvement",
    Change.NOT_ENOUGH: "not enough days yet",
}
BACK_TO_COMFORTABLE = "back to comfortable"
"""Said of an improvement only where the 7-day median is 0."""

_MILD_MAX = 3
_MODERATE_MAX = 6


def zone(score: int, *, green_max: int = c.GREEN_MAX) -> Zone:
    """Return the zone of a score from 0 to 10 (R-PAIN-05)."""
    if score <= green_max:
        return Zone.GREEN
    return Zone.AMBER if score <= c.AMBER_MAX else Zone.RED


def band_word(score: int) -> str:
    """Return the word that may accompany a score, never replace it (R-PAIN-01)."""
    if score == 0:
        return "none"
    if score <= _MILD_MAX:
        return "mild"
    return "moderate" if score <= _MODERATE_MAX else "severe"


@dataclass(frozen=True, slots=True)
class Usual:
    """A usual level in hundredths of a point, and how many mornings it is the mean of."""

    level: int
    mornings: int


def usual_level(rested: Sequence[int | None], week: Sequence[int | None]) -> Usual | None:
    """Return a site's usual level as of day d (R-PAIN-03, C-30); None where it is not known.

    `rested` are the morning scores of `[d-14, d-1]` on days with no run on the day before, `week`
    all morning scores of `[d-7, d-1]`; None stands for a day without entry. The first that has
    four values counts.
    """
    for scores in (rested, week):
        logged = [score for score in scores if score is not None]
        if len(logged) >= c.USUAL_VALUES_MIN:
            return Usual(mean_in_hundredths(sum(logged), len(logged)), len(logged))
    return None


def week_mean(scores: Sequence[int | None]) -> Fraction | None:
    """Return the exact mean of seven days' scores; fewer than four values give None (R-AN-02)."""
    logged = [score for score in scores if score is not None]
    return Fraction(sum(logged), len(logged)) if len(logged) >= c.WEEK_ENTRIES_MIN else None


def week_delta(recent: Sequence[int | None], before: Sequence[int | None]) -> int | None:
    """Return the 7-day mean minus that of the seven days before, in hundredths (C-08).

    None where either is not known.
    """
    now, then = week_mean(recent), week_mean(before)
    return None if now is None or then is None else hundredths(now - then)


def change(recent: Sequence[int | None], baseline: Sequence[int | None]) -> Change:
    """Compare seven days with a 7-day baseline; None stands for a day without entry (R-PAIN-04)."""
    now, then = week_mean(recent), week_mean(baseline)
    if now is None or then is None:
        return Change.NOT_ENOUGH
    rise = now - then
    percent_counts = then < 1 or rise * 100 >= then * c.MEANINGFUL_PERCENT
    if rise >= c.MEANINGFUL_POINTS and percent_counts:
        return Change.WORSE
    if rise <= 0 and then < c.MEANINGFUL_POINTS:
        return Change.ALREADY_LOW
    if -rise >= c.MEANINGFUL_POINTS and -rise * 100 >= then * c.MEANINGFUL_PERCENT:
        return Change.IMPROVED
    return Change.NO_CLEAR_CHANGE


def back_to_comfortable(recent: Sequence[int | None]) -> bool:
    """Return whether the 7-day median is 0, with at least four values (R-PAIN-04)."""
    logged = [score for score in recent if score is not None]
    return len(logged) >= c.WEEK_ENTRIES_MIN and median(logged) == 0


def days_up_to(day: date, scores: Mapping[date, int], *, days: int) -> tuple[int | None, ...]:
    """Give the scores of the last `days` days up to and with `day`, oldest first, gaps as None."""
    return tuple(scores.get(day - timedelta(days=back)) for back in reversed(range(days)))
