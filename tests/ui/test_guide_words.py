"""The guide's words at the sizes that terminals have: nothing is cut but what cannot fit."""

import time
from dataclasses import replace

import pytest

from tracker.diary import boot_time_clock
from tracker.domain.routine import Routine, RoutineStep, SkipCode
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.body_figure import FIGURES, BodySize
from tracker.rules.routines import builtin_routines
from tracker.rules.stretching import EXTRA_STEPS, FLAT_GROUND_NOTE, fit
from tracker.ui.stretch.guide_words import (
    balanced,
    caution_words,
    feel_words,
    pain_words,
    stop_words,
)
from tracker.ui.stretch.player import TEXT_ROWS

STEPS: list[RoutineStep] = [
    *(step for routine in builtin_routines().values() for step in routine.steps),
    *EXTRA_STEPS,
]
WIDE, SLIM = 78, 59


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
@pytest.mark.parametrize("width", [WIDE, SLIM])
def test_every_cue_and_caution_finds_room(step: RoutineStep, width: int) -> None:
    slim = width == SLIM
    place = [PainSite(Site.ACHILLES, Side.LEFT)]
    alone = Routine(
        id="own", code="", title="", mode="mixed", when="", steps=(step,), builtin=False
    )
    stripped = replace(alone, steps=(replace(step, skip_if=()),))
    [fitted] = fit(stripped, {SkipCode.ACHILLES_HEEL_END}, sites=place).steps
    caution = caution_words(step, fitted.note)
    for text, rows in ((step.cue, TEXT_ROWS + slim), (caution, TEXT_ROWS + slim)):
        lines = balanced(text, width, rows=rows).splitlines()
        assert len(lines) <= rows
        assert all(len(line) <= width for line in lines)
        assert " ".join(lines) == text


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_where_a_step_is_felt_finds_room_beside_every_figure(step: RoutineStep) -> None:
    for side in (None, Side.LEFT, Side.RIGHT):
        beside = feel_words(step, side, stacked=False)
        assert len(beside.wrap(FIGURES[BodySize.MEDIUM].width)) <= 3
        assert len(beside.wrap(FIGURES[BodySize.LARGE].width)) <= 2
        assert len(feel_words(step, side, stacked=True).wrap(FIGURES[BodySize.SMALL].width)) <= 5


def test_a_cue_of_one_s_own_that_is_too_long_ends_with_a_sign_that_says_so() -> None:
    lines = balanced("Lean in a little more. " * 20, WIDE, rows=TEXT_ROWS).splitlines()
    assert len(lines) == TEXT_ROWS
    assert lines[-1].endswith("…")
    assert all(len(line) <= WIDE for line in lines)


def test_a_caution_that_says_the_day_s_note_anyway_says_it_once() -> None:
    raises = next(step for step in STEPS if step.id == "M11")
    assert caution_words(raises, FLAT_GROUND_NOTE) == raises.caution
    bent = next(step for step in STEPS if step.id == "S6")
    assert caution_words(bent, FLAT_GROUND_NOTE) == f"{FLAT_GROUND_NOTE} {bent.caution}"


@pytest.mark.parametrize("short", [True, False])
def test_r_str_05_what_stops_a_stretch_fits_in_one_line(*, short: bool) -> None:
    width = SLIM if short else WIDE
    assert stop_words(short=short).cell_length <= width
    assert pain_words("Pain here: 10.", stopped=True).cell_length <= SLIM
    assert "R-STR-05" in stop_words(short=short).plain


def test_the_guide_s_clock_goes_on_while_the_machine_sleeps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asleep = {boot_time_clock.CLOCK: 3_600.0}
    monkeypatch.setattr(time, "clock_gettime", lambda clock: asleep.get(clock, 0.0))
    assert boot_time_clock.boot_time_seconds() == 3_600
    assert getattr(time, "CLOCK_BOOTTIME", boot_time_clock.CLOCK) == boot_time_clock.CLOCK
