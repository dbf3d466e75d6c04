"""The sentences of a verdict: reasons, caps, what to do, whom to call."""

# ruff: noqa: E501  (a row of a table stays one line)

import pytest

from tracker.domain.pain import Night
from tracker.domain.run import RunOutcome
from tracker.domain.screening import Screen
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Level, Response
from tracker.rules.advice import advice_text
from tracker.rules.distance_words import exact_distance, floored_distance
from tracker.rules.explanations import cap_text, explanations
from tracker.rules.flag_messages import message
from tracker.rules.limits import Limits, limits_of
from tracker.rules.readiness import Readiness, readiness
from tracker.rules.readiness_input import LastRun, ReadinessInput, SiteToday

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


def day(**given: object) -> Readiness:
    usual: dict[str, object] = {
        "screen": Screen.CLEAR,
        "sites": (SiteToday(place=BACK, now=0, usual=0),),
        "longest30_m": 5000,
    }
    return readiness(ReadinessInput(**{**usual, **given}))  # type: ignore[arg-type]


def at(now: int, usual: int | None = None, place: PainSite = BACK) -> SiteToday:
    return SiteToday(place=place, now=now, usual=usual)


REASONS: list[tuple[str, dict[str, object], str]] = [
    ("R-RDY-50", {}, "Nothing you logged argues against it"),
    ("R-RDY-00b", {"sites": (), "unscored": (SHIN,)}, "No score for today yet: Left shin"),
    ("R-RDY-01", {"flags": ("R-RED-07",)}, "Chest pain or breathlessness"),
    ("R-RDY-10", {"sites": (at(7, 700),)}, "Low back is 7: stop zone"),
    ("R-RDY-20", {"sites": (at(4, 400), at(5, 500, SHIN))}, "Low back is 4, close to the stop zone; Left shin is 5, close to the stop zone"),
    ("R-RDY-21", {"sites": (at(3, 0),)}, "Low back is 3.0 above its usual 0.0"),
    ("R-RDY-30", {"sites": (at(3, 300),)}, "Low back is 3: watch zone"),
    ("R-RDY-31", {"sites": (at(2, 100),)}, "Low back is 1.0 above its usual 1.0"),
    ("R-RDY-13", {"night": Night.WAKES}, "Pain woke you last night"),
    ("R-RDY-14", {"last_run": LastRun(days_ago=1, outcome=RunOutcome.STOPPED_PAIN)}, "The run yesterday was stopped for pain"),
    ("R-RDY-22", {"last_run": LastRun(days_ago=2, response=Response.RED)}, "The run 2 days ago was too much"),
    ("R-RDY-32", {"last_run": LastRun(days_ago=3, response=Response.AMBER_LINGER)}, "The run 3 days ago was still felt next morning"),
    ("R-RDY-35", {"sleep_h": 5.5, "sleep_q": 2}, "Slept 5.5 h; Sleep quality was 2 of 5"),
    ("R-RDY-36", {"fatigue": 6}, "Fatigue is 6 of 10"),
    ("R-RDY-37", {"week_delta": 125}, "This week's mean is 1.3 above last week's"),
    ("R-RDY-38", {"planned_m": 6000}, "6.0 km planned, longest was 5.0 km"),
    ("R-RDY-40", {"run_days_in_row": 4}, "4 running days in a row"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "given", "text"), REASONS, ids=[f"{row[0]}" for row in REASONS])
def test_a_reason_carries_its_numbers(rule: str, given: dict[str, object], text: str) -> None:
    assert {reason.rule: reason.text for reason in explanations(day(**given))}[rule] == text


def test_distances_are_written_in_the_persons_unit() -> None:
    verdict = day(planned_m=6000)

    assert explanations(verdict, unit=DistanceUnit.MI)[0].text == (
        "3.73 mi planned, longest was 3.11 mi"
    )
    assert cap_text(verdict) == "1.10 × 5.0 km, your longest in 30 days, rounded down"
    assert (
        cap_text(day(sites=(at(3, 300),))) == "0.75 × 5.0 km, your longest in 30 days, rounded down"
    )
    assert cap_text(day(ill=True)) is None


def test_a_cap_is_rounded_down_and_a_fact_is_not() -> None:
    assert floored_distance(5990) == "5.9 km"
    assert floored_distance(1609, DistanceUnit.MI) == "0.9 mi"
    assert exact_distance(11_010) == "11.01 km"
    assert exact_distance(5000) == "5.0 km"


def test_what_to_do() -> None:
    assert advice_text(day(fatigue=6)) == "Keep it short and easy: up to 3.7 km, conversational."
    assert "ladder" in advice_text(day(longest30_m=None))
    assert "at 2 or less" in advice_text(day(fatigue=8))


def test_numbers_to_call_are_the_persons_own_r_red_42() -> None:
    text = message(Level.EMERGENCY, emergency_number="144", urgent_line="1450")

    assert "Call 144 or get to" in text
    urgent = message(Level.URGENT, emergency_number="144", urgent_line="1450")
    assert "today (1450)" in urgent
    assert urgent.endswith("call 144.")


def test_messages_need_no_number_r_red_43() -> None:
    verdict = readiness(ReadinessInput(flags=("R-RED-01",)))

    assert "Call your local emergency number or get to" in advice_text(verdict)
    assert "{" not in message(Level.URGENT)


def test_bones_are_spared_and_the_upper_back_may_not_wait() -> None:
    bone, high_risk = (
        message(Level.CLINICIAN, ("R-RED-22",)),
        message(Level.URGENT, ("R-RED-23",)),
    )
    assert "jumping and hopping" in bone
    assert "jumping and hopping" in high_risk
    assert "call your local emergency number" in high_risk
    assert "Gentle walking" in message(Level.CLINICIAN, ("R-RED-20",))
    assert "Make it today" in message(Level.CLINICIAN, ("R-RED-32",))


def test_the_highest_level_speaks_r_red_40() -> None:
    text = advice_text(day(flags=("R-RED-15", "R-RED-20", "R-RED-29")))

    assert text.startswith("No running. Speak to a medical service today")
    assert "Book a visit" not in text


@pytest.mark.parametrize(
    ("flags", "ending"),
    [
        (("R-RED-29",), "Worth having checked. Book a visit; until then keep runs easy."),
        (("R-RED-24", "R-RED-29"), "Worth having checked. Book a visit; until then leave running."),
    ],
)
def test_a_flag_that_holds_nothing_asks_for_a_visit(flags: tuple[str, ...], ending: str) -> None:
    assert advice_text(day(flags=flags)).endswith(ending)
    assert all(
        line.text.endswith("worth having checked") for line in explanations(day(flags=flags))
    )


def test_no_flag_asks_for_no_visit() -> None:
    assert "visit" not in advice_text(day(limp=True))
    assert "visit" not in advice_text(day(screen=Screen.MISSING, flags=("R-RED-29",)))


def test_configurable_limits_keep_their_bounds() -> None:
    far = limits_of(Settings(green_max=9, run_cap_percent=150, step_back_percent=1))

    assert (far.green_max, far.run_cap_percent, far.step_back_percent) == (3, 110, 20)
    assert limits_of(Settings()) == Limits()


def test_a_lower_single_run_cap_counts_everywhere() -> None:
    given = ReadinessInput(
        screen=Screen.CLEAR, sites=(at(0, 0),), longest30_m=10_000, planned_m=10_600
    )
    verdict = readiness(given, limits=Limits(run_cap_percent=105))

    assert verdict.rules == ("R-RDY-38",)
    assert verdict.cap_m == 10_500
