from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from tracker.domain.site import PainSite, Side, Site
from tracker.insight.glyph_set import GlyphSet
from tracker.insight.month_chart import AXIS, WIDTH, MonthChart, MonthView, draw_month
from tracker.insight.raster import Ground, Ink, Raster
from tracker.insight.series import make_series

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
DAY = date(2026, 11, 28)
VIEW = MonthView(site=BACK, day=DAY, today=DAY)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def drawn(
    scores: Mapping[int, int],
    *,
    km: Mapping[int, float] | None = None,
    view: MonthView = VIEW,
    **changes: Any,  # noqa: ANN401 - any of the view's
) -> MonthChart:
    series = make_series(
        {ago(days): {BACK: score} for days, score in scores.items()},
        until=DAY,
        run_m={ago(days): round(1000 * each) for days, each in (km or {}).items()},
    )
    return draw_month(series, replace(view, **changes))


def lines(raster: Raster) -> list[str]:
    return [raster.line(y) for y in range(raster.height)]


def dots(raster: Raster, *, signs: str = "●○") -> dict[int, tuple[int, Ink]]:
    """Give row and ink of each day's dot, by the days ago."""
    return {
        27 - (x - AXIS) // 2: (y, raster.inks[y][x])
        for y in range(raster.height)
        for x in range(AXIS, WIDTH)
        if raster.glyphs[y][x] in signs
    }


def test_a_point_is_a_row_and_zones_lie_behind_them() -> None:
    chart = drawn({27: 4, 20: 3, 3: 0, 2: 1}, km={25: 5.2, 2: 10}, unsaved=2, earlier=3.3)
    assert lines(chart.raster) == [
        "      5",
        "        ●",
        "   ▅  3 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌●╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 3.3",
        "      2                                                       ○",
        "                                                          ●",
        "   ▂  0                                                 ●",
        "     10                                                   █",
        "  km  0     █                                             █",
        "          2 Nov         9             16            23     today",
    ]
    grounds = [chart.raster.grounds[y][AXIS] for y in range(7)]
    assert grounds == [Ground.WATCH] * 3 + [Ground.OK] * 3 + [Ground.PAGE]
    assert chart.logged == 4


def test_a_day_without_entry_has_no_dot_and_a_zero_has_one() -> None:
    chart = drawn({5: 0})
    assert dots(chart.raster) == {5: (5, Ink.OK)}
    assert chart.logged == 1


def test_today_is_hollow_while_it_is_not_saved_and_replaces_what_is_on_file() -> None:
    saved, changed = drawn({0: 4}), drawn({0: 4}, unsaved=2)
    assert "●" in saved.raster.line(1)
    assert "○" in changed.raster.line(3)
    assert "●" not in "".join(lines(changed.raster))
    assert changed.logged == 1


def test_a_score_above_five_makes_it_ten_with_two_points_a_row() -> None:
    chart = drawn({20: 8, 10: 6, 5: 2, 1: 0})
    rows = lines(chart.raster)
    assert [row[:7].split() for row in rows[:6]] == [
        ["9-10"], ["7-8"], ["▇", "5-6"], ["▅", "3-4"], ["1-2"], ["▂", "0"],
    ]  # fmt: skip
    assert {days: row for days, (row, _) in dots(chart.raster).items()} == {
        20: 1,
        10: 2,
        5: 4,
        1: 5,
    }
    assert dots(chart.raster)[10][1] is Ink.STOP


@pytest.mark.parametrize("highest", [3, 5, 8])
@pytest.mark.parametrize("point_rows", [1, 2])
def test_a_higher_score_never_stands_lower(highest: int, point_rows: int) -> None:
    chart = drawn({score: score for score in range(highest + 1)}, point_rows=point_rows)
    found = dots(chart.raster)
    rows = [found[score][0] for score in range(highest + 1)]
    assert all(below >= above for below, above in pairwise(rows))
    assert chart.raster.height == 6 * point_rows + 3


def test_two_rows_a_point_name_every_limit() -> None:
    rows = lines(drawn({3: 9}, km={3: 1}, km_rows=0, dates=False, point_rows=2).raster)
    labels = [(y, row[:7].split()) for y, row in enumerate(rows) if row[:7].strip()]
    assert labels == [
        (0, ["10"]), (4, ["▇", "6"]), (7, ["▅", "3"]), (8, ["2"]), (11, ["▂", "0"]),
    ]  # fmt: skip


def test_a_mean_beyond_the_scores_still_has_its_row() -> None:
    assert "7.2" in drawn({3: 2}, earlier=7.2).raster.line(1)


def test_a_person_who_calls_less_comfortable_sees_the_limit_there() -> None:
    rows = lines(drawn({3: 1}, green_max=1).raster)
    assert [row[:7].split() for row in rows[:6]] == [["5"], [], [], ["▅", "2"], ["1"], ["▂", "0"]]


def test_without_scores_or_runs_it_says_so() -> None:
    text = "\n".join(lines(drawn({}).raster))
    assert "no score in these four weeks" in text
    assert "no runs in these four weeks" in text


def test_an_older_last_day_is_named() -> None:
    rows = lines(drawn({3: 1}, today=DAY + timedelta(days=3)).raster)
    assert rows[-1].endswith("28 Nov")


def test_a_label_gives_way_to_that_of_the_last_day() -> None:
    monday = date(2026, 11, 23)
    series = make_series({monday: {BACK: 1}}, until=monday)
    chart = draw_month(series, MonthView(site=BACK, day=monday, today=monday))
    assert chart.raster.line(chart.raster.height - 1).split() == ["2", "Nov", "9", "16", "today"]


def test_weeks_that_start_on_sunday_are_dated_there() -> None:
    rows = lines(drawn({3: 1}, week_starts_monday=False).raster)
    assert rows[-1].split() == ["1", "Nov", "8", "15", "22", "today"]


def test_a_small_chart_has_only_the_points_it_needs() -> None:
    chart = drawn({3: 1}, least_top=3, km_rows=0, dates=False)
    assert [row[:7].split() for row in lines(chart.raster)] == [["▅", "3"], ["2"], [], ["▂", "0"]]


@pytest.mark.parametrize("glyphs", GlyphSet)
def test_every_set_draws_it(glyphs: GlyphSet) -> None:
    chart = drawn({3: 1, 9: 7}, km={3: 5}, unsaved=4, earlier=2.0, glyphs=glyphs)
    text = "\n".join(lines(chart.raster))
    assert glyphs is not GlyphSet.ASCII or text.isascii()
