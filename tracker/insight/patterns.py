"""What goes along with better or worse mornings, as far as a diary can tell (R-AN-05)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from tracker.domain.dataclass import dataclass
from tracker.domain.exposure import FIXED_EXPOSURES, AnyExposure
from tracker.domain.verdict import PatternVerdict
from tracker.insight.benjamini_hochberg import q_values
from tracker.insight.circular_shift import shift_p
from tracker.insight.lagged_pairs import Pair, lagged_pairs
from tracker.insight.least_squares import estimate, moments
from tracker.insight.t_distribution import t_quantile, t_ratio, two_sided_p
from tracker.rules import constants as c
from tracker.rules.pattern_gate import PatternGate
from tracker.rules.pattern_words import (
    FULLER,
    NOT_APART,
    SAME_SCORES,
    is_pattern,
    no_pattern_text,
    pattern_text,
)

_ExposureT = TypeVar("_ExposureT", bound=AnyExposure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One exposure of a report, with its counts, dates and gaps (R-AN-08).

    `n` counts the pairs of days, `left_out` the days from `first` to `last` that make no pair.
    `effect`, `low` and `high` are points of the scale; they and the three checks are None where
    nothing could be estimated.
    """

    exposure: AnyExposure
    n: int
    exposed: int
    first: date | None
    last: date | None
    verdict: PatternVerdict
    text: str
    effect: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    q: float | None = None
    shift_p: float | None = None

    @property
    def unexposed(self) -> int:
        """Count the pairs without the exposure."""
        return self.n - self.exposed

    @property
    def left_out(self) -> int:
        """Count the days of the span that make no pair."""
        if self.first is None or self.last is None:
            return 0
        return (self.last - self.first).days + 1 - self.n

    @property
    def exploratory(self) -> bool:
        """Return whether the exposure is none of the six fixed ones."""
        return self.exposure not in FIXED_EXPOSURES

    @property
    def fuller(self) -> str:
        """Say from when on a fuller look is possible, where that is still to come (C-27)."""
        return FULLER if self.effect is not None and self.n < c.PATTERN_FULLER_PAIRS else ""


def find_patterns(
    scores: Mapping[date, int], exposures: Mapping[_ExposureT, Mapping[date, bool | None]]
) -> tuple[Pattern, ...]:
    """Look at each exposure of one report, in the order given.

    `scores` are one site's morning scores by day. All exposures that pass the gate count as looks.
    """
    looks = [
        _look(exposure, lagged_pairs(scores, exposed)) for exposure, exposed in exposures.items()
    ]
    judged = iter(q_values([look.p for look in looks if look.p is not None]))
    return tuple(look if look.p is None else _judged(look, next(judged)) for look in looks)


def _look(exposure: AnyExposure, pairs: Sequence[Pair]) -> Pattern:
    gate = PatternGate(len(pairs), sum(pair.exposed for pair in pairs))
    look = Pattern(
        exposure=exposure,
        n=gate.pairs,
        exposed=gate.exposed,
        first=pairs[0].day if pairs else None,
        last=pairs[-1].day if pairs else None,
        verdict=PatternVerdict.NOT_ENOUGH,
        text=gate.text,
    )
    return _estimated(look, pairs) if gate.open else look


def _estimated(look: Pattern, pairs: Sequence[Pair]) -> Pattern:
    habit = [int(pair.exposed) for pair in pairs]
    before = [pair.before for pair in pairs]
    after = [pair.after for pair in pairs]
    sums = moments(habit, before, after)
    found = estimate(sums)
    if found is None:
        words = NOT_APART if sums.mm else SAME_SCORES
        return replace(look, verdict=PatternVerdict.NO_CLEAR, text=words)
    reach = t_quantile(found.df) * found.error
    return replace(
        look,
        effect=found.effect,
        low=found.effect - reach,
        high=found.effect + reach,
        p=two_sided_p(t_ratio(found.effect, found.error), found.df),
        shift_p=shift_p(sums, habit, before, after),
    )


def _judged(look: Pattern, q: float) -> Pattern:
    effect, low, high, shift = look.effect, look.low, look.high, look.shift_p
    if effect is None or low is None or high is None or shift is None:
        return look
    seen = is_pattern(effect=effect, q=q, shift_p=shift)
    words = pattern_text if seen else no_pattern_text
    return replace(
        look,
        q=q,
        verdict=PatternVerdict.WATCH if seen else PatternVerdict.NO_CLEAR,
        text=words(look.exposure, effect=effect, low=low, high=high, days=look.n),
    )
