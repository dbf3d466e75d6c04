import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.store.nesting import past_openers, walk

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=20,
)
objects = st.dictionaries(st.text(max_size=3), values)


@given(objects, st.integers(0, 2), st.text(max_size=5), st.booleans())
def test_an_object_ends_where_json_says(
    value: dict[str, object],
    spaces: int,
    rest: str,
    ascii_only: bool,  # noqa: FBT001
) -> None:
    text = json.dumps(value, indent=spaces or None, ensure_ascii=ascii_only)
    assert walk(f"x{text}{rest}", 1, depth=99).end == 1 + len(text)
    assert walk(text[:-1], 0, depth=99).open_at == [0]


@given(st.text('{}[]",:\\a01.e+-tru \n', max_size=12).map("{".__add__))
def test_what_json_refuses_has_no_end(text: str) -> None:
    try:
        end: int | None = json.JSONDecoder().raw_decode(text)[1]
    except ValueError:
        end = None
    assert walk(text, 0, depth=99).end == end


def test_what_stands_open_where_it_breaks_is_told() -> None:
    assert walk('{"a":{"b":{},"c":[{"d":1', 0, depth=9).open_at == [0, 5, 17, 18]
    assert walk('{"a":1}}', 0, depth=9).end == 7
    assert walk('{"a":[1}', 0, depth=9).end is None


def test_too_deep_and_too_long() -> None:
    deep = '{"a":' * 5 + "1" + "}" * 5
    assert walk(deep, 0, depth=5).end == len(deep)
    assert walk(deep, 0, depth=4).too_deep
    long = '{"a":"' + "x" * 50 + '"}'
    assert walk(long, 0, depth=5, length=20) == (None, [], False)
    assert walk(long[:-2], 0, depth=5, length=99).open_at == [0]


@pytest.mark.parametrize("opener", ['{"a":', "[", '{"a{":[1,"]",'])
def test_brackets_that_only_open_are_skipped_to_the_last_ones(opener: str) -> None:
    text = opener * 1000
    place = past_openers(text, 0)
    left = text[place:].replace('"a{"', "").replace('"]"', "")
    assert 32 <= left.count("{") + left.count("[") < 64
    assert past_openers(opener * 15, 0) == 0
