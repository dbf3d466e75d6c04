"""Looking after the data from the command line."""

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cli.conftest import NOW, Command
from tests.cli.test_daily_loop import GPX
from tracker.cli.context import CommandContext
from tracker.cli.main import backstride


def test_a_whole_file_is_said_to_be_whole(say: Command) -> None:
    say("checkin", "--site", "low_back=1")
    health = say("doctor", "--json")
    assert health.code == 0
    assert health.json["ok"] is True
    assert health.json["records"]["checkins"] == 1
    assert health.json["problems"] == []
    assert "Nothing is damaged." in say("doctor").out


def test_a_damaged_file_is_named_first_and_mended_when_told_to(
    say: Command, diary_file: Path
) -> None:
    for day in range(1, 6):
        say("checkin", "--site", f"low_back={day}", now=f"2026-11-0{day}T07:00+01:00")
    whole = diary_file.read_bytes()
    diary_file.write_bytes(whole[: len(whole) * 2 // 3])
    damaged = diary_file.read_bytes()
    looked = say("doctor", "--json")
    assert looked.code == 1
    assert looked.json["ok"] is False
    assert diary_file.read_bytes() == damaged
    mended = say("doctor", "--fix", "--json")
    assert mended.json["problems"][0]["mended"] is True
    kept = list(diary_file.parent.glob("*damaged*"))
    assert [path.read_bytes() for path in kept] == [damaged]
    assert say("doctor", "--json").json["ok"] is True


def test_what_cannot_be_opened_ends_with_3(say: Command, diary_file: Path) -> None:
    diary_file.write_bytes(b"\x00" * 64)
    answer = say("doctor", "--json")
    assert answer.code == 3
    assert answer.json["ok"] is False


def test_a_backup_can_be_restored_and_that_undone(say: Command) -> None:
    say("run", "add", "5", "31")
    assert say("backup", "create").code == 0
    say("run", "add", "6", "40")
    listed = say("backup", "list", "--json").json
    number = next(item["number"] for item in listed if item["reason"] == "manual")
    assert say("backup", "restore", str(number)).code == 0
    assert [run["distance_m"] for run in say("run", "list", "--json").json] == [5000]
    assert say("undo").code == 0
    assert sorted(run["distance_m"] for run in say("run", "list", "--json").json) == [5000, 6000]


def test_no_backup_yet(say: Command) -> None:
    assert "No backups yet" in say("backup").out
    assert say("backup", "create").code == 1
    assert 'no backup "7"' in say("backup", "restore", "7").err


def test_restoring_what_is_no_diary_changes_nothing(say: Command, tmp_path: Path) -> None:
    say("run", "add", "5", "31")
    other = tmp_path / "other.json"
    other.write_text("no diary", encoding="utf-8")
    assert say("restore", str(other)).code == 1
    assert len(say("run", "list", "--json").json) == 1


def test_an_import_leaves_a_copy_of_what_was_before(say: Command, tmp_path: Path) -> None:
    say("run", "add", "5", "31")
    path = tmp_path / "run.gpx"
    path.write_text(GPX, encoding="utf-8")
    assert say("import", str(path)).code == 0
    assert "before-import" in [item["reason"] for item in say("backup", "list", "--json").json]


def test_the_doctor_tells_a_changed_file_and_one_that_others_can_read(
    say: Command, diary_file: Path
) -> None:
    say("run", "add", "5", "31")
    content = diary_file.read_text().replace('"distance_m":5000', '"distance_m":6000')
    diary_file.write_text(content)
    diary_file.chmod(0o644)
    looked = say("doctor")
    assert looked.code == 1
    told = " ".join(looked.out.split())
    assert "The file was changed by another program. A copy is kept before" in told
    assert "Other people on this machine can read it." in told
    assert diary_file.stat().st_mode & 0o777 == 0o644
    mended = say("doctor", "--fix", "--json")
    assert mended.code == 0
    assert [item["mended"] for item in mended.json["problems"]] == [True, True]
    assert diary_file.stat().st_mode & 0o777 == 0o600
    say("run", "add", "7", "40")
    assert say("doctor").code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes there")
def test_a_diary_whose_name_is_no_text_is_shown_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKSTRIDE_NOW", NOW)
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\x1b[31m.json")

    def said(*words: str) -> str:
        context = CommandContext(data=None, open_app=lambda *_: None)
        answer = CliRunner().invoke(backstride, ["--data", name, *words], obj=context)
        assert answer.exception is None, words
        return answer.stdout

    said("run", "add", "5", "31")
    said("backup", "create")
    assert "/caf\ufffd[31m.json: schema 1, 1 backup" in said("doctor")
    assert json.loads(said("doctor", "--json"))["file"] == name
    assert json.loads(said("backup", "list", "--json"))[0]["number"] == 1
