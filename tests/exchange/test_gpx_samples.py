"""Real files beside the repository, where there are any, with the values they must give."""

import csv
from datetime import datetime
from pathlib import Path

import pytest

from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.registry import read_file

_ROOT = Path(__file__).resolve().parents[2]
_LISTS = sorted(_ROOT.parent.glob("*/samples/MANIFEST.csv"))


def _rows() -> list[tuple[Path, dict[str, str]]]:
    found = []
    for listing in _LISTS:
        with listing.open(newline="", encoding="utf-8") as stream:
            found += [
                (listing.parent / row["file"], row)
                for row in csv.DictReader(stream)
                if row["format"] == "gpx" and row["file"].endswith(".gpx")
            ]
    return found


@pytest.mark.parametrize(
    ("path", "row"), [pytest.param(path, row, id=row["file"]) for path, row in _rows()]
)
def test_a_real_file_gives_the_values_of_its_list(path: Path, row: dict[str, str]) -> None:
    results = read_file(path)
    assert len(results) == 1
    result = results[0]
    if row["expect"] == "reject":
        assert isinstance(result, Rejected)
    elif row["expect"] == "either":
        if isinstance(result, Activity):
            assert result.warnings
            _check(result, row)
    else:
        assert isinstance(result, Activity)
        assert result.warnings or row["expect"] != "accept_warn"
        _check(result, row)


def _check(activity: Activity, row: dict[str, str]) -> None:
    if row["start_utc"]:
        expected = datetime.fromisoformat(row["start_utc"])
        assert activity.start is not None
        off = abs((activity.start - expected).total_seconds())
        assert off <= float(row["start_tol_s"])
    if row["start_local"]:
        assert activity.start is not None
        local = datetime.fromisoformat(row["start_local"])
        assert activity.start.utcoffset() == local.utcoffset()
    if row["distance_m"]:
        share = float(row["distance_tol_pct"]) / 100
        assert activity.distance_m == pytest.approx(float(row["distance_m"]), rel=share)
    if row["elapsed_s"]:
        assert activity.duration_s == pytest.approx(
            float(row["elapsed_s"]), abs=float(row["time_tol_s"])
        )
    if row["avg_hr"]:
        assert activity.avg_hr == pytest.approx(float(row["avg_hr"]), abs=1)
    if row["max_hr"]:
        assert activity.max_hr == pytest.approx(float(row["max_hr"]), abs=1)
    if row["device"]:
        assert activity.device is not None
        assert activity.device.startswith(row["device"])
    if row["sport"]:
        assert activity.sport.value == {"running": "run", "cycling": "bike"}[row["sport"]]
