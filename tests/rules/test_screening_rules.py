"""What the eight questions add up to (section 2.1)."""

from datetime import UTC, date, datetime

import pytest

from tracker.domain.screening import Allows, Clearance, ClearedBy, Screen, Screening
from tracker.rules.screening import may_run_with_pain, screen_of, valid_until

ANSWERED = date(2026, 3, 2)
NO = dict.fromkeys(
    ("structural", "condition", "symptoms", "bone_risk", "pregnancy", "told_to_avoid", "active"),
    False,
)


def screening(day: date = ANSWERED, **yes: bool) -> Screening:
    return Screening(
        id="s", at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC), day=day,
        **{"adult": True, **NO, **yes},
    )  # fmt: skip


def clearance(
    day: date,
    *covers: str,
    allows: Allows = Allows.RUN,
    up_to: int | None = None,
    review_by: date | None = None,
) -> Clearance:
    return Clearance(
        id="c", at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), day=day,
        by=ClearedBy.PHYSIO, covers=covers, allows=allows, up_to=up_to, review_by=review_by,
    )  # fmt: skip


ANSWERS = [
    ("R-SCR-08 nothing", {}, Screen.CLEAR),
    ("R-SCR-01 not adult", {"adult": False, "structural": True}, Screen.DIARY_ONLY),
    ("R-SCR-02 R-SCR-09", {"structural": True}, Screen.CLEARANCE_NEEDED),
    ("R-SCR-03 not active", {"condition": True}, Screen.CLEARANCE_NEEDED),
    ("R-SCR-03 R-SCR-08 active", {"condition": True, "active": True}, Screen.MODERATE_ONLY),
    ("R-SCR-04", {"symptoms": True, "active": True}, Screen.CLEARANCE_NEEDED),
    (
        "R-SCR-04 beside R-SCR-03",
        {"symptoms": True, "condition": True, "active": True},
        Screen.CLEARANCE_NEEDED,
    ),
    ("R-SCR-05 holds nothing", {"bone_risk": True}, Screen.CLEAR),
    ("R-SCR-06", {"pregnancy": True}, Screen.CLEARANCE_NEEDED),
    ("R-SCR-07", {"told_to_avoid": True}, Screen.CLEARANCE_NEEDED),
]


@pytest.mark.parametrize(
    ("yes", "screen"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS]
)
def test_answers(yes: dict[str, bool], screen: Screen) -> None:
    assert screen_of([screening(ANSWERED, **yes)], [], today=ANSWERED) is screen


def test_answers_count_twelve_months_c_29() -> None:
    assert screen_of([], [], today=ANSWERED) is Screen.MISSING
    assert screen_of([screening()], [], today=date(2027, 3, 2)) is Screen.CLEAR
    assert screen_of([screening()], [], today=date(2027, 3, 3)) is Screen.MISSING
    assert screen_of([screening()], [], today=date(2026, 3, 1)) is Screen.MISSING


def test_the_latest_answers_count() -> None:
    both = [screening(date(2026, 5, 1), structural=True), screening()]

    assert screen_of(both, [], today=date(2026, 6, 1)) is Screen.CLEARANCE_NEEDED


LATER = date(2026, 4, 1)
CLEARANCES = [
    ("covers the screening", clearance(LATER, "screening"), Screen.CLEAR),
    ("covers all", clearance(LATER, "all"), Screen.CLEAR),
    ("covers a flag only", clearance(LATER, "R-RED-15"), Screen.CLEARANCE_NEEDED),
    ("walking only", clearance(LATER, "all", allows=Allows.WALK), Screen.CLEARANCE_NEEDED),
    ("older than the answers", clearance(date(2026, 3, 1), "all"), Screen.CLEARANCE_NEEDED),
    ("not yet given", clearance(date(2026, 7, 1), "all"), Screen.CLEARANCE_NEEDED),
    ("reviewed", clearance(LATER, "all", review_by=date(2026, 5, 1)), Screen.CLEARANCE_NEEDED),
]


@pytest.mark.parametrize(
    ("given", "screen"),
    [row[1:] for row in CLEARANCES],
    ids=[f"R-SCR-10 {row[0]}" for row in CLEARANCES],
)
def test_clearance(given: Clearance, screen: Screen) -> None:
    assert screen_of([screening(structural=True)], [given], today=date(2026, 6, 1)) is screen


def test_hard_sessions_are_open_with_a_clearance_r_scr_08() -> None:
    answers = screening(condition=True, active=True)

    assert screen_of([answers], [clearance(LATER, "all")], today=LATER) is Screen.CLEAR


def test_validity_c_29() -> None:
    assert valid_until(clearance(date(2028, 2, 29), "all")) == date(2029, 2, 28)
    with_pain = clearance(LATER, "all", allows=Allows.RUN_WITH_PAIN, up_to=4)
    assert valid_until(with_pain) == date(2026, 6, 30)
    assert may_run_with_pain([with_pain], 4, today=date(2026, 6, 30))
    assert not may_run_with_pain([with_pain], 4, today=date(2026, 7, 1))
    assert not may_run_with_pain([with_pain], 5, today=LATER)
    assert not may_run_with_pain([clearance(LATER, "all")], 1, today=LATER)
