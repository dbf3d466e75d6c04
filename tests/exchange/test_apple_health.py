import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.exchange.apple_maker import DATES, FULL, export, statistic, workout
from tracker.domain.run import Surface
from tracker.exchange import apple_scan
from tracker.exchange.activity import Activity, Rejected, Symptom
from tracker.exchange.apple_health import read_apple
from tracker.exchange.apple_scan import parts_of
from tracker.exchange.registry import read_content, read_file
from tracker.exchange.sport import Sport


def only(content: bytes) -> Activity:
    (activity,) = read_content(content, "export.xml")
    assert isinstance(activity, Activity), activity
    return activity


def test_a_workout_is_read_with_its_statistics() -> None:
    run = only(export(FULL))
    assert (run.start, run.sport, run.surface) == (
        datetime(2026, 11, 3, 17, 10, tzinfo=UTC), Sport.RUN, Surface.TREADMILL,
    )  # fmt: skip
    assert str(run.start) == "2026-11-03 18:10:00+01:00"
    assert (run.distance_m, run.duration_s, run.moving_s) == (6012, 2100, 1830)
    assert (run.avg_hr, run.max_hr, run.ascent_m, run.rpe) == (151, 172, 42, None)
    assert (run.device, run.warnings) == ("My > Watch", ())


@pytest.mark.parametrize(
    ("attributes", "metres"),
    [
        ('totalDistance="0.4971749" totalDistanceUnit="mi"', 800),
        ('totalDistance="5012" totalDistanceUnit="m"', 5012),
        ('totalDistance="0" totalDistanceUnit="km"', None),
        ('totalDistance="far" totalDistanceUnit="km"', None),
        ('totalDistance="3" totalDistanceUnit="leagues"', None),
    ],
)
def test_older_exports_have_the_distance_in_the_workout(
    attributes: str, metres: int | None
) -> None:
    assert only(export(workout(attributes=attributes))).distance_m == metres


@pytest.mark.parametrize(
    ("kind", "sport", "warns"),
    [
        ("Walking", Sport.WALK, False),
        ("Cycling", Sport.BIKE, False),
        ("TraditionalStrengthTraining", Sport.WEIGHTS, False),
        ("Yoga", Sport.YOGA_PILATES, False),
        ("Other", Sport.OTHER, False),
        ("Curling", Sport.OTHER, True),
    ],
)
def test_no_other_workout_is_a_run(kind: str, sport: Sport, *, warns: bool) -> None:
    found = only(export(workout(kind=kind)))
    assert (found.sport, bool(found.warnings)) == (sport, warns)


@pytest.mark.parametrize(
    "content",
    [
        export(
            f'<Record type="HKQuantityTypeIdentifierWorkoutEffortScore" {DATES} '
            'unit="appleEffortScore" value="6"/>',
            FULL,
        ),
        export(
            FULL.replace("<Meta", '<MetadataEntry key="HKWorkoutEffortScore" value="6"/><Meta', 1)
        ),
        export(FULL.replace("<Meta", statistic("WorkoutEffortScore", 'average="6"') + "<Meta", 1)),
    ],
    ids=["record", "metadata", "statistic"],
)
def test_the_effort_that_the_person_gave_is_taken(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    path.write_bytes(content)
    (run,) = read_file(path)
    assert isinstance(run, Activity)
    assert run.rpe == 6


def test_what_the_watch_estimated_is_not() -> None:
    estimate = statistic("EstimatedWorkoutEffortScore", 'average="6"')
    assert only(export(FULL.replace("<Meta", estimate + "<Meta", 1))).rpe is None


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("LowerBackPain", "HKCategoryValueSeverityModerate", "Lower back pain: moderate"),
        ("GeneralizedBodyAche", "HKCategoryValueSeverityNotPresent", "Body ache: not present"),
        ("Fatigue", "4", "Fatigue: severe"),
    ],
)
def test_symptoms_are_words_and_never_a_score(kind: str, value: str, words: str) -> None:
    (found,) = read_apple(
        export(f'<Record type="HKCategoryTypeIdentifier{kind}" {DATES} value="{value}"/>'), "a.xml"
    )
    assert isinstance(found, Symptom)
    assert found.words == f"{words} (Apple Health)."
    assert str(found.at) == "2026-11-03 18:10:00+01:00"


def test_one_damaged_workout_never_stops_the_rest() -> None:
    bad = workout('<MetadataEntry key="x" value="1">')
    found = read_content(export(FULL.replace("km", "k\x0bm"), bad, FULL), "export.xml")
    assert [type(each) for each in found] == [Activity, Rejected, Activity]


@pytest.mark.parametrize("chunk", [1, 7, 100, 1000])
def test_it_does_not_matter_where_a_stream_is_cut(
    monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    content = export(FULL, FULL)
    monkeypatch.setattr(apple_scan, "_CHUNK", chunk)
    parts = list(parts_of(io.BytesIO(content)))
    assert [part.decode() for part in parts] == [FULL.strip()] * 2


def test_a_part_without_end_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_scan, "PART_MAX", 30_000)
    for endless in ("<Workout " + "x" * 40_000 + '">', "<Workout >" + "x" * 40_000):
        parts = list(parts_of(io.BytesIO(export(endless, FULL))))
        assert [part.decode() for part in parts] == [FULL.strip()]


@pytest.mark.parametrize("part", ["<Workout ", '<Workout a="', "<Workout >", '<Workout a="1">'])
def test_beginnings_without_end_take_no_longer_than_their_length(part: str) -> None:
    assert list(parts_of(io.BytesIO((part * 300_000).encode()))) == []


def test_an_export_without_workouts_says_so(tmp_path: Path) -> None:
    path = tmp_path / "导出.xml"
    path.write_bytes(export())
    (rejected,) = read_file(path)
    assert isinstance(rejected, Rejected)
    assert "holds no workouts" in rejected.reason


def test_an_archive_gives_its_workouts_in_pieces_and_not_their_routes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apple_scan, "PIECE_BYTES", 1000)
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("apple_health_export/workout-routes/route_1.gpx", b"<gpx/>")
        archive.writestr("apple_health_export/export_cda.xml", b"<ClinicalDocument/>")
        archive.writestr("apple_health_export/export.xml", export(FULL, FULL, FULL))
    found = read_file(path)
    assert len(found) == 3
    assert all(isinstance(each, Activity) for each in found)
    assert {each.file for each in found} == {f"{path}/apple_health_export/export.xml"}


def test_more_than_anybody_has_ends_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apple_scan, "PARTS_MAX", 3)
    path = tmp_path / "export.xml"
    path.write_bytes(export(*[workout() for _ in range(5)]))
    said, *read = read_file(path)
    assert isinstance(said, Rejected)
    assert said.reason == apple_scan.TOO_MANY
    assert len(read) <= 3
