"""Laws that hold for every input, not only for the examples."""

from dataclasses import replace
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.pain import Night
from tracker.domain.run import MidRunState, RunOutcome
from tracker.domain.screening import Screen
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Level, Outcome, Plan, Response
from tracker.rules.advice import advice_text
from tracker.rules.cap import settled_m
from tracker.rules.catalogue import CATALOGUE
from tracker.rules.explanations import explanations
from tracker.rules.load import floored_share, spike_band
from tracker.rules.midrun import Alarm, Finish, Pain, advance, walk_through
from tracker.rules.progression import ProgressInput, progress
from tracker.rules.readiness import readiness
from tracker.rules.readiness_input import LEFT_OUT, LastRun, ReadinessInput, SiteToday
from tracker.rules.red_flags import RED_FLAGS, TICKABLE, Signs, fired_flags
from tracker.rules.session import MILDEST_FIRST, SiteSession, session_response
from tracker.rules.what_if import check_case

WEIGHT: Final = {
    Outcome.GO: 0,
    Outcome.EASY: 1,
    Outcome.CROSS: 2,
    Outcome.REST: 3,
    # What stands between the diary and advice allows no run, as REST does.
    Outcome.NEEDS_INPUT: 3,
    Outcome.NEEDS_SCREEN: 3,
    Outcome.DIARY_ONLY: 3,
}
SEEK_CARE_WEIGHT: Final = {Level.CLINICIAN: 4, Level.URGENT: 5, Level.EMERGENCY: 6}
SCORES: Final = st.integers(0, 10)
FLAG_IDS: Final = st.sampled_from([flag.id for flag in RED_FLAGS])


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


PLACES: Final = st.builds(PainSite, st.sampled_from(Site), st.sampled_from(Side))
SITES: Final = st.builds(
    SiteToday,
    place=PLACES,
    now=SCORES,
    usual=maybe(st.integers(0, 1000)),
    steady=st.booleans(),
    cleared_with_pain=st.booleans(),
)
LAST_RUNS: Final = st.builds(
    LastRun,
    days_ago=maybe(st.integers(0, 16)),
    response=maybe(st.sampled_from(Response)),
    outcome=st.sampled_from(RunOutcome),
)
MORNINGS: Final = st.builds(
    ReadinessInput,
    screen=st.sampled_from(Screen),
    flags=st.frozensets(FLAG_IDS, max_size=2).map(lambda ids: tuple(sorted(ids))),
    night=maybe(st.sampled_from(Night)),
    sites=st.lists(SITES, max_size=3).map(tuple),
    unscored=st.lists(PLACES, max_size=1).map(tuple),
    limp=st.booleans(),
    ill=st.booleans(),
    last_run=maybe(LAST_RUNS),
    sleep_h=maybe(st.floats(0, 24)),
    sleep_q=maybe(st.integers(1, 5)),
    fatigue=maybe(SCORES),
    week_delta=maybe(st.integers(-300, 300)),
    planned_m=maybe(st.integers(0, 50_000)),
    longest30_m=maybe(st.integers(0, 50_000)),
    settled30_m=st.just(LEFT_OUT) | maybe(st.integers(0, 50_000)),
    runs_30d=maybe(st.integers(0, 20)),
    too_much_m=maybe(st.integers(0, 50_000)),
    list_due=st.booleans(),
    walked_w0=st.booleans(),
    run_days_in_row=maybe(st.integers(0, 9)),
    plan=maybe(st.sampled_from(Plan)),
)
EVENTS: Final = st.lists(
    st.builds(Pain, SCORES, st.booleans()) | st.just(Alarm()) | st.just(Finish()), max_size=8
)


def weight(morning: ReadinessInput) -> int:
    verdict = readiness(morning)
    if verdict.level is not None:
        return SEEK_CARE_WEIGHT[verdict.level]
    if verdict.outcome is Outcome.NEEDS_INPUT and morning.sites:
        # Where one site of several lacks its score, only a GO is held back.
        return WEIGHT[Outcome.GO]
    return WEIGHT[verdict.outcome]


@given(MORNINGS, FLAG_IDS)
def test_a_further_flag_never_makes_a_verdict_milder(morning: ReadinessInput, flag: str) -> None:
    flagged = replace(morning, flags=tuple({*morning.flags, flag}))

    assert weight(flagged) >= weight(morning)


@given(
    st.sets(st.sampled_from(sorted(TICKABLE))),
    st.sampled_from(sorted(TICKABLE)),
    st.sampled_from(Night),
    st.integers(0, 7),
)
def test_a_further_answer_of_yes_never_makes_a_verdict_milder(
    ticked: set[str], more: str, night: Night, woken: int
) -> None:
    before = Signs(ticked=frozenset(ticked), night=night, nights_woken_7d=woken)
    after = replace(before, ticked=before.ticked | {more})
    morning = ReadinessInput(screen=Screen.CLEAR, night=night, longest30_m=9000)

    assert weight(replace(morning, flags=fired_flags(after))) >= weight(
        replace(morning, flags=fired_flags(before))
    )


@given(st.sampled_from(Night), st.sampled_from(Night), st.integers(0, 7))
def test_a_worse_night_never_makes_a_verdict_milder(one: Night, other: Night, woken: int) -> None:
    better, worse = sorted((one, other), key=tuple(Night).index)
    morning = ReadinessInput(
        screen=Screen.CLEAR,
        sites=(SiteToday(place=PainSite(Site.KNEE, Side.LEFT), now=0),),
        longest30_m=9000,
    )

    def at(night: Night) -> int:
        flags = fired_flags(Signs(night=night, nights_woken_7d=woken))
        return weight(replace(morning, night=night, flags=flags))

    assert at(worse) >= at(better)


@given(MORNINGS, SITES, SCORES)
def test_more_pain_never_makes_a_verdict_milder(
    morning: ReadinessInput, site: SiteToday, other: int
) -> None:
    less, more = sorted((site.now, other))
    calmer = replace(morning, sites=(*morning.sites, replace(site, now=less)))
    sorer = replace(morning, sites=(*morning.sites, replace(site, now=more)))

    assert weight(sorer) >= weight(calmer)


@given(MORNINGS)
def test_without_a_screening_nothing_is_go(morning: ReadinessInput) -> None:
    assert readiness(replace(morning, screen=Screen.MISSING)).outcome is not Outcome.GO


@given(MORNINGS)
def test_without_any_score_nothing_is_go(morning: ReadinessInput) -> None:
    assert readiness(replace(morning, sites=())).outcome is not Outcome.GO


@given(MORNINGS, SITES)
def test_a_site_that_loses_its_score_turns_nothing_into_go(
    morning: ReadinessInput, site: SiteToday
) -> None:
    lost = replace(morning, unscored=(*morning.unscored, site.place))

    assert readiness(lost).outcome is not Outcome.GO


@given(MORNINGS)
def test_the_cap_is_0_unless_go_or_easy(morning: ReadinessInput) -> None:
    verdict = readiness(morning)

    if verdict.outcome not in {Outcome.GO, Outcome.EASY}:
        assert verdict.cap_m == 0
    elif verdict.cap_m is None:
        assert not morning.longest30_m
    else:
        assert verdict.cap_m % 100 == 0
        assert verdict.cap_m * 100 <= (settled_m(morning) or 0) * 110


@given(MORNINGS)
def test_the_cap_stays_below_what_was_too_much_and_above_its_floor_c_17b_c_35(
    morning: ReadinessInput,
) -> None:
    cap, settled = readiness(morning).cap, settled_m(morning)
    if cap is None or settled is None:
        return
    known = [settled, *([] if morning.too_much_m is None else [morning.too_much_m])]
    floor = min(2000, *known)

    assert cap.metres > floor - 100
    if morning.too_much_m is not None:
        assert cap.metres <= max(morning.too_much_m * 90 // 100, floor)


@given(MORNINGS, st.integers(0, 50_000), st.integers(0, 50_000))
def test_a_shorter_settled_run_never_gives_a_longer_cap(
    morning: ReadinessInput, one: int, other: int
) -> None:
    shorter, longer = sorted((one, other))

    def cap(settled: int) -> int:
        return readiness(replace(morning, settled30_m=settled)).cap_m or 0

    assert cap(shorter) <= cap(longer)


@given(MORNINGS, st.integers(1, 50_000))
def test_a_run_that_was_too_much_never_gives_a_longer_cap_r_rdy_42(
    morning: ReadinessInput, metres: int
) -> None:
    before = readiness(replace(morning, too_much_m=None))
    after = readiness(replace(morning, too_much_m=metres))

    assert after.outcome is before.outcome
    assert (after.cap_m or 0) <= (before.cap_m or 0)


@given(MORNINGS, SITES)
def test_a_steady_site_is_never_judged_more_strictly_r_pain_08(
    morning: ReadinessInput, site: SiteToday
) -> None:
    def at(*, steady: bool) -> ReadinessInput:
        return replace(morning, sites=(*morning.sites, replace(site, steady=steady)))

    assert weight(at(steady=True)) <= weight(at(steady=False))
    assert site.now in {3, 4} or readiness(at(steady=True)).rules == (
        readiness(at(steady=False)).rules
    )


@given(MORNINGS)
def test_while_the_alarm_list_is_due_there_is_no_run_advice_r_rdy_00d(
    morning: ReadinessInput,
) -> None:
    verdict = readiness(replace(morning, list_due=True, screen=Screen.CLEAR))

    assert verdict.outcome is Outcome.SEEK_CARE or verdict.rules == ("R-RDY-00d",)


@given(MORNINGS)
def test_every_verdict_names_rules_that_exist_and_says_why(morning: ReadinessInput) -> None:
    verdict = readiness(morning)

    assert verdict.rules == tuple(sorted(set(verdict.rules)))
    assert verdict.flags == tuple(sorted(set(verdict.flags)))
    assert all(rule in CATALOGUE for rule in verdict.rules)
    assert [reason.rule for reason in explanations(verdict)] == list(verdict.rules)
    assert all(reason.text for reason in explanations(verdict))
    assert "{" not in advice_text(verdict)
    assert "None" not in " ".join(reason.text for reason in explanations(verdict))
    assert (verdict.level is None) is (verdict.outcome is not Outcome.SEEK_CARE)


@given(SCORES, EVENTS)
def test_a_finish_ends_every_run(pre: int, events: list[Pain | Alarm | Finish]) -> None:
    last = walk_through(pre, [*events, Finish()])[-1]

    assert last.state is MidRunState.END
    assert last.outcome is not None


@given(SCORES, EVENTS)
def test_an_outcome_comes_with_the_end_and_rules_that_exist(
    pre: int, events: list[Pain | Alarm | Finish]
) -> None:
    for run in walk_through(pre, events):
        assert (run.outcome is None) is (run.state is not MidRunState.END)
        assert run.rule is None or run.rule in CATALOGUE


@given(SCORES, EVENTS, st.builds(Pain, SCORES, st.booleans()))
def test_after_the_end_nothing_changes(
    pre: int, events: list[Pain | Alarm | Finish], later: Pain
) -> None:
    ended = walk_through(pre, [*events, Finish()])[-1]

    assert advance(ended, later) == ended


@given(SCORES, st.lists(SCORES, min_size=40, max_size=40))
def test_stretching_is_offered_at_most_twice_before_the_run_ends(
    pre: int, scores: list[int]
) -> None:
    trail = [run.state for run in walk_through(pre, map(Pain, scores))]

    assert trail.count(MidRunState.STRETCH) <= 2


SESSIONS: Final = st.builds(
    SiteSession,
    pre=maybe(SCORES),
    dur=SCORES,
    post60=maybe(SCORES),
    am=SCORES,
    am0=maybe(SCORES),
    usual=maybe(st.integers(0, 1000)),
    late=st.booleans(),
    painkiller=st.booleans(),
    focal=st.booleans(),
)


@given(SESSIONS, st.integers(0, 1000), st.integers(0, 1000))
def test_a_higher_usual_level_never_makes_a_response_harsher_r_pain_06(
    session: SiteSession, one: int, other: int
) -> None:
    lower, higher = sorted((one, other))

    def harm(usual: int) -> int:
        return MILDEST_FIRST.index(session_response(replace(session, usual=usual)))

    assert harm(higher) <= harm(lower)


@given(SESSIONS)
def test_what_is_late_or_masked_is_never_green_r_pain_06(session: SiteSession) -> None:
    assert session_response(replace(session, late=True)) is not Response.GREEN
    assert session_response(replace(session, painkiller=True)) is not Response.GREEN
    assert session_response(replace(session, dur=None)) is not Response.GREEN


@given(SESSIONS, SCORES)
def test_a_worse_score_never_makes_a_response_milder(session: SiteSession, other: int) -> None:
    def harm(changed: SiteSession) -> int:
        return MILDEST_FIRST.index(session_response(changed))

    assert session.dur is not None
    assert session.am is not None
    assert harm(replace(session, dur=max(session.dur, other))) >= harm(session)
    assert harm(replace(session, am=max(session.am, other))) >= harm(session)


@given(
    st.builds(
        ProgressInput,
        hist=st.lists(st.sampled_from(Response), max_size=5).map(tuple),
        hold_flag=st.booleans(),
        reds_14d=st.integers(0, 4),
        week_delta=st.integers(-300, 300),
    )
)
def test_every_session_gets_a_decision_with_its_row(session: ProgressInput) -> None:
    assert 1 <= progress(session).row <= 12


@given(st.integers(1, 60_000), st.integers(0, 120_000), st.integers(0, 120_000))
def test_a_longer_run_never_gets_a_smaller_band(longest: int, one: int, other: int) -> None:
    order = ["REFERENCE", "SMALL", "MODERATE", "LARGE"]
    shorter, longer = sorted((one, other))

    assert order.index(spike_band(longer, longest)) >= order.index(spike_band(shorter, longest))


@given(st.integers(0, 60_000))
def test_the_cap_never_exceeds_its_share(longest: int) -> None:
    cap = floored_share(longest, 110)

    assert cap * 100 <= longest * 110 < (cap + 100) * 100


JSON: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["pre", "sites", "answers", "now", "site", "events", "planned_km", "hist"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@given(
    st.sampled_from(
        ["readiness", "session", "progress", "midrun", "spike", "monotony", "impact", "assoc_gate"]
    ),
    JSON,
)
def test_no_input_breaks_a_case(name: str, value: object) -> None:
    assert check_case({"fn": name, "input": value}) is not None
