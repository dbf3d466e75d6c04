from datetime import date
from itertools import pairwise

import pytest

from tracker.insight.chart_window import Window
from tracker.insight.date_axis import date_ticks
from tracker.insight.day_spans import MONTHS

LAST = date(2026, 11, 22)


@pytest.mark.parametrize("span", [7, 14, 20, 42, 91, 200, 365, 800, 1500, 3650, 12_000])
@pytest.mark.parametrize("columns", [16, 30, 56, 76, 109, 190])
def test_labels_of_a_row_never_touch(span: int, columns: int) -> None:
    ticks = date_ticks(Window.ending(LAST, span), columns=columns)
    for one, other in pairwise(ticks.major):
        gap = (other.offset - one.offset) * columns // span
        assert gap > (len(one.text) + len(other.text)) / 2 - 1, (one, other)
    for one, other in pairwise(ticks.context):
        assert (other.offset - one.offset) * columns // span > len(one.text)


@pytest.mark.parametrize(
    ("span", "columns", "labels", "context"),
    [
        (7, 76, ["Mo 16", "Tu 17", "We 18", "Th 19", "Fr 20", "Sa 21", "Su 22"], ["Nov 2026"]),
        (21, 76, [str(day) for day in range(2, 23)], ["Nov 2026"]),
        (365, 109, ["Dec", *MONTHS[:11]], ["2025", "2026"]),
        (3650, 109, [str(year) for year in range(2017, 2027)], []),
    ],
)
def test_ticks_follow_the_calendar(
    span: int, columns: int, labels: list[str], context: list[str]
) -> None:
    ticks = date_ticks(Window.ending(LAST, span), columns=columns)
    assert [tick.text for tick in ticks.major] == labels
    assert [tick.text for tick in ticks.context] == context


def test_weeks_are_ticked_at_mondays() -> None:
    window = Window.ending(LAST, 91)
    ticks = date_ticks(window, columns=76)
    assert {window.day(tick.offset).weekday() for tick in ticks.major} == {0}


def test_29_february_has_its_own_tick() -> None:
    ticks = date_ticks(Window(date(2028, 2, 26), 7), columns=76)
    assert [tick.text for tick in ticks.major][3:5] == ["Tu 29", "We 1"]
