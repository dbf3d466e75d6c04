from datetime import date, timedelta

import pytest

from tracker.domain.verdict import Response
from tracker.insight.glyph_set import GlyphSet
from tracker.insight.raster import Ink, Raster
from tracker.insight.week_bars import (
    BarStyle,
    RunOfWeek,
    WeekOfRuns,
    bar_legend,
    draw_week_bars,
    week_glyphs,
)

MONDAY = date(2026, 11, 23)
WIDTH = 63


def week(back: int, *runs: tuple[int | None, Response | None], so_far: bool = False) -> WeekOfRuns:
    return WeekOfRuns(
        first=MONDAY - timedelta(weeks=back),
        runs=tuple(RunOfWeek(*run) for run in runs),
        so_far=so_far,
    )


WEEKS = (
    week(0, (4000, Response.AMBER_LINGER), (4200, None), so_far=True),
    week(
        1,
        (6000, Response.GREEN),
        (6100, Response.AMBER_SETTLED),
        (9000, Response.RED),
    ),
    week(2),
    week(3, (8000, Response.GREEN), (9300, Response.UNKNOWN)),
)


def lines(raster: Raster) -> list[str]:
    return [raster.line(y) for y in range(raster.height)]


def drawn(
    weeks: tuple[WeekOfRuns, ...] = WEEKS, *, width: int = WIDTH, words: bool = True
) -> list[str]:
    return lines(draw_week_bars(weeks, width=width, style=BarStyle(words=words)))


def test_a_week_is_a_row_with_its_runs_its_distance_and_its_count() -> None:
    assert drawn() == [
        "23 Nov  ▅▅▅▅▅▅▅ ·······                              8.2 so far",
        "16 Nov  ▁▁▁▁▁▁▁▁▁▁ ▃▃▃▃▃▃▃▃▃▃▃ ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇     21.1 3 runs",
        " 9 Nov  –",
        " 2 Nov  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁ ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌            17.3 2 runs",
    ]


def test_the_length_is_the_share_of_the_longest_week_and_every_run_ends_with_an_empty_cell() -> (
    None
):
    raster = draw_week_bars(WEEKS, width=WIDTH, style=BarStyle())
    ends = [
        max((x for x in range(8, 48) if raster.glyphs[y][x] != " "), default=7)
        for y in range(raster.height)
    ]
    assert [end - 8 + 2 for end in ends] == [16, 40, 2, 33]
    assert [round(40 * metres / 21_100) for metres in (8_200, 21_100, 17_300)] == [16, 40, 33]


def test_height_and_ink_are_the_answer() -> None:
    raster = draw_week_bars(WEEKS, width=WIDTH, style=BarStyle())
    inks = {raster.glyphs[1][x]: raster.inks[1][x] for x in range(8, 48)}
    assert (inks["▁"], inks["▃"], inks["▇"]) == (Ink.OK, Ink.WATCH, Ink.STOP)
    assert raster.inks[3][30] is Ink.DIM


@pytest.mark.parametrize("style", [BarStyle(letters=True), BarStyle(glyphs=GlyphSet.CONSOLE)])
def test_without_colour_or_blocks_the_bars_are_made_of_letters(style: BarStyle) -> None:
    rows = lines(draw_week_bars(WEEKS, width=WIDTH, style=style))
    assert rows[1].startswith("16 Nov  GGGGGGGGGG SSSSSSSSSSS RRRRRRRRRRRRRRRR")
    assert rows[0].startswith("23 Nov  LLLLLLL .......")
    assert rows[3].startswith(" 2 Nov  GGGGGGGGGGGGGG ?????????????????")


def test_plain_bars_are_ascii() -> None:
    style = BarStyle(glyphs=GlyphSet.ASCII)
    rows = lines(draw_week_bars(WEEKS, width=WIDTH, style=style))
    assert all(
        row.isascii() for row in (*rows, *lines(bar_legend(WEEKS, width=60, style=style)[0]))
    )


def test_without_words_the_distance_ends_the_row() -> None:
    assert drawn(width=32, words=False) == [
        "23 Nov  ▅▅ ···               8.2",
        "16 Nov  ▁▁▁▁ ▃▃▃▃ ▇▇▇▇▇▇▇   21.1",
        " 9 Nov  –",
        " 2 Nov  ▁▁▁▁▁▁ ╌╌╌╌╌╌╌      17.3",
    ]


def test_bars_grow_to_sixty_cells_and_no_farther() -> None:
    row = drawn(width=120)[1]
    assert row.rindex("▇") - 8 + 2 == 60


def test_a_run_of_unknown_distance_is_told_apart_and_adds_nothing() -> None:
    rows = drawn(
        (week(0, (None, Response.GREEN), (5000, Response.RED), so_far=True), week(1, (None, None)))
    )
    assert rows[0].startswith("23 Nov  ▁ ▇▇▇")
    assert rows[0].endswith("5.0 so far")
    assert rows[1].split() == ["16", "Nov", "·", "–", "1", "run"]


def test_a_diary_without_runs_has_a_dot_for_each_day_of_this_week() -> None:
    rows = drawn((week(0, so_far=True), week(1)))
    assert rows == ["23 Nov  · · · · · · ·   your first run draws this bar", "16 Nov  –"]


def test_the_legend_names_what_waits_only_where_something_does() -> None:
    raster, rows = bar_legend(WEEKS, width=60, style=BarStyle())
    assert (raster.line(0), rows) == ("▁ green  ▃ settled  ▅ lingers  ▇ red  ╌ not scored", 2)
    assert "tomorrow" in raster.line(1)
    raster, rows = bar_legend(WEEKS[1:], width=60, style=BarStyle())
    assert (rows, raster.line(0)) == (1, "▁ green  ▃ settled  ▅ lingers  ▇ red  ╌ not scored")


def test_the_legend_wraps_in_a_narrow_column() -> None:
    raster, rows = bar_legend(WEEKS[1:], width=32, style=BarStyle())
    assert rows == 2
    assert lines(raster) == ["▁ green  ▃ settled  ▅ lingers", "▇ red  ╌ not scored"]


def test_a_week_fits_beside_others_as_distance_and_glyphs() -> None:
    text = "".join(patch.text for patch in week_glyphs(WEEKS[1], style=BarStyle()))
    assert text == "21.1 ▁▃▇"
    text = "".join(patch.text for patch in week_glyphs(WEEKS[1], style=BarStyle(letters=True)))
    assert text == "21.1 GSR"
