"""The lists of Strava, Garmin Connect and Runkeeper: by name and occurrence, never by position."""

import gzip
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.exchange.archive_maker import zipped
from tests.exchange.fit_maker import run_file
from tests.exchange.strava_maker import NEW, NEW_ROW
from tracker.domain.run import Surface
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.registry import read_content, read_file
from tracker.exchange.sport import Sport


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def read(text: str, encoding: str = "utf-8") -> list[Activity]:
    found = read_content(text.encode(encoding), "list.csv")
    assert all(isinstance(each, Activity) for each in found), found
    return [each for each in found if isinstance(each, Activity)]


def test_strava_says_a_measure_twice_and_the_second_is_exact() -> None:
    (run,) = read(NEW + NEW_ROW)
    assert (run.start, run.sport, run.surface) == (
        datetime(2026, 11, 3, 17, 10, tzinfo=UTC), Sport.RUN, Surface.TRAIL,
    )  # fmt: skip
    assert (run.distance_m, run.duration_s, run.moving_s) == (5612, 1801, 1750)
    assert (run.avg_hr, run.max_hr, run.ascent_m, run.rpe) == (141, 171, 42, 6)
    assert (run.name, run.note) == ('Lunch, "easy" 🌲', "fine\nuntil the hill")
    assert run.ref == "strava:7"


@pytest.mark.parametrize(
    ("header", "row", "start", "metres"),
    [
        (
            "id,date,name,type,description,elapsed_time,distance,commute,gear,filename",
            "1,2018-09-12 15:02:23,Run,Run,,783,2681.0,false,,",
            datetime(2018, 9, 12, 15, 2, 23, tzinfo=UTC),
            2681,
        ),
        (
            (
                "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,"
                "Elapsed Time,Distance,Commute,Activity Gear,Filename"
            ),
            '1,"25 Jun 2019, 11:18:35",Run,Run,,783,2.68,false,,',
            datetime(2019, 6, 25, 11, 18, 35, tzinfo=UTC),
            2680,
        ),
        (
            (
                "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,"
                "Beschreibung der Aktivität,Verstrichene Zeit,Distanz,Dateiname,"
                "Verstrichene Zeit,Bewegungszeit,Distanz"
            ),
            '1,"20.09.2026, 14:12:12",Lauf,Lauf,,4800,"10,20",,4800.0,4700.0,10204.5',
            datetime(2026, 9, 20, 14, 12, 12, tzinfo=UTC),
            10204,
        ),
        (
            (
                "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,"
                "Temps écoulé,Distance,Nom du fichier"
            ),
            '1,"12 sept. 2018 à 15:02:23",Sortie,Course à pied,3000,"10,20",',
            datetime(2018, 9, 12, 15, 2, 23, tzinfo=UTC),
            10200,
        ),
    ],
    ids=["2018", "2019", "German", "French"],
)
def test_strava_of_every_year_and_language(
    header: str, row: str, start: datetime, metres: int
) -> None:
    (run,) = read(f"{header}\n{row}\n")
    assert (run.start, run.distance_m, run.sport) == (start, metres, Sport.RUN)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_every_usual_encoding(encoding: str) -> None:
    text = (NEW + NEW_ROW).replace("🌲", "é").replace("\n", "\r\n")
    (run,) = read(text, encoding)
    assert run.name == 'Lunch, "easy" é'


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_table_with_other_marks_and_a_line_before_the_header(mark: str) -> None:
    header = "Activity ID,Activity Date,Activity Type,Elapsed Time,Distance,Filename"
    row = "1,2026-11-03 17:10:00,Run,1800,5.00,"
    (run,) = read("exported on Monday\n" + f"{header}\n{row}\n".replace(",", mark))
    assert run.distance_m == 5000


def listed(name: str, *, sport: str = "Run", distance: str = "", at: str = "16:10:00") -> str:
    return f'9,"2026-11-03 {at}",From the list,{sport},,1800,,,false,,{name},,,{distance},,,,,,\n'


@pytest.mark.parametrize("folder", ["", "export_1/"])
def test_list_and_file_say_one_activity_together(tmp_path: Path, folder: str) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(
        zipped(
            (f"{folder}activities/1.fit.gz", gzip.compress(run_file(sub_sport=3))),
            (f"{folder}activities/2.fit", b"junk"),
            (f"{folder}activities/4.fit", run_file(start=1_100_000_000)),
            (f"{folder}media/photo.jpg", b"ff"),
            (f"{folder}profile.csv", "a,b\n1,2\n"),
            (
                f"{folder}activities.csv",
                NEW
                + listed("activities/1.fit.gz", distance="4990.0")
                + listed("activities/2.fit", distance="6000.0", at="17:10:00")
                + listed("activities/3.fit", distance="7000.0", at="18:10:00")
                + listed("", sport="Weight Training", at="19:10:00"),
            ),
        )
    )
    first, second, third, fourth, fifth = read_file(path)
    assert isinstance(first, Activity)
    assert first.file == f"{path}/{folder}activities/1.fit.gz"
    assert (first.name, first.distance_m, first.moving_s) == ("From the list", 4990, 1750)
    assert (first.surface, first.avg_hr, first.warnings) == (Surface.TRAIL, 141, ())
    assert str(first.start) == "2026-11-03 17:10:00+01:00"
    assert first.ref == "strava:9"
    assert isinstance(second, Activity)
    assert "was not used: This is not a FIT file" in second.warnings[0]
    assert isinstance(third, Activity)
    assert "activities/3.fit is not in the archive" in third.warnings[0]
    assert isinstance(fourth, Activity)
    assert (fourth.sport, fourth.warnings) == (Sport.WEIGHTS, ())
    assert isinstance(fifth, Activity)
    assert fifth.file.endswith("activities/4.fit")


def test_a_jump_that_the_service_counted_is_not_taken_from_its_list(
    tmp_path: Path, gpx: object, track: object
) -> None:
    assert callable(gpx)
    assert callable(track)
    points = track(points=100, every_s=60).replace('lat="50.005"', 'lat="50.1"')
    path = tmp_path / "export.zip"
    row = listed("1.gpx", distance="31987.0", at="17:10:00")
    path.write_bytes(zipped(("1.gpx", gpx(points)), ("activities.csv", NEW + row)))
    (run,) = read_file(path)
    assert isinstance(run, Activity)
    assert run.distance_m == 11_008
    assert "The list counts jumps" in run.warnings[0]


GARMIN = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,"
    "Total Ascent,Avg Stride Length,Steps,Moving Time,Elapsed Time\n"
)


@pytest.mark.usefixtures("berlin")
def test_garmin_rows_are_local_and_without_a_unit() -> None:
    (run,) = read(
        GARMIN + 'Running,2026-03-02 08:01:10,false,"Long","21.10","1,502","02:05:11","141","163",'
        '"4.1","512","0.97","21,744","02:05:02","02:12:41.5"\n'
    )
    assert str(run.start) == "2026-03-02 08:01:10+01:00"
    assert (run.distance_m, run.moving_s, run.duration_s) == (21_100, 7502, 7962)
    assert (run.avg_hr, run.max_hr, run.ascent_m, run.name) == (141, 163, 512, "Long")
    assert (run.unit_assumed, run.warnings) == (False, ())


@pytest.mark.parametrize(
    ("distance", "stride", "steps", "metres"),
    [
        ("21.10", "0.97", "21,744", 21_100),
        ("13.11", "0.97", "21,744", 21_098),
        ("13.11", "3.18", "21,744", 21_098),
        ("13,11", "0,97", "21.744", 21_098),
    ],
)
def test_steps_and_strides_tell_the_unit(
    distance: str, stride: str, steps: str, metres: int
) -> None:
    (run,) = read(
        GARMIN + f'Running,2026-03-02 08:01:10,false,"x","{distance}",--,"02:05:11",--,--,"--",--,'
        f'"{stride}","{steps}",--,--\n'
    )
    assert (run.distance_m, run.unit_assumed) == (metres, False)
    assert (run.avg_hr, run.ascent_m) == (None, None)


def test_without_them_the_unit_is_assumed_and_said() -> None:
    (run,) = read(
        GARMIN + 'Running,2026-03-02 08:01:10,false,"x","5.00",--,"00:31:00",--,--,"--",--,"--",'
        '"--",--,--\n'
    )
    assert (run.distance_m, run.unit_assumed) == (5000, True)
    assert "names no unit" in run.warnings[0]


@pytest.mark.parametrize(
    ("kind", "distance", "metres", "surface"),
    [
        ("Track Running", "5,012", 5012, Surface.TRACK),
        ("Pool Swimming", "1,500", 1500, None),
        ("Bahnlaufen", "5,012", 5012, None),
        ("Treadmill Running", "5.00", 5000, Surface.TREADMILL),
    ],
)
def test_track_and_pool_are_in_metres(
    kind: str, distance: str, metres: int, surface: Surface | None
) -> None:
    (found,) = read(
        GARMIN + f'{kind},2026-03-02 08:01:10,false,"x","{distance}",--,"00:31:00",--,--,"--",--,'
        '"--","--",--,--\n'
    )
    assert (found.distance_m, found.surface) == (metres, surface)


RUNKEEPER = (
    "Activity Id,Date,Type,Route Name,Distance ({}),Duration,Average Pace,Climb ({}),"
    "Average Heart Rate (bpm),Notes,GPX File\n"
)


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("units", "metres", "ascent"), [(("km", "m"), 3240, 59), (("mi", "ft"), 5214, 18)]
)
def test_runkeeper_has_its_unit_in_the_header(
    units: tuple[str, str], metres: int, ascent: int
) -> None:
    (run,) = read(
        RUNKEEPER.format(*units) + "a1,2026-03-28 08:33:29,Running,Loop,3.24,26:11,8:05,59,106,"
        '"long, slow",\n'
    )
    assert str(run.start) == "2026-03-28 08:33:29+01:00"
    assert (run.distance_m, run.duration_s, run.ascent_m) == (metres, 1571, ascent)
    assert (run.avg_hr, run.note, run.ref) == (106, "long, slow", "runkeeper:a1")


def test_a_row_without_a_date_is_told_of_and_the_rest_is_read() -> None:
    rejected, run = read_content(
        (NEW + NEW_ROW.replace("Nov 3", "Someday") + NEW_ROW).encode(), "a"
    )
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "Activity 1 of the list has no date that can be read."
    assert isinstance(run, Activity)


@pytest.mark.parametrize(
    "cell", ["'-9", "=1+1", "\x1b[31m7", '"' + "9" * 100_000 + '"', "１２", "nan", "1e999", "-5"]
)
def test_whatever_stands_in_a_cell_does_no_harm(cell: str) -> None:
    for at in range(1, 7):
        cells = NEW_ROW.replace("1801.0", cell).replace("42.0", cell).replace("6.0", cell, at)
        for found in read_content((NEW + cells).encode(errors="replace"), "a.csv"):
            assert isinstance(found, Activity | Rejected)


def test_the_same_row_has_the_same_digest_and_another_has_not() -> None:
    first, second, third = read(NEW + NEW_ROW + NEW_ROW + NEW_ROW.replace("1801", "1802"))
    assert first.digest == second.digest != third.digest
