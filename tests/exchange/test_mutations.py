import gzip
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.exchange.apple_maker import FULL, export
from tests.exchange.archive_maker import zipped
from tests.exchange.fit_maker import run_file
from tests.exchange.strava_maker import NEW, NEW_ROW
from tests.exchange.tcx_maker import tcx_activity, tcx_file, tcx_lap, tcx_point
from tracker.exchange.activity import Activity, Found, Rejected
from tracker.exchange.registry import read_content, read_file

ROUNDS = int(os.environ.get("BACKSTRIDE_ROUNDS", "500"))

_PIECES = (
    b"<trk>", b"</trk>", b"<trkseg>", b"</gpx>", b"<time>", b"nan", b"-1e999", b"\x00", b"\xff\xfe",
    b"<!--", b"]]>", b"<![CDATA[", b"&x;", b"&", b"9" * 400, b"+99:99", b"<type>9</type>", b"\xc3",
    b"9999-12-31T23:59:59Z", b"0001-01-01T00:00:00+14:00", b'encoding="utf-7"', b"<!DOCTYPE a [",
)  # fmt: skip


def _mutated(content: bytes, dice: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(changed))
        match dice.randrange(5):
            case 0:
                changed[at] = dice.randrange(256)
            case 1:
                del changed[at : at + dice.randint(1, 40)]
            case 2:
                changed[at:at] = dice.choice(_PIECES)
            case 3:
                piece = changed[at : at + dice.randint(1, 200)]
                to = dice.randrange(len(changed))
                changed[to:to] = piece
            case _ if dice.random() < 0.2:
                del changed[at:]
            case _:
                changed[at : at + 1] = str(dice.randrange(10)).encode()
        if not changed:
            break
    return bytes(changed)


def test_whatever_a_file_holds_it_gives_an_activity_or_a_sentence(
    gpx: Callable[..., bytes], track: Callable[..., str]
) -> None:
    dice = random.Random(20261123)  # noqa: S311 - a test's dice, the same every time
    points = [tcx_point(each, metres=each, north=each, hr="120") for each in range(0, 60, 12)]
    wholes = (
        run_file(rpe=60),
        (NEW + NEW_ROW + NEW_ROW).encode(),
        export(FULL, FULL),
        gpx(track(points=6, beats=("120",)), track(points=4, sport=None)),
        tcx_file(tcx_activity(tcx_lap(points, seconds=60, metres=150), tcx_lap(after_s=60))),
    )
    for whole in wholes:
        seen = set()
        for _ in range(ROUNDS):
            for result in read_content(_mutated(whole, dice), "mutated"):
                seen.add(type(result))
                _check(result)
        assert seen == {Activity, Rejected}


def test_whatever_an_archive_holds_it_gives_activities_or_sentences(tmp_path: Path) -> None:
    dice = random.Random(20261124)  # noqa: S311 - a test's dice, the same every time
    inner = zipped(("1.fit.gz", gzip.compress(run_file())), ("2.fit", run_file()))
    wholes = (
        zipped(
            ("a.fit", run_file()),
            ("inner.zip", inner),
            ("activities.csv", (NEW + NEW_ROW).encode()),
        ),
        zipped(("a.fit", run_file()), method=zipfile.ZIP_STORED),
        gzip.compress(run_file()),
    )
    path = tmp_path / "export.zip"
    seen = set()
    for number in range(ROUNDS):
        path.write_bytes(_mutated(wholes[number % len(wholes)], dice))
        for result in read_file(path):
            seen.add(type(result))
            _check(result)
    assert seen == {Activity, Rejected}


def _check(result: Found) -> None:
    if isinstance(result, Activity):
        assert result.distance_m is None or 1 <= result.distance_m <= 1_000_000
        assert result.duration_s is None or 1 <= result.duration_s <= 72 * 3600
        assert result.max_hr is None or 1 <= result.max_hr <= 260
    else:
        assert isinstance(result, Rejected)
        assert result.reason.endswith(".")
        assert "\n" not in result.reason
