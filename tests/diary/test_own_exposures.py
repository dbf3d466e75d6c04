"""Own factors and gear among the patterns: three answers, and never a no that nobody gave."""

from dataclasses import replace

from tests.diary.conftest import Made
from tracker.diary.own_exposures import own_exposures
from tracker.diary.patterns import pattern_report
from tracker.domain.check_in import FactorAnswer
from tracker.domain.exposure import OwnExposure
from tracker.domain.factor import Factor
from tracker.domain.gear import Gear
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import PatternVerdict

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)


def factors(made: Made) -> None:
    made.settings = Settings(tracked=(BACK,))
    made.others += [
        Factor(id="f", at=made.at(90, 9), name="desk day"),
        Factor(id="g", at=made.at(90, 9), name="gone", asked=False),
        Gear(id="b", name="Blue"),
        Gear(id="r", name="Red", retired=made.day(3)),
    ]


def test_an_own_factor_has_three_answers_and_one_yes_of_a_day_is_enough(made: Made) -> None:
    factors(made)
    yes, no = FactorAnswer("f", yes=True), FactorAnswer("f", yes=False)
    made.check_in(3, {BACK: 2}, factors=(no,))
    made.check_in(2, {BACK: 2}, factors=(no,))
    made.check_in(2, {BACK: 2}, hour=20, factors=(yes,))
    made.check_in(1, {BACK: 2})
    found = own_exposures(made.snapshot, [made.day(back) for back in (3, 2, 1)])
    (days,) = [days for each, days in found.items() if str(each) == "factor:f"]
    assert list(days.values()) == [False, True, None]


def test_gear_is_compared_on_days_whose_runs_name_some(made: Made) -> None:
    factors(made)
    made.run(4, gear=("b",))
    made.run(3, gear=("r",))
    made.run(2)
    found = own_exposures(made.snapshot, [made.day(back) for back in (4, 3, 2, 1)])
    (days,) = [days for each, days in found.items() if str(each) == "gear:b"]
    assert list(days.values()) == [True, False, None, None]
    assert "gear:r" not in set(map(str, found))


def test_they_are_looked_at_with_the_exploratory_ones_and_too_few_is_said(made: Made) -> None:
    factors(made)
    for back in range(40, -1, -1):
        made.check_in(back, {BACK: 2 + back % 2})
    plain = pattern_report(made.snapshot, today=made.day(0))
    assert not any(isinstance(each.exposure, OwnExposure) for each in plain.patterns)
    fuller = pattern_report(made.snapshot, today=made.day(0), exploratory=True)
    (desk,) = [each for each in fuller.patterns if str(each.exposure) == "factor:f"]
    assert (desk.exploratory, desk.verdict, desk.n) == (True, PatternVerdict.NOT_ENOUGH, 0)
    assert replace(desk, n=0) == desk
