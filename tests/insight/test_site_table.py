from datetime import date, timedelta

import pytest

from tracker.domain.pain import Night
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Change
from tracker.insight.glyph_set import GLYPHS, GlyphSet
from tracker.insight.raster import Ink
from tracker.insight.series import PainSeries, make_series
from tracker.insight.site_table import draw_strip, in_cells, site_table

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
DAY = date(2026, 11, 22)


def six_weeks(first: int, last: int, *, other: int = 1) -> PainSeries:
    days = [DAY - timedelta(days=41 - number) for number in range(42)]
    return make_series(
        {
            day: {BACK: first if number < 7 else last, SHIN: other}
            for number, day in enumerate(days)
        },
        until=DAY,
    )


@pytest.mark.parametrize(
    ("before", "now", "word"),
    [
        (6, 3, Change.IMPROVED),
        (5, 4, Change.NO_CLEAR_CHANGE),
        (2, 5, Change.WORSE),
        (1, 0, Change.ALREADY_LOW),
    ],
)
def test_r_pain_04_now_is_compared_with_six_weeks_ago(before: int, now: int, word: Change) -> None:
    back = site_table(six_weeks(before, now, other=0), until=DAY).rows[0]
    if back.site != BACK:
        back = site_table(six_weeks(before, now, other=0), until=DAY).rows[1]
    assert (back.change, back.mean7, back.n7) == (word, now, 7)
    assert (back.mean_before, back.n_before) == (before, 7)


def test_a_site_with_few_days_says_so() -> None:
    table = site_table(make_series({DAY: {BACK: 3}}, until=DAY), until=DAY)
    (row,) = table.rows
    assert (row.mean7, row.n7, row.change) == (None, 1, Change.NOT_ENOUGH)
    assert (row.worst, row.worst_day, row.logged, len(row.strip)) == (3, DAY, 1, 42)


def test_a_tracked_site_without_a_score_stands_last() -> None:
    series = make_series(
        {DAY - timedelta(days=back): {BACK: 0} for back in range(5)}, until=DAY, tracked=[SHIN]
    )
    rows = site_table(series, until=DAY).rows
    assert [row.site for row in rows] == [BACK, SHIN]
    assert (rows[1].worst, rows[1].worst_day) == (None, None)


def test_the_sorest_site_stands_first_and_its_worst_day_is_the_latest_such() -> None:
    rows = site_table(six_weeks(8, 2, other=4), until=DAY).rows
    assert [row.site for row in rows] == [SHIN, BACK]
    assert (rows[1].worst, rows[1].worst_day) == (8, DAY - timedelta(days=35))


def test_nights_are_counted_with_how_many_were_answered() -> None:
    nights = {
        DAY: Night.WAKES,
        DAY - timedelta(days=1): Night.MOVING,
        DAY - timedelta(days=2): Night.UNRELENTING,
        DAY - timedelta(days=60): Night.WAKES,
    }
    table = site_table(six_weeks(1, 1), until=DAY, nights=nights)
    assert (table.nights_woken, table.nights_answered) == (2, 3)


def test_strips_share_one_scale_and_a_missing_day_is_not_a_zero() -> None:
    patches = draw_strip(
        (0, None, 3, 6, 10), glyphs=GLYPHS[GlyphSet.BRAILLE], green_max=2
    )  # fmt: skip
    assert [patch.text for patch in patches] == ["▁", "·", "▃", "▅", "▇"]
    assert [patch.ink for patch in patches] == [Ink.OK, Ink.DIM, Ink.WATCH, Ink.STOP, Ink.STOP]


@pytest.mark.parametrize("glyphs", GlyphSet)
def test_a_strip_is_one_cell_a_day_and_never_a_full_block(glyphs: GlyphSet) -> None:
    patches = draw_strip((*range(11), None), glyphs=GLYPHS[glyphs], green_max=2)
    text = "".join(patch.text for patch in patches)
    assert len(text) == 12
    assert "█" not in text
    if glyphs is GlyphSet.ASCII:
        assert text == "0123456789X."


def test_days_that_share_a_cell_keep_their_highest_score() -> None:
    days = (None, None, 3, None, 0, 7, *[1] * 36)
    assert in_cells(days, cells=42) == days
    assert in_cells(days, cells=25) == (None, 3, 7, *[1] * 18)
    assert len(in_cells(days, cells=14)) == 14
