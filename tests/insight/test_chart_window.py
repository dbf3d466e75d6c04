from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.insight.chart_window import RANGES, Window, next_range, range_name

FIRST, LAST = date(2025, 1, 1), date(2026, 11, 22)
TOTAL = (LAST - FIRST).days + 1


@given(start=st.integers(-500, 1500), span=st.integers(1, 3000), anchor=st.integers(0, TOTAL - 1))
def test_a_window_stays_within_the_diary_and_shows_the_day_asked_for(
    start: int, span: int, anchor: int
) -> None:
    day = FIRST + timedelta(days=anchor)
    window = Window(FIRST + timedelta(days=start), span)
    window = window.within(FIRST, LAST).showing(day).within(FIRST, LAST)
    assert window.start >= FIRST
    assert window.end <= LAST
    assert day in window


@given(span=st.integers(7, 600), other=st.integers(1, 600), place=st.integers(0, 600))
def test_zooming_keeps_the_anchor_on_the_screen(span: int, other: int, place: int) -> None:
    window = Window.ending(LAST, span)
    anchor = window.day(min(place, span - 1))
    zoomed = window.resized(other, anchor=anchor)
    assert anchor in zoomed
    assert zoomed.span == max(7, other)


def test_a_short_diary_still_shows_two_weeks() -> None:
    window = Window.ending(LAST, 365).within(LAST, LAST)
    assert (window.span, window.end) == (14, LAST)


@pytest.mark.parametrize("total", [1, 20, 60, 200, 400, 3650])
def test_ranges_go_round_and_back(total: int) -> None:
    spans = [14]
    while (span := next_range(spans[-1], total=total, sign=1)) != 14:
        assert span > spans[-1]
        spans.append(span)
    assert spans[-1] == max(14, total)
    assert [next_range(span, total=total, sign=-1) for span in spans] == [spans[-1], *spans[:-1]]
    assert len(spans) <= len(RANGES)


def test_a_window_is_called_by_its_range_or_its_days() -> None:
    assert range_name(42, total=400) == "6 weeks"
    assert range_name(400, total=400) == "all"
    assert range_name(50, total=400) == "50 days"
