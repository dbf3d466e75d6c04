import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.run import Run, Source
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.sport import Sport
from tracker.exchange.to_record import to_record

NOW = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)

ACTIVITY = Activity(
    format="gpx",
    file="exports/2026/run.gpx",
    digest="ab12",
    start=datetime(2026, 11, 3, 17, 10, 0, 250_000, tzinfo=UTC),
    sport=Sport.RUN,
    distance_m=5200,
    duration_s=1880,
    avg_hr=140,
    max_hr=161,
    name="Evening run",
)


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_run_keeps_everything_and_says_where_it_came_from() -> None:
    record = to_record(ACTIVITY, NOW)
    assert isinstance(record, Run)
    assert record == Run(
        id=record.id,
        start=datetime(2026, 11, 3, 17, 10, tzinfo=UTC),
        day=date(2026, 11, 3),
        distance_m=5200,
        duration_s=1880,
        avg_hr=140,
        max_hr=161,
        source=Source(format="gpx", file="run.gpx", name="Evening run", digest="ab12"),
    )
    assert record.id != getattr(to_record(ACTIVITY, NOW), "id", record.id)


@pytest.mark.parametrize("sport", [sport for sport in Sport if sport is not Sport.RUN])
def test_no_other_sport_becomes_a_run(sport: Sport) -> None:
    record = to_record(replace(ACTIVITY, sport=sport), NOW)
    assert isinstance(record, CrossTraining)
    unnamed = sport in {Sport.OTHER, Sport.UNKNOWN}
    assert record.kind == (CrossKind.OTHER if unnamed else CrossKind(sport.value))
    assert (record.distance_m, record.duration_s, record.avg_hr) == (5200, 1880, 140)


@pytest.mark.usefixtures("berlin")
def test_a_start_in_utc_becomes_local_and_another_offset_stays() -> None:
    late = replace(ACTIVITY, start=datetime(2026, 7, 3, 22, 30, tzinfo=UTC))
    record = to_record(late, NOW)
    assert isinstance(record, Run)
    assert str(record.start) == "2026-07-04 00:30:00+02:00"
    assert record.day == date(2026, 7, 3)
    nepal = timezone(timedelta(hours=5, minutes=45))
    away = to_record(replace(ACTIVITY, start=datetime(2026, 7, 3, 5, 0, tzinfo=nepal)), NOW)
    assert isinstance(away, Run)
    assert str(away.start) == "2026-07-03 05:00:00+05:45"


def test_the_day_is_the_persons() -> None:
    night = replace(ACTIVITY, start=datetime(2026, 11, 4, 1, 0, tzinfo=UTC))
    early = to_record(night, NOW, day_start_hour=0)
    usual = to_record(night, NOW)
    assert isinstance(early, Run)
    assert isinstance(usual, Run)
    assert (early.day, usual.day) == (date(2026, 11, 4), date(2026, 11, 3))


@pytest.mark.parametrize(
    ("start", "says"),
    [(None, "no day"), (NOW + timedelta(days=2), "dated 2026-11-25, which is still to come")],
)
def test_without_a_day_or_with_one_ahead_there_is_no_record(
    start: datetime | None, says: str
) -> None:
    rejected = to_record(replace(ACTIVITY, start=start), NOW)
    assert isinstance(rejected, Rejected)
    assert rejected.file == "exports/2026/run.gpx"
    assert says in rejected.reason
