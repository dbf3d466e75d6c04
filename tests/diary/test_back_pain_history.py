"""Back pain of more than three months with four of five features (R-RED-28)."""

import pytest

from tests.diary.conftest import Made
from tracker.diary.back_pain_history import days_of_back_pain
from tracker.domain.pain import BackFeature
from tracker.domain.site import PainSite, Side, Site

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
KNEE = PainSite(Site.KNEE, Side.LEFT)
FOUR = tuple(BackFeature)[:4]


def weekly(made: Made, place: PainSite, *, since: int, score: int = 2) -> None:
    for back in range(since, 0, -7):
        made.check_in(back, {place: score})


def test_r_red_28_four_features_and_more_than_three_months(made: Made) -> None:
    weekly(made, BACK, since=98)
    made.check_in(0, {BACK: 2}, back_features=FOUR)
    assert "R-RED-28" in made.flags()


@pytest.mark.parametrize(
    ("since", "features"), [(98, FOUR[:3]), (84, FOUR), (98, ())], ids=["three", "short", "none"]
)
def test_r_red_28_needs_both(made: Made, since: int, features: tuple[BackFeature, ...]) -> None:
    weekly(made, BACK, since=since)
    made.check_in(0, {BACK: 2}, back_features=features)
    assert "R-RED-28" not in made.flags()


def test_r_red_28_is_about_the_back(made: Made) -> None:
    weekly(made, KNEE, since=98)
    made.check_in(0, {KNEE: 2}, back_features=FOUR)
    assert "R-RED-28" not in made.flags()


def test_r_red_28_features_may_be_said_one_after_the_other(made: Made) -> None:
    weekly(made, BACK, since=98)
    for back, feature in enumerate(FOUR, start=1):
        made.check_in(back * 10, {BACK: 2}, back_features=(feature,))
    assert "R-RED-28" in made.flags()


def test_four_weeks_without_pain_begin_a_new_story(made: Made) -> None:
    made.check_in(120, {BACK: 3})
    weekly(made, BACK, since=84)
    made.check_in(0, {BACK: 2})
    assert days_of_back_pain(made.snapshot, made.day(0)) == 84


def test_a_score_of_0_is_no_pain(made: Made) -> None:
    weekly(made, BACK, since=98, score=0)
    made.check_in(0, {BACK: 0}, back_features=FOUR)
    assert "R-RED-28" not in made.flags()
