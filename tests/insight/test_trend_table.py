import json
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.pain import Night
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.chart_window import Window
from tracker.insight.series import make_series
from tracker.insight.trend_table import (
    TrendDay,
    TrendRows,
    TrendWeek,
    json_key,
    trend_days,
    trend_json,
    trend_week,
    trend_weeks,
)

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
DAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


SERIES = make_series(
    {
        ago(6): {BACK: 4, SHIN: 1},
        ago(4): {BACK: 2},
        ago(3): {BACK: 3, SHIN: 7},
        ago(1): {BACK: 0},
    },
    until=DAY,
    run_m={ago(4): 5200, ago(1): 3000},
)


def test_the_json_has_every_day_of_the_range_also_those_without_a_score() -> None:
    found = trend_json(SERIES, Window.ending(DAY, 9), site=BACK)
    assert json.loads(json.dumps(found)) == found
    assert {key: found[key] for key in ("site", "from", "to")} == {
        "site": "low_back",
        "from": "2026-11-14",
        "to": "2026-11-22",
    }
    assert len(found["days"]) == 9
    assert found["days"][0] == {
        "date": "2026-11-14",
        "scores": {},
        "max": None,
        "mean7": None,
        "n7": 0,
        "run_m": 0,
    }
    assert found["days"][5] == {
        "date": "2026-11-19",
        "scores": {"low_back": 3, "shin:L": 7},
        "max": 7,
        "mean7": None,
        "n7": 3,
        "run_m": 0,
    }
    assert found["days"][7]["scores"] == {"low_back": 0}
    assert found["days"][7]["max"] == 0
    assert [day["mean7"] for day in found["days"][7:]] == [2.25, 2.25]
    assert [day["n7"] for day in found["days"][7:]] == [4, 4]


def test_without_a_site_the_mean_is_that_of_the_highest() -> None:
    found = trend_json(SERIES, Window.ending(DAY, 1))
    assert found["site"] is None
    assert found["days"][0]["mean7"] == (4 + 2 + 7 + 0) / 4


def test_two_sites_with_their_own_names_keep_their_own_keys() -> None:
    wrist = PainSite(Site.OTHER, Side.LEFT, "wrist")
    elbow = PainSite(Site.OTHER, Side.LEFT, "elbow")
    assert json_key(wrist) != json_key(elbow)


def test_days_and_weeks_agree_with_the_diary() -> None:
    window = Window(date(2026, 11, 4), 19)
    weeks = trend_weeks(SERIES, window, site=BACK)
    days = list(trend_days(SERIES, window, site=BACK))
    assert [week.first for week in weeks] == [
        date(2026, 11, 4), date(2026, 11, 9), date(2026, 11, 16),
    ]  # fmt: skip
    assert sum(week.days for week in weeks) == len(days) == 19
    assert sum(week.run_m for week in weeks) == sum(day.run_m or 0 for day in days) == 8200
    last = weeks[-1]
    assert (last.mean, last.logged, last.worst, last.run_days) == (2.25, 4, 4, 2)


def test_r_an_02_a_week_with_three_days_has_no_mean_but_its_n() -> None:
    (week,) = trend_weeks(SERIES, Window(ago(6), 5), site=BACK)
    assert (week.mean, week.logged, week.days) == (None, 3, 5)


def test_weeks_may_begin_on_sunday() -> None:
    weeks = trend_weeks(SERIES, Window.ending(DAY, 14), week_starts_monday=False)
    assert [week.first.weekday() for week in weeks[1:]] == [6, 6]
    assert weeks[-1].days == 1


def test_r_an_02_the_median_stands_beside_the_mean_and_only_there() -> None:
    days = list(trend_days(SERIES, Window.ending(DAY, 3), site=BACK))
    assert [day.median7 for day in days] == [None, 2.5, 2.5]
    assert trend_week(SERIES, ago(6), DAY, site=BACK).median == 2.5


def test_a_run_without_a_distance_is_unknown_and_a_day_without_a_run_is_none() -> None:
    series = make_series(
        {ago(2): {BACK: 1}}, until=DAY, run_m={ago(1): 4000}, run_counts={ago(1): 2, DAY: 1}
    )
    found = trend_json(series, Window.ending(DAY, 3))
    assert [day["run_m"] for day in found["days"]] == [0, 4000, None]
    week = trend_week(series, ago(6), DAY)
    assert (week.run_m, week.runs, week.run_days, week.measured) == (4000, 3, 2, 1)


def test_nights_are_counted_among_those_answered() -> None:
    nights = {ago(3): Night.WAKES, ago(2): Night.MOVING, ago(1): Night.UNRELENTING}
    week = trend_week(make_series({}, until=DAY, since=ago(6), nights=nights), ago(6), DAY)
    assert (week.nights_woken, week.nights_answered) == (2, 3)


@given(st.integers(1, 80), st.integers(0, 30), st.booleans())
def test_rows_are_the_weeks_and_days_newest_first(span: int, back: int, monday: bool) -> None:  # noqa: FBT001
    window = Window.ending(ago(back), span)
    rows = TrendRows(SERIES, window, site=BACK, week_starts_monday=monday)
    all_rows = list(rows)
    weeks = [row for row in all_rows if isinstance(row, TrendWeek)]
    days = [row for row in all_rows if isinstance(row, TrendDay)]
    assert days == list(reversed(list(trend_days(SERIES, window, site=BACK))))
    assert weeks == list(
        reversed(trend_weeks(SERIES, window, site=BACK, week_starts_monday=monday))
    )
    for place, row in enumerate(all_rows):
        if isinstance(row, TrendDay):
            assert rows.place(row.day) == place
    assert rows.place(window.end + timedelta(days=1)) is None
