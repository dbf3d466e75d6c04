"""A report from pairs to words (R-AN-05, R-AN-08)."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from tracker.domain.exposure import Exposure
from tracker.domain.verdict import PatternVerdict
from tracker.insight.lagged_pairs import Pair, lagged_pairs, paired_days
from tracker.insight.patterns import Pattern, find_patterns
from tracker.rules.pattern_words import (
    MAY_BE_CHANCE,
    NOT_APART,
    PHRASES,
    SAME_SCORES,
    SMALL,
    is_pattern,
)
from tracker.rules.wording import forbidden_words

START = date(2026, 2, 1)
CLAIMS = re.compile(r"because|\bcauses\b|triggers|thanks to|helps|prevents", re.IGNORECASE)


def day(number: int) -> date:
    return START + timedelta(days=number)


def on(values: Sequence[int]) -> dict[date, int]:
    return {day(number): value for number, value in enumerate(values)}


def marks(values: Sequence[bool | None]) -> dict[date, bool | None]:
    return {day(number): value for number, value in enumerate(values)}


def report(scores: Sequence[int], habit: Sequence[bool | None]) -> Pattern:
    return find_patterns(on(scores), {Exposure.STRETCHED: marks(habit)})[0]


# ------------------------------------------------------------------ pairs


WITH = Pair(day(0), exposed=True, before=1, after=2)
WITHOUT = Pair(day(4), exposed=False, before=4, after=5)


def test_r_an_05_a_pair_needs_both_mornings_and_a_known_habit() -> None:
    scores = {day(0): 1, day(1): 2, day(2): 3, day(4): 4, day(5): 5}
    habit = {day(0): True, day(1): None, day(2): False, day(4): False, day(5): True}

    # Day 1 has no habit, day 2 no next morning, day 5 none yet.
    assert lagged_pairs(scores, habit) == (WITH, WITHOUT)
    assert paired_days(scores) == (day(0), day(1), day(4))


def test_r_an_05_a_pair_may_cross_29_february_and_the_new_year() -> None:
    scores = {date(2027, 12, 31): 1, date(2028, 1, 1): 2, date(2028, 2, 28): 3}
    scores |= {date(2028, 2, 29): 4, date(2028, 3, 1): 5}

    assert [pair.day for pair in lagged_pairs(scores, dict.fromkeys(scores, True))] == [
        date(2027, 12, 31), date(2028, 2, 28), date(2028, 2, 29),
    ]  # fmt: skip


# ------------------------------------------------------------------ the gate


@pytest.mark.parametrize(
    ("pairs", "exposed", "opens"),
    [
        (28, 8, True),
        (28, 20, True),
        (27, 10, False),
        (28, 7, False),
        (40, 33, False),
        (0, 0, False),
    ],
)
def test_r_an_05_the_gate(pairs: int, exposed: int, *, opens: bool) -> None:
    scores = [(3 * number) % 5 for number in range(pairs + 1)]
    found = report(scores, [number * 11 % max(pairs, 1) < exposed for number in range(pairs)])

    assert (found.n, found.exposed, found.unexposed) == (pairs, exposed, pairs - exposed)
    assert (found.effect is not None) is opens
    if not opens:
        assert found.verdict is PatternVerdict.NOT_ENOUGH
        assert found.text == (
            f"Not enough days yet: {exposed} with, {pairs - exposed} without;"
            " need 8 each and 28 in total."
        )
        assert (found.low, found.high, found.p, found.q, found.shift_p) == (None,) * 5


def test_r_an_05_nothing_at_all_is_not_enough() -> None:
    found = find_patterns({}, {Exposure.RAN: {}})[0]

    assert (found.n, found.first, found.last, found.left_out) == (0, None, None, 0)
    assert found.verdict is PatternVerdict.NOT_ENOUGH


def test_r_an_05_a_report_without_exposures_is_empty() -> None:
    assert find_patterns(on([1, 2, 3]), {}) == ()


# ------------------------------------------------------------------ a case by hand

# The habit adds two points to the next morning, and the rest wavers by a fixed rule that has
# nothing to do with it: 61 scores, 60 pairs.
HABIT = [number * number % 7 in {1, 2} for number in range(60)]
WAVER = [(5 * number) % 3 for number in range(60)]


def scores_after(habit: Sequence[bool], effect: int) -> list[int]:
    scores = [3]
    for with_habit, waver in zip(habit, WAVER, strict=True):
        scores.append(2 + waver + effect * with_habit)
    return scores


def test_r_an_05_a_clear_effect_is_worth_watching_in_the_rule_s_own_words() -> None:
    found = report(scores_after(HABIT, 2), HABIT)

    assert found.verdict is PatternVerdict.WATCH
    assert found.effect is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.effect < found.high
    assert abs(found.effect - 2) < 0.5
    assert found.text == (
        "On mornings after a day with a stretch routine your score was on average"
        f" {found.effect:+.1f} ({found.low:+.1f} to {found.high:+.1f}) compared with other"
        " mornings, allowing for the day before (60 days). This is a pattern in your diary, not"
        " proof of cause; something else may explain both."
    )


def test_r_an_05_without_an_effect_the_figures_stand_without_a_claim() -> None:
    found = report(scores_after(HABIT, 0), HABIT)

    assert found.verdict is PatternVerdict.NO_CLEAR
    assert found.text.startswith("On mornings after a day with a stretch routine")
    assert found.text.endswith(SMALL)
    assert "pattern in your diary" not in found.text


@pytest.mark.parametrize(
    ("effect", "q", "shift_p", "seen"),
    [
        (0.5, 0.099, 0.05, True),
        (-0.5, 0.0, 0.01, True),
        (0.499, 0.01, 0.01, False),
        (1.0, 0.10, 0.01, False),
        (1.0, 0.01, 0.051, False),
    ],
)
def test_r_an_05_all_three_checks_must_hold(
    effect: float, q: float, shift_p: float, *, seen: bool
) -> None:
    assert is_pattern(effect=effect, q=q, shift_p=shift_p) is seen


def test_r_an_05_a_large_difference_that_fails_the_checks_may_be_chance() -> None:
    # The habit came in one block, in which the scores were high anyway.
    habit = [20 <= number < 40 for number in range(60)]
    scores = [3 + number % 2 + 2 * (15 <= number < 38) for number in range(61)]

    found = report(scores, habit)

    assert found.effect is not None
    assert found.verdict is PatternVerdict.NO_CLEAR
    assert found.text.endswith(MAY_BE_CHANCE if abs(found.effect) >= 0.5 else SMALL)


# ------------------------------------------------------------------ nothing to estimate


@pytest.mark.parametrize("level", [0, 10])
def test_r_an_05_the_same_score_all_the_time(level: int) -> None:
    found = report([level] * 61, HABIT)

    assert (found.verdict, found.text) == (PatternVerdict.NO_CLEAR, SAME_SCORES)
    assert (found.effect, found.low, found.q) == (None, None, None)


def test_r_an_05_a_habit_that_always_comes_with_one_score() -> None:
    scores = [4 if with_habit else 2 for with_habit in [*HABIT, False]]

    found = report(scores, HABIT)

    assert (found.verdict, found.text) == (PatternVerdict.NO_CLEAR, NOT_APART)


def test_r_an_05_zero_is_written_without_a_minus() -> None:
    habit = [number % 4 < 2 for number in range(60)]
    scores = [3 + (number % 2) for number in range(61)]
    found = report(scores, habit)

    assert "-0.0" not in found.text


# ------------------------------------------------------------------ several looks


def test_r_an_05_only_looks_that_pass_the_gate_count_as_looks() -> None:
    scores = on(scores_after(HABIT, 2))
    alone = find_patterns(scores, {Exposure.STRETCHED: marks(HABIT)})[0]
    rare = marks([number == 0 for number in range(60)])
    other = marks([number * number % 5 == 1 for number in range(60)])

    with_rare = find_patterns(scores, {Exposure.RAN: rare, Exposure.STRETCHED: marks(HABIT)})
    with_other = find_patterns(scores, {Exposure.RAN: other, Exposure.STRETCHED: marks(HABIT)})

    assert alone.q == alone.p == with_rare[1].q
    assert with_rare[0].verdict is PatternVerdict.NOT_ENOUGH
    assert with_other[1].p == alone.p
    assert alone.p is not None
    assert with_other[1].q == pytest.approx(2 * alone.p, abs=0)


def test_r_an_08_a_report_says_its_days_and_its_gaps() -> None:
    scores = on(scores_after(HABIT, 2))
    del scores[day(30)]

    found = find_patterns(scores, {Exposure.STRETCHED: marks(HABIT)})[0]

    # Without the score of day 30 neither day 29 nor day 30 makes a pair.
    assert (found.first, found.last, found.n, found.left_out) == (day(0), day(59), 58, 2)
    assert found.fuller == "A fuller look is possible from 60 days."
    assert report(scores_after(HABIT, 2), HABIT).fuller == ""


def test_r_an_05_any_other_exposure_is_exploratory() -> None:
    given = {each: marks(HABIT) for each in Exposure}
    found = find_patterns(on(scores_after(HABIT, 0)), given)

    assert [each.exposure for each in found if each.exploratory] == [
        Exposure.CROSS_TRAINED, Exposure.HEAT, Exposure.COLD, Exposure.PAINKILLER,
    ]  # fmt: skip


@pytest.mark.parametrize("exposure", list(Exposure))
@pytest.mark.parametrize("effect", [-2, 0, 2])
def test_r_an_05_no_sentence_claims_a_cause(exposure: Exposure, effect: int) -> None:
    base = [5 if effect < 0 else 1] * 61
    scores = [max(value, 0) for value in scores_after(HABIT, effect)] if effect else base
    found = find_patterns(on(scores), {exposure: marks(HABIT)})[0]

    assert not CLAIMS.search(found.text)
    assert not forbidden_words(found.text)
    assert not CLAIMS.search(PHRASES[exposure])
