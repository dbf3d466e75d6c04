"""The week in review as it is read: every figure with its n, what is unknown said as unknown."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.run import Run, RunKind
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Change, Response
from tracker.insight.adherence import adherence
from tracker.insight.calendar_week import CalendarWeek
from tracker.insight.raster import Ink
from tracker.insight.week_review import (
    CheckOfWeek,
    LongestRun,
    WeekFacts,
    WeekReview,
    review_week,
)
from tracker.insight.week_words import WeekLine, load_part, week_parts, week_title
from tracker.rules.impact import NOT_OFFICIAL
from tracker.rules.load import MONOTONY_NOTE
from tracker.rules.wording import forbidden_words

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
WEEK = CalendarWeek(MONDAY, SUNDAY)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
ZONE = ZoneInfo("Europe/Berlin")


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 18, tzinfo=ZONE)


def run(day: date, metres: int | None, seconds: int | None = 1800, **known: object) -> Run:
    return Run(
        id=f"r{day}{metres}", start=at(day), day=day, distance_m=metres, duration_s=seconds,
        **known,  # type: ignore[arg-type]
    )  # fmt: skip


def facts(**changed: object) -> WeekFacts:
    """Give the facts of an empty week in a diary that began long before."""
    empty = WeekFacts(
        week=WEEK,
        logged_since=date(2026, 1, 1),
        runs=(),
        cross=(),
        earlier_m=(0, 0),
        longest=None,
        responses=(),
        shoes={},
        variety_note=None,
        mornings={},
        nights=(),
        routines=adherence(()),
        nudge=None,
        check=CheckOfWeek(record=None, open=False),
    )
    return replace(empty, **changed)  # type: ignore[arg-type]


def lines(review: WeekReview, *, unit: DistanceUnit = DistanceUnit.KM) -> dict[str, WeekLine]:
    return {
        line.label: line
        for part in (*week_parts(review, unit=unit), load_part(review))
        for line in part.lines
    }


def said(line: WeekLine) -> str:
    return " ".join(filter(None, (line.figure, line.words, *line.remarks)))


def told(label: str, **changed: object) -> str:
    return said(lines(review_week(facts(**changed)))[label])


def test_an_empty_week_is_told_without_a_figure_that_is_not_there() -> None:
    assert told("Distance") == "0.0 km no run"
    assert told("Responses") == "no run"
    assert told("Nights") == "none answered"
    assert told("Other sports") == "none"
    assert told("Everything") == "0 units n 0 of 0"
    assert told("Monotony") == f"–, n 7 all seven days have the same load {MONOTONY_NOTE}"


@pytest.mark.parametrize("unit", list(DistanceUnit))
def test_distances_are_in_the_persons_unit(unit: DistanceUnit) -> None:
    found = lines(review_week(facts(runs=(run(MONDAY, 16093),))), unit=unit)
    assert found["Distance"].figure == {"km": "16.1 km", "mi": "10.0 mi"}[unit]


def test_a_run_without_a_distance_or_time_is_counted_and_named() -> None:
    runs = (run(MONDAY, 5000), run(SUNDAY, None, None))
    assert told("Distance", runs=runs) == "5.0 km in 2 runs 1 run without a distance"
    assert told("With impact", runs=runs) == "30 min of 1 session 1 session without a time"
    assert told("Distance", runs=runs[1:]) == "– in 1 run 1 run without a distance"
    assert told("With impact", runs=runs[1:]).startswith("– of 0 sessions")


def test_r_load_01_sessions_without_effort_are_said_and_leave_monotony_out() -> None:
    runs = (run(MONDAY, 5000, rpe=4), run(SUNDAY, 5000))
    assert told("Everything", runs=runs) == "120 units n 1 of 2 1 session without effort or time"
    assert told("Monotony", runs=runs) == "– only where every session has its effort and time"


def test_r_load_03_monotony_waits_for_the_end_of_the_week() -> None:
    review = review_week(facts(week=CalendarWeek(MONDAY, MONDAY)))
    assert said(lines(review)["Monotony"]) == "– once the week is over"
    assert week_title(review.week) == "16 – 22 Nov 2026 · so far"
    assert "of 1 day so far" in said(lines(review)["Rest days"])
    late = review_week(facts(logged_since=SUNDAY))
    assert said(lines(late)["Monotony"]) == "– the diary begins later than this week"


def test_the_running_part_of_a_walk_run_is_not_made_up() -> None:
    walked = run(MONDAY, 3000, kind=RunKind.WALK_RUN)
    assert "30 min not in here" in told("With impact", runs=(walked,))


@pytest.mark.parametrize(
    ("metres", "before", "words"),
    [
        (8000, None, "no run with a distance in the 30 days before"),
        (8000, 2999, "30 days before: 3.0 km Below 3 km"),
        (8000, 10000, "not over the longest of the 30 days before, 10.0 km"),
        (11000, 10000, "10 % over the longest of the 30 days before, 10.0 km"),
        (11001, 10000, "11 % over the longest of the 30 days before, 10.0 km: a small jump In a"),
        (20001, 10000, "101 % over the longest of the 30 days before, 10.0 km: a large jump In a"),
    ],
)  # fmt: skip
def test_r_load_04_the_longest_run_says_what_it_is_compared_with(
    metres: int, before: int | None, words: str
) -> None:
    longest = LongestRun(day=SUNDAY, distance_m=metres, before_m=before)
    text = told("Longest", runs=(run(SUNDAY, metres),), longest=longest)
    assert "Sun 22 Nov" in text
    assert words in text
    assert text.endswith(words) or words.endswith(("In a", "Below 3 km"))


def test_r_load_05_the_weeks_before_are_shown_and_a_rise_over_two_is_only_a_remark() -> None:
    text = told("Weeks before", runs=(run(SUNDAY, 13001),), earlier_m=(None, 10000))
    assert text.startswith("–, 10.0 km More than 30 % up on two weeks before. Only a remark")


def test_r_xt_01_other_sports_with_their_minutes() -> None:
    ride = CrossTraining(
        id="x", start=at(MONDAY), day=MONDAY, kind=CrossKind.POOL_RUN, duration_s=2700
    )
    unknown = replace(ride, kind=CrossKind.SWIM, duration_s=None)
    assert told("Other sports", cross=(ride, unknown)) == "pool run 45 min, swim – min"


def site_week(*scores: int | None) -> list[int | None]:
    return [*scores, *[None] * (7 - len(scores))]


def test_r_an_02_r_pain_04_a_site_with_its_n_and_what_it_is_compared_with() -> None:
    mornings = {
        MONDAY: site_week(1, 2, 2, 3),
        MONDAY - timedelta(weeks=1): site_week(3, 3, 3),
        MONDAY - timedelta(weeks=5): site_week(5, 5, 5, 6),
    }
    parts = week_parts(review_week(facts(mornings={BACK: mornings})), unit=DistanceUnit.KM)
    back, word = parts[0].lines[:2]
    assert said(back) == "2.0 mean, n 4 of 7 median 2, worst 3 week before –, n 3"
    assert (back.label, back.ink, back.rule) == ("Low back", Ink.OK, "R-AN-02")
    assert said(word) == "improved against 12 – 18 Oct 2026: 5.2, n 4"
    assert (word.change, word.rule) == (Change.IMPROVED, "R-PAIN-04")


@pytest.mark.parametrize(
    ("mornings", "before", "words"),
    [
        ((0, 0, 0, 1), (4, 4, 4, 4), "back to comfortable"),
        ((0, 0, 0, 1), (1, 1, 1, 1), "already low, too low to call an improvement"),
        ((0, 1, 1, 1), (4, 4, 4, 4), "improved"),
    ],
)
def test_r_pain_04_back_to_comfortable_is_an_improvement_to_a_median_of_0(
    mornings: tuple[int, ...], before: tuple[int, ...], words: str
) -> None:
    weeks = {MONDAY: site_week(*mornings), MONDAY - timedelta(weeks=5): site_week(*before)}
    parts = week_parts(review_week(facts(mornings={BACK: weeks})), unit=DistanceUnit.KM)
    assert parts[0].lines[1].words == words


def test_r_an_02_under_four_mornings_there_is_no_mean_and_no_word() -> None:
    parts = week_parts(
        review_week(facts(mornings={BACK: {MONDAY: site_week(1, 2, 2)}})), unit=DistanceUnit.KM
    )
    assert said(parts[0].lines[0]) == "– n 3 of 7 no mean under 4 days"
    assert parts[0].lines[1].label == "Nights"


def test_r_pain_07_responses_are_counted_by_their_word() -> None:
    responses = (Response.GREEN, Response.RED, Response.GREEN, Response.UNKNOWN)
    runs = tuple(run(MONDAY + timedelta(days=day), 5000) for day in range(4))
    text = told("Responses", runs=runs, responses=responses)
    assert text == "green 2, red 1, unknown 1"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((0, None, None, None), "0 of 100 Low back"),
        ((3, None, None, None), "100 of 100 Low back Training or performance clearly affected."),
        ((1, 1, 1, 1), "32 of 100 Low back"),
        ((1, 1, None, 1), "incomplete, no score, n 3 of 4 answers"),
    ],
)
def test_r_q_01_the_weekly_check_says_its_score_and_what_it_is_not(
    options: tuple[int | None, ...], words: str
) -> None:
    record = ImpactCheck(id="i", at=at(SUNDAY), day=SUNDAY, options=options, place=BACK)
    check = CheckOfWeek(record=record, open=False)
    assert told("Impact", check=check) == f"{words} {NOT_OFFICIAL}"


@pytest.mark.parametrize(
    ("today", "may", "words"),
    [(SUNDAY, True, "due"), (SUNDAY, False, "not answered"), (MONDAY, False, "due on Sun 22 Nov")],
)
def test_r_q_01_an_open_check_says_when_it_is_due(today: date, may: bool, words: str) -> None:  # noqa: FBT001
    check = CheckOfWeek(record=None, open=may)
    text = told("Impact", week=CalendarWeek(MONDAY, today), check=check)
    assert text == f"{words} {NOT_OFFICIAL}"


def test_no_line_uses_a_forbidden_word_r_txt_03() -> None:
    full = review_week(
        facts(
            runs=(run(MONDAY, 9000, rpe=5), run(SUNDAY, None, None)),
            longest=LongestRun(day=MONDAY, distance_m=9000, before_m=4000),
            mornings={BACK: {MONDAY: site_week(1, 2, 2, 9)}},
            earlier_m=(1, 1),
        )
    )
    text = " ".join(map(said, lines(full).values()))
    assert forbidden_words(text) == ()
