"""Files beside the repository, where there are any, with the values that they must give."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from tracker.exchange.activity import Activity, Rejected, Symptom
from tracker.exchange.registry import read_file

Row = Mapping[str, str]

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
SPORTS = {
    "running": {"run"},
    "cycling": {"bike"},
    "walking": {"walk", "hike"},
    "swimming": {"swim"},
    "strength": {"weights"},
    "transition": {"other"},
    "other": {"other", "unknown"},
}
# A made file has no row of its own; whatever is odd about it, this is how far it goes.
MADE = sorted(SAMPLES.glob("made/*.gpx"))
MADE_M = 3325


def files() -> dict[Path, list[Row]]:
    found: dict[Path, list[Row]] = defaultdict(list)
    listing = SAMPLES / "MANIFEST.csv"
    if listing.exists():
        with listing.open(newline="", encoding="utf-8") as stream:
            for row in csv.DictReader(stream):
                found[listing.parent / row["file"]].append(row)
    return found


@pytest.mark.parametrize(
    ("path", "rows"), [pytest.param(path, rows, id=path.name) for path, rows in files().items()]
)
def test_a_file_gives_the_values_of_its_list(path: Path, rows: list[Row]) -> None:
    results = read_file(path)
    rejected = [each for each in results if isinstance(each, Rejected)]
    activities = [each for each in results if not isinstance(each, Rejected)]
    if {row["sport"] for row in rows} != {"symptom"}:
        # A symptom beside workouts is no activity of its list.
        activities = [each for each in activities if isinstance(each, Activity)]
    for each in rejected:
        assert each.file == str(path)
        assert each.reason.endswith(".")
    expects = {row["expect"] for row in rows}
    if expects == {"reject"}:
        assert rejected
        assert not activities
    elif expects == {"either"} and rejected:
        assert not activities
    else:
        assert not rejected
        assert len(activities) == len(rows)
        for activity, row in zip(activities, rows, strict=True):
            check(activity, row)


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_a_made_file_goes_as_far_as_the_person_did(path: Path) -> None:
    (activity,) = read_file(path)
    assert isinstance(activity, Activity)
    assert activity.distance_m == pytest.approx(MADE_M, abs=5)
    assert activity.warnings


def check(activity: Activity | Symptom, row: Row) -> None:
    if isinstance(activity, Symptom):
        assert activity.at.date().isoformat() == row["start_local"]
        assert row["sport"] == "symptom"
    else:
        check_activity(activity, row)


def check_activity(activity: Activity, row: Row) -> None:
    if row["expect"] in {"accept_warn", "either"}:
        assert activity.warnings
    check_start(activity, row)
    if row["distance_m"] and float(row["distance_m"]):
        share = float(row["distance_tol_pct"]) / 100
        # The diary keeps whole metres.
        assert activity.distance_m == pytest.approx(float(row["distance_m"]), rel=share, abs=0.5)
    elif row["distance_m"]:
        assert activity.distance_m is None
    seconds = float(row["time_tol_s"] or 0) + 0.5
    for value, name in ((activity.duration_s, "elapsed_s"), (activity.moving_s, "moving_s")):
        if row[name]:
            assert value == pytest.approx(float(row[name]), abs=seconds)
    for value, name in ((activity.avg_hr, "avg_hr"), (activity.max_hr, "max_hr")):
        if row[name]:
            assert value == pytest.approx(float(row[name]), abs=1)
    if row["ascent_m"] and activity.sport.value == "run":
        assert activity.ascent_m == pytest.approx(float(row["ascent_m"]), abs=0.5)
    if row["sport"]:
        assert activity.sport.value in SPORTS[row["sport"]]


def check_start(activity: Activity, row: Row) -> None:
    if row["start_utc"]:
        assert activity.start is not None
        off = (activity.start - datetime.fromisoformat(row["start_utc"])).total_seconds()
        assert abs(off) <= float(row["start_tol_s"])
    if row["start_local"]:
        assert activity.start is not None
        local = datetime.fromisoformat(row["start_local"])
        off = (activity.start.replace(tzinfo=None) - local.replace(tzinfo=None)).total_seconds()
        assert abs(off) <= float(row["start_tol_s"] or 0)
