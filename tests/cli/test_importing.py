"""`backstride import`, and what runs typed by hand share with imported ones."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tracker.diary import inbox as inbox_module
from tracker.diary.book import Book, open_book, update_settings

CANNOT_BE_MET = 1


def gpx(start: str = "2026-11-20T17:00", points: int = 31) -> str:
    """Go north at ten kilometres an hour, a point a minute."""
    written = "".join(
        f'<trkpt lat="{50 + number * 0.0015:.6f}" lon="8"><time>{start[:-2]}{number:02}:00Z</time>'
        "</trkpt>"
        for number in range(points)
    )
    return f"<gpx><trk><type>running</type><trkseg>{written}</trkseg></trk></gpx>"


def test_a_folder_is_walked(say: Command, tmp_path: Path) -> None:
    inner = tmp_path / "watch" / "2026"
    inner.mkdir(parents=True)
    (inner / "a.gpx").write_text(gpx())
    (inner.parent / "b.gpx").write_text(gpx("2026-11-21T17:00"))
    answer = say("import", str(inner.parent), "--json")
    assert answer.code == 0
    assert [(Path(each["file"]).name, each["status"]) for each in answer.json] == [
        ("b.gpx", "added"),
        ("a.gpx", "added"),
    ]


def test_what_is_not_there_is_said(say: Command, diary_file: Path) -> None:
    answer = say("import", "/nowhere/run.gpx")
    assert answer.code == CANNOT_BE_MET
    assert "There is no file" in answer.err
    assert not diary_file.exists()


def test_a_pace_that_nobody_runs_is_saved_on_request(say: Command) -> None:
    assert say("run", "add", "5", "0:45").code == CANNOT_BE_MET
    answer = say("run", "add", "5", "0:45", "--sure", "--json")
    assert answer.code == 0
    assert (answer.json["distance_m"], answer.json["duration_s"]) == (5000, 45)


def test_a_jump_of_the_receiver_feeds_no_limit(say: Command, tmp_path: Path) -> None:
    path = tmp_path / "spike.gpx"
    path.write_text(gpx().replace('lat="50.015000"', 'lat="50.3"'))
    answer = say("import", str(path), "--json")
    assert answer.json[0]["record"]["distance_m"] == 5004
    assert "A jump of 31.9 km" in answer.json[0]["message"]


def test_a_look_alike_is_left_out_or_kept_on_request(say: Command, tmp_path: Path) -> None:
    first, longer = tmp_path / "a.gpx", tmp_path / "b.gpx"
    first.write_text(gpx())
    longer.write_text(gpx(points=43))
    assert say("import", str(first)).code == 0
    answer = say("import", str(longer), "--json")
    assert [each["status"] for each in answer.json] == ["duplicate"]
    assert "so it was left out" in answer.json[0]["message"]
    kept = say("import", str(longer), "--on-duplicate", "keep")
    assert f"{longer}: added." in kept.out
    assert len(say("run", "list", "--json").json) == 2


def test_a_question_without_an_answer_leaves_it_out(say: Command, tmp_path: Path) -> None:
    first, longer = tmp_path / "a.gpx", tmp_path / "b.gpx"
    first.write_text(gpx())
    longer.write_text(gpx(points=43))
    say("import", str(first))
    asked = say("import", str(longer), "--on-duplicate", "ask")
    assert "Merge the two, keep both, or skip it?" in asked.err
    assert len(say("run", "list", "--json").json) == 1
    assert "added" in say("import", str(longer), "--on-duplicate", "ask", text="both\n").out
    assert len(say("run", "list", "--json").json) == 2


def test_a_dry_run_says_what_would_become_of_each(say: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.gpx"
    path.write_text(gpx())
    assert "would be added" in say("import", str(path), "--dry-run").out
    say("import", str(path))
    assert f"{path}: duplicate." in say("import", str(path), "--dry-run").out


def test_what_is_in_an_archive_is_named_by_its_way_in(say: Command, tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("activities/1.gpx", gpx())
        archive.writestr("activities/2.fit", b"junk")
    answer = say("import", str(path), "--json")
    assert answer.code == 0
    added, rejected = answer.json
    assert (added["file"], added["status"]) == (f"{path}/activities/1.gpx", "added")
    assert added["id"] == say("run", "list", "--json").json[0]["id"]
    assert added["record"] == {
        "kind": "easy",
        "start": "2026-11-20T17:00:00Z",
        "distance_m": 5004,
        "duration_s": 1800,
        "moving_s": None,
        "avg_hr": None,
    }
    assert rejected["record"] is rejected["id"] is None
    assert say("import", str(path)).err.endswith("1 duplicate, 1 rejected.\n")


MINE = "Date,Pain\n2026-11-01,3\n2026-11-02,55\n"


def test_a_map_is_shown_and_confirmed_before_anything_is_kept(
    say: Command, tmp_path: Path, diary_file: Path
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(MINE)
    words = ("import", str(path), "--map", "date=Date,site=knee:L,score=Pain")
    left = say(*words, text="n\n")
    assert left.code == CANNOT_BE_MET
    assert "score    Pain            the pain score, 0 to 10" in left.err
    assert "would be added: Line 1, Sun 1 Nov 2026, Left knee 3." in left.err
    assert "Bring them in like this?" in left.err
    assert not diary_file.exists()

    taken = say(*words, text="y\n")
    assert taken.code == 0
    assert "added. Line 1" in taken.out
    assert "rejected. Line 2: " in taken.err
    again = say(*words, "--yes", "--json")
    assert [each["status"] for each in again.json] == ["duplicate", "rejected"]
    assert again.json[0]["record"]["scores"] == [{"site": "knee", "side": "L", "score": 3}]


def test_another_diary_is_taken_over_once(say: Command, tmp_path: Path, diary_file: Path) -> None:
    say("run", "add", "5", "30", "--at", "2026-11-20 18:00")
    say("checkin", "--site", "low_back=3")
    other = diary_file.rename(tmp_path / "other.json")
    say("run", "add", "5", "30", "--at", "2026-11-20 18:00", "--note", "mine")
    answer = say("import", str(other), "--json")
    assert answer.code == 0
    run, others = answer.json
    assert run["status"] == "duplicate"
    assert others["message"] == "Also added: 1 check-in."
    again = say("import", str(other), "--json").json
    assert [each["status"] for each in again] == ["duplicate"]


def test_a_recent_run_without_a_score_is_named_with_the_command_that_scores_it(
    say: Command, tmp_path: Path
) -> None:
    for name, day in (("new", "2026-11-21"), ("old", "2026-11-02")):
        (tmp_path / f"{name}.gpx").write_text(gpx(f"{day}T17:00"))
    said = say("import", str(tmp_path)).err
    assert "No pain score yet: Run, Sat 21 Nov 2026, 5.0 km, 30:00." in said
    assert "1 older run without a pain score." in said
    [command] = [line.strip() for line in said.splitlines() if "run edit" in line]
    words = command.removeprefix("backstride ").split()
    assert say(*words).code == 0
    assert "during   Low back 2" in say("run", "show", words[2]).out


@pytest.fixture
def inbox(tmp_path: Path, diary_file: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    book = open_book(diary_file, lambda: datetime(2026, 11, 23, 7, 0, tzinfo=UTC))
    assert isinstance(book, Book)
    update_settings(book, inbox=str(folder), setup_step=None)
    return folder


def test_the_inbox_takes_what_is_new_once_and_touches_nothing(
    say: Command, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_module, "SETTLED_S", 0.0)
    (inbox / "a.gpx").write_text(gpx())
    (inbox / "bad.fit").write_bytes(b"\x0e\x10junk.FIT" + bytes(20))
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in inbox.iterdir()}
    first = say("import", "--inbox")
    assert "added" in first.out
    assert "bad.fit: rejected." in first.err
    again = say("import", "--inbox")
    assert (again.code, again.out) == (0, "")
    assert "Nothing new in " in again.err
    say("undo")
    assert say("run", "list", "--json").json == []
    (inbox / "a.gpx").rename(inbox / "renamed.gpx")
    assert "Nothing new" in say("import", "--inbox").err
    (inbox / "renamed.gpx").rename(inbox / "a.gpx")
    assert before == {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in inbox.iterdir()
    }


def test_an_inbox_that_nobody_named_is_said(say: Command, inbox: Path, diary_file: Path) -> None:
    inbox.rmdir()
    assert "There is no folder" in say("import", "--inbox").err
    diary_file.unlink()
    said = say("import", "--inbox")
    assert said.code == CANNOT_BE_MET
    assert "No inbox folder is named." in said.err
    assert "Name a file or a folder" in say("import").err
    assert "--inbox goes alone" in say("import", "--inbox", "run.fit").err
