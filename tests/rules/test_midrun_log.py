"""The marks of one run: typed line by line, stored, read back (R-MID-01 to R-MID-12)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.problem import Problem
from tracker.domain.run import MidRunEvent, MidRunState, RunOutcome
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.catalogue import rule_of
from tracker.rules.midrun import Alarm, Event, Finish, Pain, story
from tracker.rules.midrun_log import HOW_TO_TYPE, Mark, MidRunLog, log_of, place_of, read_mark
from tracker.rules.midrun_words import (
    AT_THE_START,
    SAID_NOW,
    changes,
    mark_words,
    rule_now,
    say_after,
    say_now,
)
from tracker.rules.wording import forbidden_words

SHIN = PainSite(Site.SHIN, Side.LEFT)
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Pain, st.integers(0, 10), limp=st.booleans()), st.just(Alarm()), st.just(Finish())
)


def typed(*lines: str, pre: int = 1) -> MidRunLog:
    log = MidRunLog(pre=pre, place=SHIN)
    for line in lines:
        mark = read_mark(line, log=log)
        assert isinstance(mark, Mark), mark
        log = log.noted(mark)
    return log


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("12 4", Mark(12, Pain(4))),
        (" 12'  4 ", Mark(12, Pain(4))),
        ("12min: score 4", Mark(12, Pain(4))),
        ("0 10", Mark(0, Pain(10))),
        ("16 limp", Mark(16, Pain(None, limp=True))),
        ("16 5 limp", Mark(16, Pain(5, limp=True))),
        ("16, limping", Mark(16, Pain(None, limp=True))),
        ("21 ALARM", Mark(21, Alarm())),
        ("21 alarm sign", Mark(21, Alarm())),
        ("30 finished", Mark(30, Finish())),
    ],
)
def test_a_line_is_read(text: str, mark: Mark) -> None:
    assert read_mark(text, log=MidRunLog(pre=1)) == mark


@pytest.mark.parametrize(
    "text", ["", "12", "four 4", "12 hop", "12 4 5", "12 -4", "12 3.5", "12 finish 4", "-3 4"]
)
def test_a_line_that_can_not_be_read_gets_a_sentence_with_examples(text: str) -> None:
    assert read_mark(text, log=MidRunLog(pre=1)) == Problem("step", HOW_TO_TYPE)


def test_a_score_that_the_scale_does_not_have_is_refused_r_pain_01() -> None:
    found = read_mark("12 11", log=MidRunLog(pre=1))

    assert isinstance(found, Problem)
    assert found.message == "Use a whole number from 0 to 10."


def test_the_minutes_only_go_forward_and_end_with_the_run() -> None:
    back = read_mark("8 4", log=typed("12 1"))
    late = read_mark("31 2", log=typed("30 finish"))

    assert isinstance(back, Problem)
    assert back.message == "Minute 8 comes before minute 12. Type 12 or a later one."
    assert isinstance(late, Problem)
    assert late.message == "The run ended at minute 30. Take that back to go on."


def test_the_steps_are_stored_with_minute_score_site_and_what_came_of_them_r_mid_12() -> None:
    log = typed("12 4", "16 4", "21 4")

    assert [(step.minute, step.score, step.state) for step in log.steps] == [
        (12, 4, MidRunState.SLOW),
        (16, 4, MidRunState.STRETCH),
        (21, 4, MidRunState.END),
    ]
    assert {(step.site, step.side) for step in log.steps} == {(Site.SHIN, Side.LEFT)}
    assert {step.event for step in log.steps} == {MidRunEvent.PAIN}
    assert log.outcome is RunOutcome.STOPPED_PAIN
    assert story(log.steps, RunOutcome.STOPPED_PAIN) == "slowed 12', stretched 16', stopped 21'"


def test_a_limp_without_a_score_stays_without_one_r_mid_02() -> None:
    log = typed("12 limp")

    assert log.outcome is RunOutcome.STOPPED_PAIN
    assert log.steps[0].score is None
    assert log.limp
    assert log.worst is None


def test_an_alarm_sign_ends_the_run_r_mid_01() -> None:
    log = typed("12 3", "13 alarm")

    assert log.outcome is RunOutcome.STOPPED_ALARM
    assert log.worst == 3
    assert rule_now(log.now) == "R-MID-01"


def test_the_worst_score_counts_the_one_before_the_run() -> None:
    assert typed("12 1", pre=3).worst == 3
    assert typed("12 5", pre=3).worst == 5


def test_taking_back_undoes_the_last_mark_only() -> None:
    log = typed("12 4", "16 6")

    assert log.ended
    assert log.taken_back() == typed("12 4")
    assert typed().taken_back() == typed()


@given(pre=st.integers(0, 10), events=st.lists(EVENTS, max_size=12))
def test_what_is_stored_is_read_back(pre: int, events: list[Event]) -> None:
    log = MidRunLog(pre=pre, place=SHIN)
    for minute, event in enumerate(events):
        log = log.noted(Mark(minute, event))

    places = [PainSite(Site.KNEE, Side.LEFT), SHIN]

    assert log_of(log.steps, pre=pre, place=SHIN) == log
    assert place_of(log.steps, places) == (SHIN if log.marks else None)


@given(pre=st.integers(0, 10), events=st.lists(EVENTS, max_size=12))
def test_every_moment_has_a_sentence_with_its_rule(pre: int, events: list[Event]) -> None:
    log = MidRunLog(pre=pre)
    for minute, event in enumerate(events):
        log = log.noted(Mark(minute, event))
        assert say_now(log.now, reassess_min=3) != AT_THE_START
        assert rule_of(rule_now(log.now)) is not None


def test_the_sentences_name_the_minutes_of_the_settings_c_12() -> None:
    assert say_now(typed("12 4").now, reassess_min=5) == (
        "Slow down by 10 to 20 %, or walk. Score again in 5 minutes."
    )
    assert say_now(typed().now, reassess_min=3) == AT_THE_START


def test_staying_easy_goes_on_saying_how() -> None:
    easy = typed("12 4", "15 1", "20 1").now
    stretched = typed("12 4", "15 4", "20 1", "25 1").now

    assert rule_now(easy) == rule_now(stretched) == "R-MID-09b"
    assert "no hills" in say_now(easy, reassess_min=3)
    assert "walk a minute" in say_now(stretched, reassess_min=3)


def test_after_a_stop_for_pain_the_next_days_are_named_r_mid_11() -> None:
    assert "three days" in say_after(typed("12 6").now)
    assert say_after(typed("12 alarm").now) == ""
    assert say_after(typed("12 finish").now) == ""


def test_the_sentences_are_those_of_known_rules_in_plain_words() -> None:
    for rule, text in SAID_NOW.items():
        assert rule_of(rule) is not None
        assert forbidden_words(text) == ()


def test_each_mark_says_what_was_noted_and_what_it_led_to() -> None:
    log = typed("5 1", "12 4", "15 1", "20 2", "22 3", "25 3")

    assert changes(log) == ("", "slow", "easier", "", "stretch", "stop")
    assert changes(typed("12 4", "30 finish")) == ("slow", "over")
    assert changes(typed("12 5 limp")) == ("stop",)
    assert mark_words(Mark(3, Pain(4))) == "score 4"
    assert mark_words(Mark(3, Pain(5, limp=True))) == "score 5, limp"
    assert mark_words(Mark(3, Pain(None, limp=True))) == "limp"
    assert mark_words(Mark(3, Alarm())) == "alarm sign"
    assert mark_words(Mark(3, Finish())) == "finished"
