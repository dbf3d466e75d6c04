"""Flares that morning scores suggest (R-AN-04): where they begin, and when they are over."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.insight.flares import (
    FLARE_QUESTION,
    Candidate,
    flare_candidates,
    flare_end,
    flare_reference,
)
from tracker.rules.wording import forbidden_words

DAY = date(2026, 11, 1)
GAP = None

Scores = list[int | None]


def by_day(scores: Scores, *, first: date = DAY) -> dict[date, int]:
    days = (first + timedelta(days=place) for place in range(len(scores)))
    return {day: score for day, score in zip(days, scores, strict=True) if score is not None}


def found(scores: Scores, *, first: date = DAY) -> list[tuple[int, int | None]]:
    """Give first and last place of each candidate."""
    last = first + timedelta(days=len(scores) - 1)
    spans = flare_candidates(by_day(scores, first=first), first=first, until=last)
    return [
        ((span.start - first).days, None if span.end is None else (span.end - first).days)
        for span in spans
    ]


CALM: Scores = [2] * 14


@pytest.mark.parametrize(
    ("before", "score", "begins"),
    [
        (CALM, 4, True),
        (CALM, 3, False),  # one above
        ([1] * 14, 3, False),  # two above, and below 4
        ([0] * 14, 4, True),
        ([3] * 14, 4, False),
        ([3] * 14, 5, True),
        ([8] * 14, 10, True),
        ([9] * 14, 10, False),
        ([2] * 7, 4, True),
        ([2] * 6, 4, False),  # six values are too few
        ([*[2] * 6, GAP], 4, False),
        ([*[2] * 7, *[GAP] * 7], 4, True),
        ([2, *[GAP] * 8, *[2] * 6], 4, False),  # the seventh value is fifteen days back
        ([GAP, 2, *[GAP] * 7, *[2] * 6], 4, True),  # fourteen days back
        ([5, 5, 5, 5, 2, 2, 2, 2], 4, True),  # the lower of the two middle ones
        ([5, 5, 5, 5, 2, 2, 2], 4, False),
    ],
)
def test_r_an_04_begins_two_above_the_lower_median_of_fourteen_days_and_at_four(
    before: Scores, score: int, *, begins: bool
) -> None:
    assert found([*before, score]) == ([(len(before), None)] if begins else [])


@pytest.mark.parametrize(
    ("after", "last"),
    [
        ([], None),
        ([3], None),  # one day within 1
        ([3, 3], 0),
        ([2, 3], 0),
        ([4, 4, 4], None),  # two above it
        ([3, 4, 3, 3], 2),
        ([3, 4, 3], None),
        ([6, 6, 3, 3], 2),
        ([GAP, GAP, GAP], None),  # gaps do not end it
        ([3, GAP, 3], 0),  # nor part the two days
        ([6, GAP, GAP, 3, 3], 1),  # nor make it longer
        ([GAP, GAP, 3, 3], 0),
    ],
)
def test_r_an_04_is_over_after_two_logged_days_within_one(after: Scores, last: int | None) -> None:
    expected = None if last is None else 14 + last

    assert found([*CALM, 5, *after]) == [(14, expected)]


def test_r_an_04_keeps_the_level_before_its_first_day() -> None:
    # After three sore weeks the fortnight before is sore, too; the flare still lasts.
    assert found([*CALM, *[5] * 21, 6, 7]) == [(14, None)]


def test_r_an_04_no_other_begins_while_one_lasts_nor_on_the_days_that_end_it() -> None:
    assert found([*CALM, 5, 8, 9, 3, 3, 6]) == [(14, 16), (19, None)]
    assert found([*CALM, 5, 3, 9, 3, 3]) == [(14, 16)]


def test_r_an_04_says_from_which_level_it_rose() -> None:
    scores = by_day([*CALM, 6])
    start = DAY + timedelta(days=14)

    assert flare_candidates(scores, first=DAY, until=start) == (Candidate(start, 6, 2),)


def test_r_an_04_looks_only_at_the_days_asked_about() -> None:
    scores = by_day([*CALM, 6, 6, 2, 2, 2])

    assert flare_candidates(scores, first=DAY + timedelta(days=16), until=date(2026, 12, 1)) == ()
    assert flare_candidates(scores, first=DAY, until=DAY + timedelta(days=13)) == ()
    assert flare_candidates({}, first=DAY, until=date(2026, 12, 1)) == ()


@pytest.mark.parametrize("first", [date(2026, 3, 20), date(2026, 10, 15), date(2028, 2, 20)])
def test_r_an_04_counts_calendar_days_over_clock_changes_and_a_leap_day(first: date) -> None:
    assert found([*CALM, 5, 5, 3, 3], first=first) == [(14, 15)]


def test_r_an_04_a_marked_flare_on_a_usual_day_is_over_two_days_later() -> None:
    scores = by_day([*CALM, 2, 2, 2])
    start = DAY + timedelta(days=14)

    assert flare_reference(scores, start) == 2
    assert flare_end(scores, start, reference=2, until=start) is None
    assert flare_end(scores, start, reference=2, until=start + timedelta(days=2)) == start


@given(st.lists(st.none() | st.integers(0, 10), max_size=90))
def test_r_an_04_candidates_never_overlap_and_begin_and_end_on_logged_days(scores: Scores) -> None:
    logged = by_day(scores)
    until = DAY + timedelta(days=len(scores))
    spans = flare_candidates(logged, first=DAY, until=until)

    for span in spans:
        assert logged[span.start] == span.score >= max(4, span.reference + 2)
        assert span.end is None or span.start <= span.end in logged
    for one, other in pairwise(spans):
        assert one.end is not None
        assert one.end < other.start
        # What was found does not depend on the days that came after.
        assert one in flare_candidates(logged, first=DAY, until=other.start)


def test_r_an_04_the_question_is_plain() -> None:
    assert forbidden_words(FLARE_QUESTION) == ()
