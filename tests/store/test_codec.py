import codecs
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw

from tracker.store.codec import (
    DamagedError,
    Meta,
    NotADiaryError,
    counted,
    decode,
    document_of,
    encode,
    first_line,
    row_of,
)
from tracker.store.lenient import later, read_lenient
from tracker.store.salvage import salvage

KNOWN = frozenset({"runs", "undo"})
keys = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
)
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3)
)
documents = st.dictionaries(keys, values, max_size=4)
files = st.dictionaries(
    keys.filter(lambda name: name != "_meta"),
    st.dictionaries(keys, documents, max_size=4),
    max_size=3,
)


def content_of(tables: dict[str, dict[str, dict[str, object]]]) -> bytes:
    rows = {
        name: {key: row_of(row) for key, row in table.items()} for name, table in tables.items()
    }
    return b"".join(encode(rows, counted(Meta(schema=1, gen=3, clock="c"), rows)))


@given(files)
def test_any_file_comes_back_as_it_was(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    content = content_of(tables)
    assert {name: rows for name, rows in json.loads(content).items() if name != "_meta"} == tables
    found = decode(content, known_tables=KNOWN)
    assert found.intact
    assert found.meta == Meta(schema=1, gen=3, rows=sum(map(len, tables.values())), clock="c")
    assert {
        name: {key: document_of(row) for key, row in rows.items()}
        for name, rows in found.tables.items()
    } == tables
    assert b"".join(encode(found.tables, found.meta)) == content
    lines = content.split(b"\n")
    records = [row for table in tables.values() for row in table.items()]
    starts = [msgspec.json.encode(key) + b":" + bytes(row_of(row)) for key, row in records]
    assert all(line in lines or line + b"," in lines for line in starts), "one record a line"


@given(files, st.data())
def test_any_other_form_of_it_says_the_same(
    tables: dict[str, dict[str, dict[str, object]]], data: st.DataObject
) -> None:
    loose = json.dumps(json.loads(content_of(tables)), indent=data.draw(st.integers(0, 3)))
    mark = data.draw(st.sampled_from([b"", codecs.BOM_UTF8]))
    found = decode(mark + loose.encode(), known_tables=KNOWN)
    assert not found.intact
    assert {
        name: {key: document_of(row) for key, row in rows.items()}
        for name, rows in found.tables.items()
    } == tables


@given(files, st.data())
def test_a_part_of_a_file_is_damaged_and_never_read_as_whole(
    tables: dict[str, dict[str, dict[str, object]]], data: st.DataObject
) -> None:
    content = content_of(tables)
    cut = content[: data.draw(st.integers(0, len(content) - 2))]
    with pytest.raises((DamagedError, NotADiaryError)):
        decode(cut, known_tables=KNOWN)


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(content: bytes) -> None:
    with pytest.raises((DamagedError, NotADiaryError)):
        decode(content, known_tables=KNOWN)
    assert not salvage(content).ours
    assert first_line(content) is None


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"[]", NotADiaryError),
        (b"{}", NotADiaryError),
        (b'{"name":"x"}', NotADiaryError),
        (b'{"runs":{"1":{"km":3}}}', NotADiaryError),
        (b'{"runs":{"1":5}}', NotADiaryError),
        (b"\xff", DamagedError),
        (b'{"runs":{"1":{}}', DamagedError),
        pytest.param(b"[" * 100_000, NotADiaryError, id="deep"),
    ],
)
def test_what_is_no_diary(content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        decode(content, known_tables=KNOWN)


def test_a_file_without_first_line_is_one_of_the_first_schema() -> None:
    found = decode(b'{"runs":{"a":{"id":"a","clock":"7"}}}', known_tables=KNOWN)
    assert found.meta == Meta(schema=1, clock="7")


def test_a_bit_that_flips_in_a_text_is_noticed() -> None:
    content = content_of({"runs": {"a": {"id": "a", "note": "hello"}}})
    assert not decode(content.replace(b"hello", b"hallo"), known_tables=KNOWN).intact


def test_tables_and_records_given_twice_are_joined() -> None:
    loose = read_lenient(
        b'{"runs":{"a":{"clock":"2","n":1}},"runs":{"a":{"clock":"1"},"b":{"x":1,"x":2}}}'
    )
    assert loose == {"runs": {"a": {"clock": "2", "n": 1}, "b": {"x": 2}}}


def test_later_goes_by_clock_then_by_time_then_by_place() -> None:
    old, new = {"clock": "1", "updated_at": "9"}, {"clock": "2", "updated_at": "0"}
    assert later(old, new) is new
    assert later(new, old) is new
    timed = {"updated_at": "2026"}
    assert later(timed, {}) is timed
    assert later(old, {**old, "n": 1}) == {**old, "n": 1}


def test_rows_keep_the_bytes_they_were_read_from() -> None:
    row = Raw(b'{"kg":70.50,"unit":"\\u006bg"}')
    content = b"".join(encode({"runs": {"a": row}}, Meta(schema=1)))
    assert bytes(decode(content, known_tables=KNOWN).tables["runs"]["a"]) == bytes(row)


def test_salvage_tells_tables_apart_where_their_lines_are_gone() -> None:
    run = b'"a":{"id":"a","start":"2026-11-23T06:40:00Z","day":"2026-11-23","outcome":"COMPLETED"}'
    shoes = b'"b":{"id":"b","name":"Blue","kind":"shoes","distance_before_m":0}'
    undo = b'"c":{"id":"c","label":"run","at":"x","clock":"x","changes":[]}'
    assert {
        name: list(rows) for name, rows in salvage(b"\n".join([run, shoes, undo])).tables.items()
    } == {"runs": ["a"], "gear": ["b"], "undo": ["c"]}


def test_salvage_names_what_is_cut_in_two() -> None:
    key = "01a206eb-1780-7f75-85ed-d510dbe12420"
    found = salvage(f'"runs":{{"{key}":{{"id":"{key}","note":"bro'.encode())
    assert found.broken == {key}
    assert not found.ours


def test_salvage_finds_the_records_that_came_to_stand_within_another() -> None:
    one, other = (f"01a2072{n}-1820-70ac-9dce-3064d4edda5f" for n in range(2))
    whole = f'"{other}":{{"id":"{other}","note":"whole"}}'
    text = f'"runs":{{"{one}":{{"id":"{one}","clocks":{{"*{other}":{{"id":"x"}},{whole}}}}}'
    found = salvage(text.encode())
    assert [key for rows in found.tables.values() for key in rows] == [other]
    assert found.broken == {one}


def test_salvage_finds_settings_in_a_table_of_the_same_name() -> None:
    found = salvage(b'{"settings":{"settings":{"id":"settings","unit":"mi"}}')
    assert found.tables == {"settings": {"settings": {"id": "settings", "unit": "mi"}}}
