import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.ui.widgets.row_filter import RowFilter
from tracker.ui.widgets.row_layout import EvenRows, UnevenRows


@given(count=st.integers(0, 40), each=st.integers(1, 3), gap=st.integers(0, 1))
def test_even_rows_stand_where_uneven_ones_of_the_same_height_do(
    count: int, each: int, gap: int
) -> None:
    even, uneven = EvenRows(count, each, gap), UnevenRows([each] * count, gap=gap)

    assert even.lines == uneven.lines
    for place in range(count):
        assert even.top(place) == uneven.top(place)
        assert even.height(place) == uneven.height(place) == each
    for line in range(-2, even.lines + 3):
        assert even.place_at(line) == uneven.place_at(line)


@given(heights=st.lists(st.integers(1, 3), min_size=1, max_size=30), gap=st.integers(0, 1))
def test_every_line_of_a_row_leads_back_to_it(heights: list[int], gap: int) -> None:
    rows = UnevenRows(heights, gap=gap)

    for place, height in enumerate(heights):
        for line in range(height + gap):
            assert rows.place_at(rows.top(place) + line) == place
    assert rows.lines == sum(heights) + gap * (len(heights) - 1)


def test_typing_a_filter_takes_letters_and_gives_commands_back() -> None:
    typing = RowFilter(typing=True)

    assert typing.typed("d", "d") == RowFilter("d", typing=True)
    assert typing.typed("down", None) is None
    assert RowFilter("d").typed("d", "d") is None


@pytest.mark.parametrize(
    ("key", "after"),
    [
        ("backspace", RowFilter("lon", typing=True)),
        ("ctrl+u", RowFilter("", typing=True)),
        ("enter", RowFilter("long", typing=False)),
        ("escape", RowFilter()),
    ],
)
def test_a_filter_is_corrected_kept_and_taken_away(key: str, after: RowFilter) -> None:
    assert RowFilter("long", typing=True).typed(key, None) == after


def test_escape_takes_a_kept_filter_away_and_is_free_without_one() -> None:
    assert RowFilter("long").typed("escape", None) == RowFilter()
    assert RowFilter().typed("escape", None) is None


def test_a_filter_keeps_what_holds_all_its_words() -> None:
    names = ["Long run, hills", "Long walk", "Hills"]

    texts = [name.casefold() for name in names]

    assert RowFilter("LONG hi").apply(names, lambda: texts) == ["Long run, hills"]
    assert RowFilter(" ").apply(names, lambda: texts) == names
    assert RowFilter("x").apply(names, lambda: ["", "", ""]) == []
