from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.site import PainSite, Side, Site
from tracker.insight.glyph_set import GlyphSet
from tracker.insight.heat_map import draw_heat_map
from tracker.insight.raster import Ground, text_width
from tracker.insight.series import PainSeries, make_series

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
DAY = date(2026, 11, 22)


@pytest.mark.parametrize(("width", "across"), [(76, 1), (116, 2)])
def test_a_year_fits_with_the_number_in_every_cell(
    diary: Callable[[int], PainSeries], width: int, across: int
) -> None:
    series = diary(900)
    drawn = draw_heat_map(series, until=DAY, width=width)
    assert (drawn.weeks, drawn.across, drawn.last) == (53, across, DAY)
    for back in range(365):
        day = DAY - timedelta(days=back)
        cell = drawn.cell(day)
        point = series.at(day)
        assert cell is not None
        assert point is not None
        x, y = cell
        shown = "".join(drawn.raster.glyphs[y][x : x + across]).strip()
        expected = "·" if point.worst is None else str(point.worst)
        assert shown == (expected if across == 2 else expected.replace("10", "X"))


@given(
    width=st.integers(1, 200),
    ahead=st.integers(0, 700),
    monday=st.booleans(),
    column=st.integers(-3, 210),
    row=st.integers(-2, 10),
)
def test_any_width_is_borne_and_a_cell_is_its_day(
    width: int, ahead: int, *, monday: bool, column: int, row: int
) -> None:
    series = make_series({DAY: {BACK: 10}}, until=DAY)
    until = DAY + timedelta(days=ahead)
    drawn = draw_heat_map(series, until=until, width=width, week_starts_monday=monday)
    assert drawn.first.weekday() == (0 if monday else 6)
    assert drawn.cell(until) is not None
    day = drawn.day(column, row)
    if day is not None:
        cell = drawn.cell(day)
        assert cell is not None
        assert cell[1] == row
        assert cell[0] <= column < cell[0] + drawn.across
    for y in range(drawn.raster.height):
        assert sum(text_width(patch.text) for patch in drawn.raster.patches(y)) == width


def test_flat_and_ascii_leave_digits_alone() -> None:
    series = make_series({DAY: {BACK: 4}}, until=DAY, since=DAY - timedelta(days=3))
    drawn = draw_heat_map(series, until=DAY, width=76, flat=True, glyphs=GlyphSet.ASCII)
    assert {ground for row in drawn.raster.grounds for ground in row} == {Ground.PAGE}
    assert all(drawn.raster.line(y).isascii() for y in range(drawn.raster.height))
    assert drawn.raster.line(7).endswith("4")
    assert drawn.raster.line(6).endswith(".")


def test_29_february_has_a_cell() -> None:
    leap = date(2028, 2, 29)
    series = make_series({leap: {BACK: 6}}, until=date(2028, 3, 31))
    drawn = draw_heat_map(series, until=date(2028, 3, 31), width=76)
    cell = drawn.cell(leap)
    assert cell is not None
    assert drawn.raster.glyphs[cell[1]][cell[0]] == "6"
