from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.forms import fill
from tracker.diary.book import Book, Unusable, open_book
from tracker.diary.entries import RunEntry
from tracker.diary.kinds.run import RUN
from tracker.diary.run_views import list_runs
from tracker.diary.runs import log_run
from tracker.domain.pain import score_at
from tracker.domain.run import Run, RunKind, RunOutcome, Source, Surface
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site

NOW = datetime(2026, 11, 23, 19, 12, tzinfo=UTC)
TOKYO = timezone(timedelta(hours=9))
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
IMPORTED = Run(
    id="run-1",
    start=datetime(2026, 11, 20, 18, 10, 37, tzinfo=UTC),
    day=datetime(2026, 11, 20, tzinfo=UTC).date(),
    distance_m=4987,
    duration_s=1873,
    moving_s=1850,
    kind=RunKind.TEMPO,
    rpe=5,
    surface=Surface.TRAIL,
    gear=("Blue", "Belt"),
    before=(score_at(SHIN, 1, part="inner edge"),),
    during=(score_at(SHIN, 0, part="inner edge"),),
    outcome=RunOutcome.COMPLETED_SLOWED,
    ascent_m=71,
    avg_hr=151,
    max_hr=171,
    source=Source(format="gpx", file="watch.gpx", digest="ab" * 32),
    note="first line\nsecond line",
)


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: NOW)
    assert not isinstance(opened, Unusable)
    return opened


def stored(diary: Book) -> Run:
    [line] = list_runs(diary)
    return line.run


@pytest.mark.parametrize("unit", DistanceUnit)
@pytest.mark.parametrize(
    "was",
    [
        IMPORTED,
        replace(IMPORTED, distance_m=None, duration_s=None, moving_s=None, rpe=None, gear=()),
        replace(IMPORTED, start=IMPORTED.start.replace(tzinfo=TOKYO)),
    ],
    ids=["all known", "little known", "another zone"],
)
def test_an_entry_saved_unchanged_changes_nothing(
    diary: Book, was: Run, unit: DistanceUnit
) -> None:
    diary.keep_all([Settings(unit=unit), was], label="a start")
    assert fill(diary, RUN, base=was) == was
    assert stored(diary) == was


def test_a_correction_keeps_what_no_form_shows(diary: Book) -> None:
    diary.keep_all([IMPORTED], label="a start")
    changed = {"distance": "5,2", "duration": "33:00", "during": "shin:L=2\nlow_back=3"}
    assert fill(diary, RUN, base=IMPORTED, **changed, note="x") == replace(
        IMPORTED,
        distance_m=5200,
        duration_s=1980,
        during=(score_at(SHIN, 2, part="inner edge"), score_at(BACK, 3)),
        note="x",
    )


def test_a_moved_run_goes_to_its_new_day(diary: Book) -> None:
    diary.keep_all([IMPORTED], label="a start")
    saved = fill(diary, RUN, base=IMPORTED, when="2026-11-21 07:30")
    assert isinstance(saved, Run)
    assert (saved.day.isoformat(), saved.start.hour) == ("2026-11-21", 7)


def test_a_duration_below_the_moving_time_forgets_the_moving_time(diary: Book) -> None:
    diary.keep_all([IMPORTED], label="a start")
    saved = fill(diary, RUN, base=IMPORTED, duration="30:00")
    assert isinstance(saved, Run)
    assert (saved.duration_s, saved.moving_s) == (1800, None)


def test_a_known_distance_may_not_be_emptied(diary: Book) -> None:
    diary.keep_all([IMPORTED], label="a start")
    refused = fill(diary, RUN, base=IMPORTED, distance="")
    assert isinstance(refused, tuple)
    assert [problem.field for problem in refused] == ["distance"]
    assert stored(diary) == IMPORTED


def test_a_run_that_is_gone_is_not_written_back(diary: Book) -> None:
    refused = log_run(diary, RunEntry(distance="5", duration="30:00"), replacing="run-1")
    assert isinstance(refused, tuple)
    assert "deleted" in refused[0].message
    assert list_runs(diary) == ()


def test_an_hour_after_midnight_belongs_to_the_evening_before(diary: Book) -> None:
    late = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
    diary.keep_all([Settings(day_start_hour=4)], label="a start")
    opened = open_book(diary.path, lambda: late)
    assert not isinstance(opened, Unusable)
    saved = log_run(opened, RunEntry(when="today 23:50", distance="5", duration="30:00"))
    assert isinstance(saved, Run)
    assert saved.day.isoformat() == "2026-11-23"
