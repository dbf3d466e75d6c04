"""`backstride share week`."""

from pathlib import Path

from tests.cli.conftest import Command


def test_a_week_is_written_where_it_is_asked_for_and_its_files_are_named(
    say: Command, tmp_path: Path
) -> None:
    say("checkin", "--site", "low_back=3", "--note", "Told nobody")
    said = say("share", "week", "--to", str(tmp_path / "out"))
    assert said.code == 0, said.err
    files = sorted(each.name for each in (tmp_path / "out").iterdir())
    assert files == ["backstride-week-2026-11-23.svg", "backstride-week-2026-11-23.txt"]
    assert "health data" in said.out
    text = (tmp_path / "out" / files[1]).read_text(encoding="utf-8")
    assert "Mon 23" in text
    assert "Told nobody" not in text


def test_another_week_goes_by_its_day_and_a_day_that_is_none_is_refused(
    say: Command, tmp_path: Path
) -> None:
    said = say("share", "week", "16 nov", "--to", str(tmp_path))
    assert said.code == 0, said.err
    assert (tmp_path / "backstride-week-2026-11-16.txt").exists()
    refused = say("share", "week", "someday", "--to", str(tmp_path))
    assert refused.code == 1
    assert "Can't read" in refused.err
