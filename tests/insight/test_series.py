from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.site import PainSite, Side, Site
from tracker.insight.series import EventKind, PainSeries, make_series, rolling_mean, smoothed

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
DAY = date(2026, 11, 22)


def of_back(*values: int | None) -> PainSeries:
    """Give a series of one site that ends on DAY."""
    first = DAY - timedelta(days=len(values) - 1)
    return make_series(
        {
            first + timedelta(days=number): {BACK: value}
            for number, value in enumerate(values)
            if value is not None
        },
        until=DAY,
        since=first,
    )


def test_r_an_01_days_without_entry_are_gaps_and_never_zero() -> None:
    series = make_series(
        {DAY - timedelta(days=3): {BACK: 0}}, until=DAY, run_m={DAY - timedelta(days=1): 5000}
    )
    assert [point.score(BACK) for point in series.days] == [0, None, None, None]
    assert series.track(BACK).values == (0, None, None, None)
    assert series.metres == (0, 0, 5000, 0)


@pytest.mark.parametrize(
    ("values", "mean", "logged"),
    [
        ((2, 4, 6, None, None, None, None), None, 3),
        ((2, 4, 6, 0, None, None, None), 3.0, 4),
        ((10, 1, 1, 1, 1, 1, 1, 1), 1.0, 7),
        ((0, 0, 0, 0, 0, 0, 0), 0.0, 7),
        ((10, 10, 10, 10), 10.0, 4),
    ],
)
def test_r_an_02_the_week_mean_needs_four_of_seven_days(
    values: tuple[int | None, ...], mean: float | None, logged: int
) -> None:
    week = of_back(*values).track(BACK).week
    assert (week.means[-1], week.counts[-1]) == (mean, logged)


def test_the_four_week_mean_needs_sixteen_of_28_days() -> None:
    assert of_back(*[3] * 15).track(BACK).four_weeks.means[-1] is None
    assert of_back(*[3] * 16).track(BACK).four_weeks.means[-1] == 3.0


@given(
    st.lists(st.none() | st.integers(0, 10), max_size=60),
    st.integers(1, 12),
    st.integers(1, 12),
)
def test_running_sums_agree_with_adding_up_each_window(
    values: list[int | None], days: int, needs: int
) -> None:
    rolling = rolling_mean(values, days=days, needs=needs)
    for index in range(len(values)):
        logged = [
            value for value in values[max(0, index - days + 1) : index + 1] if value is not None
        ]
        assert rolling.counts[index] == len(logged)
        expected = float(Fraction(sum(logged), len(logged))) if len(logged) >= needs else None
        assert rolling.means[index] == expected


def test_without_a_site_the_highest_of_the_day_counts() -> None:
    series = make_series({DAY: {BACK: 2, SHIN: 7}, DAY - timedelta(days=1): {BACK: 1}}, until=DAY)
    assert series.track().values == (1, 7)
    assert series.sites == (BACK, SHIN)


def test_tracked_sites_come_first_even_without_a_score() -> None:
    series = make_series({DAY: {BACK: 2}}, until=DAY, tracked=[SHIN])
    assert series.sites == (SHIN, BACK)
    assert series.track(SHIN).values == (None,)


def test_a_diary_without_a_day_is_one_empty_day() -> None:
    series = make_series({}, until=DAY)
    assert (series.start, series.end, len(series), series.sites) == (DAY, DAY, 1, ())
    assert series.days[0].worst is None


def test_a_series_has_every_calendar_day_also_29_february() -> None:
    series = make_series({}, until=date(2028, 3, 1), since=date(2028, 2, 28))
    assert [point.day.day for point in series.days] == [28, 29, 1]


def test_events_of_a_day_stand_weightiest_first() -> None:
    marks = {DAY: {EventKind.REMEDY, EventKind.RED_FLAG, EventKind.FLARE}}
    point = make_series({}, until=DAY, events=marks).at(DAY)
    assert point is not None
    assert point.events == (EventKind.RED_FLAG, EventKind.FLARE, EventKind.REMEDY)


def test_the_next_event_is_found_from_any_day() -> None:
    first, second = DAY - timedelta(days=9), DAY - timedelta(days=4)
    series = make_series({}, until=DAY, events={first: {EventKind.VISIT}, second: {EventKind.STOP}})
    assert series.next_event(DAY, sign=-1) == second
    assert series.next_event(second, sign=-1) == first
    assert series.next_event(first, sign=-1) is None
    assert series.next_event(first, sign=1) == second
    assert series.next_event(second, sign=1) is None


def test_a_series_reaches_further_with_empty_days_on_both_sides() -> None:
    known = make_series({DAY: {BACK: 3}}, until=DAY)
    longer = known.reaching(DAY - timedelta(days=2), DAY + timedelta(days=1))
    assert [point.worst for point in longer.days] == [None, None, 3, None]
    assert (longer.start, longer.end) == (DAY - timedelta(days=2), DAY + timedelta(days=1))
    assert longer.sites == known.sites
    assert len(known.reaching(DAY, DAY)) == 1


@pytest.mark.parametrize(
    ("values", "levels"),
    [
        ((), ()),
        ((None, None), (None, None)),
        ((None, 4, None, 8, 0), (None, 4.0, 4.0, 5.0, 3.75)),
        ((0, 0, 10), (0.0, 0.0, 2.5)),
    ],
)
def test_r_an_03_smoothing_starts_with_the_first_score_and_rests_on_gaps(
    values: tuple[int | None, ...], levels: tuple[float | None, ...]
) -> None:
    assert smoothed(values) == levels


@given(st.lists(st.none() | st.integers(0, 10), max_size=40))
def test_r_an_03_the_smoothed_score_stays_on_the_scale(values: list[int | None]) -> None:
    found = smoothed(values)
    assert len(found) == len(values)
    assert all(level is None or 0 <= level <= 10 for level in found)
