from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.site import PainSite, Side, Site
from tracker.insight.chart_frame import BarUnit, bar_unit, dot_of, make_frame
from tracker.insight.chart_window import Window
from tracker.insight.series import PainSeries, make_series

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
DAY = date(2026, 11, 22)
Book = Callable[[int], PainSeries]


@given(
    runs=st.dictionaries(st.integers(0, 900), st.integers(1, 60_000), max_size=80),
    back=st.integers(0, 900),
    span=st.integers(7, 1000),
    columns=st.integers(4, 220),
    monday=st.booleans(),
)
def test_no_metre_is_lost_in_the_bars(
    runs: dict[int, int], back: int, span: int, columns: int, *, monday: bool
) -> None:
    by_day = {DAY - timedelta(days=ago): metres for ago, metres in runs.items()}
    series = make_series({}, until=DAY, run_m=by_day)
    window = Window.ending(DAY - timedelta(days=back), span)
    frame = make_frame(series, window, columns=columns, week_starts_monday=monday)
    inside = [metres for day, metres in by_day.items() if day in window]
    assert sum(bar.metres for bar in frame.bars) == sum(inside)
    assert sum(bar.run_days for bar in frame.bars) == len(inside)
    assert [bar.first for bar in frame.bars[1:]] == [bar.last + 1 for bar in frame.bars[:-1]]
    assert (frame.bars[0].first, frame.bars[-1].last) == (0, span - 1)


@given(span=st.integers(1, 4000), columns=st.integers(1, 250), dots=st.sampled_from([1, 2]))
def test_every_day_lies_in_the_bin_of_its_own_dot(span: int, columns: int, dots: int) -> None:
    series = make_series({}, until=DAY)
    frame = make_frame(series, Window.ending(DAY, span), columns=columns, dots=dots)
    covered = [day for bin_ in frame.bins for day in range(bin_.first, bin_.last + 1)]
    assert covered == list(range(span))
    for bin_ in frame.bins:
        assert frame.dot_of(bin_.first) == frame.dot_of(bin_.last) == bin_.dot
        assert 0 <= bin_.dot < frame.width


@given(span=st.integers(1, 4000), columns=st.integers(1, 250))
def test_a_columns_day_lies_in_that_column(span: int, columns: int) -> None:
    frame = make_frame(make_series({}, until=DAY), Window.ending(DAY, span), columns=columns)
    for column in range(columns) if span >= columns else ():
        assert frame.column_of(frame.offset_at(column)) == column


@pytest.mark.parametrize("span", [14, 42, 91, 365, 3650])
@pytest.mark.parametrize(("columns", "dots"), [(60, 2), (109, 2), (74, 1)])
def test_no_highest_score_is_averaged_away(diary: Book, span: int, columns: int, dots: int) -> None:
    series = diary(3650)
    frame = make_frame(series, Window.ending(series.end, span), columns=columns, dots=dots)
    logged = [value for value in series.track().values[-span:] if value is not None]
    drawn = [value for bin_ in frame.bins for value in bin_.values]
    assert (min(drawn), max(drawn)) == (min(logged), max(logged))
    assert frame.logged == len(logged)


def test_a_gap_has_neither_value_nor_mean() -> None:
    early, late = date(2026, 1, 1), date(2026, 6, 1)
    scores = {early + timedelta(days=day): {BACK: 4} for day in range(30)}
    scores |= {late + timedelta(days=day): {BACK: 2} for day in range(30)}
    series = make_series(scores, until=date(2026, 6, 30))
    frame = make_frame(series, Window(early, 181), columns=60, dots=2)
    february_on = [bin_ for bin_ in frame.bins if bin_.first >= 37 and bin_.last < 151]
    assert len(february_on) > 60
    assert all(bin_.values == () and bin_.mean is None for bin_ in february_on)


def test_beyond_a_year_the_mean_is_the_four_week_one(diary: Book) -> None:
    series = diary(3650)
    year = make_frame(series, Window.ending(series.end, 366), columns=100)
    years = make_frame(series, Window.ending(series.end, 367), columns=100)
    assert (year.mean_days, years.mean_days) == (7, 28)
    assert years.bins[-1].mean == series.track().four_weeks.means[-1]


@pytest.mark.parametrize(
    ("span", "columns", "unit"),
    [
        (14, 100, BarUnit.DAY),
        (100, 100, BarUnit.DAY),
        (101, 100, BarUnit.WEEK),
        (365, 100, BarUnit.WEEK),
        (701, 100, BarUnit.MONTH),
        (3650, 109, BarUnit.QUARTER),
        (3650, 20, BarUnit.YEAR),
    ],
)
def test_bars_are_the_finest_that_get_a_column(span: int, columns: int, unit: BarUnit) -> None:
    assert bar_unit(span, columns=columns) is unit


def test_weeks_begin_where_the_person_has_them_begin() -> None:
    series = make_series({}, until=DAY)
    window = Window(date(2026, 11, 1), 22)
    by_monday = make_frame(series, window, columns=10)
    by_sunday = make_frame(series, window, columns=10, week_starts_monday=False)
    assert [window.day(bar.first).weekday() for bar in by_monday.bars[1:]] == [0, 0, 0]
    assert [window.day(bar.first).weekday() for bar in by_sunday.bars[1:]] == [6, 6, 6]


def test_a_day_where_clocks_change_is_one_day() -> None:
    change = date(2026, 3, 29)
    series = make_series({change: {BACK: 5}}, until=date(2026, 4, 4), since=date(2026, 3, 22))
    frame = make_frame(series, Window(date(2026, 3, 22), 14), columns=42)
    assert [bin_.values for bin_ in frame.bins].count((5,)) == 1
    assert frame.bins[7].values == (5,)


def test_the_middle_of_a_day_is_exact() -> None:
    assert [dot_of(offset, span=7, width=21) for offset in range(7)] == [1, 4, 7, 10, 13, 16, 19]
