"""The diary as JSON and as tables, and back again."""

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.any_records import any_record
from tracker.diary.answers import ImportStatus
from tracker.diary.book import Book, open_book
from tracker.diary.exporting import as_json, as_tables
from tracker.diary.importing import import_files
from tracker.diary.maintenance import restore_backup
from tracker.diary.output_files import write_out
from tracker.domain.note import Note
from tracker.domain.record import Record
from tracker.domain.run import Run
from tracker.domain.settings import SETTINGS_ID, Settings
from tracker.domain.text import UNSEEN
from tracker.exchange.activity import Rejected
from tracker.exchange.own_csv import read_table, write_table
from tracker.store.documents import TABLES

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
MANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def opened(path: Path) -> Book:
    book = open_book(path, lambda: NOW)
    assert isinstance(book, Book)
    return book


def note(text: str, *, record_id: str = "a") -> Note:
    return Note(id=record_id, at=NOW, day=NOW.date(), note=text)


def all_records(book: Book) -> dict[type, dict[str, Record]]:
    return {kind: dict(book.store.records(kind)) for kind in TABLES}


@st.composite
def any_records(draw: st.DrawFn) -> list[Record]:
    kinds = draw(st.lists(st.sampled_from(list(TABLES)), max_size=6))
    found = [draw(any_record(kind)) for kind in kinds]
    return [
        replace(each, id=SETTINGS_ID if isinstance(each, Settings) else f"id-{at}")
        for at, each in enumerate(found)
    ]


@MANY
@given(records=any_records())
def test_what_is_exported_as_json_is_restored_as_an_equal_diary(records: list[Record]) -> None:
    with TemporaryDirectory() as folder:
        one, other = (opened(Path(folder) / name / "diary.json") for name in ("one", "other"))
        assert one.keep_all(records, label="all") is None
        assert other.keep_all([note("in the way", record_id="b")], label=None) is None
        out = Path(folder) / "out.json"
        assert write_out(one, {out: as_json(one)}, force=False) is None
        assert restore_backup(other, out) is None
        assert all_records(other) == all_records(one)
        assert all_records(opened(other.path)) == all_records(one)


@pytest.mark.parametrize(
    "kind", [kind for kind in TABLES if kind is not Settings], ids=lambda kind: kind.__name__
)
@MANY
@given(data=st.data())
def test_a_table_says_what_its_records_say(kind: type[Any], data: st.DataObject) -> None:
    records = data.draw(st.lists(any_record(kind), min_size=1, max_size=3))
    content = write_table("any", records)
    assert list(read_table(content, {"any": kind}, file="x.csv")) == records


def test_fields_of_another_version_and_unreadable_records_are_in_the_json(tmp_path: Path) -> None:
    book = opened(tmp_path / "diary.json")
    book.keep(note("here"), label=None)
    book.keep(note("a note that was deleted", record_id="b"), label=None)
    book.drop(book.store.records(Note)["b"], label="the note")
    content = json.loads(book.path.read_bytes())
    content["notes"]["a"]["mood"] = "fine"
    content["notes"]["c"] = {"id": "c", "day": "no day"}
    content["dreams"] = {"d": {"id": "d"}}
    book.path.write_text(json.dumps(content))

    found = json.loads(as_json(opened(book.path)))
    assert found["notes"]["a"]["mood"] == "fine"
    assert found["notes"]["c"] == {"id": "c", "day": "no day"}
    assert found["dreams"] == {"d": {"id": "d"}}
    assert "b" not in found["notes"]
    assert "undo" not in found


STEERING = ["\x1b]52;c;eA==\x07", "\x9b2J", "\x7f", "\u202egpj", "\u2066x\u2069"]


@pytest.mark.parametrize("steering", STEERING, ids=ascii)
def test_what_steers_a_terminal_goes_out_in_neither_form(tmp_path: Path, steering: str) -> None:
    book = opened(tmp_path / "diary.json")
    book.keep(note("here"), label=None)
    content = json.loads(book.path.read_bytes())
    content["notes"]["a"]["note"] = f"sore{steering}"
    content["notes"][f"b{steering}"] = {"id": f"b{steering}"}
    book.path.write_text(json.dumps(content, ensure_ascii=False))
    book = opened(book.path)

    out = as_json(book).decode()
    assert not UNSEEN.search(out)
    assert json.loads(out)["notes"]["a"]["note"] == f"sore{steering}"
    for table in as_tables(book).values():
        assert not UNSEEN.search(table.decode("utf-8-sig").replace("\r\n", "\n"))


FORMULAS = [
    '=HYPERLINK("https://example.org")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\n=1", "＝1", "'=1",
    '""', "'",
]  # fmt: skip


@pytest.mark.parametrize("formula", FORMULAS, ids=ascii)
def test_no_cell_is_a_formula_and_each_comes_back_as_it_was(formula: str) -> None:
    run = Run(id="a", start=NOW, day=NOW.date(), gear=(formula.strip() or "x",), note=formula)
    content = write_table("runs", [run])
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    assert not [cell for cell in rows[1] if cell[:1] and cell[:1] in "=+-@\t\r\n＝＋－＠"]
    assert list(read_table(content, {"runs": Run}, file="x.csv")) == [run]


def test_the_tables_of_a_diary_come_in_once(tmp_path: Path) -> None:
    one, other = (opened(tmp_path / name / "diary.json") for name in ("one", "other"))
    run = Run(id="r", start=NOW, day=NOW.date(), distance_m=5200, duration_s=1880)
    one.keep_all([note("=1 first"), run], label=None)
    folder = tmp_path / "out"
    files = {folder / name: content for name, content in as_tables(one).items()}
    assert write_out(one, files, force=False) is None
    assert sorted(path.name for path in folder.iterdir()) == ["notes.csv", "runs.csv"]

    outcome = import_files(other, sorted(folder.iterdir()))
    assert [item.status for item in outcome.results] == [ImportStatus.ADDED] * 2
    assert all_records(other) == all_records(one)
    again = import_files(other, sorted(folder.iterdir()))
    assert [item.status for item in again.results] == [ImportStatus.DUPLICATE]


@pytest.mark.parametrize(
    ("table", "reasons"),
    [
        ("record,id\r\nruns,a\r\n", ["Line 2: Object missing required field `start`."]),
        ("record,id\r\nrides,a\r\n", ["Line 2: its kind is none of these: runs."]),
        (
            "record;id;start;day;before\nruns;a;2026-11-23T07:00Z;2026-11-23;knee\n",
            ["Line 2: knee is no score. Type it like low_back=3 or knee:L=1."],
        ),
        (
            "record,id,start,day\nruns,a,2026-11-23T07:00,2026-11-23\n",
            ['Line 2: start is "2026-11-23T07:00", which can\'t be read.'],
        ),
        ("date,pain\n", ["It is no table that Backstride wrote."]),
    ],
)
def test_a_row_that_is_no_record_is_told(table: str, reasons: Sequence[str]) -> None:
    found = list(read_table(table.encode(), {"runs": Run}, file="x.csv"))
    assert [each.reason for each in found if isinstance(each, Rejected)] == list(reasons)


def test_nothing_is_written_over_by_mistake(tmp_path: Path) -> None:
    book = opened(tmp_path / "diary.json")
    book.keep(note("here"), label=None)
    out = tmp_path / "out.json"
    assert write_out(book, {out: b"1"}, force=False) is None
    assert out.stat().st_mode & 0o077 == 0
    refused = [
        write_out(book, {path: b"2"}, force=force)
        for path, force in ((out, False), (book.path, True), (tmp_path, True))
    ]
    assert [problem.field for problem in refused if problem] == ["file"] * 3
    assert out.read_bytes() == b"1"
    assert write_out(book, {out: b"3"}, force=True) is None
    assert out.read_bytes() == b"3"
