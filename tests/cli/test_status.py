"""The line for a prompt: kept beside the file, and never out of date."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def note_of(diary_file: Path) -> Path:
    return diary_file.with_name(".diary") / "status"


def test_the_second_answer_is_the_first_one_again(say: Command, diary_file: Path) -> None:
    say("checkin", "--site", "low_back=1")
    first = say("status", "--json").json
    assert note_of(diary_file).stat().st_mode & 0o777 == 0o600
    assert say("status", "--json").json == first
    assert say("status").out == f"{first['line']}\n"


def test_a_note_is_what_is_printed_while_nothing_changed(say: Command, diary_file: Path) -> None:
    say("checkin", "--site", "low_back=1")
    say("status")
    note = note_of(diary_file)
    kept = json.loads(note.read_text(encoding="utf-8"))
    kept["note"]["line"] = "as kept"
    note.write_text(json.dumps(kept), encoding="utf-8")
    assert say("status").out == "as kept\n"
    say("checkin", "--site", "low_back=2")
    assert say("status").out != "as kept\n"


def test_a_new_day_asks_anew(say: Command) -> None:
    say("screen", text="y\nn\nn\nn\nn\nn\nn\n")
    say("checkin", "--site", "low_back=1")
    assert say("status", "--json").json["outcome"] == "EASY"
    late = say("status", "--json", now="2026-11-24T03:59+01:00")
    assert late.json["outcome"] == "EASY"
    assert say("status", "--json", now="2026-11-24T04:00+01:00").json["outcome"] == "NEEDS_INPUT"
    assert say("status", "--json").json["outcome"] == "EASY"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"of": []}', '{"of": [], "note": 3}'])
def test_a_damaged_note_is_no_loss(say: Command, diary_file: Path, content: str) -> None:
    say("checkin", "--site", "low_back=1")
    line = say("status").out
    note_of(diary_file).write_text(content, encoding="utf-8")
    assert say("status").out == line


def test_a_folder_that_takes_no_note_is_no_problem(say: Command, diary_file: Path) -> None:
    say("checkin", "--site", "low_back=1")
    note_of(diary_file).mkdir()
    assert say("status").code == 0
    assert list(note_of(diary_file).parent.glob(".status.tmp-*")) == []


def test_without_a_diary_no_note_is_made(say: Command, diary_file: Path) -> None:
    assert say("status").code == 0
    assert list(diary_file.parent.iterdir()) == []


def test_the_alarm_list_that_is_due_is_named_first(say: Command) -> None:
    say("screen", text="y\nn\nn\nn\nn\nn\nn\n")
    say("checkin", "--site", "low_back=2", "--quality", "numb")
    status = say("status", "--json").json
    assert status["outcome"] == "NEEDS_INPUT"
    assert status["due"][0] == "Answer the alarm list"
    assert "Log the run" not in status["due"]


@pytest.mark.parametrize("more", [("--ill",), ("--flag", "weight_loss")])
def test_no_run_is_asked_for_where_none_is_advised(say: Command, more: tuple[str, ...]) -> None:
    say("screen", text="y\nn\nn\nn\nn\nn\nn\n")
    say("checkin", "--site", "low_back=1", *more)
    status = say("status", "--json").json
    assert status["outcome"] in {"REST", "SEEK_CARE"}
    assert "Log the run" not in status["due"]
