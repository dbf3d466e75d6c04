import os
from pathlib import Path

import pytest

from tracker.diary import import_paths
from tracker.diary.import_paths import find_all, find_files
from tracker.domain.problem import Problem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.gpx", "a.gpx", ".hidden.gpx", "my run.gpx", "notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "c.gpx").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("{}/a.gpx", ["a.gpx"]),
        ("  {}/a.gpx ", ["a.gpx"]),
        ("{}", ["a.gpx", "b.gpx", "my run.gpx", "notes.txt", "c.gpx"]),
        ("{}/*.gpx", ["a.gpx", "b.gpx", "my run.gpx"]),
        ("{}/my run.gpx", ["my run.gpx"]),
        ("'{}/my run.gpx'", ["my run.gpx"]),
        ("{}/my\\ run.gpx", ["my run.gpx"]),
        ("{0}/a.gpx {0}/b.gpx", ["a.gpx", "b.gpx"]),
    ],
)
def test_what_a_typed_path_means(folder: Path, typed: str, found: list[str]) -> None:
    files = find_files(typed.format(folder))
    assert not isinstance(files, Problem)
    assert [path.name for path in files] == found


def test_a_path_from_the_home_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert find_files("~/a.gpx") == (folder / "a.gpx",)


@pytest.mark.parametrize("typed", ["", "   ", "nowhere.gpx", "*.nothing", "'", "\0", "~nobody/x"])
def test_what_can_t_be_found_is_said_with_an_example(typed: str) -> None:
    refused = find_files(typed)
    assert isinstance(refused, Problem)
    assert refused.field == "files"
    assert "Type it like" in refused.message


def test_words_of_a_shell_are_taken_as_they_are_and_each_file_once(folder: Path) -> None:
    found = find_all([str(folder / "my run.gpx"), str(folder), str(folder / "*.gpx")])
    assert not isinstance(found, Problem)
    assert [path.name for path in found] == ["my run.gpx", "a.gpx", "b.gpx", "notes.txt", "c.gpx"]


def test_words_of_a_shell_that_mean_no_file_are_said(folder: Path) -> None:
    refused = find_all([str(folder), str(folder / "nowhere.gpx")])
    assert isinstance(refused, Problem)
    assert refused.field == "files"


def test_a_folder_with_files_without_end_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_paths, "FILES_MAX", 3)
    refused = find_files(str(folder))
    assert isinstance(refused, Problem)
    assert "more than 3 files" in refused.message


def test_an_empty_folder_is_not_said_to_be_missing(tmp_path: Path) -> None:
    refused = find_files(str(tmp_path))
    assert isinstance(refused, Problem)
    assert refused.message.startswith("There is no file in the folder")


def test_a_folder_that_may_not_be_read_is_not_called_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = find_files(str(tmp_path))
    assert isinstance(found, Problem)
    assert "can't be read. Check that you may read it." in found.message
