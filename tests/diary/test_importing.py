"""Activities from files in a diary: added once, filled in, asked about, kept when stopped."""

import gzip
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.exchange.fit_maker import START, run_file
from tracker.diary import import_session, known_activities
from tracker.diary.answers import (
    Alike,
    Imported,
    ImportOutcome,
    ImportProgress,
    ImportStatus,
    OnDuplicate,
)
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.importing import import_files, import_typed, settle_alike
from tracker.diary.run_views import list_runs
from tracker.domain.note import Note
from tracker.domain.problem import Problem
from tracker.domain.run import Run
from tracker.domain.settings import DistanceUnit, Settings
from tracker.exchange import workers

ADDED, MERGED, DUPLICATE, REJECTED = ImportStatus
MORNING = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
DAY_S = 86_400

GPX = """<?xml version="1.0"?>
<gpx version="1.1" creator="made by hand" xmlns="http://www.topografix.com/GPX/1/1">
<trk><name>{name}</name><type>running</type><trkseg>{points}</trkseg></trk></gpx>
"""


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[], Book]:
    def reopen() -> Book:
        book = open_book(tmp_path / "diary" / "diary.json", lambda: MORNING)
        assert isinstance(book, Book)
        return book

    return reopen


@pytest.fixture
def diary(opened: Callable[[], Book]) -> Book:
    return opened()


def points(start: datetime, *, count: int) -> str:
    """Go north at ten kilometres an hour, a point a minute."""
    return "".join(
        f'<trkpt lat="{50 + number * 0.0015:.6f}" lon="8.0"><time>'
        f"{start + timedelta(minutes=number):%Y-%m-%dT%H:%M:%SZ}</time></trkpt>"
        for number in range(count)
    )


def gpx(folder: Path, name: str, *, hours: float = 20, count: int = 30) -> Path:
    path = folder / name
    start = MORNING - timedelta(hours=hours)
    path.write_text(GPX.format(name=name, points=points(start, count=count)))
    return path


def fit(folder: Path, name: str = "run.fit", **changes: int) -> Path:
    path = folder / name
    path.write_bytes(run_file(**changes))
    return path


def statuses(outcome: ImportOutcome) -> list[ImportStatus]:
    assert outcome.problem is None
    return [item.status for item in outcome.results]


def test_added_once(diary: Book, opened: Callable[[], Book], tmp_path: Path) -> None:
    path = gpx(tmp_path, "a.gpx")
    assert statuses(import_files(diary, [path], dry_run=True)) == [ADDED]
    assert list_runs(diary) == ()

    assert statuses(import_files(diary, [path])) == [ADDED]
    assert statuses(import_files(opened(), [path])) == [DUPLICATE]
    assert len(list_runs(opened())) == 1

    assert opened().undo().message == "Undone: the import of 1, Sun 22 Nov 2026."
    assert list_runs(opened()) == ()


def test_importing_twice_leaves_the_file_as_it_is(
    diary: Book, opened: Callable[[], Book], tmp_path: Path
) -> None:
    paths = [
        gpx(tmp_path, "a.gpx"),
        fit(tmp_path, rpe=60, feel=50),
        gpx(tmp_path, "b.gpx", hours=50),
    ]
    assert statuses(import_files(diary, paths)) == [ADDED, ADDED, ADDED]
    before = diary.path.read_bytes()
    assert statuses(import_files(opened(), paths)) == [DUPLICATE] * 3
    assert diary.path.read_bytes() == before


def test_the_same_file_twice_in_one_go(diary: Book, tmp_path: Path) -> None:
    path = gpx(tmp_path, "a.gpx")
    copy = Path(shutil.copy(path, tmp_path / "b.gpx"))
    assert statuses(import_files(diary, [path, copy])) == [ADDED, DUPLICATE]


def test_what_was_logged_by_hand_is_filled_in_and_keeps_its_words(
    diary: Book, tmp_path: Path
) -> None:
    path = fit(tmp_path, rpe=70, feel=25)
    [found] = import_files(diary, [path], dry_run=True).results
    assert isinstance(found.record, Run)
    typed = replace(
        found.record, id="typed", source=None, duration_s=None, moving_s=None, rpe=0, note="Windy"
    )
    diary.keep_all([typed], label="the run")

    assert statuses(import_files(diary, [path])) == [MERGED]
    [line] = list_runs(diary)
    assert (line.run.id, line.run.note, line.run.rpe) == ("typed", "Windy", 0)
    assert (line.run.duration_s, line.run.moving_s) == (1800, 1750)
    assert diary.undo().done
    assert list_runs(diary)[0].run == typed


def test_a_record_that_another_window_changed_meanwhile_keeps_its_change(
    diary: Book, opened: Callable[[], Book], tmp_path: Path
) -> None:
    path = fit(tmp_path)
    [found] = import_files(diary, [path], dry_run=True).results
    assert isinstance(found.record, Run)
    typed = replace(found.record, id="typed", source=None, duration_s=None, moving_s=None)
    diary.keep_all([typed], label="the run")
    other = opened()

    def watch(_progress: ImportProgress) -> bool:
        other.keep_all([replace(typed, note="From the other window", rpe=3)], label="an edit")
        diary.refresh()
        return True

    assert statuses(import_files(diary, [path], watch=watch)) == [MERGED]
    [line] = list_runs(diary)
    assert (line.run.note, line.run.rpe) == ("From the other window", 3)
    assert line.run.duration_s == 1800


@pytest.mark.parametrize(
    ("on_duplicate", "status"),
    [(OnDuplicate.SKIP, DUPLICATE), (OnDuplicate.KEEP, ADDED), (OnDuplicate.ASK, DUPLICATE)],
)
def test_what_may_be_another_is_left_out_or_kept(
    diary: Book, tmp_path: Path, *, on_duplicate: OnDuplicate, status: ImportStatus
) -> None:
    first, longer = gpx(tmp_path, "a.gpx"), gpx(tmp_path, "b.gpx", count=42)
    import_files(diary, [first])
    outcome = import_files(diary, [longer], on_duplicate=on_duplicate)
    assert statuses(outcome) == [status]
    assert len(list_runs(diary)) == (2 if status is ADDED else 1)
    assert len(outcome.alike) == (status is DUPLICATE)
    assert all(
        "Looks like the one of Run, Sun 22 Nov 2026" in each.message for each in outcome.alike
    )


@pytest.mark.parametrize(
    ("way", "status", "runs"),
    [(Alike.SKIP, DUPLICATE, 1), (Alike.BOTH, ADDED, 2), (Alike.MERGE, MERGED, 1)],
)
def test_of_what_was_left_out_the_person_says_what_becomes_of_it(
    diary: Book, tmp_path: Path, *, way: Alike, status: ImportStatus, runs: int
) -> None:
    import_files(diary, [gpx(tmp_path, "a.gpx")])
    [line] = list_runs(diary)
    diary.keep_all([replace(line.run, distance_m=4000, duration_s=None)], label="an edit")
    new = gpx(tmp_path, "b.gpx", count=42)
    outcome = import_files(diary, [new])
    [item] = outcome.alike
    settled = settle_alike(diary, item, way, group=outcome.group)
    assert isinstance(settled, Imported)
    assert settled.status is status
    assert len(list_runs(diary)) == runs
    if way is Alike.MERGE:
        [line] = list_runs(diary)
        assert (line.run.distance_m, line.run.duration_s) == (4000, 41 * 60)
    if way is not Alike.SKIP:
        assert diary.undo().done
        assert len(list_runs(diary)) == 1


def test_a_track_without_a_sport_is_the_ride_that_it_was_recorded_on(
    diary: Book, tmp_path: Path
) -> None:
    ride = fit(tmp_path, sport=2)
    track = tmp_path / "route.gpx"
    start = datetime(2026, 11, 3, 17, 10, tzinfo=UTC)
    track.write_text(GPX.format(name="x", points=points(start, count=31)).replace("running", ""))
    assert statuses(import_files(diary, [ride, track])) == [ADDED, DUPLICATE]


def test_the_same_one_is_found_before_one_that_only_looks_like_it(
    diary: Book, tmp_path: Path
) -> None:
    paths = [gpx(tmp_path, "a.gpx"), gpx(tmp_path, "b.gpx", count=42)]
    import_files(diary, paths, on_duplicate=OnDuplicate.KEEP)
    assert statuses(import_files(diary, paths, on_duplicate=OnDuplicate.KEEP)) == [DUPLICATE] * 2


def test_a_list_without_a_unit_is_in_the_persons_own(diary: Book, tmp_path: Path) -> None:
    path = tmp_path / "Activities.csv"
    path.write_text(
        "Activity Type,Date,Favorite,Title,Distance,Time\n"
        'Running,2026-11-20 08:01:10,false,"x","5.00","00:45:00"\n'
    )
    save_settings(diary, Settings(unit=DistanceUnit.MI))
    [item] = import_files(diary, [path]).results
    assert isinstance(item.record, Run)
    assert item.record.distance_m == 8047
    assert "taken as miles, your own unit" in item.message


def test_what_is_no_activity_is_rejected_with_a_sentence(diary: Book, tmp_path: Path) -> None:
    path = tmp_path / "notes.gpx"
    path.write_text("dear diary")
    [answer] = import_files(diary, [path]).results
    assert answer.status is REJECTED
    assert answer.message.endswith(".")


def test_files_of_other_kinds_are_told_of_once(diary: Book, tmp_path: Path) -> None:
    for name in ("a.jpg", "b.txt", "c.json"):
        (tmp_path / name).write_text("x")
    fit(tmp_path)
    outcome = import_typed(
        diary, str(tmp_path), on_duplicate=OnDuplicate.SKIP, watch=lambda _progress: True
    )
    assert isinstance(outcome, ImportOutcome)
    added, passed = outcome.results
    assert added.status is ADDED
    assert passed.message == "This and 2 other files are of no kind that can be read."
    [alone] = import_files(diary, [tmp_path / "a.jpg"]).results
    assert "no kind of file" in alone.message


def test_a_path_that_leads_nowhere_is_a_problem_of_the_field(diary: Book) -> None:
    refused = import_typed(
        diary, "/nowhere", on_duplicate=OnDuplicate.SKIP, watch=lambda _progress: True
    )
    assert isinstance(refused, Problem)


def many(folder: Path, count: int) -> list[Path]:
    return [
        fit(folder, f"{number:03}.fit", start=START - number * DAY_S) for number in range(count)
    ]


def test_it_is_saved_every_so_often_and_undone_in_one_go(
    diary: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_session, "SAVE_EVERY", 4)
    on_file: list[int] = []

    def watch(_progress: ImportProgress) -> bool:
        on_file.append(len(list_runs(diary)))
        return True

    assert statuses(import_files(diary, many(tmp_path, 10), watch=watch)) == [ADDED] * 10
    assert on_file == [0, 0, 0, 4, 4, 4, 4, 8, 8, 8]
    assert diary.undo().message == "Undone: the import of 10, Sun 25 Oct 2026 to Tue 3 Nov 2026."
    assert list_runs(diary) == ()


def test_stopped_it_keeps_what_was_read_and_goes_on_when_started_again(
    diary: Book, tmp_path: Path
) -> None:
    paths = many(tmp_path, 6)
    outcome = import_files(diary, paths, watch=lambda progress: progress.files < 3)
    assert outcome.stopped
    assert statuses(outcome) == [ADDED] * 3
    assert len(list_runs(diary)) == 3
    again = import_files(diary, paths)
    assert not again.stopped
    assert statuses(again) == [DUPLICATE] * 3 + [ADDED] * 3


def test_it_tells_how_far_it_is(diary: Book, tmp_path: Path) -> None:
    told: list[ImportProgress] = []

    def watch(progress: ImportProgress) -> bool:
        told.append(progress)
        return True

    import_files(diary, many(tmp_path, 4), watch=watch)
    assert [each.files for each in told] == [1, 2, 3, 4]
    assert [each.found for each in told] == [1, 2, 3, 4]
    assert [Path(each.file).name for each in told] == ["000.fit", "001.fit", "002.fit", "003.fit"]
    shares = [each.share for each in told]
    assert shares == sorted(shares)


def test_a_file_that_cannot_be_saved_is_said_and_ends_it(
    diary: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_session, "SAVE_EVERY", 2)
    paths = many(tmp_path, 6)
    import_files(diary, paths[:1])

    def full(*_arguments: object, **_named: object) -> Problem:
        return Problem("", "There is no space left.")

    monkeypatch.setattr(diary, "keep_all", full)
    outcome = import_files(diary, paths)
    assert outcome.problem == Problem("", "There is no space left.")
    assert len(outcome.results) < 6
    assert len(list_runs(diary)) == 1


KILLED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from tracker.diary import import_session, importing
from tracker.diary.book import open_book
import_session.SAVE_EVERY = 3
if __name__ == "__main__":
    book = open_book(Path(sys.argv[1]), lambda: datetime(2026, 11, 23, 7, 0, tzinfo=UTC))
    importing.import_files(book, [Path(sys.argv[2])])
"""


def kill_after(process: subprocess.Popen[bytes], path: Path, *, saves: int) -> None:
    """Kill a process once it has saved a file so many times."""
    seen = {written_at(path)}
    while len(seen) <= saves:
        assert process.poll() is None
        seen.add(written_at(path))
    os.kill(process.pid, signal.SIGKILL)
    process.wait()


def written_at(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def test_killed_at_any_moment_and_started_again_it_doubles_nothing(
    diary: Book, opened: Callable[[], Book], tmp_path: Path
) -> None:
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as export:
        for number in range(60):
            export.writestr(f"{number}.fit", run_file(start=START - number * DAY_S))
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    for saves in (1, 5):
        process = subprocess.Popen(  # noqa: S603 - this very interpreter
            [sys.executable, str(script), str(diary.path), str(archive)], cwd=Path.cwd()
        )
        kill_after(process, diary.path, saves=saves)
        assert 0 < len(list_runs(opened())) < 60
    outcome = import_files(opened(), [archive])
    assert set(statuses(outcome)) <= {ADDED, DUPLICATE}
    starts = [line.run.start for line in list_runs(opened())]
    assert len(starts) == len(set(starts)) == 60


def test_symptoms_of_another_diary_become_notes_once(
    diary: Book, opened: Callable[[], Book], tmp_path: Path
) -> None:
    path = tmp_path / "bearable.csv"
    path.write_text(
        "date,time of day,category,rating/amount,detail,notes\n"
        '"5th Dec 2025","mid","Symptom","2","Shin pain (Moderate)",""\n'
    )
    outcome = import_files(diary, [path])
    assert statuses(outcome) == [ADDED]
    [note] = diary.snapshot.of(Note)
    assert (note.day.isoformat(), note.note) == ("2025-12-05", "Shin pain (Moderate) (Bearable).")
    assert not diary.snapshot.check_ins.get(note.day)
    assert statuses(import_files(opened(), [path])) == [DUPLICATE]


def test_a_content_that_is_in_the_diary_is_not_read_again(
    diary: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fit(tmp_path)
    import_files(diary, [path])
    [line] = list_runs(diary)
    corrected = replace(line.run, distance_m=9000, avg_hr=None)
    diary.keep_all([corrected], label="an edit")

    def unread(_piece: object) -> None:
        pytest.fail("it was read")

    monkeypatch.setattr(workers, "read_piece", unread)
    packed = tmp_path / "run.fit.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert statuses(import_files(diary, [path, packed])) == [DUPLICATE] * 2
    assert list_runs(diary)[0].run == corrected


def test_a_day_with_more_than_anybody_does_is_not_compared_for_ever(
    diary: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_activities, "A_DAY_MAX", 3)
    starts = (START, START + 7200, START + 14_400, START + 21_600)
    paths = [
        fit(tmp_path, f"{number}.fit", start=start, distance=500_000 + 90_000 * number)
        for number, start in enumerate(starts)
    ]
    outcome = import_files(diary, paths, on_duplicate=OnDuplicate.KEEP)
    assert statuses(outcome) == [ADDED, ADDED, ADDED, REJECTED]
    assert "more of a day are not read" in outcome.results[-1].message
    assert statuses(import_files(diary, paths[:3])) == [DUPLICATE] * 3
