import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.exchange import registry
from tracker.exchange.activity import Activity, Found, Rejected
from tracker.exchange.registry import read_content, read_file


def reason(results: tuple[Found, ...]) -> str:
    (rejected,) = results
    assert isinstance(rejected, Rejected), rejected
    return rejected.reason


def test_a_gpx_file_is_known_by_its_content_whatever_its_name(
    tmp_path: Path, gpx: Callable[..., bytes], track: Callable[..., str]
) -> None:
    for name in ("run.gpx", "run.GPX", "run.fit", "run"):
        path = tmp_path / name
        path.write_bytes(gpx(track()))
        (activity,) = read_file(path)
        assert isinstance(activity, Activity)
        assert activity.file == str(path)


@pytest.mark.parametrize(
    ("content", "file", "says"),
    [
        (b"", "a.gpx", "empty"),
        (b" \n ", "a.gpx", "empty"),
        (b"not xml at all", "a.gpx", "damaged"),
        (b"not xml at all", "a.doc", "Give a FIT, GPX or TCX"),
        (b"<!DOCTYPE html>\n<html><body>&nbsp;", "a.gpx", "web page"),
        (b"\xef\xbb\xbf <HTML>", "a.gpx", "web page"),
        (b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT\x00", "a.gpx", "holds no summary"),
        (b"junk", "a.FIT", "not a FIT file"),
        (b'<?xml version="1.0"?><!-- <gpx> --><TrainingCenterDatabase/>', "a", "no activity"),
        (b"          <TrainingCenterDatabase>", "a", "breaks off"),
        (b"a,b", "a.csv", "no kind of file"),
        (b"PK\x03\x04", "a", "no kind of file"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(content: bytes, file: str, says: str) -> None:
    assert says in reason(read_content(content, file))


def test_a_path_that_is_no_file_gets_one_sentence(tmp_path: Path) -> None:
    assert f"{tmp_path}/*.gpx" in reason(read_file(tmp_path))
    assert "no file of this name" in reason(read_file(tmp_path / "nothing.gpx"))
    assert "not a plain file" in reason(read_file(Path(os.devnull)))
    assert isinstance(read_file(Path("a\0b"))[0], Rejected)


def test_a_file_that_cannot_be_opened_gets_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "run.gpx"
    path.write_bytes(b"<gpx/>")

    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert "can't be opened" in reason(read_file(path))


def test_a_file_beyond_the_cap_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "FILE_MAX", 100)
    path = tmp_path / "run.gpx"
    path.write_bytes(b"<gpx>" + b" " * 100)
    assert "larger than 32 MB" in reason(read_file(path))
