"""The sentences of a verdict: reasons, caps, what to do, whom to call."""

# ruff: noqa: E501  (a row of a table stays one line)

import pytest

from tracker.domain.pain import Night
from tracker.domain.run import RunOutcome
from tracker.domain.screening import Screen
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Level, Response
from tracker.rules.advice import advice_text, manner
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


def at(
    now: int,
    usual: int | None = None,
    place: PainSite = BACK,
    *,
    n: int | None = None,
    **more: bool,
) -> SiteToday:
    return SiteToday(place=place, now=now, usual=usual, usual_n=n, **more)


REASONS: list[tuple[str, dict[str, object], str]] = [
    ("R-RDY-50", {}, "Nothing you logged argues against it"),
    ("R-RDY-00b", {"sites": (), "unscored": (SHIN,)}, "No score for today yet: Left shin"),
    ("R-RDY-01", {"flags": ("R-RED-07",)}, "Chest pain or breathlessness"),
    ("R-RDY-00a", {"screen": Screen.MISSING}, "The 8 health questions are missing or over a year old"),
    ("R-RDY-00d", {"list_due": True}, "A symptom asks for the alarm list, and it is not answered yet"),
    ("R-RDY-10", {"sites": (at(7, 700),)}, "Low back is 7 today: stop zone"),
    ("R-RDY-20", {"sites": (at(4, 400), at(5, 500, SHIN))}, "Low back is 4 today, close to the stop zone; Left shin is 5 today, close to the stop zone"),
    ("R-RDY-20s", {"sites": (at(4, 386, steady=True),)}, "Low back 4 today; usual 3.9, steady: your usual run, nothing longer"),
    ("R-RDY-20x", {"sites": (at(5, 450, cleared_with_pain=True),)}, "Low back 5 today; usual 4.5, and you are cleared to run with it"),
    ("R-RDY-21", {"sites": (at(3, 67),)}, "Low back 3 today; usual 0.7: 2 or more above it"),
    ("R-RDY-30", {"sites": (at(3, 300),)}, "Low back is 3 today: watch zone"),
    ("R-RDY-30s", {"sites": (at(3, 300, steady=True),)}, "Low back 3 today; usual 3.0, steady: your usual run, nothing longer"),
    ("R-RDY-31", {"sites": (at(3, 175),)}, "Low back 3 today; usual 1.8: over 1 above it"),
    ("R-RDY-31", {"sites": (at(3, 175, n=8),)}, "Low back 3 today; usual 1.8 of 8 mornings: over 1 above it"),
    ("R-RDY-13", {"night": Night.WAKES}, "Pain woke you last night"),
    ("R-RDY-14", {"last_run": LastRun(days_ago=1, outcome=RunOutcome.STOPPED_PAIN)}, "Yesterday's run was stopped for pain"),
    ("R-RDY-22", {"last_run": LastRun(days_ago=2, response=Response.RED)}, "The run 2 days ago was too much"),
    ("R-RDY-22e", {"last_run": LastRun(days_ago=9, response=Response.RED)}, "The run 9 days ago was too much"),
    ("R-RDY-32", {"last_run": LastRun(days_ago=3, response=Response.AMBER_LINGER)}, "You felt the run 3 days ago; a little more than usual next morning"),
    ("R-RDY-32s", {"last_run": LastRun(days_ago=1, response=Response.AMBER_SETTLED)}, "You felt yesterday's run; it had settled by morning: repeat before adding"),
    ("R-RDY-33", {"last_run": LastRun(days_ago=1, response=Response.UNKNOWN)}, "Yesterday's run lacks its morning score"),
    ("R-RDY-35", {"sleep_h": 5.5, "sleep_q": 2}, "Slept 5.5 h; Sleep quality was 2 of 5"),
    ("R-RDY-36", {"fatigue": 6}, "Fatigue is 6 of 10"),
    ("R-RDY-37", {"week_delta": 125}, "This week's average is 1.3 above last week's"),
    ("R-RDY-38", {"planned_m": 6000}, "6.0 km planned; your longest in 30 days is 5.0 km"),
    ("R-RDY-39", {"longest30_m": None}, "No run in the last 30 days: begin with W0 of the ladder, walk 30 min"),
    ("R-RDY-39", {"longest30_m": None, "walked_w0": True}, "No run in the last 30 days: begin with W1 of the ladder, 8 x (1 min run, 1.5 min walk), 30 min in all"),
    ("R-RDY-39", {"longest30_m": None, "last_run": LastRun(days_ago=30)}, "No run of the last 30 days has a distance: begin with W0 of the ladder, walk 30 min"),
    ("R-RDY-39", {"longest30_m": None, "limp": True}, "No run in the last 30 days: the walk-run ladder comes first once you run again"),
    ("R-RDY-39", {"longest30_m": None, "flags": ("R-RED-24",)}, "No run in the last 30 days: the walk-run ladder comes first once you run again"),
    ("R-RDY-39b", {"runs_30d": 1}, "Only 1 run in the last 30 days"),
    ("R-RDY-40", {"run_days_in_row": 4, "sites": (at(2, 0),)}, "4 running days in a row"),
    ("R-RDY-40n", {"run_days_in_row": 4}, "4 running days in a row, nearly without pain: a day off belongs to training"),
    ("R-RDY-41", {"screen": Screen.MODERATE_ONLY}, "Your health answers allow moderate running: effort 4 of 10 at most, no hard sessions"),
    ("R-RDY-42", {"too_much_m": 5000}, "Runs of 5.0 km and more were too much twice in four weeks"),
    ("R-RDY-42", {"too_much_m": 2200}, "Runs of 2.2 km and more were too much twice in four weeks: the walk-run ladder is the smaller dose (W1: 8 x (1 min run, 1.5 min walk), 30 min in all)"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "given", "text"), REASONS, ids=[f"{row[0]}" for row in REASONS])
def test_a_reason_carries_its_numbers(rule: str, given: dict[str, object], text: str) -> None:
    assert {reason.rule: reason.text for reason in explanations(day(**given))}[rule] == text


def test_distances_are_written_in_the_persons_unit() -> None:
    verdict = day(planned_m=6000)

    assert explanations(verdict, unit=DistanceUnit.MI)[0].text == (
        "3.73 mi planned; your longest in 30 days is 3.11 mi"
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


CAPS: list[tuple[dict[str, object], str]] = [
    ({"settled30_m": 4000}, "1.10 × 4.0 km, your longest in 30 days that wasn't too much, rounded down"),
    ({"settled30_m": None}, "1.10 × 3.75 km, three quarters of your longest: no run settled, rounded down"),
    ({"fatigue": 6}, "1.00 × 5.0 km, your longest in 30 days, rounded down"),
    ({"too_much_m": 4200}, "90 % of 4.2 km, which was too much twice, rounded down"),
    ({"longest30_m": 2200, "week_delta": 100}, "no less than 2.0 km, or your longest run where that is shorter: below that the walk-run ladder is the smaller dose"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "text"), CAPS, ids=lambda value: str(value)[:30])
def test_a_cap_says_how_it_came_about_c_17_c_17b(given: dict[str, object], text: str) -> None:
    assert cap_text(day(**given)) == text


def test_what_to_do() -> None:
    assert advice_text(day(fatigue=6)) == (
        "Keep it easy: up to 5.0 km, slow enough to talk in sentences."
    )
    assert "at 2 or less" in advice_text(day(fatigue=8))
    assert advice_text(day(screen=Screen.MODERATE_ONLY)) == (
        "Keep it moderate: up to 5.5 km, effort 4 of 10 at most, no hard sessions."
    )
    assert advice_text(day(screen=Screen.MODERATE_ONLY, fatigue=6)).startswith("Keep it easy")
    assert advice_text(day(list_due=True)).startswith("Answer the alarm list first")
    assert advice_text(day(screen=Screen.MISSING)).startswith(
        "Please answer the 8 health questions"
    )


def test_an_easy_run_says_how_r_txt_08() -> None:
    easy, moderate = day(fatigue=6), day(screen=Screen.MODERATE_ONLY)

    assert manner(easy) == "effort 3 of 10, flat ground, easy enough to talk"
    assert manner(moderate) == "effort 4 of 10 at most, no hard sessions"
    assert manner(day()) == manner(day(ill=True)) == ""


@pytest.mark.parametrize(("walked", "session"), [(False, "W0"), (True, "W1")])
def test_without_a_run_the_ladder_gives_the_session_r_rdy_39(session: str, *, walked: bool) -> None:
    text = advice_text(day(longest30_m=None, walked_w0=walked))

    assert f"Today's session is {session} of the walk-run ladder" in text


BELOW_PLAN: list[tuple[dict[str, object], str, str]] = [
    ({"too_much_m": 4200}, "3.7 km", "Runs of 4.2 km and more were too much twice in four weeks"),
    ({"settled30_m": 4000}, "4.4 km", "Your longest run in 30 days that wasn't too much is 4.0 km"),
    ({"last_run": LastRun(days_ago=2, response=Response.AMBER_SETTLED)}, "5.0 km", "You felt the run 2 days ago; it had settled by morning: repeat before adding"),
    ({"longest30_m": 2500}, "2.7 km", "Your longest run in 30 days is 2.5 km"),
    ({"longest30_m": 2500, "too_much_m": 2100}, "2.0 km", "Runs of 2.1 km and more were too much twice in four weeks: the walk-run ladder is the smaller dose (W1: 8 x (1 min run, 1.5 min walk), 30 min in all)"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "cap", "reason"), BELOW_PLAN, ids=[row[1] for row in BELOW_PLAN])
def test_go_below_the_plan_names_the_row_that_set_the_cap(
    given: dict[str, object], cap: str, reason: str
) -> None:
    assert advice_text(day(planned_m=5400, **given)) == (
        f"Nothing you logged argues against a run of up to {cap}. {reason}. Listen as you go."
    )


def test_go_up_to_the_cap_speaks_of_the_plan() -> None:
    assert advice_text(day(planned_m=5500)) == (
        "Nothing you logged argues against your planned run. Listen as you go."
    )
    assert advice_text(day()) == advice_text(day(planned_m=5500))


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
        (("R-RED-34",), "Worth having checked. Book a visit; until then no running."),
        (("R-RED-24", "R-RED-29"), "Worth having checked. Book a visit; until then no running."),
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
