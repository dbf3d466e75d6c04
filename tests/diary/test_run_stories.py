"""What the Run tab tells of the last runs, and of the one under the cursor."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.diary.conftest import TODAY, Made
from tracker.diary.past_verdicts import past_verdict, was_kept
from tracker.diary.run_stories import SiteScores, story_of
from tracker.diary.run_views import runs_view
from tracker.domain.pain import score_at
from tracker.domain.run import Run
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Outcome, Response
from tracker.insight.run_lengths import run_lengths
from tracker.insight.week_bars import RunOfWeek

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)


def run(back: int, *, metres: int | None = 5000) -> Run:
    start = datetime(2026, 11, 23, 6, 30, tzinfo=UTC) - timedelta(days=back)
    return Run(
        id=f"run{back}",
        start=start,
        day=start.date(),
        distance_m=metres,
        duration_s=1800,
        before=(score_at(BACK, 1),),
        during=(score_at(BACK, 2),),
    )


@pytest.fixture
def made() -> Made:
    """Three weeks of quiet mornings, with a bad one after the run of four days ago."""
    made = Made()
    made.settings = Settings(tracked=(BACK,))
    for back in range(21, -1, -1):
        made.check_in(back, {BACK: 4 if back == 3 else 1})
    return made


def test_r_pain_07_a_run_that_waits_is_counted_apart_and_not_as_unknown(made: Made) -> None:
    made.runs = [run(9), run(4), run(0)]
    runs = runs_view(made.snapshot, today=TODAY)
    assert runs.responses_30d == {Response.GREEN: 1, Response.RED: 1, None: 1}
    assert (runs.runs_30d, runs.distance_30d_m, runs.rested) == (3, 15_000, None)


def test_r_pain_03_the_view_counts_rested_mornings_until_a_site_has_its_usual_level() -> None:
    made = Made()
    made.settings = Settings(tracked=(BACK,))
    for back in (2, 1, 0):
        made.check_in(back, {BACK: 1})
    assert runs_view(made.snapshot, today=TODAY).rested == 2


def test_a_story_holds_scores_next_morning_usual_level_and_verdict(made: Made) -> None:
    made.runs = [run(9), run(4)]
    story = story_of(made.snapshot, made.runs[1], today=TODAY)
    assert story.line.response is Response.RED
    assert story.sites == (SiteScores(place=BACK, before=1, worst=2, after=None, morning=4),)
    assert story.usual is not None
    assert story.usual.level == 100
    assert story.verdict is None or story.verdict.outcome in set(Outcome)


@pytest.mark.parametrize(
    ("cap", "metres", "over", "kept"),
    [
        (None, [5000], True, None),
        (6000, [5000, 6000], True, True),
        (6000, [6001], True, False),
        (6000, [None], True, None),
        (6000, [None, 7000], True, False),
        (6000, [], True, None),
        (0, [], True, True),
        (0, [], False, None),
        (0, [None], True, False),
    ],
)
def test_a_cap_was_kept_or_not_or_that_is_not_known(
    cap: int | None, metres: list[int | None], *, over: bool, kept: bool | None
) -> None:
    runs = [run(at, metres=each) for at, each in enumerate(metres)]
    assert was_kept(cap, runs, over=over) is kept


def test_a_past_verdict_is_that_of_before_the_run(made: Made) -> None:
    made.runs = [run(9), run(4), run(0, metres=50_000)]
    before = past_verdict(made.snapshot, TODAY, today=TODAY)
    without = made.runs.pop()
    assert without.day == TODAY
    after = past_verdict(made.snapshot, TODAY, today=TODAY)
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert (before.outcome, before.headline) == (after.outcome, after.headline)


def of_week(metres: int | None, answer: Response | None = Response.GREEN) -> RunOfWeek:
    return RunOfWeek(metres, answer)


def test_the_longer_runs_are_those_beyond_two_thirds_of_the_longest() -> None:
    found = run_lengths(
        [of_week(9000, Response.RED), of_week(6000), of_week(6100, None), of_week(None)],
        unit=DistanceUnit.KM,
    )
    assert found is not None
    assert (found.limit, found.short, found.long) == (
        6,
        {Response.GREEN: 1},
        {Response.RED: 1, None: 1},
    )
    assert not found.comparable


def test_c_27_each_side_needs_eight_runs_with_an_answer() -> None:
    many = [of_week(3000)] * 8 + [of_week(9000)] * 8
    found = run_lengths(many, unit=DistanceUnit.KM)
    assert found is not None
    assert found.comparable
    short_of_one = run_lengths([*many[:-1], of_week(9000, None)], unit=DistanceUnit.KM)
    assert short_of_one is not None
    assert not short_of_one.comparable


@pytest.mark.parametrize("metres", [[], [None], [300]])
def test_without_distances_there_is_nothing_to_compare(metres: list[int | None]) -> None:
    assert run_lengths(map(of_week, metres), unit=DistanceUnit.KM) is None
