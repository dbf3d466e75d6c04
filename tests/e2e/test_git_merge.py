"""The README's lines for git: two machines write, and git merges with `backstride merge`."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.readme import README
from tracker.diary.book import Book, open_book
from tracker.domain.note import Note

COMMAND = f"{sys.executable} -m tracker"


def run(folder: Path, *words: str) -> str:
    settings = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    people = {
        f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    found = subprocess.run(  # noqa: S603 - git and ourselves
        words,
        cwd=folder,
        env={**os.environ, **settings, **people},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    return found.stdout


def opened(folder: Path, minute: int) -> Book:
    book = open_book(folder / "diary.json", lambda: datetime(2026, 11, 23, 7, minute, tzinfo=UTC))
    assert isinstance(book, Book)
    return book


def note(folder: Path, text: str, *, minute: int) -> None:
    book = opened(folder, minute)
    made = Note(id=text.replace(" ", "-"), at=book.now, day=book.today, note=text)
    assert book.keep(made, label=None) == made
    run(folder, "git", "add", "-A")
    run(folder, "git", "commit", "-q", "-m", text)


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
def test_two_machines_meet_in_git(tmp_path: Path) -> None:
    readme = README.read_text(encoding="utf-8")
    driver = "backstride --data %A merge %B"
    assert f"git config merge.backstride.driver '{driver}'" in readme
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    run(one, "git", "init", "-q", "-b", "main")
    (one / ".gitattributes").write_text("diary.json merge=backstride\n")
    (one / ".gitignore").write_text("backups/\n.*/\n")
    note(one, "first", minute=0)
    run(tmp_path, "git", "clone", "-q", "one", "two")
    run(two, "git", "config", "merge.backstride.driver", driver.replace("backstride", COMMAND))
    note(one, "of one", minute=1)
    note(two, "of two", minute=2)
    run(two, "git", "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    assert set(opened(two, 3).store.records(Note)) == {"first", "of-one", "of-two"}
    assert run(two, "git", "status", "--porcelain") == ""
