"""Whether a site has been steady (R-PAIN-08)."""

from typing import Any

import pytest

from tracker.domain.problem import Problem
from tracker.rules.what_if import check_case

STEADY = {"usual": 3.1, "logged_14d": 10, "week_delta": 0.99}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"usual": 0}, True),
        ({"usual": None}, False),
        ({"logged_14d": 9}, False),
        ({"logged_14d": 14}, True),
        ({"logged_14d": None}, False),
        ({"week_delta": 1.0}, False),
        ({"week_delta": 0.994}, True),
        ({"week_delta": 0.995}, False),
        ({"week_delta": -3}, True),
        ({"week_delta": None}, False),
        ({"reds_last3": 0}, True),
        ({"reds_last3": 1}, False),
        ({"flags": []}, True),
        ({"flags": ["R-RED-25"]}, True),
        ({"flags": ["R-RED-26"]}, False),
        ({"flags": ["R-RED-21a", "R-RED-25"]}, False),
    ],
)
def test_steady_r_pain_08(changes: dict[str, Any], *, expected: bool) -> None:
    assert check_case({"fn": "steady", "input": {**STEADY, **changes}}) is expected


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"usual": 2.345}, "usual"),
        ({"usual": 11}, "usual"),
        ({"logged_14d": 15}, "logged_14d"),
        ({"reds_last3": 4}, "reds_last3"),
        ({"flags": "R-RED-25"}, "flags"),
        ({"flags": ["R-RED-99"]}, "flags[0]"),
        ({"ref": 2}, "ref"),
    ],
)
def test_bad_input_is_named(changes: dict[str, Any], key: str) -> None:
    result = check_case({"fn": "steady", "input": {**STEADY, **changes}})

    assert isinstance(result, Problem)
    assert result.field == key
