"""The plan's own arithmetic (R-PROG-01, R-PROG-02, R-PROG-10, C-18, C-19)."""

from datetime import date, timedelta

import pytest

from tracker.domain.verdict import Decision, RedKind, Response
from tracker.rules.plan import Position, a_little_more, after_break
from tracker.rules.plan_goal import earliest_distance, earliest_stage
from tracker.rules.plan_words import main_set, minutes_words, row_words, session_words, would_change
from tracker.rules.progression import (
    LADDER,
    STAGES,
    Entry,
    ProgressInput,
    ladder_entry,
    progress,
)

GREEN, SETTLED, LINGER, RED = (
    Response.GREEN, Response.AMBER_SETTLED, Response.AMBER_LINGER, Response.RED,
)  # fmt: skip
UP, SMALL, HOLD, BACK = (
    Decision.PROGRESS, Decision.PROGRESS_SMALL, Decision.HOLD, Decision.STEP_BACK,
)  # fmt: skip
SESSIONS = [date(2026, 11, 23) + timedelta(days=each) for each in (0, 2, 5)]
DAYS = [day + timedelta(days=7 * week) for week in range(60) for day in SESSIONS]


@pytest.mark.parametrize(
    ("at", "decision", "there"),
    [
        ("W4", UP, "W5"),
        ("W4", SMALL, "W4+"),
        ("W4+", SMALL, "W5"),
        ("W4+", UP, "W5"),
        ("W4+", BACK, "W3"),
        ("W0", BACK, "W0"),
        ("W12", UP, "W12"),
        ("W4+", HOLD, "W4+"),
        ("W4", Decision.REST_THEN_STEP_BACK, "W3"),
        ("W4", Decision.SEEK_CARE, "W4"),
    ],
)
def test_a_decision_moves_on_the_ladder_r_prog_10(at: str, decision: Decision, there: str) -> None:
    assert place(at).moved(decision) == place(there)


def place(text: str) -> Position:
    return Position(text.removesuffix("+"), more=text.endswith("+"))


@pytest.mark.parametrize("stage", LADDER[1:], ids=lambda stage: stage.id)
def test_a_little_more_is_never_over_a_fifth_4_2(stage: object) -> None:
    before = next(each for each in LADDER if each is stage)
    more = a_little_more(before)
    was, now = before.repeats * before.run_min, more.repeats * more.run_min
    assert was < now <= was * 1.2


@pytest.mark.parametrize(
    ("stage", "days", "there"),
    [
        ("W7", 6, "W7"),
        ("W7", 7, "W4"),
        ("W11", 13, "W6"),
        ("W7", 14, "W7"),
        ("W12", 27, "W9"),
        ("W12", 28, "W1"),
        ("W1", 10, "W0"),
    ],
)
def test_a_break_leads_down_the_ladder_r_prog_01(stage: str, days: int, there: str) -> None:
    entry = ladder_entry(days, walked_w0=True)
    assert after_break(Position(stage), entry) == Position(there)


def test_a_bone_leads_to_the_foot_r_prog_01() -> None:
    assert after_break(Position("W9"), Entry("W0", None, "")) == Position("W0")


def test_the_last_stage_comes_after_two_green_each_and_two_steps_a_week_r_prog_10() -> None:
    assert earliest_stage(1, at=1, greens=0, days=DAYS) == DAYS[0]
    assert earliest_stage(2, at=1, greens=0, days=DAYS) == DAYS[2]
    assert earliest_stage(2, at=1, greens=2, days=DAYS) == DAYS[0]
    assert earliest_stage(12, at=1, greens=0, days=DAYS) == DAYS[22]
    assert earliest_stage(12, at=1, greens=0, days=DAYS[:5]) is None
    daily = [DAYS[0] + timedelta(days=each) for each in range(60)]
    advanced = earliest_stage(5, at=1, greens=2, days=daily)
    assert advanced is not None
    assert (advanced - daily[0]).days >= 7


def test_a_distance_comes_by_tenths_c_09() -> None:
    assert earliest_distance(5000, from_m=5000, greens=0, days=DAYS) == DAYS[0]
    assert earliest_distance(5500, from_m=5000, greens=2, days=DAYS) == DAYS[0]
    assert earliest_distance(5600, from_m=5000, greens=2, days=DAYS) == DAYS[2]
    assert earliest_distance(900, from_m=500, greens=0, days=DAYS) is not None
    assert earliest_distance(90_000, from_m=500, greens=0, days=DAYS[:20]) is None


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("W0", "walk 30 min: 30 min"),
        ("W4", "6 × 2 min run, 1½ min walk between, 5 min brisk walk before and after: 31 min"),
        ("W11", "25 min run, 5 min brisk walk before and after: 35 min"),
    ],
)
def test_a_session_is_said_in_plain_words(stage: str, words: str) -> None:
    assert session_words(STAGES[stage]) == words


def test_halves_are_written_as_halves() -> None:
    assert [minutes_words(each) for each in (0.5, 1.5, 2, 12.5)] == ["½", "1½", "2", "12½"]
    assert main_set(a_little_more(STAGES["W4"])) == "7 × 2 min run, 1½ min walk between"


def test_what_would_change_it_is_found_by_the_table_itself_r_prog_10() -> None:
    given = ProgressInput(hist=(GREEN, LINGER))
    assert progress(given).row == 8
    told = [(each.response, each.condition, each.decision) for each in would_change(given, HOLD)]
    assert told == [
        (GREEN, "two green sessions in a row", UP),
        (SETTLED, "three that settle by morning", SMALL),
        (LINGER, "one that lingers", BACK),
    ]
    rising = ProgressInput(hist=(GREEN, GREEN), week_delta=140)
    assert would_change(rising, HOLD)[0].decision is UP


@pytest.mark.parametrize("row", range(1, 13))
def test_every_row_has_its_words_r_prog_10(row: int) -> None:
    given = ProgressInput(hist=(RED,), last_red_kind=RedKind.LIMP, week_delta=210, reds_14d=3)
    words = row_words(row, given, last="Yesterday's session", numbers="R Achilles 1.0 → 2")
    assert words[:1].isupper() or words[:1].isdigit()
    assert not words.endswith(".")
