"""The other functions of the worked examples: rows, boundaries, missing and bad inputs."""

# ruff: noqa: E501  (a row of a table stays one line)

from typing import Any

import pytest

from tracker.domain.problem import Problem
from tracker.rules.what_if import check_case

SESSIONS: list[tuple[str, dict[str, Any], str]] = [
    ("R-PAIN-07 row 1 during 6", {"pre": 1, "dur": 6, "am": 1}, "RED"),
    ("R-PAIN-07 row 1 limp", {"pre": 1, "dur": 1, "am": 1, "limp": True}, "RED"),
    ("R-PAIN-07 row 1 stopped", {"pre": 1, "dur": 1, "am": 1, "outcome": "STOPPED_PAIN"}, "RED"),
    ("R-PAIN-07 row 1 alarm", {"pre": 1, "dur": 1, "am": 1, "outcome": "STOPPED_ALARM"}, "RED"),
    ("R-PAIN-07 row 1 night", {"pre": 1, "dur": 1, "am": 1, "night": "wakes"}, "RED"),
    ("R-PAIN-07 row 1 unrelenting", {"pre": 1, "dur": 1, "night": "unrelenting"}, "RED"),
    ("R-PAIN-07 row 1 limp next morning", {"pre": 1, "dur": 1, "am": 1, "limp_am": True}, "RED"),
    ("R-PAIN-07 row 1 morning", {"pre": 1, "usual": 1.5, "dur": 1, "am": 3}, "RED"),
    ("R-PAIN-07 row 1 not at 1.49", {"pre": 1, "usual": 1.51, "dur": 1, "am": 3}, "AMBER_LINGER"),
    ("R-PAIN-07 row 1 not from a score of 2", {"pre": 0, "usual": 0, "dur": 1, "am": 2}, "AMBER_LINGER"),
    ("C-06b sensitive bones from a score of 2", {"pre": 0, "usual": 0.5, "dur": 1, "am": 2, "focal": True}, "RED"),
    ("C-06b not at 1.49", {"pre": 0, "usual": 0.51, "dur": 1, "am": 2, "focal": True}, "AMBER_LINGER"),
    ("C-06b not from a score of 1", {"pre": 0, "usual": 0, "dur": 1, "am": 1, "focal": True}, "GREEN"),
    ("R-PAIN-06 base is the higher one", {"pre": 3, "usual": 1, "dur": 2, "am": 4}, "AMBER_LINGER"),
    ("R-PAIN-06 usual beats the run day's morning", {"usual": 0.5, "am0": 4, "dur": 2, "am": 3}, "RED"),
    ("R-PAIN-06 the run day's morning", {"pre": 1, "am0": 3, "dur": 2, "am": 3}, "GREEN"),
    ("R-PAIN-06 only the run day's morning", {"am0": 1, "dur": 2, "am": 1}, "GREEN"),
    ("R-PAIN-06 only the usual level", {"usual": 0.67, "dur": 2, "am": 1}, "GREEN"),
    ("R-PAIN-06 a morning alone has no base", {"dur": 2, "am": 5}, "UNKNOWN"),
    ("R-PAIN-06 late is settled at best", {"pre": 1, "usual": 1, "dur": 1, "am": 1, "late": True}, "AMBER_SETTLED"),
    ("C-38 late is red too", {"pre": 0, "usual": 0, "dur": 1, "am": 3, "late": True}, "RED"),
    ("R-PAIN-06 red before unknown", {"dur": 6}, "RED"),
    ("R-PAIN-07 row 2", {"pre": 1, "dur": 1, "post60": 5}, "UNKNOWN"),
    ("R-PAIN-06 nothing to compare with", {"dur": 2, "am": 1}, "UNKNOWN"),
    ("R-PAIN-06 no score during", {"pre": 1, "am": 1}, "AMBER_SETTLED"),
    ("R-PAIN-06 nothing known", {}, "UNKNOWN"),
    ("R-PAIN-07 row 3", {"pre": 1, "dur": 5, "am": 2}, "AMBER_LINGER"),
    ("R-PAIN-07 row 3 not at 0.99", {"pre": 1, "usual": 1.01, "dur": 2, "am": 2}, "GREEN"),
    ("R-PAIN-07 row 3 not from a score of 1", {"pre": 0, "usual": 0, "dur": 2, "am": 1}, "GREEN"),
    ("R-PAIN-07 row 3 before row 4", {"pre": 1, "usual": 0, "dur": 0, "am": 2}, "AMBER_LINGER"),
    ("R-PAIN-07 row 4", {"pre": 2, "dur": 2, "am": 1}, "GREEN"),
    ("R-PAIN-07 row 4 an hour after at the start", {"pre": 2, "dur": 2, "post60": 2, "am": 2}, "GREEN"),
    ("R-PAIN-07 row 4 moving at night", {"pre": 0, "dur": 0, "am": 0, "night": "moving"}, "GREEN"),
    ("R-PAIN-07 row 5 during 3", {"pre": 3, "dur": 3, "am": 3}, "AMBER_SETTLED"),
    ("R-PAIN-07 row 5 during 5", {"pre": 0, "dur": 5, "am": 0}, "AMBER_SETTLED"),
    ("R-PAIN-07 row 4 comfortable an hour after", {"pre": 0, "dur": 2, "post60": 2, "am": 1}, "GREEN"),
    ("R-PAIN-07 row 4 above the start at 3", {"pre": 4, "dur": 2, "post60": 4, "am": 4}, "GREEN"),
    ("R-PAIN-07 row 4 no score before, 2 after", {"usual": 1, "dur": 2, "post60": 2, "am": 1}, "GREEN"),
    ("R-PAIN-07 row 5 slow to settle", {"pre": 1, "dur": 2, "post60": 3, "am": 1}, "AMBER_SETTLED"),
    ("R-PAIN-02 painkiller", {"pre": 0, "dur": 0, "am": 0, "painkiller": True}, "AMBER_SETTLED"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "response"), [row[1:] for row in SESSIONS], ids=[row[0] for row in SESSIONS]
)
def test_session(given: dict[str, Any], response: str) -> None:
    assert check_case({"fn": "session", "input": given}) == response


G, S, L, U, R = "GREEN", "AMBER_SETTLED", "AMBER_LINGER", "UNKNOWN", "RED"

PROGRESS: list[tuple[str, dict[str, Any], str]] = [
    ("R-PROG-10 row 1", {"hist": [G, G], "hold_flag": True}, "SEEK_CARE"),
    ("R-PROG-10 row 2", {"hist": [G, G], "reds_14d": 3}, "SEEK_CARE"),
    ("R-PROG-10 row 2 not at 2", {"hist": [G, G], "reds_14d": 2}, "PROGRESS"),
    ("R-PROG-10 row 3 stopped", {"hist": [R], "last_red_kind": "stopped"}, "REST_THEN_STEP_BACK"),
    ("R-PROG-10 row 3 night", {"hist": [G, R], "last_red_kind": "night"}, "REST_THEN_STEP_BACK"),
    ("R-PROG-10 row 3 limp", {"hist": [R], "last_red_kind": "limp"}, "REST_THEN_STEP_BACK"),
    ("R-PROG-10 row 3 only if the last is red", {"hist": [R, G, G], "last_red_kind": "limp"}, "PROGRESS"),
    ("R-PROG-10 row 4 score", {"hist": [R], "last_red_kind": "score"}, "STEP_BACK"),
    ("R-PROG-10 row 4 morning", {"hist": [R], "last_red_kind": "morning"}, "STEP_BACK"),
    ("R-PROG-10 row 4 kind not known", {"hist": [G, R]}, "STEP_BACK"),
    ("R-PROG-10 row 5", {"hist": [L, L]}, "STEP_BACK"),
    ("R-PROG-10 row 5 needs two", {"hist": [L]}, "HOLD"),
    ("R-PROG-10 row 6", {"hist": [G, G], "week_delta": 2.0}, "STEP_BACK"),
    ("R-PROG-10 row 6 in hundredths", {"hist": [G, G], "week_delta": 1.995}, "STEP_BACK"),
    ("R-PROG-10 row 6 not at 1.994", {"hist": [G, G], "week_delta": 1.994}, "HOLD"),
    ("R-PROG-10 row 7", {"hist": [G, G], "week_delta": 1.0}, "HOLD"),
    ("R-PROG-10 row 7 in hundredths", {"hist": [G, G], "week_delta": 0.995}, "HOLD"),
    ("R-PROG-10 row 7 not below 1.0", {"hist": [G, G], "week_delta": 0.994}, "PROGRESS"),
    ("R-PROG-10 row 8 unknown", {"hist": [G, G, U]}, "HOLD"),
    ("R-PROG-10 row 8 linger", {"hist": [G, G, L]}, "HOLD"),
    ("R-PROG-10 row 9", {"hist": [G, G], "adv7": 2}, "HOLD"),
    ("R-PROG-10 row 10", {"hist": [R, G, G], "adv7": 1}, "PROGRESS"),
    ("R-PROG-10 row 11", {"hist": [G, S, G]}, "PROGRESS_SMALL"),
    ("R-PROG-10 row 11 all settled", {"hist": [S, S, S]}, "PROGRESS_SMALL"),
    ("R-PROG-10 row 11 last green after settled", {"hist": [S, S, G]}, "PROGRESS_SMALL"),
    ("R-PROG-10 row 12 two only", {"hist": [S, G]}, "HOLD"),
    ("R-PROG-10 row 12 linger among three", {"hist": [L, S, G]}, "HOLD"),
    ("R-PROG-10 row 12 one green", {"hist": [G]}, "HOLD"),
    ("R-PROG-10 row 12 nothing yet", {}, "HOLD"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "decision"), [row[1:] for row in PROGRESS], ids=[row[0] for row in PROGRESS]
)
def test_progress(given: dict[str, Any], decision: str) -> None:
    assert check_case({"fn": "progress", "input": given}) == decision


def pain(score: int) -> list[Any]:
    return ["pain", score]


FINISH, ALARM = ["finish"], ["alarm"]
MIDRUN: list[tuple[str, int, list[Any], str, str | None]] = [
    ("no event", 1, [], "RUN", None),
    ("R-MID-01 from RUN", 0, [ALARM, FINISH], "RUN END", "STOPPED_ALARM"),
    ("R-MID-01 from STRETCH", 0, [pain(3), pain(3), ALARM], "RUN SLOW STRETCH END", "STOPPED_ALARM"),
    ("R-MID-02 at 6", 5, [pain(6)], "RUN END", "STOPPED_PAIN"),
    ("R-MID-02 limp", 3, [["pain", 1, "limp"]], "RUN END", "STOPPED_PAIN"),
    ("R-MID-02 even when it was so before", 6, [pain(6)], "RUN END", "STOPPED_PAIN"),
    ("R-MID-03 two more", 0, [pain(2)], "RUN SLOW", None),
    ("R-MID-03 one more from 3 on", 2, [pain(3)], "RUN SLOW", None),
    ("R-MID-03b one more below 3", 1, [pain(2)], "RUN RUN", None),
    ("R-MID-03b 1 of 10", 0, [pain(1), pain(1)], "RUN RUN RUN", None),
    ("R-MID-03b", 2, [pain(2), pain(0)], "RUN RUN RUN", None),
    ("R-MID-03b not above the start at 5", 5, [pain(5)], "RUN RUN", None),
    ("R-MID-04 back to the start", 3, [pain(5), pain(3)], "RUN SLOW RUN_EASY", None),
    ("R-MID-04 two down", 0, [pain(5), pain(3)], "RUN SLOW RUN_EASY", None),
    ("R-MID-04 comfortable", 0, [pain(3), pain(2)], "RUN SLOW RUN_EASY", None),
    ("R-MID-04 comfortable as before", 0, [pain(2), pain(2)], "RUN SLOW RUN_EASY", None),
    ("R-MID-05 one down from 4", 0, [pain(4), pain(3)], "RUN SLOW STRETCH", None),
    ("R-MID-06", 0, [pain(3), pain(3), pain(1), FINISH], "RUN SLOW STRETCH RUN_EASY END", "COMPLETED_AFTER_STRETCH"),
    ("R-MID-07", 0, [pain(3), pain(3), pain(3)], "RUN SLOW STRETCH END", "STOPPED_PAIN"),
    ("R-MID-08", 0, [pain(3), pain(2), pain(3)], "RUN SLOW RUN_EASY STRETCH", None),
    ("R-MID-09b comfortable", 0, [pain(3), pain(1), pain(2)], "RUN SLOW RUN_EASY RUN_EASY", None),
    ("R-MID-09b at the best", 2, [pain(5), pain(3), pain(3)], "RUN SLOW RUN_EASY RUN_EASY", None),
    ("R-MID-08 onset is the new score", 0, [pain(5), pain(1), pain(3), pain(2)], "RUN SLOW RUN_EASY STRETCH RUN_EASY", None),
    ("R-MID-08 not at or below the start", 3, [pain(5), pain(1), pain(3)], "RUN SLOW RUN_EASY RUN_EASY", None),
    ("R-MID-08 best is the score at relief", 0, [pain(5), pain(2), pain(0), pain(2)], "RUN SLOW RUN_EASY RUN_EASY RUN_EASY", None),
    ("R-MID-09", 0, [pain(3), pain(3), pain(1), pain(3)], "RUN SLOW STRETCH RUN_EASY END", "STOPPED_PAIN"),
    ("R-MID-10 from RUN", 0, [FINISH], "RUN END", "COMPLETED"),
    ("R-MID-10 from SLOW", 0, [pain(2), FINISH], "RUN SLOW END", "COMPLETED_SLOWED"),
    ("R-MID-10 from RUN_EASY", 0, [pain(2), pain(0), FINISH], "RUN SLOW RUN_EASY END", "COMPLETED_SLOWED"),
    ("R-MID-10b", 0, [pain(3), pain(3), FINISH], "RUN SLOW STRETCH END", "STOPPED_PAIN"),
    ("events after END", 0, [FINISH, pain(9), ALARM], "RUN END", "COMPLETED"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("pre", "events", "trail", "outcome"),
    [row[1:] for row in MIDRUN],
    ids=[row[0] for row in MIDRUN],
)
def test_midrun(pre: int, events: list[Any], trail: str, outcome: str | None) -> None:
    result = check_case({"fn": "midrun", "input": {"pre": pre, "events": events}})

    assert result == {"trail": trail.split(), "outcome": outcome}


def test_spike_r_load_04_edges() -> None:
    planned = [0, 5.5, 5.501, 6.5, 6.501, 10.0, 10.001]

    assert check_case({"fn": "spike", "input": {"longest30_km": 5.0, "planned_km": planned}}) == [
        "REFERENCE", "REFERENCE", "SMALL", "SMALL", "MODERATE", "MODERATE", "LARGE",
    ]  # fmt: skip


@pytest.mark.parametrize("given", [{}, {"longest30_km": None}])
def test_spike_without_a_run_r_load_04(given: dict[str, Any]) -> None:
    result = check_case({"fn": "spike", "input": {**given, "planned_km": [1, 50]}})

    assert result == ["NO_BASELINE", "NO_BASELINE"]


@pytest.mark.parametrize(
    ("loads", "expect"),
    [
        ([100] * 7, {"total": 700, "mean": 100, "sd": 0, "monotony": None, "strain": None}),
        ([0] * 7, {"total": 0, "mean": 0, "sd": 0, "monotony": None, "strain": None}),
        (
            [70, 0, 0, 0, 0, 0, 0],
            {"total": 70, "mean": 10, "sd": 26.46, "monotony": 0.38, "strain": 26},
        ),
    ],
    ids=["R-LOAD-03 all alike", "R-LOAD-03 all rest", "R-LOAD-03 one run"],
)
def test_monotony(loads: list[int], expect: dict[str, Any]) -> None:
    assert check_case({"fn": "monotony", "input": {"loads": loads}}) == expect


@pytest.mark.parametrize(
    ("options", "score", "substantial"),
    [
        ([0, 3, 3, 3], 0, False),
        ([0], 0, False),
        ([3, None, None, None], 100, True),
        ([1, 2, 0, 0], 25, True),
        ([1, 0, 2, 0], 25, True),
        ([2, 1, 1, 3], 58, False),
        ([2, 3, 3, 3], 92, True),
        ([1, None, 2, 0], None, None),
        ([None, 0, 0, 0], None, None),
    ],
    ids=[
        "R-Q-01 as usual ends it", "R-Q-01 as usual alone", "R-Q-01 could not run",
        "R-Q-01 second question", "R-Q-01 third question", "R-Q-01 neither", "R-Q-01 most",
        "R-Q-01 skipped", "R-Q-01 first skipped",
    ],
)  # fmt: skip
def test_impact(*, options: list[int | None], score: int | None, substantial: bool | None) -> None:
    result = check_case({"fn": "impact", "input": {"answers": [options]}})

    assert result == [{"score": score, "substantial": substantial}]


@pytest.mark.parametrize(
    ("pairs", "exposed", "result"),
    [(28, 8, "OK"), (28, 20, "OK"), (28, 7, "INSUFFICIENT"), (28, 21, "INSUFFICIENT"),
     (27, 13, "INSUFFICIENT"), (0, 0, "INSUFFICIENT")],
)  # fmt: skip
def test_pattern_gate_r_an_05(pairs: int, exposed: int, result: str) -> None:
    assert check_case({"fn": "assoc_gate", "input": {"pairs": pairs, "exposed": exposed}}) == result


@pytest.mark.parametrize(
    ("case", "field"),
    [
        ([], ""),
        ({"input": {}}, "fn"),
        ({"fn": "verdict", "input": {}}, "fn"),
        ({"fn": 3, "input": {}}, "fn"),
        ({"fn": "session"}, "input"),
        ({"fn": "session", "input": []}, "input"),
        ({"fn": "session", "input": {"pre": 11}}, "pre"),
        ({"fn": "session", "input": {"pre": True}}, "pre"),
        ({"fn": "session", "input": {"dur": "3"}}, "dur"),
        ({"fn": "session", "input": {"outcome": "DONE"}}, "outcome"),
        ({"fn": "progress", "input": {"hist": ["GREAT"]}}, "hist[0]"),
        ({"fn": "progress", "input": {"reds_14d": -1}}, "reds_14d"),
        ({"fn": "session", "input": {"usual": 1.234}}, "usual"),
        ({"fn": "session", "input": {"usual": 10.01}}, "usual"),
        ({"fn": "session", "input": {"late": "yes"}}, "late"),
        ({"fn": "session", "input": {"ref": None}}, "ref"),
        ({"fn": "midrun", "input": {"pre": 11, "events": []}}, "pre"),
        ({"fn": "midrun", "input": {"pre": 1, "events": [["pain"]]}}, "events[0]"),
        ({"fn": "midrun", "input": {"pre": 1, "events": [["pain", 12]]}}, "events[0]"),
        ({"fn": "midrun", "input": {"pre": 1, "events": ["walk"]}}, "events[0]"),
        ({"fn": "spike", "input": {"longest30_km": 5}}, "planned_km"),
        ({"fn": "spike", "input": {"longest30_km": 5, "planned_km": [-2]}}, "planned_km[0]"),
        ({"fn": "monotony", "input": {"loads": [1, 2]}}, "loads"),
        ({"fn": "monotony", "input": {"loads": [1, 2, 3, 4, 5, 6, -7]}}, "loads[6]"),
        ({"fn": "monotony", "input": {"loads": [1e308, 2, 3, 4, 5, 6, 7]}}, "loads[0]"),
        ({"fn": "monotony", "input": {"loads": [10**400, 2, 3, 4, 5, 6, 7]}}, "loads[0]"),
        ({"fn": "readiness", "input": {"planned_km": 10**5000}}, "planned_km"),
        ({"fn": "readiness", "input": {"planned_km": float("nan")}}, "planned_km"),
        ({"fn": "impact", "input": {}}, "answers"),
        ({"fn": "impact", "input": {"answers": [[4, 0, 0, 0]]}}, "answers[0]"),
        ({"fn": "impact", "input": {"answers": [[1, 0, 0, 0, 0]]}}, "answers[0]"),
        ({"fn": "assoc_gate", "input": {"pairs": 3, "exposed": 4}}, "exposed"),
    ],
)
def test_bad_cases_name_the_key(case: object, field: str) -> None:
    result = check_case(case)

    assert isinstance(result, Problem)
    assert result.field == field
    assert result.message.endswith((".", "}"))


def test_no_score_before_a_run_counts_as_0() -> None:
    result = check_case({"fn": "midrun", "input": {"events": [["pain", 2]]}})

    assert result == {"trail": ["RUN", "SLOW"], "outcome": None}


def test_an_event_without_a_score_may_stand_alone() -> None:
    assert check_case({"fn": "midrun", "input": {"pre": 1, "events": ["finish"]}}) == {
        "trail": ["RUN", "END"],
        "outcome": "COMPLETED",
    }


def test_unknown_keys_that_say_nothing_are_let_be() -> None:
    given = {"pre": 1, "dur": 1, "am": 1, "swelling": None, "hills": False}

    assert check_case({"fn": "session", "input": given}) == "GREEN"


def test_keys_beside_the_case_are_let_be() -> None:
    case = {"id": "EX-1", "title": "t", "fn": "session", "input": {}, "expect": "RED"}

    assert check_case(case) == "UNKNOWN"
