"""Zip and gzip: streamed, nested, bounded, and never written to the drive by a member's name."""

import gzip
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.archive_maker import zipped
from tests.exchange.fit_maker import run_file
from tracker.exchange import expansion, zip_archive
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.registry import read_file, steps_of

RUN = run_file()


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    def write(content: bytes, name: str = "export.zip") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


Put = Callable[..., Path]


def activities(path: Path) -> list[Activity]:
    found = read_file(path)
    assert all(isinstance(each, Activity) for each in found), found
    return [each for each in found if isinstance(each, Activity)]


def refused(path: Path) -> str:
    (rejected,) = read_file(path)
    assert isinstance(rejected, Rejected), rejected
    return rejected.reason


def test_the_members_of_an_archive_are_named_by_their_way_in(put: Put) -> None:
    path = put(zipped(("a/run.fit", RUN), ("b.FIT", run_file(distance=800_000)), ("x.jpg", b"ff")))
    found = activities(path)
    assert [each.file for each in found] == [f"{path}/a/run.fit", f"{path}/b.FIT"]
    assert [each.distance_m for each in found] == [5000, 8000]


def test_archives_in_archives_and_packed_files_are_opened(put: Put) -> None:
    inner = zipped(("1.fit.gz", gzip.compress(RUN)), ("2.fit", RUN))
    path = put(zipped(("DI_CONNECT/UploadedFiles_0-_Part1.zip", inner), ("profile.json", b"{}")))
    assert [each.file.removeprefix(str(path)) for each in activities(path)] == [
        "/DI_CONNECT/UploadedFiles_0-_Part1.zip/1.fit.gz",
        "/DI_CONNECT/UploadedFiles_0-_Part1.zip/2.fit",
    ]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_packed_file_keeps_its_name_and_gives_the_digest_of_what_is_in_it(
    put: Put, times: int
) -> None:
    plain = put(RUN, "run.fit")
    content = RUN
    for _ in range(times):
        content = gzip.compress(content)
    path = put(content, "run.fit.gz")
    (packed,) = activities(path)
    assert packed.file == str(path)
    assert packed.digest == activities(plain)[0].digest
    assert packed.warnings == (("The file was packed more than once.",) if times > 1 else ())


def test_a_packed_file_is_known_by_its_content(put: Put) -> None:
    assert len(activities(put(gzip.compress(RUN), "download"))) == 1


def test_what_lies_beside_the_activities_of_a_mac_is_passed_over(put: Put) -> None:
    path = put(zipped(("run.fit", RUN), ("__MACOSX/._run.fit", b"\0"), ("._run.fit", b"\0")))
    assert len(activities(path)) == 1


def test_one_bad_member_never_stops_the_rest(put: Put) -> None:
    path = put(zipped(("bad.fit", b"junk"), ("empty.gpx", b""), ("good.fit", RUN)))
    bad, empty, good = read_file(path)
    assert isinstance(bad, Rejected)
    assert isinstance(empty, Rejected)
    assert "empty" in empty.reason
    assert isinstance(good, Activity)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (zipped(), "empty"),
        (zipped(("a.jpg", b"ff"), ("b.json", b"{}")), "only 2 files of other kinds"),
        (zipped(("run.fit", RUN))[:-10], "damaged"),
        (b"PK\x03\x04 and no more", "damaged"),
        (gzip.compress(RUN)[:-60], "breaks off"),
        (b"\x1f\x8b\x08junk", "damaged"),
    ],
    ids=["empty", "other kinds", "cut", "no list", "gzip cut", "gzip junk"],
)
def test_an_archive_without_an_activity_is_refused_in_one_sentence(
    put: Put, content: bytes, says: str
) -> None:
    assert says in refused(put(content))


def test_a_flipped_bit_in_a_member_is_told_of_that_member(put: Put) -> None:
    content = bytearray(zipped(("a.fit", RUN), ("b.fit", RUN), method=zipfile.ZIP_STORED))
    content[40] ^= 1
    first, second = read_file(put(bytes(content)))
    assert isinstance(first, Rejected)
    assert "damaged" in first.reason
    assert first.file.endswith("/a.fit")
    assert isinstance(second, Activity)


def test_a_member_with_a_password_is_told_of(put: Put) -> None:
    content = bytearray(zipped(("a.fit", RUN)))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1
    assert "password" in refused(put(bytes(content)))


def test_a_way_of_packing_that_is_not_known_is_told_of(put: Put) -> None:
    content = bytearray(zipped(("a.fit", RUN)))
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", content, content.index(mark) + at, 97)
    assert "packed in a way" in refused(put(bytes(content)))


@pytest.mark.parametrize(
    "name", ["../../../evil.fit", "/etc/evil.fit", "..\\evil.fit", "C:\\e.fit"]
)
def test_nothing_is_ever_written_by_the_name_of_a_member(
    put: Put, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "a" / "b" / "c" / "d"
    folder.mkdir(parents=True)
    path = put(zipped((name, RUN)), "a/b/c/d/export.zip")
    before = set(tmp_path.rglob("*"))
    assert len(activities(path)) == 1
    assert set(tmp_path.rglob("*")) == before
    assert not list(Path("/etc").glob("evil*"))


def test_zeros_without_end_are_left_alone(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expansion, "EXPANDED_MIN", 10_000)
    monkeypatch.setattr(zip_archive, "EXPANDED_MIN", 10_000)
    many = zipped(*((f"{number}.fit", bytes(2_000_000)) for number in range(20)))
    assert "far more than its size can honestly hold" in refused(put(many))
    packed = gzip.compress(bytes(20_000_000))
    assert "far more than its size" in refused(put(packed, "run.fit.gz"))
    inner = zipped(("a.fit", gzip.compress(bytes(40_000_000))))
    assert "far more than its size" in refused(put(zipped(("inner.zip", inner))))


def test_members_that_share_their_bytes_are_left_alone(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_archive, "EXPANDED_MIN", 10_000)
    content = zipped(("a.fit", bytes(1_000_000)))
    entry = content[content.index(b"PK\x01\x02") : content.rindex(b"PK\x05\x06")]
    start = content.index(b"PK\x01\x02")
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 500, 500, 500 * len(entry), start, 0)
    assert "far more than its size" in refused(put(content[:start] + entry * 500 + end))


def test_a_member_that_is_huge_is_not_read_to_its_end(put: Put) -> None:
    path = put(zipped(("run.fit", bytes(40 * 2**20))))
    assert "larger than 32 MB" in refused(path)


def test_a_size_that_is_a_lie_does_no_harm(put: Put) -> None:
    content = bytearray(zipped(("run.fit", RUN)))
    struct.pack_into("<L", content, content.index(b"PK\x01\x02") + 24, 2**32 - 2)
    assert "far more than its size" in refused(put(bytes(content)))


def test_archives_nested_without_end_are_refused(put: Put) -> None:
    content = RUN
    for _ in range(6):
        content = zipped(("inner.zip", content))
    assert "archives in archives" in refused(put(content))


def test_lists_without_end_are_refused_before_they_are_read(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_archive, "LIST_MAX", 500)
    path = put(zipped(*((f"{number}.fit", b"x") for number in range(20))))
    assert "lists more files" in refused(path)
    monkeypatch.setattr(zip_archive, "LIST_MAX", 10_000)
    monkeypatch.setattr(zip_archive, "MEMBERS_MAX", 10)
    assert "more than 10 files" in refused(path)


def test_an_archive_is_cut_into_pieces_one_at_a_time(put: Put) -> None:
    """However many files an archive holds, no more than one is in memory."""
    path = put(zipped(*((f"{number}.fit", RUN) for number in range(50))))
    steps = steps_of(path)
    assert next(steps) != next(steps)
    assert len(list(steps)) == 48
