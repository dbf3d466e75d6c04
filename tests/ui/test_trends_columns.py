"""What the table of days says at each width (R-AN-02, R-AN-08)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tracker.domain.pain import Night
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.chart_window import Window
from tracker.insight.glyph_set import GLYPHS, GlyphSet
from tracker.insight.raster import Ink, text_width
from tracker.insight.series import EventKind, PainSeries, make_series
from tracker.insight.site_labels import LABEL_MAX, short_label
from tracker.insight.trend_table import trend_days, trend_weeks
from tracker.ui.trends.table_columns import (
    GAP,
    Cell,
    TableStyle,
    columns_for,
    week_words,
)
from tracker.ui.trends.words import days_fact

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
HEEL = PainSite(Site.ACHILLES, Side.RIGHT)
WIDE = PainSite(Site.OTHER, Side.LEFT, "手首の内側の痛いところ")
DAY = date(2026, 11, 22)
WINDOW = Window.ending(DAY, 14)
SERIES = make_series(
    {DAY - timedelta(days=back): {BACK: back % 11, HEEL: 0} for back in range(14) if back != 1},
    until=DAY,
    run_m={DAY: 5230, DAY - timedelta(days=2): 4000},
    run_counts={DAY: 1, DAY - timedelta(days=2): 1, DAY - timedelta(days=5): 1},
    nights={
        DAY: Night.WAKES,
        DAY - timedelta(days=2): Night.MOVING,
        DAY - timedelta(days=3): Night.NONE,
    },
    events={DAY: {EventKind.STOP, EventKind.SHOES}},
)


def style(
    *, site: PainSite | None = None, sites: tuple[PainSite, ...] = (BACK, HEEL)
) -> TableStyle:
    return TableStyle(
        sites=sites,
        site=site,
        unit=DistanceUnit.KM,
        green_max=2,
        glyphs=GLYPHS[GlyphSet.BRAILLE],
    )


def titles(width: int, *, site: PainSite | None = None) -> list[str]:
    return [column.title for column in columns_for(style(site=site), width=width)]


def day_row(back: int, *, width: int = 108, site: PainSite | None = None) -> dict[str, Cell]:
    days = {row.day: row for row in trend_days(SERIES, WINDOW, site=site)}
    return {
        column.title: column.day(days[DAY - timedelta(days=back)])
        for column in columns_for(style(site=site), width=width)
    }


def week_row(*, width: int = 108, site: PainSite | None = None) -> dict[str, Cell]:
    week = trend_weeks(SERIES, WINDOW, site=site)[-1]
    return {
        column.title: column.week(week) for column in columns_for(style(site=site), width=width)
    }


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (
            108,
            [
                "day",
                "Low back",
                "R Achilles",
                "highest",
                "mean 7 d",
                "median",
                "n",
                "km",
                "night",
                "",
            ],
        ),
        (84, ["day", "Low back", "R Achilles", "max", "mean", "median", "n", "km", "night", ""]),
        (76, ["day", "Low back", "R Achilles", "max", "mean", "n", "km", "night", ""]),
        (60, ["day", "Low back", "max", "mean", "n", "km", "night", ""]),
        (50, ["day", "max", "mean", "n", "km", "night", ""]),
        (46, ["day", "mean", "n", "km", "night", ""]),
        (38, ["day", "mean", "n", "km", ""]),
    ],
)
def test_r_an_08_the_mean_and_its_n_stay_when_columns_go(width: int, shown: list[str]) -> None:
    assert titles(width) == shown


@pytest.mark.parametrize("site", [None, BACK])
def test_what_is_shown_fits(site: PainSite | None) -> None:
    for width in range(50, 130):
        columns = columns_for(style(site=site), width=width)
        assert sum(column.width for column in columns) + GAP * (len(columns) - 1) <= width
        row = day_row(0, width=width, site=site)
        for column in columns[:-1]:
            assert text_width(row[column.title].text) <= column.width


def test_columns_only_ever_grow_with_the_width() -> None:
    counts = [len(titles(width)) for width in range(36, 130)]
    assert all(narrow <= wide for narrow, wide in pairwise(counts))


def test_one_site_stands_alone() -> None:
    assert titles(100, site=BACK) == [
        "day", "Low back", "mean 7 d", "median", "n", "km", "night", "",
    ]  # fmt: skip
    assert day_row(3, site=BACK)["Low back"] == Cell("3", Ink.WATCH, bold=True)
    assert week_row(site=BACK)["Low back"] == Cell("worst 6", Ink.STOP)


def test_a_day_says_its_scores_mean_n_run_and_marks() -> None:
    row = day_row(0)
    assert row["day"].text == "Sun 22 Nov 2026"
    assert row["Low back"].text == "0"
    assert row["mean 7 d"].text == "3.3"
    assert row["n"].text == "6/7"
    assert row["km"].text == "5.2"
    assert row[""].text == "run stopped, shoe change"
    assert day_row(0, width=66)[""].text == "■"


def test_a_day_without_entry_is_no_zero() -> None:
    row = day_row(1)
    assert (row["Low back"].text, row["highest"].text, row["km"].text) == ("–", "–", "")
    assert row["n"].text == "6/7"


def test_under_four_logged_days_there_is_no_mean() -> None:
    row = day_row(11)
    assert (row["mean 7 d"].text, row["n"].text) == ("–", "3/7")


def test_a_week_says_its_worst_mean_n_distance_nights_and_runs() -> None:
    row = week_row()
    assert row["day"] == Cell("16 – 22 Nov 2026", Ink.TITLE)
    assert row["highest"] == Cell("6", Ink.STOP, bold=True)
    assert (row["mean 7 d"].text, row["median"].text, row["n"].text) == ("3.3", "3.5", "6/7")
    assert row["km"] == Cell("9.2", bold=True)
    assert row["night"] == Cell("1/3", Ink.STOP)
    assert row[""].text == "3 runs"


def test_a_night_says_what_it_was_and_nothing_where_it_was_quiet() -> None:
    assert [day_row(back)["night"].text for back in (0, 1, 2)] == ["woke", "–", "turned"]
    assert day_row(3)["night"].text == ""


def test_a_run_without_a_distance_is_no_zero_and_no_rest_day() -> None:
    assert day_row(5)["km"].text == "–"
    assert day_row(6)["km"].text == ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 16), date(2026, 11, 22), "16 – 22 Nov 2026"),
        (date(2026, 10, 26), date(2026, 11, 1), "26 Oct – 1 Nov 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 Dec – 3 Jan 2027"),
        (date(2026, 11, 23), date(2026, 11, 23), "23 Nov 2026"),
    ],
)
def test_weeks_are_named_by_their_days(first: date, last: date, words: str) -> None:
    assert week_words(first, last, year=True) == words
    assert week_words(first, last, year=False) == words[:-5]


@pytest.mark.parametrize("site", [BACK, HEEL, WIDE])
def test_short_labels_fit_their_column(site: PainSite) -> None:
    assert text_width(short_label(site)) <= LABEL_MAX


@pytest.mark.parametrize(
    ("width", "fact"),
    [
        (80, "9 – 22 Nov 2026 · 13 of 14 days logged"),
        (52, "9 – 22 Nov 2026 · 13/14 days"),
        (40, "13/14 days"),
    ],
)
def test_r_an_08_dates_and_n_in_the_room_there_is(width: int, fact: str) -> None:
    series: PainSeries = SERIES
    assert days_fact(series, WINDOW.start, WINDOW.end, site=None, width=width) == fact
