"""What the README says is so."""

import re
from pathlib import Path

import pytest

from tests.readme import README, with_keys
from tracker.cli.main import COMMANDS
from tracker.diary.kinds.registry import KINDS

TEXT = README.read_text(encoding="utf-8")


def test_the_keys_are_those_of_the_one_table() -> None:
    assert with_keys(TEXT) == TEXT, "write them anew: .venv/bin/python -m tests.readme"


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"^backstride (\w+)", TEXT, re.MULTILINE)))
)
def test_every_command_that_is_named_exists(command: str) -> None:
    assert command in {*COMMANDS, *KINDS}


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([\w/.-]+)\)", TEXT))))
def test_every_picture_exists(path: str) -> None:
    assert (Path(README).parent / path).is_file()


def test_the_two_commands_stand_as_they_are_run() -> None:
    commands = [line for line in TEXT.splitlines() if line.startswith("python3 -m venv")]
    assert [line.rsplit("&& ", 1)[1] for line in commands] == [
        ".venv/bin/backstride",
        ".venv/bin/pytest",
    ]
