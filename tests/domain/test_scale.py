import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.problem import Problem
from tracker.domain.scale import (
    FATIGUE,
    RPE,
    SLEEP_QUALITY,
    Scale,
    parse_scale,
    parse_whole_number,
)


@pytest.mark.parametrize(
    ("text", "scale", "value"),
    [
        ("1", SLEEP_QUALITY, 1),
        ("5/5", SLEEP_QUALITY, 5),
        ("0", FATIGUE, 0),
        (" 10 ", FATIGUE, 10),
        ("7 / 10", RPE, 7),
    ],
)
def test_a_value_of_a_scale_is_read(text: str, scale: Scale, value: int) -> None:
    assert parse_scale(text, scale) == value


@pytest.mark.parametrize(
    ("text", "scale", "message"),
    [
        ("0", SLEEP_QUALITY, 'Sleep quality is a whole number from 1 to 5, not "0".'),
        ("11", FATIGUE, 'Fatigue is a whole number from 0 to 10, not "11".'),
        ("-1", RPE, 'Effort (how hard it was) is a whole number from 0 to 10, not "-1".'),
        ("3.5", FATIGUE, 'Fatigue is a whole number from 0 to 10, not "3.5".'),
        ("3/5", FATIGUE, 'Fatigue is a whole number from 0 to 10, not "3/5".'),
        ("٣", FATIGUE, 'Fatigue is a whole number from 0 to 10, not "٣".'),
        ("", FATIGUE, "Fatigue is a whole number from 0 to 10."),
    ],
)
def test_any_other_gets_the_range(text: str, scale: Scale, message: str) -> None:
    assert parse_scale(text, scale) == Problem(scale.field, message)


def test_a_whole_number_has_its_own_bounds_and_name() -> None:
    assert parse_whole_number("20", "sitting", name="Sitting", low=0, high=24) == 20
    assert parse_whole_number("25", "sitting", name="Sitting", low=0, high=24) == Problem(
        "sitting", 'Sitting is a whole number from 0 to 24, not "25".'
    )


@given(st.text(st.characters(codec=None)) | st.text("0123456789/. -", max_size=8))
def test_whatever_is_typed_gives_a_value_in_bounds_or_a_problem(text: str) -> None:
    value = parse_scale(text, FATIGUE)
    assert isinstance(value, Problem) or 0 <= value <= 10
