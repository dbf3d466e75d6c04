"""`backstride stretch` with routines of one's own: list, show, log, export, import."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tracker.diary.book import Book, open_book
from tracker.diary.own_routines import hide_routine
from tracker.rules.routines import builtin_routines

Say = Callable[..., Any]


@pytest.fixture
def exported(say: Say, tmp_path: Path) -> Path:
    target = tmp_path / "hips.json"
    say("stretch", "export", "post_run", "-o", str(target))
    entry = json.loads(target.read_text()) | {"id": "hips", "title": "[bold]hips"}
    entry["when"] = "straight before running"
    target.write_text(json.dumps(entry))
    return target


def test_an_export_is_the_shape_of_the_built_in_data(say: Say) -> None:
    said = say("stretch", "export", "R-STR-REST")

    assert said.code == 0
    assert said.json["id"] == "rest_day"
    assert said.json["total_s"] == 772
    assert set(said.json["steps"][0]) == {
        "id", "name", "target", "mode", "sides", "hold_s", "reps", "est_s", "cue", "caution",
        "skip_if",
    }  # fmt: skip


def test_what_is_shown_as_json_can_be_imported_as_well(say: Say) -> None:
    shown = say("stretch", "show", "rest_day", "--json")
    saved = say("stretch", "import", "-", "--json", text=shown.out)

    assert saved.code == 0, saved.err
    assert saved.json["steps"] == shown.json["steps"]
    assert saved.json["id"] != "rest_day"
    assert (saved.json["builtin"], saved.json["hidden"]) == (False, False)


def test_an_own_one_is_listed_shown_and_logged(say: Say, exported: Path) -> None:
    saved = say("stretch", "import", str(exported))
    assert saved.code == 0
    assert "[bold]hips" in saved.out
    assert "R-STR-04" in saved.out

    listed = {entry["id"]: entry for entry in say("stretch", "list", "--json").json}
    assert {key for key, entry in listed.items() if entry["builtin"]} == set(builtin_routines())
    assert listed["hips"]["seconds"] == 960
    assert "[bold]hips" in say("stretch", "list").out
    assert "R-STR-04" in say("stretch", "show", "hips").out
    logged = say("stretch", "log", "hips", "--skip", "S2", "--json")
    assert logged.json["routine"] == "hips"
    assert {mark["state"] for mark in logged.json["marks"]} == {"done", "skipped"}
    assert "hips" in say("undo").out


def test_a_file_that_is_there_is_written_over_only_with_force(say: Say, tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    target.write_text("mine")
    refused = say("stretch", "export", "mid_run", "-o", str(target))

    assert refused.code == 1
    assert "--force" in refused.err
    assert target.read_text() == "mine"
    assert say("stretch", "export", "mid_run", "-o", str(target), "--force").code == 0
    assert json.loads(target.read_text())["id"] == "mid_run"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no JSON"),
        ("{}", "no id"),
        ('{"steps": 3}', "no id"),
        ("\x1b[31m", "no JSON"),
        ('"' + "x" * 300_000 + '"', "256 KB"),
    ],
)
def test_what_is_no_routine_is_refused_in_one_sentence(say: Say, text: str, words: str) -> None:
    said = say("stretch", "import", "-", text=text)

    assert said.code == 1
    assert words in said.err
    assert said.err.count("\n") == 1
    assert "\x1b" not in said.err
    assert said.out == ""


def test_an_unknown_one_is_refused(say: Say) -> None:
    assert say("stretch", "export", "nothing").code == 1
    assert say("stretch", "import", "nowhere.json").code == 1
    assert "no file" in say("stretch", "import", "nowhere.json").err


def test_a_hidden_one_leaves_the_list_and_is_marked_in_the_json(say: Say, diary_file: Path) -> None:
    say("stretch", "log", "mid_run")
    diary = open_book(diary_file, lambda: datetime(2026, 11, 23, 7, 12, tzinfo=UTC))
    assert isinstance(diary, Book)
    hide_routine(diary, "mid_run")

    text = say("stretch", "list").out
    assert "Mid-run reset" not in text
    assert "Hidden: mid_run" in text
    listed = {entry["id"]: entry["hidden"] for entry in say("stretch", "list", "--json").json}
    assert [key for key, hidden in listed.items() if hidden] == ["mid_run"]
    assert say("stretch", "show", "mid_run", "--json").json["hidden"] is True
