import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Raw

from tests.store.any_records import any_record
from tracker.domain.check_in import CheckIn
from tracker.domain.pain import PainScore
from tracker.domain.record import Record
from tracker.domain.run import Run, Source
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.text import lines_of, one_line
from tracker.store.codec import document_of, row_of
from tracker.store.documents import (
    STAMPS,
    TABLES,
    fields_of,
    is_deleted,
    kind_of,
    merged,
    read_table,
    record_of,
    stamps_of,
)

any_text = st.text(st.characters(codec=None), max_size=40)


@pytest.mark.parametrize("kind", list(TABLES), ids=TABLES.values())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_every_kind_comes_back_as_it_was(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(any_record(kind))
    document = fields_of(record)
    assert record_of(row_of(document), kind) == record
    assert json.loads(json.dumps(document)) == document
    assert not is_deleted(row_of(document))
    assert is_deleted(row_of(document | {"deleted_at": "2026-11-23T06:40:00Z"}))


@given(note=any_text, gear=any_text)
def test_texts_from_the_file_are_cleaned_as_typed_ones(note: str, gear: str) -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    document = fields_of(Run(id="a", start=at, day=at.date())) | {"note": note, "gear": [gear]}
    for row in (row_of(document), Raw(json.dumps(document).encode())):
        read = record_of(row, Run)
        assert (read.note, read.gear) == (lines_of(note), (one_line(gear),))


STEERING = [
    "\x1b]52;c;eA==\x07",
    "\x9b2J",
    "\x7f",
    "\u202egpj",
    "\u2066x\u2069",
    "\ufeff",
    "\u061c",
]


@pytest.mark.parametrize("steering", STEERING, ids=ascii)
def test_what_steers_a_terminal_reaches_no_record_and_stays_on_file(steering: str) -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    old = fields_of(Settings(tracked=(PainSite(Site.OTHER, Side.CENTRE, name="x"),)))
    old["tracked"][0]["name"] = f"hand{steering}"
    read = record_of(row_of(old), Settings)
    assert read.tracked[0].name == one_line(f"hand{steering}")
    assert merged(read, old) == old
    assert merged(replace(read, bell=True), old)["tracked"] == old["tracked"]

    run = fields_of(Run(id="a", start=at, day=at.date())) | {"note": f"sore{steering}", "rpe": 4}
    corrected = merged(replace(record_of(row_of(run), Run), rpe=5), run)
    assert (corrected["note"], corrected["rpe"]) == (f"sore{steering}", 5)


def test_an_unreadable_record_is_named_in_plain_text() -> None:
    table = read_table(
        {"a\x1b[2J": row_of({"id": "b\x9b", "unit": "\x1bc"})}, Settings, before=None
    )
    assert [(item.id, item.why) for item in table.unreadable] == [
        ("a[2J", "Invalid enum value 'c' - at `$.unit`")
    ]


@pytest.mark.parametrize(
    "value",
    ["1e999", "-1e400", "9" * 100_000, '{"a":' * 5000 + "1" + "}" * 5000, "[" * 5000 + "]" * 5000],
)
def test_a_number_without_end_or_a_deep_nest_is_named(value: str) -> None:
    day = '"start":"2026-11-23T06:40:00Z","day":"2026-11-23"'
    row = Raw(f'{{"id":"a",{day},"rpe":{value}}}'.encode())
    table = read_table({"a": row}, Run, before=None)
    assert [item.id for item in table.unreadable] == ["a"]
    assert not is_deleted(row)


def test_a_number_without_end_in_a_field_of_another_version_stays() -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    item = Run(id="a", start=at, day=at.date(), rpe=4)
    old = bytes(row_of(fields_of(item)))[:-1] + b',"wind":1e999,"gust":[%s]}' % (b"9" * 5000)
    read = record_of(Raw(old), Run)
    assert read == item
    new = bytes(row_of(merged(replace(read, rpe=5), document_of(Raw(old)))))
    assert b'"wind":1e999' in new
    assert b'"gust":[%s]' % (b"9" * 5000) in new


def test_every_kind_has_a_table_an_id_and_no_field_named_as_a_stamp() -> None:
    assert len(set(TABLES.values())) == len(TABLES)
    for kind, table in TABLES.items():
        names = {field.name for field in fields(kind)}
        assert next(iter(field.name for field in fields(kind))) == "id"
        assert not names & STAMPS
        assert kind_of(table) is kind
    assert kind_of("no_such_table") is None


def test_a_score_is_short_in_the_file() -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    item = CheckIn(id="a", at=at, day=at.date(), scores=(PainScore(Site.SHIN, Side.LEFT, 0),))
    assert fields_of(item)["scores"] == [{"site": "shin", "side": "L", "score": 0}]


def test_nested_unknown_fields_stay_with_what_they_belong_to() -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    shin, knee = PainScore(Site.SHIN, Side.LEFT, 3), PainScore(Site.KNEE, Side.RIGHT, 1)
    item = Run(id="a", start=at, day=at.date(), after=(shin, knee), rpe=4, note="x")
    old = fields_of(replace(item, source=Source(format="gpx", file="a.gpx")))
    old["after"][0]["said"] = "ouch"
    old["source"]["device"] = "watch"
    old["later"] = [1]
    edited = replace(
        item, after=(knee, shin), note="", rpe=None, source=Source(format="gpx", file="b.gpx")
    )
    new = merged(edited, old)
    assert new["after"][1] == {"site": "shin", "side": "L", "score": 3, "said": "ouch"}
    assert new["source"] == {"format": "gpx", "file": "b.gpx", "device": "watch"}
    assert new["later"] == [1]
    assert {"note", "rpe"}.isdisjoint(new)
    assert record_of(row_of(new), Run) == edited


def test_over_a_document_that_is_no_record_only_its_unknown_fields_stay() -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    item = Run(id="a", start=at, day=date(2026, 11, 23))
    new = merged(item, {"id": "a", "rpe": "hard", "later": 1})
    assert new == fields_of(item) | {"later": 1}


def test_naive_times_are_refused() -> None:
    row = row_of({"id": "a", "start": "2026-11-23T06:40:00", "day": "2026-11-23"})
    table = read_table({"a": row}, Run, before=None)
    assert table.live == {}
    assert "no time zone" in table.unreadable[0].why


def test_stamps_of_a_document_without_are_none() -> None:
    assert stamps_of({}) is None
    assert stamps_of({"created_at": "yesterday", "updated_at": "x"}) is None


def test_settings_without_a_word_have_their_defaults() -> None:
    assert record_of(row_of({"id": "settings"}), Settings) == Settings()
