"""Every response says why: the site that decided and its numbers (R-PAIN-07)."""

import pytest

from tracker.domain.pain import Night
from tracker.domain.run import RunOutcome
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.response_reason import (
    MARK_CELLS,
    REASON_CELLS,
    reason_in_columns,
    reason_mark,
    response_reason,
)
from tracker.rules.session import SiteSession

ACHILLES = PainSite(Site.ACHILLES, Side.RIGHT)
HEEL = PainSite(Site.PLANTAR_HEEL, Side.LEFT)


@pytest.mark.parametrize(
    ("place", "session", "words", "columns"),
    [
        (ACHILLES, SiteSession(pre=0, usual=86, am=3), "R Achilles 0.9 → 3", "R Achilles  0.9→3"),
        (ACHILLES, SiteSession(pre=2, usual=86, am=10), "R Achilles 2.0 → 10", "R Achilles 2.0→10"),
        (ACHILLES, SiteSession(usual=1000, am=10), "R Achilles 10.0 → 10", "R Achilles  10→10"),
        (HEEL, SiteSession(am0=0, am=0), "L under the… 0.0 → 0", "L under t…  0.0→0"),
        (ACHILLES, SiteSession(pre=1, dur=6, am=1), "R Achilles 6 in run", "R Achilles  6 run"),
        (
            ACHILLES, SiteSession(pre=1, outcome=RunOutcome.STOPPED_PAIN),
            "stopped R Achilles", "stopped",
        ),
        (None, SiteSession(outcome=RunOutcome.STOPPED_PAIN), "stopped", "stopped"),
        (None, SiteSession(outcome=RunOutcome.STOPPED_ALARM), "alarm sign", "alarm sign"),
        (ACHILLES, SiteSession(night=Night.WAKES), "woke at night", "woke at night"),
        (ACHILLES, SiteSession(limp_am=True), "R Achilles, limp", "R Achilles   limp"),
        (None, SiteSession(limp_am=True), "limp", "limp"),
        (
            ACHILLES, SiteSession(usual=350, am=5, limp_am=True),
            "R Achilles 3.5 → 5, limp", "R Achilles   limp",
        ),
        (
            ACHILLES, SiteSession(usual=86, am=3, late=True, am_of=2),
            "R Achilles 0.9 → 3, second morning", "R Achilles  0.9→3",
        ),
        (ACHILLES, SiteSession(pre=1), "R Achilles, no score that day", "no score that day"),
        (ACHILLES, SiteSession(am=1), "R Achilles, no score that day", "no score that day"),
        (None, SiteSession(), "no score that day", "no score that day"),
    ],
)  # fmt: skip
def test_what_decided_is_named_r_pain_07(
    place: PainSite | None, session: SiteSession, words: str, columns: str
) -> None:
    assert response_reason(place, session) == words
    assert reason_in_columns(place, session, arrow="→") == columns
    assert len(columns) <= REASON_CELLS


@pytest.mark.parametrize(
    ("session", "columns", "mark"),
    [
        (SiteSession(usual=350, am=5, limp_am=True), "R Achilles  3.5→5", "limp"),
        (SiteSession(limp_am=True), "R Achilles   limp", ""),
        (SiteSession(usual=86, am=3, late=True, am_of=2), "R Achilles  0.9→3", "late"),
        (SiteSession(usual=86, am=1, late=True, am_of=3), "R Achilles  0.9→1", "late"),
        (SiteSession(usual=86, am=3), "R Achilles  0.9→3", ""),
        (SiteSession(pre=1, dur=6, am=1), "R Achilles  6 run", ""),
    ],
)
def test_a_limp_and_a_late_morning_stand_beside_the_numbers_r_pain_07(
    session: SiteSession, columns: str, mark: str
) -> None:
    assert reason_in_columns(ACHILLES, session, arrow="→", marked=True) == columns
    assert reason_mark(ACHILLES, session) == mark
    assert len(mark) <= MARK_CELLS
