"""Heat and cold: who leaves them out, for how long, and what is said of them (section 5.3)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.domain.problem import Problem
from tracker.domain.remedy import CautionAnswer, RemedyKind
from tracker.domain.settings import Settings
from tracker.rules import heat_cold
from tracker.rules.catalogue import CATALOGUE
from tracker.rules.constant_table import CONSTANTS
from tracker.rules.heat_cold import (
    CAUTIONS,
    EVERY_TIME,
    EVIDENCE,
    LEAVE_OUT,
    LOOK_NOW,
    MANNER,
    MANNER_RULE,
    MINUTES,
    NEVER,
    PAUSE_AFTER,
    TAKE_OFF,
    bounded_minutes,
    cautions_of,
    parse_pack_minutes,
    pause_left,
)
from tracker.rules.wording import forbidden_words

HEAT, COLD = RemedyKind.HEAT, RemedyKind.COLD
NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "asked", "given"),
    [
        (HEAT, 0, 15), (HEAT, 14, 15), (HEAT, 15, 15), (HEAT, 20, 20), (HEAT, 21, 20),
        (COLD, 9, 10), (COLD, 10, 10), (COLD, 15, 15), (COLD, 20, 20), (COLD, 600, 20),
    ],
)  # fmt: skip
def test_r_hc_01_and_r_hc_02_bound_the_minutes(kind: RemedyKind, asked: int, given: int) -> None:
    assert bounded_minutes(asked, kind) == given


def test_c_23_and_c_24_say_the_same_minutes() -> None:
    said = {row.id: str(row.value) for row in CONSTANTS}
    assert said["C-23"].startswith("10-20 min")
    assert said["C-24"].startswith("15-20 min")
    assert dict(MINUTES) == {HEAT: (15, 20), COLD: (10, 20)}


@pytest.mark.parametrize(
    ("typed", "kind", "minutes"),
    [("15", HEAT, 15), (" 20 min ", HEAT, 20), ("10", COLD, 10), ("10,0", COLD, 10)],
)
def test_r_hc_04_minutes_are_read(typed: str, kind: RemedyKind, minutes: int) -> None:
    assert parse_pack_minutes(typed, kind) == minutes


@pytest.mark.parametrize(
    ("typed", "kind", "words"),
    [
        ("21", HEAT, "Heat goes from 15 to 20 minutes, so 21 is too many. Type it like 15."),
        ("10", HEAT, "Heat goes from 15 to 20 minutes, so 10 is too few. Type it like 15."),
        ("1h", COLD, "Cold goes from 10 to 20 minutes, so 60 is too many. Type it like 15."),
        ("0", COLD, "too few"),
        ("-5", COLD, "never less than 0"),
        ("", COLD, "missing"),
        ("a while", COLD, "Can't read"),
        ("99999999999999999999", COLD, "is more"),
    ],
)
def test_r_hc_04_what_is_out_of_bounds_is_refused(typed: str, kind: RemedyKind, words: str) -> None:
    found = parse_pack_minutes(typed, kind)
    assert isinstance(found, Problem)
    assert found.field == "minutes"
    assert words in found.message


@pytest.mark.parametrize(
    "caution",
    ["numb skin", "broken skin", "poor circulation", "Raynaud's", "allergy to cold", "diabetes"],
)
@pytest.mark.parametrize("kind", [HEAT, COLD])
def test_r_hc_03_every_caution_is_named(kind: RemedyKind, caution: str) -> None:
    assert any(caution in words for words in CAUTIONS[kind])
    assert "unless a clinician agreed" in LEAVE_OUT[kind]


def test_r_hc_03_a_fresh_hot_swelling_speaks_against_heat_alone() -> None:
    assert any("48 hours" in words for words in CAUTIONS[HEAT])
    assert not any("48 hours" in words for words in CAUTIONS[COLD])


def test_r_hc_03_what_changes_from_day_to_day_is_said_every_time() -> None:
    assert "broken skin" in EVERY_TIME[HEAT]
    assert "48 hours" in EVERY_TIME[HEAT]
    assert "broken skin" in EVERY_TIME[COLD]


def test_r_hc_03_each_kind_is_answered_on_its_own() -> None:
    said = CautionAnswer(day=date(2026, 11, 23))
    assert cautions_of(Settings(), HEAT) is cautions_of(Settings(), COLD) is None
    assert cautions_of(Settings(heat_cautions=said), HEAT) == said
    assert cautions_of(Settings(heat_cautions=said), COLD) is None
    assert cautions_of(Settings(cold_cautions=said), COLD) == said


@pytest.mark.parametrize(
    ("minutes_ago", "left"), [(None, 0), (0, 10), (4, 6), (9.5, 0.5), (10, 0), (500, 0), (-30, 10)]
)
def test_r_hc_02_ten_minutes_lie_between_two_colds(minutes_ago: float | None, left: float) -> None:
    ended = None if minutes_ago is None else NOW - timedelta(minutes=minutes_ago)
    assert pause_left(ended, NOW) == timedelta(minutes=left)


def test_the_words_promise_nothing() -> None:
    told = [
        *MANNER.values(), *NEVER.values(), *EVIDENCE.values(), *LEAVE_OUT.values(),
        *EVERY_TIME.values(),
        *(words for each in CAUTIONS.values() for words in each), LOOK_NOW, TAKE_OFF, PAUSE_AFTER,
    ]  # fmt: skip
    assert not any(forbidden_words(words) for words in told)
    assert not any("inflam" in words for words in told)
    assert "Some people find it soothing" in EVIDENCE[COLD]
    assert "not hot" in MANNER[HEAT]
    assert "awake" in NEVER[HEAT]
    assert "lie on it" in NEVER[HEAT]
    assert set(MANNER_RULE.values()) <= set(CATALOGUE)
    assert heat_cold.__doc__
