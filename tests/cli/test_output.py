"""The installed command's words in terminals and pipes that are not what one hopes for."""

import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import NOW, Command
from tracker.cli.output import escaped_json, keep_widths

Done = subprocess.CompletedProcess[Any]
Run = Callable[..., Done]

HOSTILE = "sore \x1b]52;c;eA==\x07\x9b2J\x7f \u202egpj\u2066 é ж 痛"


@pytest.fixture
def run(diary_file: Path) -> Run:
    """Run the command as a program of its own."""

    def done(*words: str, env: dict[str, str] | None = None, **more: Any) -> Done:  # noqa: ANN401
        return subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "tracker", "--data", str(diary_file), *words],
            env={**os.environ, "BACKSTRIDE_NOW": NOW, **(env or {})},
            stdin=subprocess.DEVNULL,
            check=False,
            **({"capture_output": True} | more),
        )

    return done


@pytest.fixture
def hostile(say: Command, diary_file: Path) -> Path:
    """Make a diary in which another program wrote a text that steers terminals."""
    say("run", "add", "5", "30", "--note", "NOTE", "--gear", "NOTE")
    say("checkin", "--site", "low_back=2", "--note", "NOTE")
    content = diary_file.read_text(encoding="utf-8")
    text = json.dumps(HOSTILE, ensure_ascii=False)
    diary_file.write_text(content.replace('"NOTE"', text), encoding="utf-8")
    return diary_file


READS = [
    ("today",),
    ("today", "--json"),
    ("run", "list"),
    ("run", "list", "--json"),
    ("run", "show", "NEWEST"),
    ("run", "show", "NEWEST", "--json"),
    ("trend",),
    ("trend", "--json"),
    ("status",),
    ("status", "--json"),
    ("rules", "list"),
    ("rules", "show", "R-LOAD-04", "--json"),
    ("patterns",),
    ("stretch", "list"),
    ("doctor",),
    ("doctor", "--json"),
    ("backup", "list"),
    ("--help",),
    ("run", "show", "zz\x1b[2J→痛", "--json"),
]
ENVIRONMENTS = {
    "utf-8": {"PYTHONIOENCODING": "utf-8"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "cyrillic": {"PYTHONIOENCODING": "iso8859-5:strict"},
    "EUC-JP": {"PYTHONIOENCODING": "euc-jp"},
    "dumb": {"TERM": "dumb"},
}


def encoding_of(environment: str) -> str:
    return ENVIRONMENTS[environment].get("PYTHONIOENCODING", "utf-8").partition(":")[0]


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("environment", list(ENVIRONMENTS))
def test_every_answer_is_written_in_any_encoding_and_steers_nothing(
    run: Run, say: Command, environment: str
) -> None:
    newest = say("run", "list", "--json").json[0]["id"]
    for words in READS:
        done = run(
            *(newest if word == "NEWEST" else word for word in words),
            env=ENVIRONMENTS[environment],
        )
        encoding = encoding_of(environment)
        shown = done.stdout.decode(encoding) + done.stderr.decode(encoding)
        assert "Traceback" not in shown, (words, shown)
        steering = [sign for sign in shown if sign < " " and sign != "\n"]
        steering += [sign for sign in shown if "\x7f" <= sign <= "\x9f" or sign in "\u202e\u2066"]
        assert steering == [], words
        if "--json" in words:
            json.loads(done.stdout.decode(encoding))


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("environment", list(ENVIRONMENTS))
def test_json_gives_a_text_back_in_any_encoding(run: Run, environment: str) -> None:
    done = run("run", "list", "--json", env=ENVIRONMENTS[environment])
    (found,) = json.loads(done.stdout.decode(encoding_of(environment)))
    assert found["note"] == "sore ]52;c;eA==2J gpj é ж 痛"


def in_a_terminal(words: list[str], environment: dict[str, str]) -> bytes:
    """Run a command in a pseudo-terminal, and give what it wrote."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "tracker", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "BACKSTRIDE_NOW": NOW, **environment},
    ) as process:
        os.close(theirs)
        written = b""
        while True:
            try:
                chunk = os.read(ours, 4096)
            except OSError:
                break
            if not chunk:
                break
            written += chunk
        process.wait()
    os.close(ours)
    return written


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(
    "words", [["today"], ["trend"], ["rules", "show", "R-LOAD-04"], ["patterns"]]
)
def test_no_escape_code_is_sent_to_a_dumb_terminal(diary_file: Path, words: list[str]) -> None:
    asked = ["--data", str(diary_file), *words]
    assert b"\x1b" not in in_a_terminal(asked, {"TERM": "dumb"})
    if words != ["patterns"]:
        assert b"\x1b" in in_a_terminal(asked, {"TERM": "xterm-256color"})


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        ("◐ EASY · 2 ▂ comfort", "latin-1", "? EASY · 2 ? comfort"),
        ("“go” – 2 → 3 … ≤ 5 °C", "ascii", '"go" - 2 > 3 . <= 5 ?C'),
        ("café naïve Łódź", "ascii", "cafe naive ?odz"),
        ("痛 a\u200db e\u0301", "ascii", "?? ab e"),
        ("½", "ascii", "?"),
    ],
)
def test_a_sign_that_the_encoding_lacks_takes_its_cells(
    text: str, encoding: str, written: str
) -> None:
    stream = TextIOWrapper(BytesIO(), encoding=encoding)
    keep_widths(stream)
    stream.write(text)
    stream.flush()
    assert stream.buffer.getvalue().decode(encoding) == written


def test_json_escapes_what_steers_and_what_the_output_lacks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = json.dumps({"a": "\x7f\x9b\u202e é 🏃"}, ensure_ascii=False)
    for encoding in ("utf-8", "latin-1"):
        monkeypatch.setattr(sys, "stdout", TextIOWrapper(io.BytesIO(), encoding=encoding))
        escaped = escaped_json(text)
        assert json.loads(escaped) == json.loads(text)
        assert ("é" in escaped) is (encoding == "utf-8")
        assert "\\u202e" in escaped


@pytest.mark.parametrize("errors_too", [False, True])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("rules list", 0),
        ("rules list --json", 0),
        ("--help", 0),
        ("run add 5 30", 0),
        ("trend", 0),
        ("run show nope", 1),
        ("run show nope --json", 1),
        ("run add 5 --json", 2),
    ],
)
def test_a_pipe_whose_reader_had_enough_is_no_failure(
    run: Run, words: str, code: int, *, errors_too: bool
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    errors = writing if errors_too else subprocess.PIPE
    done = run(*words.split(), capture_output=False, stdout=writing, stderr=errors)
    os.close(writing)
    assert b"Traceback" not in (done.stderr or b"")
    assert b"Exception ignored" not in (done.stderr or b"")
    # Where the sentence about a wrong option finds nobody either, it is a failure all the same.
    assert done.returncode == code or (code and errors_too and done.returncode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_saved_run_is_said_to_be_saved_where_the_answer_finds_no_room(
    run: Run, say: Command
) -> None:
    with Path("/dev/full").open("w") as full:
        done = run(
            "run", "add", "5", "30", capture_output=False, stdout=full, stderr=subprocess.PIPE
        )
    assert done.stderr.decode() == (
        "It is saved, but the answer could not be written (no space left on device)."
        " There is no need to enter it again.\n"
    )
    assert done.returncode == 1
    assert len(say("run", "list", "--json").json) == 1


@pytest.mark.parametrize("words", [("run", "list"), ("status",), ("run", "add", "5", "30"), ()])
@pytest.mark.parametrize("by", ["option", "environment"])
def test_a_home_that_nobody_has_is_one_sentence_and_exit_3(words: tuple[str, ...], by: str) -> None:
    option = ["--data", "~nouser/diary.json"] if by == "option" else []
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "tracker", *option, *words],
        env={**os.environ, "BACKSTRIDE_NOW": NOW, "BACKSTRIDE_DATA": "~nouser/diary.json"},
        capture_output=True,
        check=False,
    )
    assert done.stderr.decode() == (
        "There is no home folder for ~nouser, so ~nouser/diary.json leads nowhere."
        " Name the diary's file with --data.\n"
    )
    assert done.returncode == 3


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes there")
def test_a_file_whose_name_is_no_text_is_imported_and_shown(
    run: Run, say: Command, tmp_path: Path
) -> None:
    points = "".join(
        f'<trkpt lat="52.{5000 + minute * 15}" lon="13.4">'
        f"<time>2026-11-22T08:{minute:02}:00Z</time></trkpt>"
        for minute in range(30)
    )
    name = os.fsencode(tmp_path) + b"/caf\xe9\x1b[2J.gpx"
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 - a path of bytes
        file.write(f"<gpx><trk><type>running</type><trkseg>{points}</trkseg></trk></gpx>")
    done = run("import", name)
    assert done.stderr.startswith(b"No pain score")
    assert "caf\ufffd[2J.gpx: added." in done.stdout.decode()
    (found,) = say("run", "list", "--json").json
    assert found["source"]["file"] == "caf\ufffd[2J.gpx"
    assert "caf\ufffd[2J.gpx" in say("run", "show", found["id"]).out
    again = json.loads(run("import", name, "--json").stdout)
    assert [item["status"] for item in again] == ["duplicate"]
