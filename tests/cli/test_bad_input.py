"""Bad input gets one sentence, an exit code, and changes nothing."""

import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tracker.cli.output import keep_widths

CANNOT_BE_MET = 1
FILE_UNUSABLE = 3
WRONG_USAGE = 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("run", "add", "abc", "30"), 'Can\'t read "abc" as a distance'),
        (("run", "add", "-3", "30"), "A distance is more than 0"),
        (("run", "add", "0", "30"), "A distance is more than 0"),
        (("run", "add", "1e9", "30"), 'Can\'t read "1e9" as a distance'),
        (("run", "add", "99999", "30"), "at most 1,000 km"),
        (("run", "add", "5", "25:99"), "the seconds go past 59"),
        (("run", "add", "5", "0"), "A duration is more than 0"),
        (("run", "add", "5", "0:45"), "5 km in 0:45, 0:09 a km: is that right?"),
        (("run", "add", "5", "30", "--rpe", "11"), "whole number from 0 to 10"),
        (("run", "add", "5", "30", "--at", "2026-13-40"), "2026-13-40"),
        (("run", "add", "5", "30", "--at", "2026-11-30"), "still to come"),
        (("run", "add", "5", "30", "--before", "low_back"), "has no score"),
        (("run", "add", "5", "30", "--during", "low_back=3.5"), "Use a whole number from 0 to 10."),
        (("run", "add", "5", "30", "--outcome", "great"), '"great" is not an outcome'),
        (("checkin", "--site", "low_back=11"), "Use a whole number from 0 to 10."),
        (("checkin", "--site", "low_back=-1"), "Use a whole number from 0 to 10."),
        (("checkin", "--site", "tail=3"), '"tail" is not a site'),
        (("checkin", "--site", "achilles=3", "--part", "achilles=toe"), "middle, heel end"),
        (("checkin", "--site", "low_back=3", "--part", "low_back=x"), "only knee, shin, achilles"),
        (("checkin", "--site", "low_back=3", "--part", "knee=front"), "Give Knee, both sides a"),
        (("checkin", "--site", "achilles=3", "--part", "achilles"), "type one of"),
        (("checkin", "--site", "shin:C=3"), 'has no side "C"'),
        (("checkin", "--site", "low_back=1", "--date", "2026-13-40"), "2026-13-40"),
        (("checkin", "--site", "low_back=1", "--sleep", "25"), "A day has 24 hours"),
        (("checkin", "--site", "low_back=1", "--fatigue", "x"), "whole number from 0 to 10"),
        (("checkin", "--flag", "nonsense"), 'There is no red flag "nonsense"'),
        (("checkin",), "Nothing to log"),
        (("checkin", "--same"), "no check-in to copy"),
        (("today", "--planned", "far"), 'Can\'t read "far" as a distance'),
        (("stretch", "show", "yoga"), 'There is no routine "yoga"'),
        (("stretch", "log", "pre_run", "--skip", "Z9"), 'no step "Z9"'),
        (("trend", "--range", "6x"), 'Can\'t read "6x" as a range'),
        (("trend", "--range", "99999y"), "as a range"),
        (("run", "show", "zzz"), 'There is no run "zzz"'),
        (("run", "delete", "zzz"), 'There is no run "zzz"'),
        (("rules", "show", "R-NOPE"), 'There is no rule "R-NOPE"'),
        (("rules", "list", "--area", "NOPE"), 'There is no area "NOPE"'),
        (("rules", "check", "/nowhere/case.json"), "can't be read"),
        (("undo",), "nothing to undo"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_read_gets_a_sentence(
    say: Command, diary_file: Path, words: tuple[str, ...], said: str
) -> None:
    answer = say(*words)
    assert answer.code == CANNOT_BE_MET
    assert said in answer.err
    assert answer.out == ""
    assert len(answer.err.strip().splitlines()) == 1
    assert not diary_file.exists()


@pytest.mark.parametrize("words", [("nope",), ("run", "add"), ("checkin", "--night", "bad")])
def test_wrong_usage_ends_with_2(say: Command, words: tuple[str, ...]) -> None:
    assert say(*words).code == WRONG_USAGE


def test_several_bad_fields_are_all_named(say: Command) -> None:
    answer = say("run", "add", "abc", "25:99", "--rpe", "12")
    assert len(answer.err.strip().splitlines()) == 3


def test_an_unreadable_data_file_ends_with_3_and_stays_as_it_is(
    say: Command, diary_file: Path
) -> None:
    diary_file.write_bytes(b"\x00\x01 not a diary")
    before = diary_file.read_bytes()
    answer = say("today")
    assert answer.code == 3
    assert len(answer.err.strip().splitlines()) == 1
    assert diary_file.read_bytes() == before


def test_a_folder_as_data_file_ends_with_3(say: Command, diary_file: Path) -> None:
    diary_file.mkdir()
    answer = say("status")
    assert answer.code == 3
    assert len(answer.err.strip().splitlines()) == 1


def test_no_terminal_is_said_before_anything_starts(
    say: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = say()
    assert answer.code == CANNOT_BE_MET
    assert "needs a terminal" in answer.err
    monkeypatch.setenv("TERM", "dumb")
    answer = say()
    assert answer.code == CANNOT_BE_MET
    assert "TERM is dumb" in answer.err


@pytest.mark.parametrize("now", ["half past nine", "0001-01-01T00:00Z", "9999-12-31T23:59Z"])
def test_a_bad_clock_is_said(say: Command, now: str) -> None:
    answer = say("today", now=now)
    assert answer.code == CANNOT_BE_MET
    assert "BACKSTRIDE_NOW" in answer.err


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("page.gpx", b"<html><body>Sign in</body></html>", "web page"),
        ("text.gpx", b"this is not xml", "read"),
        ("empty.gpx", b"", "empty"),
        ("run.fit", b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT\x00\x00", "holds no summary"),
    ],
)
def test_a_bad_activity_file_is_rejected_with_its_reason(
    say: Command, tmp_path: Path, diary_file: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    answer = say("import", str(path))
    assert answer.code == CANNOT_BE_MET
    assert said in answer.err
    assert not diary_file.exists()


def test_a_folder_without_a_file_is_said(say: Command, tmp_path: Path) -> None:
    answer = say("import", str(tmp_path))
    assert answer.code == CANNOT_BE_MET
    assert "There is no file in the folder" in answer.err


@pytest.mark.parametrize("words", [("rules", "check"), ("screen", "--answers")])
def test_json_nested_without_end_is_not_what_was_asked_for(
    say: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "deep.json"
    file.write_text('{"fn":' + "[" * 100_000 + "]" * 100_000 + "}")
    answer = say(*words, str(file))
    assert answer.code == CANNOT_BE_MET
    assert "is not " in answer.err
    assert len(answer.err.strip().splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
@pytest.mark.parametrize("words", [("rules", "list"), ("rules", "list", "--json"), ("--help",)])
def test_an_answer_that_finds_no_room_ends_with_a_sentence(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "tracker", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == CANNOT_BE_MET
    assert done.stderr == "The answer could not be written (no space left on device).\n"


def test_a_sign_that_the_encoding_lacks_takes_one_cell() -> None:
    written = BytesIO()
    stream = TextIOWrapper(written, encoding="latin-1", errors="backslashreplace")
    keep_widths(stream)
    stream.write("◐ EASY · 2 ▂ comfort")
    stream.flush()
    assert written.getvalue().decode("latin-1") == "? EASY · 2 ? comfort"


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("words", "closed", "said"),
    [
        ("", "<&-", "needs a terminal"),
        ("screen", "<&-", "The questions were left"),
        ("rules check -", "<&-", "is not JSON"),
        ("stretch import -", "<&-", ""),
        ("rules show R-LOAD-04", "<&- >&-", ""),
        ("rules show R-NOPE", "<&- >&- 2>&-", ""),
    ],
)
def test_a_stream_closed_before_the_start_gets_no_traceback(
    diary_file: Path, words: str, closed: str, said: str
) -> None:
    command = f'exec "$0" -m tracker --data "$1" {words} {closed}'
    done = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", command, sys.executable, str(diary_file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == (0 if "LOAD" in words else CANNOT_BE_MET)


@pytest.mark.parametrize(
    ("words", "field", "said", "code"),
    [
        (("run", "add", "abc", "30", "--json"), "distance", 'Can\'t read "abc"', CANNOT_BE_MET),
        (("run", "add", "5", "0:45", "--json"), "duration", "is that right?", CANNOT_BE_MET),
        (("run", "show", "zzz", "--json"), "id", "There is no run", CANNOT_BE_MET),
        (("screen", "--json", "--answers", "/dev/zero"), "", "larger than 4 MB", CANNOT_BE_MET),
        (("run", "add", "5", "--json"), "duration", "Missing argument", WRONG_USAGE),
        (("run", "add", "5", "30", "--json", "--kind", "x"), "kind", "not one of", WRONG_USAGE),
        (("nope", "--json"), "", "No such command", WRONG_USAGE),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_where_json_is_asked_for_what_is_wrong_is_json_too(
    say: Command, words: tuple[str, ...], field: str, said: str, code: int
) -> None:
    answer = say(*words)
    assert answer.code == code
    assert answer.json["error"]["field"] == field
    assert said in answer.json["error"]["message"]
    assert said in answer.err


def test_several_bad_fields_are_all_named_in_json(say: Command) -> None:
    found = say("run", "add", "abc", "25:99", "--rpe", "12", "--json").json
    assert found["error"]["field"] == "distance"
    assert [each["field"] for each in found["others"]] == ["duration", "rpe"]


def test_an_unreadable_data_file_is_said_in_json_too(say: Command, diary_file: Path) -> None:
    diary_file.write_bytes(b"\x00\x01 not a diary")
    answer = say("today", "--json")
    assert answer.code == 3
    assert answer.json["error"]["message"]


@pytest.mark.parametrize("words", [("rules", "check"), ("screen", "--answers")])
def test_a_file_without_end_is_not_read(say: Command, words: tuple[str, ...]) -> None:
    answer = say(*words, "/dev/zero")
    assert answer.code == CANNOT_BE_MET
    assert "larger than 4 MB" in answer.err


def test_questions_never_mix_with_json(say: Command) -> None:
    answer = say("screen", "--json", text="y\nn\nn\nn\nn\nn\nn\nn\nn\nn\nn\nn\n")
    assert answer.json
    assert "1 of" in answer.err


JSON_COMMANDS = (
    ("today",),
    ("checkin", "--site", "low_back=2"),
    ("run", "add", "5", "30"),
    ("run", "list"),
    ("run", "show", "x"),
    ("run", "delete", "x"),
    ("run", "edit", "x", "--note", "x"),
    ("checkin", "list"),
    ("note", "add", "--note", "x"),
    ("visit", "list"),
    ("remedy", "show", "x"),
    ("flare", "edit", "x", "--note", "x"),
    ("episode", "delete", "x"),
    ("stretch", "list"),
    ("stretch", "show", "pre_run"),
    ("stretch", "log", "pre_run"),
    ("trend",),
    ("patterns",),
    ("screen", "--answers", "-"),
    ("backup", "list"),
    ("status",),
)


@pytest.mark.parametrize("words", JSON_COMMANDS, ids=" ".join)
def test_a_file_that_cant_be_used_is_said_in_json_by_every_command(
    say: Command, diary_file: Path, words: tuple[str, ...]
) -> None:
    diary_file.write_bytes(bytes(64))
    answer = say(*words, "--json", text="{}")
    assert answer.code == FILE_UNUSABLE
    assert answer.json["error"]["field"] == ""
    assert "can't be read as a diary" in answer.json["error"]["message"]
    assert diary_file.read_bytes() == bytes(64)


@pytest.mark.parametrize("words", JSON_COMMANDS, ids=" ".join)
def test_a_time_that_cant_be_read_is_said_in_json_by_every_command(
    say: Command, words: tuple[str, ...]
) -> None:
    answer = say(*words, "--json", now="soon", text="{}")
    assert answer.code == CANNOT_BE_MET
    assert "BACKSTRIDE_NOW" in answer.json["error"]["message"]


def test_screening_in_json_asks_beside_its_answer(say: Command) -> None:
    answer = say("screen", "--json", text="y\nn\nn\nn\nn\nn\nn\nn\n")
    assert answer.json["adult"] is True
    assert "1 of " in answer.err
    left = say("screen", "--json", text="y\n")
    assert left.code == CANNOT_BE_MET
    assert "The questions were left" in left.json["error"]["message"]


def test_an_import_of_nothing_gives_one_json_answer(say: Command, tmp_path: Path) -> None:
    (tmp_path / "bad.gpx").write_text("no")
    answer = say("import", str(tmp_path / "bad.gpx"), "--json")
    assert answer.code == CANNOT_BE_MET
    assert [item["status"] for item in answer.json] == ["rejected"]
