"""Load notes, the ladder, the story of a stopped run, questionnaires."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest

from tracker.domain.run import (
    MidRunEvent,
    MidRunState,
    MidRunStep,
    RunKind,
    RunOutcome,
    Surface,
)
from tracker.rules.impact import activities_word, pain_impact, pain_impact_word
from tracker.rules.load import (
    VarietyRun,
    percent_over,
    rest_note,
    session_load,
    spike_sentence,
    variety_note,
    week_jump,
)
from tracker.rules.midrun import STOPPED_TEXT, story
from tracker.rules.pattern_gate import PatternGate
from tracker.rules.progression import LADDER, ladder_entry, ladder_session_today

DAY = date(2026, 3, 2)


def test_session_load_r_load_01() -> None:
    assert session_load(5, 60) == 300


def test_spike_sentence_r_load_04() -> None:
    assert percent_over(6000, 5000) == 20
    assert percent_over(11_001, 10_000) == 11
    assert spike_sentence(6000, 5000, cap="5.5 km").startswith("This is 20 % longer")


def test_weekly_jump_r_load_05() -> None:
    assert week_jump(13_100, 10_000)
    assert not week_jump(13_000, 10_000)
    assert not week_jump(5000, 0)


def test_rest_note_r_load_09() -> None:
    assert rest_note([True] * 7)
    assert rest_note([True] * 6 + [False]) is None
    assert rest_note([True] * 3) is None


def run(days_ago: int, distance_m: int, surface: Surface = Surface.TRAIL) -> VarietyRun:
    return VarietyRun(days_ago, distance_m, RunKind.EASY, surface)


@pytest.mark.parametrize(
    ("runs", "noted"),
    [
        ([run(9, 5000), run(6, 5100), run(3, 4900), run(0, 5000)], True),
        ([run(9, 5000), run(6, 5100), run(3, 4900), run(0, 6000)], False),
        ([run(9, 5000), run(6, 5000), run(3, 5000), run(0, 5000, Surface.SAND)], False),
        ([run(6, 5000), run(3, 5000), run(0, 5000)], False),
        ([run(14, 5000), run(6, 5000), run(3, 5000), run(0, 5000)], False),
        ([run(9, 4500), run(6, 5500), run(3, 5000), run(0, 5000)], True),
    ],
    ids=["alike", "one longer", "one surface", "three only", "too long ago", "10 % exactly"],
)
def test_variety_note_r_load_10(runs: list[VarietyRun], *, noted: bool) -> None:
    assert bool(variety_note(runs)) is noted


@pytest.mark.parametrize(
    ("days", "walked", "start"),
    [
        (None, False, "W0"), (None, True, "W1"), (0, True, 100), (6, False, 100), (7, False, 70),
        (13, True, 70), (14, True, "W9"), (27, False, "W9"), (28, True, "W1"), (28, False, "W0"),
    ],
)  # fmt: skip
def test_where_to_start_r_prog_01(days: int | None, start: str | int, *, walked: bool) -> None:
    entry = ladder_entry(days, walked_w0=walked)

    assert entry is not None
    assert start in {entry.stage, entry.percent}


def test_pin_point_bone_pain_closes_the_ladder_r_prog_01() -> None:
    assert ladder_entry(3, walked_w0=True, bone_flag=True) is None


@pytest.mark.parametrize(("walked", "stage"), [(False, "W0"), (True, "W1")])
def test_after_bone_pain_the_ladder_begins_at_its_foot_r_prog_01(
    stage: str, *, walked: bool
) -> None:
    entry = ladder_entry(3, walked_w0=walked, after_bone=True)

    assert entry is not None
    assert entry.stage == stage
    assert "at 0" in entry.text


def test_ladder_spacing_r_prog_02() -> None:
    def ago(*days: int) -> list[date]:
        return [DAY - timedelta(days=back) for back in days]

    assert ladder_session_today([], today=DAY)
    assert ladder_session_today(ago(2, 4), today=DAY)
    assert not ladder_session_today(ago(1), today=DAY)
    assert not ladder_session_today(ago(2, 3, 5, 6), today=DAY)


def test_the_ladders_minutes_add_up() -> None:
    for stage in LADDER:
        assert stage.running_min == stage.repeats * stage.run_min
        if stage.running_min:
            whole = stage.repeats * (stage.run_min + stage.walk_min) + 10
            assert abs(stage.total_min - whole) <= 0.5 or stage.id == "W0"
    assert LADDER[0].text == "walk 30 min"
    assert LADDER[1].text == "8 x (1 min run, 1.5 min walk), 30 min in all"
    assert LADDER[12].text == "run 30 min, 40 min in all"


def test_no_step_adds_more_than_a_fifth_of_the_running() -> None:
    running = [stage.running_min for stage in LADDER[1:]]

    assert running == [8, 9, 10, 12, 14, 16, 18, 21, 24, 24, 25, 30]
    assert all(after * 100 <= before * 120 for before, after in pairwise(running))


def step(minute: int, state: MidRunState) -> MidRunStep:
    return MidRunStep(minute=minute, event=MidRunEvent.PAIN, state=state, score=3)


def test_the_story_of_a_stopped_run_r_mid_11_r_mid_12() -> None:
    steps = [
        step(8, MidRunState.RUN),
        step(12, MidRunState.SLOW),
        step(16, MidRunState.STRETCH),
        step(21, MidRunState.END),
    ]

    assert story(steps, RunOutcome.STOPPED_PAIN) == "slowed 12', stretched 16', stopped 21'"
    assert story(steps[:2], RunOutcome.COMPLETED_SLOWED) == "slowed 12'"
    assert story([step(30, MidRunState.END)], RunOutcome.COMPLETED) == ""
    assert "three days" in STOPPED_TEXT


def test_pain_impact_r_q_02() -> None:
    assert pain_impact([3, 4, 4]) == Fraction(11, 3)
    assert pain_impact([3, None, 4]) is None
    assert pain_impact_word(Fraction(3), Fraction(4)) == "probably noticeable"
    assert pain_impact_word(Fraction(3), Fraction(39, 10)) == "within normal wobble"


def test_my_activities_r_q_03() -> None:
    assert activities_word([5, 5], [3, 3]) == "probably noticeable"
    assert activities_word([5], [3]) == "within normal wobble"
    assert activities_word([6], [3]) == "probably noticeable"


def test_the_gates_sentence_r_an_05() -> None:
    assert PatternGate(20, 5).text == (
        "Not enough days yet: 5 with, 15 without; need 8 each and 28 in total."
    )
