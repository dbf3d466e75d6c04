"""How often a report is wrong, and how often it finds what is there (R-AN-05).

People made up from a fixed seed: the level of pain carries over by 0.7 from day to day, is scored
as a whole number from 0 to 10, and every habit is likelier on bad days. Plain comparisons of
mornings with and without a habit fail on such diaries; this is what the checks are for.
"""

from datetime import date, timedelta
from math import exp, log, sqrt
from random import Random
from statistics import mean, variance

import pytest

from tracker.domain.exposure import FIXED_EXPOSURES, AnyExposure, Exposure, OwnExposure
from tracker.domain.verdict import PatternVerdict
from tracker.insight.lagged_pairs import lagged_pairs
from tracker.insight.patterns import Pattern, find_patterns
from tracker.insight.t_distribution import two_sided_p

DAYS = 60
CARRY_OVER = 0.7
SPREAD = 1.2
"""How far levels stray from the usual one over the weeks (standard deviation, in points)."""
USUAL = 4.0
FOLLOWS = 1.0
"""Each point above the usual level multiplies the odds of a habit by e."""
SHARES = (0.50, 0.35, 0.50, 0.30, 0.40, 0.40)
REAL = FIXED_EXPOSURES[0]
BURN_IN = 30

Scores = dict[date, int]
Habits = dict[Exposure, dict[date, bool | None]]


def diary(rng: Random, *, effect: float = 0.0) -> tuple[Scores, Habits]:
    """Make up a diary in which the first habit moves the next morning by `effect` points."""
    scores: Scores = {}
    habits: Habits = {exposure: {} for exposure in FIXED_EXPOSURES}
    wavers = SPREAD * sqrt(1 - CARRY_OVER**2)
    # The habit's own share is part of the usual level.
    rest = USUAL - effect * SHARES[0] / (1 - CARRY_OVER)
    level = USUAL
    for number in range(-BURN_IN, DAYS):
        day = date(2026, 3, 1) + timedelta(days=number)
        score = min(10, max(0, round(level)))
        had = {
            exposure: rng.random()
            < 1 / (1 + exp(-log(share / (1 - share)) - FOLLOWS * (score - USUAL)))
            for exposure, share in zip(FIXED_EXPOSURES, SHARES, strict=True)
        }
        level = rest + CARRY_OVER * (level - rest) + effect * had[REAL] + rng.gauss(0, wavers)
        if number >= 0:
            scores[day] = score
            for exposure, held in had.items():
                habits[exposure][day] = held
    return scores, habits


def reports(count: int, *, seed: int, effect: float = 0.0) -> list[tuple[Pattern, ...]]:
    rng = Random(seed)  # noqa: S311 - made-up diaries
    return [find_patterns(*diary(rng, effect=effect)) for _ in range(count)]


def seen(pattern: Pattern) -> bool:
    return pattern.verdict is PatternVerdict.WATCH


def test_r_an_05_without_any_effect_few_reports_show_a_pattern() -> None:
    false_alarms = [any(map(seen, report)) for report in reports(500, seed=50)]

    assert mean(false_alarms) <= 0.15


def test_r_an_05_own_factors_and_gear_keep_the_whole_report_within_its_rate() -> None:
    rng = Random(52)  # noqa: S311 - made-up diaries
    own = [OwnExposure(f"own:{number}", f"{number}", "", "") for number in range(13)]
    alarms = []
    for _ in range(200):
        scores, habits = diary(rng)
        more: dict[OwnExposure, dict[date, bool | None]] = {
            each: {
                day: None if rng.random() < 0.2 else rng.random() < min(score, 8) / 10
                for day, score in scores.items()
            }
            for each in own
        }
        everything: dict[AnyExposure, dict[date, bool | None]]
        everything = {each: habits[each] for each in FIXED_EXPOSURES}
        everything |= {each: more[each] for each in own}
        alarms.append(any(map(seen, find_patterns(scores, everything))))

    assert mean(alarms) <= 0.15


@pytest.mark.parametrize("effect", [1.0, -1.0])
def test_r_an_05_a_true_point_is_found_in_most_reports(effect: float) -> None:
    found = [
        next(each for each in report if each.exposure is REAL)
        for report in reports(400, seed=40, effect=effect)
    ]

    assert mean(map(seen, found)) >= 0.65
    # And what is found points the right way.
    assert all(each.effect is not None and each.effect * effect > 0 for each in found if seen(each))


def test_r_an_05_the_interval_holds_the_true_effect_about_as_often_as_it_says() -> None:
    inside = [
        each.low <= 1.0 <= each.high
        for report in reports(400, seed=41, effect=1.0)
        for each in report
        if each.exposure is REAL and each.low is not None and each.high is not None
    ]

    assert len(inside) > 350
    assert mean(inside) >= 0.90


def test_r_an_05_comparing_mornings_plainly_would_be_wrong_in_most_of_these_diaries() -> None:
    rng = Random(51)  # noqa: S311 - made-up diaries
    alarms = []
    for _ in range(300):
        scores, habits = diary(rng)
        pairs = lagged_pairs(scores, habits[Exposure.STRETCHED])
        having = [pair.after for pair in pairs if pair.exposed]
        others = [pair.after for pair in pairs if not pair.exposed]
        df = len(pairs) - 2
        pooled = ((len(having) - 1) * variance(having) + (len(others) - 1) * variance(others)) / df
        error = sqrt(pooled * (1 / len(having) + 1 / len(others)))
        alarms.append(two_sided_p((mean(having) - mean(others)) / error, df) < 0.05)

    assert mean(alarms) > 0.5
