"""`backstride journal`, and what a shell completes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def filled(say: Command) -> Command:
    say("checkin", "--site", "shin:L=2")
    say(
        "run",
        "add",
        "5",
        "30",
        "--at",
        "2026-11-20 18:00",
        "--during",
        "shin:L=3",
        "--note",
        "rain",
    )
    say(
        "run",
        "add",
        "4",
        "30",
        "--at",
        "2026-08-20 18:00",
        "--during",
        "shin:L=3",
        "--note",
        "rain",
    )
    say("note", "add", "--note", "rain, no run")
    return say


def test_the_journal_is_narrowed_as_it_is_typed(filled: Command) -> None:
    words = ("journal", "--kind", "run", "--site", "shin", "--since", "-6w", "rain")
    said = filled(*words)
    assert said.code == 0
    assert "Fri 20 Nov 2026" in said.out
    assert len(said.out.splitlines()) == 2
    [entry] = filled(*words, "--json").json
    assert (entry["kind"], entry["day"], entry["deleted"]) == ("run", "2026-11-20", False)
    assert entry["record"]["distance_m"] == 5000
    kinds = [each["kind"] for each in filled("journal", "--json").json]
    assert (set(kinds[:2]), kinds[2:]) == ({"note", "checkin"}, ["run", "run"])
    assert "2 older ones; --limit shows more." in filled("journal", "--limit", "2").out
    assert len(filled("journal", "--site", "low back", "--json").json) == 0
    assert len(filled("journal", "--kind", "own test", "--json").json) == 0
    assert filled("journal", "sunshine").out == "No record fits.\n"


def test_what_cannot_be_read_names_what_can(filled: Command) -> None:
    refused = filled("journal", "--kind", "ride")
    assert refused.code == 1
    assert "Use one of: checkin, run," in refused.err
    assert filled("journal", "--since", "smarch", "--json").json["error"]["field"] == "since"


def test_deleted_ones_are_listed_on_request(filled: Command) -> None:
    [note] = filled("note", "list", "--json").json
    filled("note", "delete", note["id"])
    assert filled("journal", "--kind", "note").out == "No record fits.\n"
    assert "deleted" in filled("journal", "--kind", "note", "--deleted").out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("journal --kind ru", "run"),
        ("journal --site sh", "shin:L"),
        ("checkin --site sh", "shin:L="),
        ("rules show r-rdy-0", "R-RDY-01"),
        ("stretch show pre", "pre_run"),
        ("episode add --place ach", "achilles:L"),
    ],
)
def test_a_shell_completes_what_is_known(words: str, offered: str, tmp_path: Path) -> None:
    ran = subprocess.run(  # noqa: S603 - the installed command
        [Path(sys.executable).with_name("backstride")],
        env={
            **os.environ,
            "_BACKSTRIDE_COMPLETE": "bash_complete",
            "COMP_WORDS": f"backstride {words}",
            "COMP_CWORD": str(len(words.split())),
            "BACKSTRIDE_DATA": str(tmp_path / "diary.json"),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"plain,{offered}" in ran.stdout.splitlines()
    assert not list(tmp_path.iterdir())
