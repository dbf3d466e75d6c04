"""Yes, no, and not known, for each of a day's exposures (R-AN-05.1)."""

import pytest

from tracker.domain.exposure import FIXED_EXPOSURES, Exposure
from tracker.domain.remedy import RemedyKind
from tracker.domain.run import Surface
from tracker.insight.exposures import DayHabits, exposed
from tracker.rules.pattern_words import DEFINITIONS, LABELS, PHRASES

E = Exposure
CASES = [
    (E.RAN, DayHabits(), False),
    (E.RAN, DayHabits(ran=True), True),
    (E.LONG_RUN, DayHabits(longest30_m=10_000), False),  # no run is no long run
    (E.LONG_RUN, DayHabits(ran=True, longest_m=9000, longest30_m=10_000), False),
    (E.LONG_RUN, DayHabits(ran=True, longest_m=9001, longest30_m=10_000), True),
    (E.LONG_RUN, DayHabits(ran=True, longest_m=4503, longest30_m=5003), True),  # 450300 > 450270
    (E.LONG_RUN, DayHabits(ran=True, longest_m=4502, longest30_m=5003), False),  # 450200
    (E.LONG_RUN, DayHabits(ran=True, longest_m=None, longest30_m=10_000), None),
    (E.LONG_RUN, DayHabits(ran=True, longest_m=9000, longest30_m=None), None),
    (E.LONG_RUN, DayHabits(ran=True, longest_m=9000, longest30_m=0), None),
    (E.STRETCHED, DayHabits(), False),
    (E.STRETCHED, DayHabits(stretched=True), True),
    (E.SHORT_SLEEP, DayHabits(), None),
    (E.SHORT_SLEEP, DayHabits(sleep_h=5.9), True),
    (E.SHORT_SLEEP, DayHabits(sleep_h=6), False),
    (E.SHORT_SLEEP, DayHabits(sleep_h=0), True),
    (E.LONG_SITTING, DayHabits(), None),
    (E.LONG_SITTING, DayHabits(sitting_h=8), False),
    (E.LONG_SITTING, DayHabits(sitting_h=8.5), True),
    (E.LONG_SITTING, DayHabits(sitting_h=0), False),
    (E.HARD_SURFACE, DayHabits(), None),  # a day without a run has no surface
    (E.HARD_SURFACE, DayHabits(ran=True), None),
    (E.HARD_SURFACE, DayHabits(ran=True, surface=Surface.ASPHALT), True),
    (E.HARD_SURFACE, DayHabits(ran=True, surface=Surface.CONCRETE), True),
    *((E.HARD_SURFACE, DayHabits(ran=True, surface=each), False)
      for each in set(Surface) - {Surface.ASPHALT, Surface.CONCRETE}),
    (E.CROSS_TRAINED, DayHabits(), False),
    (E.CROSS_TRAINED, DayHabits(cross_trained=True), True),
    (E.HEAT, DayHabits(remedies=frozenset({RemedyKind.COLD})), False),
    (E.HEAT, DayHabits(remedies=frozenset({RemedyKind.HEAT})), True),
    (E.COLD, DayHabits(remedies=frozenset({RemedyKind.COLD, RemedyKind.BELT})), True),
    (E.COLD, DayHabits(), False),
    (E.PAINKILLER, DayHabits(), False),
    (E.PAINKILLER, DayHabits(painkiller=True), True),
]  # fmt: skip


@pytest.mark.parametrize(("exposure", "day", "answer"), CASES)
def test_r_an_05_an_exposure(exposure: Exposure, day: DayHabits, *, answer: bool | None) -> None:
    assert exposed(exposure, day) is answer


def test_r_an_05_every_exposure_is_tried_and_has_its_words() -> None:
    assert {exposure for exposure, _day, _answer in CASES} == set(Exposure)
    for words in (LABELS, PHRASES, DEFINITIONS):
        assert set(words) == set(Exposure)


def test_r_an_05_six_are_fixed() -> None:
    assert [each.value for each in FIXED_EXPOSURES] == [
        "ran", "long_run", "stretched", "short_sleep", "long_sitting", "hard_surface",
    ]  # fmt: skip
