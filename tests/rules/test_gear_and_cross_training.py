"""Shoes, and training that is not running (sections 6 and 7)."""

import pytest

from tracker.domain.cross_training import CrossKind
from tracker.rules.cross_training import impact_share, nudge, offered_kinds
from tracker.rules.equipment import SHOE_INSPECT, new_pair_limit_m, shoe_note


def test_shoe_notes_r_eq_01() -> None:
    assert shoe_note(499_999) is None
    assert "thin" in (shoe_note(500_000) or "")
    assert (shoe_note(800_000) or "").startswith(SHOE_INSPECT)
    assert not (shoe_note(799_999) or "").startswith(SHOE_INSPECT)


@pytest.mark.parametrize(
    ("runs", "longest", "limit"),
    [(0, 9001, 4500), (2, 9000, 4500), (3, 9000, None), (0, None, None)],
)
def test_a_new_pair_r_eq_03(runs: int, longest: int | None, limit: int | None) -> None:
    assert new_pair_limit_m(runs, longest) == limit


def test_impact_r_xt_01() -> None:
    assert impact_share(CrossKind.HIKE) == 0.5
    assert impact_share(CrossKind.BIKE) == 0
    assert impact_share(CrossKind.OTHER, other_has_impact=True) == 1


def test_a_sore_back_is_offered_no_rowing_or_lifting_r_xt_03() -> None:
    assert set(CrossKind) - set(offered_kinds(low_back=4)) == {CrossKind.ROW, CrossKind.WEIGHTS}
    assert offered_kinds(low_back=3) == offered_kinds(low_back=None) == tuple(CrossKind)


def test_weekly_nudge_r_xt_04() -> None:
    assert nudge(7)
    assert nudge(None)
    assert nudge(6) is None
