"""What can't have been answered or timed is refused when a record is made or read from the file."""

from datetime import UTC, datetime

import pytest

from tracker.domain.impact_check import ImpactCheck
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.rules.impact import IMPACT_QUESTIONS

AT = datetime(2026, 11, 22, 19, tzinfo=UTC)


def check(*options: int | None) -> ImpactCheck:
    return ImpactCheck(id="i", at=AT, day=AT.date(), options=options)


@pytest.mark.parametrize(
    "options", [(), (0,), (1, 1, 1), (1, 1, 1, 4), (-1, 1, 1, 1), (1, 1, 1, 1, 1)]
)
def test_r_q_01_four_options_from_0_to_3_and_no_others(options: tuple[int | None, ...]) -> None:
    with pytest.raises(ValueError, match="options are"):
        check(*options)


def test_r_q_01_a_skipped_question_is_none() -> None:
    assert check(3, None, None, None).options == (3, None, None, None)
    assert len(IMPACT_QUESTIONS) == len(check(1, 2, 3, 0).options)


def test_a_remedy_can_t_take_less_than_no_time() -> None:
    with pytest.raises(ValueError, match="negative"):
        Remedy(id="h", at=AT, day=AT.date(), kind=RemedyKind.HEAT, seconds=-1)
