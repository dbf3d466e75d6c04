"""A verdict is never without its reason, however little room there is."""

from dataclasses import replace

import pytest

from tests.diary.conftest import Made
from tracker.diary.verdicts import verdict_on
from tracker.rules.explanations import Explanation
from tracker.ui.widgets.verdict_card import LINES, CardShape, Reasons

LONG = "You felt the run 2 days ago; it had settled by morning: repeat before adding" * 4


@pytest.mark.parametrize("shape", [CardShape.ROW, CardShape.CARD])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_the_first_reason_is_seen_and_the_rest_are_counted(shape: CardShape, count: int) -> None:
    verdict = verdict_on(Made().snapshot, Made().day(0))
    because = tuple(Explanation(f"R-RDY-{number}", LONG) for number in range(30, 30 + count))
    reasons = Reasons()
    reasons.set_reactive(Reasons.verdict, replace(verdict, because=because, manner=""))
    reasons.set_reactive(Reasons.shape, shape)
    lines = [line.plain for line in reasons._some_reasons(42, LINES[shape])]
    assert len(lines) == LINES[shape]
    assert lines[0].startswith("You felt")
    assert "R-RDY-30" in lines[0]
    assert (count > len([line for line in lines if "R-RDY" in line])) is ("more" in lines[-1])
