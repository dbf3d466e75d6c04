from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Change
from tracker.insight.raster import Ink
from tracker.insight.series import PainSeries, make_series
from tracker.insight.site_change import (
    SiteChange,
    change_patches,
    earlier_words,
    site_changes,
    sorest_first,
    worst_first,
)

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
HEEL = PainSite(Site.PLANTAR_HEEL, Side.RIGHT)
DAY = date(2026, 11, 28)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def week(last: int, score: int, *, days: int = 7) -> dict[int, int]:
    """Score `days` days of the week that ends `last` days ago."""
    return {last + step: score for step in range(days)}


def series_of(*weeks: Mapping[int, int], site: PainSite = BACK) -> PainSeries:
    scores = {ago(days): {site: score} for each in weeks for days, score in each.items()}
    return make_series(scores, until=DAY, tracked=[site])


def only(series: PainSeries, *, days_back: int | None = 42) -> SiteChange:
    (found,) = site_changes(series, until=DAY, days_back=days_back)
    return found


def words(each: SiteChange) -> str:
    return "".join(patch.text for patch in change_patches(each, sign="↓", this_week="this week"))


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (4, 1, "↓ improved: 1.0 this week, 4.0 six weeks ago"),
        (2, 5, "↓ worse: 5.0 this week, 2.0 six weeks ago"),
        (4, 3, "↓ no clear change: 3.0 this week, 4.0 six weeks ago"),
        (1, 0, "↓ already low: 0.0 this week, 1.0 six weeks ago"),
    ],
)
def test_r_pain_04_this_week_is_compared_with_the_week_that_ends_42_days_ago(
    before: int, now: int, said: str
) -> None:
    found = only(series_of(week(0, now), week(42, before)))
    assert words(found) == said
    assert found.before is not None
    assert (found.now.n, found.before.n, found.before.last) == (7, 7, ago(42))


def test_the_day_after_the_earlier_week_does_not_count_for_it() -> None:
    found = only(series_of(week(0, 1), week(42, 4), {41: 10}))
    assert found.before is not None
    assert found.before.mean == 4


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (35, "five weeks ago"),
        (28, "four weeks ago"),
        (21, "three weeks ago"),
        (14, "two weeks ago"),
        (7, "a week ago"),
    ],
)
def test_a_week_without_four_days_gives_way_to_the_earliest_one_after_it(
    last: int, said: str
) -> None:
    found = only(series_of(week(0, 1), week(last, 4), week(42, 9, days=3)))
    assert words(found) == f"↓ improved: 1.0 this week, 4.0 {said}"


def test_without_any_earlier_week_it_says_so_and_shows_this_week() -> None:
    found = only(series_of(week(0, 2)))
    assert found.change is Change.NOT_ENOUGH
    assert words(found) == "2.0 this week, no earlier week with 4 days to compare with"
    assert earlier_words(found) == ""


def test_r_an_02_three_days_of_this_week_are_not_enough() -> None:
    found = only(series_of(week(0, 2, days=3), week(42, 4)))
    assert words(found) == "not enough days yet: 3 of 4 this week"


def test_a_range_compares_with_the_week_that_lies_as_far_back_as_it_is_long() -> None:
    series = series_of(week(0, 1), week(14, 5), week(42, 4), week(91, 3), week(365, 2))
    said = {days: earlier_words(only(series, days_back=days)) for days in (14, 42, 91, 365)}
    assert said == {
        14: "two weeks ago",
        42: "six weeks ago",
        91: "three months ago",
        365: "a year ago",
    }


def test_the_whole_diary_compares_with_its_first_week_that_has_four_days() -> None:
    found = only(series_of(week(0, 1), week(50, 4), week(400, 9, days=3)), days_back=None)
    assert earlier_words(found) == "in the week to 6 Oct"
    assert found.before is not None
    assert found.before.mean == 4
    assert earlier_words(only(series_of(week(0, 1), week(400, 9)), days_back=None)) == (
        "in the week to 21 Oct 2025"
    )


def test_a_first_week_does_not_overlap_this_one() -> None:
    assert only(series_of(week(0, 1), week(3, 1)), days_back=None).before is None


def test_the_worst_day_is_the_latest_such_of_the_days_compared() -> None:
    found = only(series_of(week(0, 1), {20: 6, 30: 6, 60: 9}))
    assert (found.worst, found.worst_day, found.logged) == (6, ago(20), 9)


def three_sites() -> PainSeries:
    scores = {
        ago(days): {BACK: 3 if days < 7 else 6, SHIN: 2, HEEL: 3 if days < 7 else 0}
        for days in range(49)
    }
    return make_series(scores, until=DAY, tracked=[SHIN, BACK, HEEL])


def test_sites_stand_by_their_mean_or_by_their_change() -> None:
    changes = site_changes(three_sites(), until=DAY)
    assert [each.site for each in changes] == [SHIN, BACK, HEEL]
    assert [each.site for each in sorest_first(changes)] == [BACK, HEEL, SHIN]
    assert [each.site for each in worst_first(changes)] == [HEEL, SHIN, BACK]


def test_word_and_numbers_are_titles_and_what_is_missing_is_dim() -> None:
    found = only(series_of(week(0, 1), week(42, 4)))
    titles = [
        patch.text
        for patch in change_patches(found, sign="↓", this_week="this week")
        if patch.ink is Ink.TITLE
    ]
    assert titles == ["improved: ", "1.0", "4.0"]
    (patch,) = change_patches(only(series_of()), sign="?", this_week="this week")
    assert (patch.text, patch.ink) == ("not enough days yet: 0 of 4 this week", Ink.DIM)
