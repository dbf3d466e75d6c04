"""Diaries of symptoms and of days: kept in their own words, never made a pain score."""

import time
from collections.abc import Iterator

import pytest

from tracker.exchange.activity import Activity, Rejected, Symptom
from tracker.exchange.registry import read_content

BEARABLE = "date,weekday,time of day,category,rating/amount,detail,notes\n"
WELLNESS = "date,weight,restingHR,hrv,sleepSecs,sleepQuality,soreness,fatigue,injury,comments\n"
ACTIVITIES = (
    "id,start_date_local,type,name,distance,moving_time,elapsed_time,average_heartrate,"
    "max_heartrate,total_elevation_gain,icu_rpe,icu_training_load,feel\n"
)


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def symptoms(text: str) -> list[Symptom]:
    found = read_content(text.encode(), "list.csv")
    assert all(isinstance(each, Symptom) for each in found), found
    return [each for each in found if isinstance(each, Symptom)]


def test_bearables_symptoms_keep_their_word_and_lose_their_number() -> None:
    shin, knee = symptoms(
        BEARABLE + '"5th Dec 2024","Thursday","mid","Symptom","2","Shin pain (Moderate)",""\n'
        '"1st Jan 2025","Wednesday","am","Mood","7","",""\n'
        '"8th Dec 2024","Sunday","pm","Symptom","3","Knee pain (Severe)","after hill, reps"\n'
    )
    assert (shin.words, str(shin.at)) == (
        "Shin pain (Moderate) (Bearable).", "2024-12-05 13:00:00+01:00",
    )  # fmt: skip
    assert shin.warnings == ("1 line of other kinds left out.",)
    assert knee.words == "Knee pain (Severe) (Bearable). after hill, reps"
    assert knee.warnings == ()


def test_a_list_without_symptoms_says_so() -> None:
    (rejected,) = read_content(
        (BEARABLE + '"1st Jan 2025","","am","Mood","7","",""\n').encode(), "a"
    )
    assert isinstance(rejected, Rejected)
    assert "no symptoms" in rejected.reason


def test_a_symptom_without_a_day_is_told_of() -> None:
    (rejected,) = read_content((BEARABLE + "someday,,am,Symptom,7,Knee pain,\n").encode(), "a")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "Symptom 1 of the list has no date or no name."


def test_a_day_of_intervals_icu_is_a_note() -> None:
    first, second = symptoms(
        WELLNESS + "2026-11-20,70.1,52,61,25920,2,3,,1,Tired\n2026-11-21,,,,,,,,,Rested\n"
        "2026-11-22,70.2,,,,,,,,\n"
    )
    assert first.words == (
        "sleep 7.2 h; sleep quality 2 of 4; soreness 3 of 4; injury 1 of 4; "
        "resting heart rate 52; Tired (intervals.icu)."
    )
    assert str(first.at) == "2026-11-20 12:00:00+01:00"
    assert first.warnings == ("2 columns not read: weight, hrv.",)
    assert (second.words, second.warnings) == ("Rested (intervals.icu).", ())


def test_activities_of_intervals_icu_are_matched_by_name_and_unknown_columns_listed() -> None:
    run, ride = read_content(
        (
            ACTIVITIES
            + "i1,2026-11-20T17:10:00,TrailRun,Hills,10000.5,3000,3100,141.2,170,120,6,55,2\n"
            "i2,2026-11-21T07:00:00,VirtualRide,,20000,3000,3000,,,,,,\n"
        ).encode(),
        "list.csv",
    )
    assert isinstance(run, Activity)
    assert isinstance(ride, Activity)
    assert str(run.start) == "2026-11-20 17:10:00+01:00"
    assert (run.sport.value, run.distance_m, run.moving_s, run.duration_s) == (
        "run",
        10_000,
        3000,
        3100,
    )
    assert (run.avg_hr, run.max_hr, run.ascent_m, run.rpe, run.name) == (141, 170, 120, 6, "Hills")
    assert run.warnings == ("2 columns not read: icu_training_load, feel.",)
    assert (ride.sport.value, ride.rpe, ride.warnings) == ("bike", None, ())
    assert run.ref == "intervals-icu:i1"
