"""Effects drawn on a fixed scale (R-AN-05.4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.insight.interval_strip import (
    COARSE,
    FINE,
    FULL_STRIP,
    PLAIN_STRIP,
    draw_interval,
    strip_cells,
    strip_scale,
)

POINTS = st.floats(-12, 12)


@pytest.mark.parametrize(
    ("figures", "drawn"),
    [
        ((None, None, None), "            |            "),
        ((0.0, 0.0, 0.0), "            o            "),
        ((1.0, 0.5, 2.0), "            | [-o---]    "),
        ((-1.0, -2.0, 0.5), "    [---o---+-]          "),
        ((2.5, 1.0, 4.0), "            |   [-----o->"),
        ((-4.0, -5.0, -3.5), "<           |            "),
    ],
)
def test_r_an_05_a_strip(figures: tuple[float | None, ...], drawn: str) -> None:
    effect, low, high = figures

    assert draw_interval(effect, low, high, glyphs=PLAIN_STRIP) == drawn


@given(POINTS, POINTS, POINTS, st.sampled_from((COARSE, FINE)))
def test_r_an_05_a_strip_is_always_as_wide_as_its_scale(
    one: float, two: float, three: float, cells: int
) -> None:
    low, effect, high = sorted((one, two, three))
    for glyphs in (FULL_STRIP, PLAIN_STRIP):
        drawn = draw_interval(effect, low, high, glyphs=glyphs, cells_a_point=cells)
        assert len(drawn) == strip_cells(cells) == len(strip_scale(cells))


@pytest.mark.parametrize("cells", [COARSE, FINE])
def test_r_an_05_zero_stands_above_its_line(cells: int) -> None:
    empty = draw_interval(None, None, None, glyphs=FULL_STRIP, cells_a_point=cells)

    assert strip_scale(cells).index("0") == empty.index("│") == len(empty) // 2
