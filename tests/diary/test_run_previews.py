from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker.diary.book import Book, Unusable, open_book
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry
from tracker.diary.run_previews import pace_doubt, preview_run
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site

NOW = datetime(2026, 11, 23, 19, 12, tzinfo=UTC)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: NOW)
    assert not isinstance(opened, Unusable)
    start = NOW - timedelta(days=5)
    longest = Run(id="r", start=start, day=start.date(), distance_m=5000, duration_s=1800)
    opened.keep_all([Settings(tracked=(BACK,)), longest], label="a start")
    return opened


@pytest.mark.parametrize(
    ("distance", "spike"), [("", False), ("x", False), ("5,5", False), ("5.6", True), ("9", True)]
)
def test_the_spike_note_r_load_04(diary: Book, distance: str, *, spike: bool) -> None:
    said = preview_run(diary, {"when": "yesterday", "distance": distance}).spike
    assert (said is not None) is spike
    assert said is None or "up to 5.5 km" in said


def test_todays_own_cap_comes_first_where_it_is_lower(diary: Book) -> None:
    save_check_in(diary, CheckInEntry(scores={BACK: 8}, alarm=False))
    preview = preview_run(diary, {"distance": "6"})
    assert preview.spike is not None
    assert "Suggested today: no run." in preview.spike
    assert preview.over_cap_m == 0
    assert preview_run(diary, {"when": "yesterday", "distance": "6"}).over_cap_m is None


@pytest.mark.parametrize(
    ("distance", "duration", "doubt"),
    [
        ("5", "0:45", "5 km in 0:45, 0:09 a km: is that right?"),
        ("5", "9:59", "5 km in 9:59, 2:00 a km: is that right?"),
        ("5", "10:00", None),
        ("3.1 mi", "4:00", "5 km in 4:00, 0:48 a km: is that right?"),
        ("5", "", None),
        ("", "45", None),
    ],
)
def test_a_pace_that_nobody_runs_is_asked_about(
    diary: Book, distance: str, duration: str, doubt: str | None
) -> None:
    typed = {"distance": distance, "duration": duration}
    assert pace_doubt(diary, typed) == doubt
    assert pace_doubt(diary, {**typed, "when": "the other day"}) == doubt
