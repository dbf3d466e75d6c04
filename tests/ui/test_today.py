"""The Today tab with real keys: check-in, verdict, alarm signs (R-RED-40 to R-RED-43)."""

import errno
import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.ui.conftest import Person
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.check_ins import correct_check_in, save_check_in
from tracker.diary.day_views import view_day
from tracker.diary.entries import CheckInEntry
from tracker.diary.verdicts import decide
from tracker.domain.check_in import CheckIn
from tracker.domain.pain import Hurts, Night, Pattern, Quality, Spread
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.wording import STAYING_ACTIVE
from tracker.ui.alarm.alarm_screen import AlarmScreen
from tracker.ui.alarm.questions_screen import QuestionsScreen
from tracker.ui.main_screen import MainScreen
from tracker.ui.today.check_in_form import CheckInForm
from tracker.ui.today.view import TodayView
from tracker.ui.today.why_screen import WhyScreen
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.next_card import NextCard
from tracker.ui.widgets.prose import Prose

SitsDown = Callable[..., AbstractAsyncContextManager[Any]]
MONDAY = date(2026, 11, 23)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
BOTH_LEGS = ("down",) * 4


@pytest.fixture
def asked(diary: Book) -> Book:
    """A diary whose list of alarm signs was gone through yesterday."""
    save_check_in(
        diary,
        CheckInEntry(
            day=MONDAY - timedelta(days=1),
            scores={BACK: 2, SHIN: 1},
            night=Night.MOVING,
            limp=True,
            ill=True,
            painkiller=True,
            alarm=False,
            full_list=True,
        ),
    )
    return diary


async def test_a_check_in_with_one_changed_score_takes_at_most_five_keys(
    sits_down: SitsDown, asked: Book
) -> None:
    async with sits_down() as person:
        keys = ["equals_sign", "3", "ctrl+s"]
        await person.press(*keys)
        await person.sees("saved 07:12")
        (saved,) = view_day(asked, MONDAY).check_ins
        assert {score.place: score.score for score in saved.scores} == {BACK: 3, SHIN: 1}
        assert len(keys) <= 5


async def test_as_last_never_copies_night_limp_ill_or_painkiller(
    sits_down: SitsDown, asked: Book
) -> None:
    async with sits_down() as person:
        await person.press("equals_sign", "ctrl+s")
        await person.sees("saved 07:12")
        (saved,) = view_day(asked, MONDAY).check_ins
        assert saved.night is None
        assert (saved.limp, saved.ill, saved.painkiller) == (False, False, False)
        assert saved.answers == ()


async def test_as_last_copies_how_the_pain_feels_with_its_scores(
    sits_down: SitsDown, asked: Book
) -> None:
    felt = CheckInEntry(
        day=MONDAY - timedelta(days=1),
        scores={BACK: 2},
        full_list=True,
        quality=(Quality.ACHE,),
        pattern=Pattern.STAYS,
        spread=Spread.STAYS,
    )
    save_check_in(asked, felt)
    async with sits_down() as person:
        await person.press("equals_sign")
        await person.sees("warms up")
        await person.press("ctrl+s")
        await person.sees("saved 07:12")
        (saved,) = view_day(asked, MONDAY).check_ins
        assert saved.quality == (Quality.ACHE,)
        assert (saved.pattern, saved.spread) == (Pattern.STAYS, Spread.STAYS)


async def test_a_list_answered_while_a_symptom_stands_unsaved_is_not_asked_again_r_rdy_00d(
    sits_down: SitsDown, asked: Book
) -> None:
    async with sits_down() as person:
        await person.press("7")
        await person.sees("R-RDY-00d")
        await person.press("exclamation_mark")
        await person.sees("none of these")
        await person.press("n")
        await person.until(lambda: len(asked.snapshot.check_ins.get(MONDAY, ())) == 1)
        await person.until(lambda: person.main.query_one(CheckInForm).check_in.full_list)
        await person.press("ctrl+s")
        await person.sees("saved 07:12 · 2 on this day")
        last = view_day(asked, MONDAY).check_ins[-1]
        assert last.full_list
        assert [score.score for score in last.scores] == [7]
        assert not view_day(asked, MONDAY).full_list_due


async def test_a_full_check_in_takes_at_most_18_keys(sits_down: SitsDown, asked: Book) -> None:
    keys = [
        *("3", "down", "1", "down"),
        *("right", "right", "down"),
        *("1", "5", "down", "7", "down", "4", "down"),
        *("3", "down", "down", "ctrl+s"),
    ]
    async with sits_down() as person:
        await person.press(*keys)
        await person.sees("saved 07:12")
        (saved,) = view_day(asked, MONDAY).check_ins
        assert (saved.night, saved.stiff_min, saved.sleep_h) == (Night.MOVING, 15, 7.0)
        assert (saved.sleep_quality, saved.fatigue) == (4, 3)
        assert len(keys) <= 18


@pytest.mark.usefixtures("asked")
async def test_the_verdict_follows_the_keys_and_nothing_is_saved_until_ctrl_s(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        await person.sees("NEEDS INPUT")
        await person.press("6")
        await person.sees("■ REST", "R-RDY-10")
        await person.press("backspace", "down", "1")
        await person.no_longer_sees("REST")
        assert view_day(diary, MONDAY).check_ins == ()


@pytest.mark.usefixtures("asked")
async def test_the_verdict_still_follows_what_is_typed_after_another_change(
    sits_down: SitsDown,
) -> None:
    async with sits_down() as person:
        await person.press("6")
        await person.sees("REST")
        generation = person.main.generation
        await person.press("ctrl+t")
        await person.until(lambda: person.main.generation > generation)
        await person.until(lambda: not person.main.workers)
        await person.sees("REST")
        assert "NEEDS INPUT" not in person.screen_text


@pytest.mark.usefixtures("asked")
async def test_what_can_not_be_read_gets_a_sentence_at_its_field_and_stays(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        await person.press("2")
        form = person.main.query_one(CheckInForm)
        form.stiff.focus_field()
        await person.pilot.pause()
        await person.type("soon")
        await person.press("ctrl+s")
        await person.sees("Type it like 20 or")
        assert form.stiff.text == "soon"
        assert form.stiff.field.has_focus
        assert form.scales[0].value == 2
        assert view_day(diary, MONDAY).check_ins == ()


async def test_a_save_pressed_twice_before_the_answer_is_one_check_in(
    sits_down: SitsDown, asked: Book
) -> None:
    async with sits_down() as person:
        await person.press("3")
        view = person.main.view
        assert isinstance(view, TodayView)
        view.action_save()
        await person.pilot.pause(0)
        view.action_save()
        await person.sees("saved 07:12")
        await person.press("t")
        await person.pilot.pause()
        assert len(view_day(asked, MONDAY).check_ins) == 1


async def test_a_second_save_right_away_corrects_the_first(
    sits_down: SitsDown, asked: Book
) -> None:
    async with sits_down() as person:
        await person.press("2", "ctrl+s")
        await person.sees("saved 07:12")
        await person.press("down", "3", "ctrl+s")
        await person.until(
            lambda: [score.score for score in view_day(asked, MONDAY).check_ins[-1].scores] == [3]
        )
        assert len(view_day(asked, MONDAY).check_ins) == 1


async def test_a_check_in_later_on_the_day_stands_by_itself(
    sits_down: SitsDown,
    asked: Book,
    clock: Any,  # noqa: ANN401 - the fixture of this folder
) -> None:
    save_check_in(asked, CheckInEntry(scores={BACK: 2}))
    clock.go_on(hours=5)
    async with sits_down() as person:
        await person.press("down", "4", "ctrl+s")
        await person.sees("e correct 07:12", "a add a later one  enter")
        await person.press("enter")
        await person.sees("Low back first 2, latest 4 at 12:12")
        first, second = view_day(asked, MONDAY).check_ins
        assert [first.scores[0].score, second.scores[0].score] == [2, 4]


async def test_a_check_in_of_another_sitting_is_asked_about_once_and_corrected(
    sits_down: SitsDown,
    asked: Book,
    clock: Any,  # noqa: ANN401 - the fixture of this folder
) -> None:
    save_check_in(asked, CheckInEntry(scores={BACK: 2}))
    clock.go_on(hours=5)
    async with sits_down() as person:
        await person.press("down", "4", "ctrl+s")
        await person.sees("add a later one")
        await person.press("escape")
        await person.no_longer_sees("add a later one")
        assert len(view_day(asked, MONDAY).check_ins) == 1
        await person.press("ctrl+s")
        await person.sees("add a later one")
        await person.press("e")
        await person.until(lambda: scored(asked) == [4])
        await person.press("down", "5", "ctrl+s")
        await person.until(lambda: scored(asked) == [5])
        clock.go_on(minutes=20)
        await person.press("down", "6", "ctrl+s")
        await person.sees("add a later one")


async def test_a_score_here_and_a_note_there_are_both_kept_and_one_score_on_both_sides_is_asked(
    sits_down: SitsDown, asked: Book
) -> None:
    first = save_check_in(asked, CheckInEntry(scores={BACK: 2, SHIN: 1}))
    assert isinstance(first, CheckIn)
    elsewhere = open_book(asked.path, lambda: asked.now)
    assert isinstance(elsewhere, Book)

    def there(**said: Any) -> None:  # noqa: ANN401 - as the entry's fields
        elsewhere.refresh()
        (now,) = view_day(elsewhere, MONDAY).check_ins
        assert isinstance(correct_check_in(elsewhere, CheckInEntry(**said), now), CheckIn)

    async with sits_down() as person:
        await person.press("down", "4")
        there(note="slept badly", scores={SHIN: 3})
        await person.press("ctrl+s")
        await person.sees("correct 07:12  enter")
        await person.press("enter")
        await person.until(lambda: scored(asked) == [4])
        (saved,) = view_day(asked, MONDAY).check_ins
        assert (saved.note, [each.score for each in saved.scores]) == ("slept badly", [4, 3])
        await person.sees("slept badly")
        await person.press("down", "5")
        there(scores={BACK: 6})
        await person.press("ctrl+s")
        await person.sees("07:12 in another window: Low back 6")
        await person.press("k")
        await person.until(lambda: scored(asked) == [5])


def scored(book: Book) -> list[int]:
    return [each.scores[0].score for each in view_day(book, MONDAY).check_ins]


async def test_the_same_once_more_is_saved_only_when_it_is_asked_for(
    sits_down: SitsDown, asked: Book
) -> None:
    save_check_in(asked, CheckInEntry(scores={BACK: 2}))
    async with sits_down() as person:
        await person.press("ctrl+s")
        await person.sees("Nothing has changed")
        assert len(view_day(asked, MONDAY).check_ins) == 1
        await person.press("equals_sign", "ctrl+s")
        await person.sees("Low back first 2, latest 2 at 07:12")


async def test_a_past_day_is_shown_and_can_be_filled_in(sits_down: SitsDown, asked: Book) -> None:
    async with sits_down() as person:
        await person.press("escape", "left_square_bracket", "left_square_bracket")
        await person.sees("[ Sat 21 Nov 2026 ]")
        await person.press("down", "5")
        await person.press("ctrl+s")
        await person.sees("Anything new")
        await person.press("n")
        await person.until(lambda: view_day(asked, MONDAY - timedelta(days=2)).check_ins != ())
        assert view_day(asked, MONDAY).check_ins == ()


async def test_the_rarer_questions_unfold_and_are_kept(sits_down: SitsDown, asked: Book) -> None:
    async with sits_down() as person:
        await person.press("2", "z")
        await person.sees("How it feels", "Hurts today")
        form = person.main.query_one(CheckInForm)
        form.rows["hurts"].focus()
        await person.pilot.pause()
        await person.press("space", "ctrl+s")
        await person.sees("saved 07:12")
        assert view_day(asked, MONDAY).check_ins[0].hurts == (Hurts.BENDING,)


async def test_where_exactly_it_hurts_is_kept_shown_again_and_can_be_taken_back(
    sits_down: SitsDown, asked: Book
) -> None:
    async with sits_down() as person:
        await person.press("2", "down", "1", "z")
        form = person.main.query_one(CheckInForm)
        await person.until(lambda: [row.place for row in form.more.part_rows] == [SHIN])
        form.more.part_rows[0].focus()
        await person.pilot.pause()
        await person.press("right", "right", "ctrl+s")
        await person.sees("saved 07:12")
        (saved,) = view_day(asked, MONDAY).check_ins
        assert [score.part for score in saved.scores] == [None, "front edge"]
        form.more.part_rows[0].focus()
        await person.pilot.pause()
        await person.press("backspace", "ctrl+s")
        await person.until(
            lambda: not any(score.part for score in view_day(asked, MONDAY).check_ins[-1].scores)
        )
    save_check_in(asked, CheckInEntry(scores={SHIN: 1}, parts={SHIN: "outer"}))
    async with sits_down() as person:
        form = person.main.query_one(CheckInForm)
        await person.until(lambda: [row.value for row in form.more.part_rows] == ["outer"])
        assert not form.dirty


@pytest.mark.usefixtures("asked")
async def test_a_plan_beyond_the_cap_is_remarked_beside_it(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("0")
        form = person.main.query_one(CheckInForm)
        form.planned.focus_field()
        await person.pilot.pause()
        await person.type("9 km")
        assert form.planned.text == "9 km"


@pytest.mark.usefixtures("asked")
async def test_why_shows_rule_threshold_source_and_limits(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("3", "down", "w")
        await person.sees("R-RDY-30", "threshold", "source", "limits")
        assert STAYING_ACTIVE not in told(person)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 24)])
async def test_a_long_message_leaves_the_first_reason_with_its_rule(
    sits_down: SitsDown, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await person.press("5")
        await person.sees("No running today", "or less", "Low back is 5 today", "R-RDY-20")


@pytest.mark.usefixtures("asked")
async def test_where_running_is_left_out_why_speaks_of_staying_active(
    sits_down: SitsDown,
) -> None:
    async with sits_down() as person:
        await person.press("5", "down", "w")
        await person.until(lambda: isinstance(person.app.screen, WhyScreen))
        assert "R-RDY-20" in told(person)
        assert STAYING_ACTIVE in told(person)
        assert "(F35)" in told(person)


def told(person: Person) -> str:
    return " ".join(person.app.screen.query_one(Prose).render().plain.split())


# ---------------------------------------------------------------------------- alarm signs


async def test_the_whole_list_comes_when_it_is_due_and_n_answers_none(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        await person.press("1", "ctrl+s")
        await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))
        await person.press("n")
        await person.sees("saved 07:12")
        (saved,) = view_day(diary, MONDAY).check_ins
        assert saved.full_list
        assert saved.alarm is False
        assert len(saved.answers) > 20
        assert not any(answer.yes for answer in saved.answers)


async def test_n_after_a_tick_never_loses_the_alarm_sign(sits_down: SitsDown) -> None:
    async with sits_down((80, 24)) as person:
        await person.press("1", "ctrl+s")
        await person.sees("Anything new or alarming?")
        await person.press("space", "n")
        await person.sees("One sign is ticked. Go on with enter")
        await person.press("space")
        await person.no_longer_sees("One sign is ticked")
        await person.press("n")
        await person.sees("saved 07:12")


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_what_is_wrong_with_the_sleep_is_said_over_the_whole_row(
    sits_down: SitsDown, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        form = person.main.query_one(CheckInForm)
        form.sleep.focus_field()
        await person.press(*"25", "tab")
        await person.until(lambda: form.sleep_quality.region.y > form.sleep.region.y)
        await person.press(*"7", "ctrl+s")
        await person.sees("A day has 24 hours, and")
        assert form.sleep.region.right >= form.night.region.right - 1
        assert form.sleep_quality.region.y > form.sleep.region.y
        await person.press("backspace", "backspace", *"8", "tab", "backspace", *"4")
        await person.until(lambda: form.sleep_quality.region.y == form.sleep.region.y)


async def test_leaving_the_list_saves_nothing_and_keeps_what_was_typed(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        await person.press("1", "ctrl+s")
        await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, MainScreen))
        assert view_day(diary, MONDAY).check_ins == ()
        assert person.main.query_one(CheckInForm).scales[0].value == 1


@pytest.mark.usefixtures("asked")
async def test_a_score_of_seven_makes_the_list_due(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("7", "ctrl+s")
        await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))


@pytest.mark.usefixtures("asked")
async def test_pain_that_tingles_makes_the_list_due(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("2", "z")
        await person.sees("How it feels")
        form = person.main.query_one(CheckInForm)
        form.rows["quality"].focus()
        await person.pilot.pause()
        await person.press(*["right"] * list(Quality).index(Quality.TINGLING), "space", "ctrl+s")
        await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))
        assert form.check_in.quality == (Quality.TINGLING,)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_an_emergency_takes_the_whole_screen_and_only_ctrl_l_leaves_it(
    sits_down: SitsDown, diary: Book, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await person.press("1", "ctrl+s")
        await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))
        await person.press(*BOTH_LEGS, "space", "enter")
        await person.until(lambda: isinstance(person.app.screen, AlarmScreen))
        await person.sees("▲  STOP HERE.", "Call 112", "R-RED-05", "██████")
        assert "Stretch" not in person.screen_text
        await person.press("escape", "enter", "q", "ctrl+p", "1")
        assert isinstance(person.app.screen, AlarmScreen)
        await person.press("ctrl+l")
        await person.until(lambda: isinstance(person.app.screen, MainScreen))
        await person.sees("SEEK CARE")
        (saved,) = view_day(diary, MONDAY).check_ins
        assert [answer.key for answer in saved.answers if answer.yes] == ["both_legs"]


@pytest.mark.usefixtures("asked")
async def test_a_sign_ticked_in_the_form_takes_the_whole_screen_at_once(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        person.main.query_one(CheckInForm).gate.focus()
        await person.pilot.pause()
        await person.press("right", "right")
        await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))
        await person.press(*BOTH_LEGS, "space", "enter")
        await person.until(lambda: isinstance(person.app.screen, AlarmScreen))
        await person.until(lambda: decide(diary).flags == ("R-RED-05",))
        await person.press("ctrl+l")
        await person.sees("SEEK CARE")
        assert not person.main.query_one(CheckInForm).dirty


@pytest.mark.usefixtures("asked")
async def test_a_sign_is_kept_though_the_form_cant_be_saved_yet(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        form = person.main.query_one(CheckInForm)
        form.sleep.text = "long"
        form.gate.focus()
        await person.pilot.pause()
        await person.press("right", "right")
        await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))
        await person.press(*BOTH_LEGS, "space", "enter")
        await person.until(lambda: isinstance(person.app.screen, AlarmScreen))
        await person.until(lambda: decide(diary).flags == ("R-RED-05",))
        await person.press("ctrl+l")
        await person.sees("SEEK CARE", "long")


async def test_a_sign_ticked_on_the_command_line_takes_the_screen_of_any_tab(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        await person.press("escape", "3")
        await person.sees("No runs yet")
        elsewhere = open_book(diary.path, lambda: diary.now)
        assert isinstance(elsewhere, Book)
        save_check_in(elsewhere, CheckInEntry(alarm=True, answers={"saddle_numb": True}))
        await person.until(lambda: isinstance(person.app.screen, AlarmScreen))
        await person.sees("R-RED-01")


async def test_the_alarm_screen_needs_no_screening_no_score_and_no_data_file(
    sits_down: SitsDown, diary: Book
) -> None:
    diary.path.unlink()
    diary.path.parent.chmod(0o500)
    try:
        async with sits_down() as person:
            await person.sees("please read", "it is missing")
            await person.press("escape")
            await person.no_longer_sees("please read")
            await person.press("escape", "exclamation_mark", *BOTH_LEGS, "space", "enter")
            await person.until(lambda: isinstance(person.app.screen, AlarmScreen))
            await person.sees("R-RED-05")
    finally:
        diary.path.parent.chmod(0o700)


async def test_urgent_signs_show_the_line_to_call(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("escape", "exclamation_mark", *("down",) * 12, "space", "enter")
        await person.until(lambda: isinstance(person.app.screen, AlarmScreen))
        await person.sees("▲  NO RUNNING.", "R-RED-13", "116117")


async def tick_the_first_sign(person: Person) -> None:
    await person.press("escape", "exclamation_mark")
    await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))
    await person.press("space", "enter")
    await person.until(lambda: isinstance(person.app.screen, AlarmScreen))


async def test_without_a_number_the_alarm_screen_still_says_whom_to_call(
    sits_down: SitsDown, diary: Book
) -> None:
    save_settings(diary, replace(diary.settings, emergency_number=""))
    async with sits_down() as person:
        await tick_the_first_sign(person)
        await person.sees("Call your local emergency number")


async def test_an_answer_ticked_by_mistake_is_taken_back_with_its_reason(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        await tick_the_first_sign(person)
        await person.until(lambda: decide(diary).flags == ("R-RED-01",))
        await person.press("u")
        await person.sees("Ticked by mistake")
        await person.press("ctrl+s")
        await person.sees("Say in a few words why")
        await person.type("wrong line")
        await person.press("ctrl+s")
        await person.until(lambda: decide(diary).flags == ())
        await person.until(lambda: isinstance(person.app.screen, MainScreen))


async def test_an_answer_can_be_taken_back_long_after_its_screen_was_left(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down((80, 24)) as person:
        await tick_the_first_sign(person)
        await person.sees("STOP HERE")
        await person.until(lambda: decide(diary).flags == ("R-RED-01",))
        await person.press("ctrl+l")
        await person.until(lambda: isinstance(person.app.screen, MainScreen))
        await person.press("ctrl+p", *"mistake")
        await person.sees("Take back an alarm sign")
        await person.press("enter")
        await person.sees("Ticked by mistake")
        await person.press("down", *"meant the next one", "ctrl+s")
        await person.until(lambda: decide(diary).flags == ())
        await person.press("ctrl+p", *"mistake")
        await person.sees("Take back an alarm sign")
        await person.press("enter")
        await person.sees("No alarm sign is active")


async def test_the_palette_knows_the_words_of_the_alarm_screen(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("ctrl+p", *"clearance")
        await person.sees("what a clinician said")
        await person.press("enter")
        await person.sees("It speaks of")


@pytest.mark.usefixtures("asked")
async def test_an_empty_form_is_not_saved(sits_down: SitsDown, diary: Book) -> None:
    async with sits_down((80, 24)) as person:
        await person.press("ctrl+s")
        await person.sees("nothing to save yet")
        assert view_day(diary, MONDAY).check_ins == ()


async def test_next_leads_from_a_hold_to_what_a_clinician_said(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        await tick_the_first_sign(person)
        await person.until(lambda: decide(diary).flags == ("R-RED-01",))
        await person.press("ctrl+l")
        await person.sees("Log what a clinician said")
        person.main.query_one(NextCard).focus()
        await person.pilot.pause()
        await person.press("enter")
        await person.sees("It speaks of")


async def test_pin_point_bone_pain_asks_where_and_when(sits_down: SitsDown, diary: Book) -> None:
    async with sits_down() as person:
        await person.press("escape", "exclamation_mark")
        await person.sees("Pin-point bone pain")
        await person.press(*("down",) * 21, "space", "down")
        await person.sees("where", "felt")
        await person.press("up", "down")
        where = person.app.screen.query_one("#bone-where")
        where.focus()
        await person.press("space", "down", "right", "space", "ctrl+s")
        await person.until(lambda: decide(diary).flags == ("R-RED-22",))


async def test_a_clinicians_word_ends_a_hold(sits_down: SitsDown, diary: Book) -> None:
    save_check_in(
        diary, CheckInEntry(scores={BACK: 1}, alarm=True, answers={"cancer_history": True})
    )
    async with sits_down() as person:
        await person.sees("SEEK CARE")
        await person.press("ctrl+p")
        await person.type("clinician said")
        await person.press("enter")
        await person.sees("What a clinician said")
        await person.press("right", "down", "right", "ctrl+s")
        await person.until(lambda: decide(diary).flags == ())
        await person.no_longer_sees("SEEK CARE")


# ---------------------------------------------------------------------------- sizes


async def test_wide_has_the_verdict_at_the_right_and_the_form_at_the_left(
    sits_down: SitsDown,
) -> None:
    async with sits_down((120, 40)) as person:
        form, card = person.main.query_one(CheckInForm).region, person.main.view.card.region
        assert form.right + 2 == card.x
        assert card.y == form.y
        assert card.right == 118


async def test_narrow_has_the_verdict_before_the_form_and_next_after_it(
    sits_down: SitsDown,
) -> None:
    async with sits_down((80, 24)) as person:
        card, form = person.main.view.card.region, person.main.query_one(CheckInForm).region
        below = person.main.query_one(NextCard).region
        assert card.y < form.y < below.y
        assert card.y == 1
        assert "Stiffness" in person.line_with("Sleep")
        await person.until(lambda: person.main.view.max_scroll_x == 0)


@pytest.mark.parametrize("width", [60, 80, 100, 120])
async def test_no_row_is_cut_at_its_right_end(sits_down: SitsDown, width: int) -> None:
    async with sits_down((width, 40)) as person:
        expected = {60: "10  –", 120: "10  – not logged"}.get(width, "10  – unlogged")
        assert expected in person.line_with("Left shin")


async def test_next_comes_round_after_the_last_field_and_enter_goes_there(
    sits_down: SitsDown, diary: Book
) -> None:
    save_check_in(diary, CheckInEntry(scores={BACK: 0}))
    async with sits_down((80, 24)) as person:
        await person.press("down")
        for _ in range(30):
            if isinstance(person.app.focused, NextCard):
                break
            await person.press("tab")
        assert isinstance(person.app.focused, NextCard)
        await person.press("enter")
        await person.until(lambda: person.main.tab != "today")


async def test_whoever_goes_elsewhere_while_the_diary_is_read_is_not_called_back(
    sits_down: SitsDown,
) -> None:
    async with sits_down() as person:
        person.main.action_leave_field()
        person.main.action_begin_typing()
        assert person.main.focused is person.main.top_bar


async def test_a_refused_save_is_read_in_full_and_forgotten_once_it_is_saved(
    sits_down: SitsDown, asked: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with sits_down((80, 24)) as person:
        await person.press("escape", "down", "3")
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            await person.press("ctrl+s")
            await person.sees("Not saved: there is no space", "then save again.")
        assert not view_day(asked, MONDAY).check_ins
        await person.press("ctrl+s")
        await person.until(lambda: len(view_day(asked, MONDAY).check_ins) == 1)
        await person.no_longer_sees("Not saved")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_none_of_these_beside_a_symptom_is_pointed_out_at_its_row_r_red_41(
    sits_down: SitsDown, diary: Book, size: tuple[int, int]
) -> None:
    entry = CheckInEntry(
        scores={BACK: 1},
        quality=(Quality.TINGLING,),
        spread=Spread.BELOW_KNEE,
        alarm=False,
        full_list=True,
    )
    save_check_in(diary, entry)
    async with sits_down(size) as person:
        await person.sees("You ticked none of these", "R-RED-24")
        assert not person.main.view.query_one("#alarm", ChoiceRow).refused
