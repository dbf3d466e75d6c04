"""`backstride merge`, and what the doctor says of a sync tool's copies."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def copy(say: Command, diary_file: Path) -> Path:
    """A sync tool's copy, in which another machine added a note."""
    say("note", "add", "--note", "here")
    whole = diary_file.read_bytes()
    say("note", "add", "--note", "there", now="2026-11-23T08:00+01:00")
    left = diary_file.with_name("diary (Ada's conflicted copy 2026-11-23).json")
    left.write_bytes(diary_file.read_bytes())
    diary_file.write_bytes(whole)
    return left


def notes(say: Command) -> set[str]:
    return {each["note"] for each in say("note", "list", "--json").json}


def test_the_copies_are_named_merged_and_moved_and_it_is_undone(say: Command, copy: Path) -> None:
    health = say("doctor", "--json")
    assert health.code == 1
    assert [each["where"] for each in health.json["problems"]] == [str(copy)]
    merged = say("merge")
    assert (merged.code, merged.err) == (0, "`backstride undo` takes it back.\n")
    assert merged.out == f"{copy}: 1 record added. It lies among the backups now.\n"
    assert notes(say) == {"here", "there"}
    assert not copy.exists()
    assert say("doctor", "--json").json["ok"] is True
    assert say("merge").err.startswith("There is no copy of a sync tool beside the diary.")
    say("undo")
    assert notes(say) == {"here"}


def test_another_diary_is_only_read_and_the_json_says_what_came(
    say: Command, copy: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere.json"
    copy.rename(other)
    content = other.read_bytes()
    damaged = tmp_path / "damaged.json"
    damaged.write_bytes(content[:200])
    said = say("merge", "--json", str(other), str(damaged), str(tmp_path / "none.json"))
    assert said.code == 1
    first, *others = said.json
    assert first == {
        "file": str(other),
        "added": 1,
        "changed": 0,
        "deleted": 0,
        "moved": False,
        "problem": None,
    }
    assert all(each["problem"] for each in others)
    assert other.read_bytes() == content
    again = say("merge", str(other))
    assert again.out == f"{other}: nothing new.\n"


def test_the_diary_itself_is_not_merged_with_itself(say: Command, diary_file: Path) -> None:
    say("note", "add", "--note", "here")
    said = say("merge", str(diary_file))
    assert (said.code, said.err) == (1, f"{diary_file}: That is this diary itself.\n")
