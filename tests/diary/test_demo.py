"""The made-up year: always the same, believable, and gone without a trace."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tracker.diary.book import Book
from tracker.diary.demo import demo_records, make_demo
from tracker.diary.demo_events import ACHILLES, BACK
from tracker.diary.responses import response_to
from tracker.diary.run_views import list_runs
from tracker.diary.snapshot import take
from tracker.diary.verdicts import decide
from tracker.diary.weekly_checks import check_week
from tracker.domain.check_in import CheckIn
from tracker.domain.episode import Episode, Flare
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.moment import day_of
from tracker.domain.remedy import Remedy
from tracker.domain.run import Run, RunOutcome
from tracker.domain.settings import Settings
from tracker.domain.verdict import Outcome, Response
from tracker.domain.visit import Visit
from tracker.insight.flares import flare_candidates
from tracker.rules.impact import impact

NOW = datetime.fromisoformat("2026-11-23T07:12+00:00")


@pytest.fixture(scope="module")
def check_ins() -> list[CheckIn]:
    return [record for record in demo_records(NOW) if isinstance(record, CheckIn)]


def back_scores(check_ins: list[CheckIn]) -> list[int]:
    return [item.score for record in check_ins for item in record.scores if item.place == BACK]


def test_the_same_seed_tells_the_same_story() -> None:
    assert demo_records(NOW) == demo_records(NOW)


def test_it_has_a_flare_a_gap_two_sites_and_a_stop(check_ins: list[CheckIn]) -> None:
    assert max(back_scores(check_ins)) >= 7
    days = sorted({record.day for record in check_ins})
    assert max((later - day).days for day, later in pairwise(days)) >= 14
    assert any(item.place == ACHILLES for record in check_ins for item in record.scores)
    runs = [record for record in demo_records(NOW) if isinstance(record, Run)]
    assert any(run.outcome is RunOutcome.STOPPED_PAIN for run in runs)
    assert len({name for run in runs for name in run.gear}) >= 2


def test_it_ends_today_with_a_check_in(check_ins: list[CheckIn]) -> None:
    assert check_ins[-1].day == NOW.date()
    assert check_ins[-1].at <= NOW


@pytest.mark.parametrize("hour", [0, 3, 5, 12, 23])
def test_it_is_never_dated_after_now(hour: int) -> None:
    now = NOW.replace(hour=hour)
    check_ins = [item for item in demo_records(now) if isinstance(item, CheckIn)]
    assert all(item.at <= now for item in check_ins)
    assert check_ins[-1].day == day_of(now)


@pytest.mark.parametrize("days", [0, 1, 6])
def test_its_weekly_checks_are_answered_but_for_the_one_that_is_due_r_q_01(days: int) -> None:
    now = NOW - timedelta(days=days)
    checks = [item for item in demo_records(now) if isinstance(item, ImpactCheck)]
    days_of = [item.day for item in checks]
    due = check_week(take(settings=Settings(), check_ins=(), runs=()), now.date())
    assert days_of[-1] == due.moved(-1).last
    assert len(days_of) == len(set(days_of)) > 40
    assert all(day.weekday() == 6 for day in days_of)
    scores = {impact(item.options).score for item in checks}
    assert len(scores) >= 3
    assert None not in scores


def test_its_making_is_not_the_first_thing_to_undo(tmp_path: Path) -> None:
    diary = make_demo(tmp_path / "demo.json", lambda: NOW)
    assert isinstance(diary, Book)
    assert decide(diary).outcome is Outcome.EASY
    assert len(decide(diary).because) == 2
    assert not diary.undo().done
    assert len(list_runs(diary)) > 100


def test_it_marks_what_was_worth_marking() -> None:
    records = demo_records(NOW)
    flares = [record for record in records if isinstance(record, Flare)]
    episodes = [record for record in records if isinstance(record, Episode)]
    spans = [(each.start, each.end) for each in flares]
    spans += [(each.start, each.end) for each in episodes]

    assert (len(flares), len(episodes)) == (1, 2)
    assert any(isinstance(record, Visit) for record in records)
    assert any(isinstance(record, Remedy) for record in records)
    assert all(end is not None and start <= end < NOW.date() for start, end in spans)


@pytest.mark.parametrize("days", [1, 40, 130, 400])
def test_it_marks_nothing_before_its_first_day(days: int) -> None:
    first = NOW.date() - timedelta(days=days)
    records = demo_records(NOW, days=days)

    assert all(record.start > first for record in records if isinstance(record, Flare | Episode))
    assert all(record.day > first for record in records if isinstance(record, Visit | Remedy))


def test_its_flares_are_those_that_its_scores_would_have_been_asked_about(
    check_ins: list[CheckIn],
) -> None:
    scores = {
        record.day: score.score
        for record in check_ins
        for score in record.scores
        if score.place == BACK
    }
    asked = flare_candidates(scores, first=min(scores), until=NOW.date())
    marked = [record for record in demo_records(NOW) if isinstance(record, Flare)]

    for flare in marked:
        assert flare.end is not None
        assert any(
            each.start <= flare.end and each.end is not None and each.end >= flare.start
            for each in asked
        )


@pytest.mark.parametrize("days", range(7))
def test_its_runs_are_answered_as_a_believable_persons(days: int) -> None:
    records = demo_records(NOW + timedelta(days=days))
    snapshot = take(
        settings=Settings(tracked=(BACK, ACHILLES)),
        check_ins=(record for record in records if isinstance(record, CheckIn)),
        runs=(record for record in records if isinstance(record, Run)),
    )
    runs = [run for of_day in snapshot.runs.values() for run in of_day]
    found = Counter(response_to(snapshot, run) for run in runs)
    share = {response: 100 * found[response] / len(runs) for response in Response}

    assert share[Response.GREEN] == pytest.approx(60, abs=8)
    assert share[Response.AMBER_SETTLED] == pytest.approx(25, abs=6)
    assert share[Response.AMBER_LINGER] == pytest.approx(10, abs=5)
    assert 0 < share[Response.RED] <= 8
    assert 3 <= found[Response.UNKNOWN] <= 6


def test_the_achilles_is_scored_with_a_run_only_from_when_it_is_tracked() -> None:
    records = demo_records(NOW)
    tracked_since = min(
        record.day
        for record in records
        if isinstance(record, CheckIn) and ACHILLES in {each.place for each in record.scores}
    )
    scored = [
        record.day
        for record in records
        if isinstance(record, Run) and ACHILLES in {each.place for each in record.before}
    ]

    assert min(scored) >= tracked_since - timedelta(days=1)
    assert all(
        ACHILLES in {each.place for each in record.before}
        for record in records
        if isinstance(record, Run) and record.day > tracked_since
    )
