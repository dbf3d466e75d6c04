"""What every form does alike: it saves before it closes, and loses nothing that was typed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from textual.widget import Widget

from tests.forms import fill
from tests.ui.conftest import Person, Sits
from tracker.diary.book import Book, save_settings
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry
from tracker.diary.kinds.visit import VISIT
from tracker.domain.experiment import Experiment
from tracker.domain.form import Draft, FormContext
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.problem import Problems
from tracker.domain.routine import Routine
from tracker.domain.screening import Clearance, Retraction, Screening
from tracker.domain.settings import Settings
from tracker.domain.visit import Visit
from tracker.store.errors import StoreError
from tracker.store.store import Store
from tracker.ui.alarm.questions_screen import QuestionsScreen
from tracker.ui.commands import FLOWS
from tracker.ui.dialogs import Dialog
from tracker.ui.form.body import FormBody
from tracker.ui.form.screen import FormPage
from tracker.ui.midrun.start_screen import MidRunStart
from tracker.ui.stretch.editor.screen import RoutineEditor
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.heading import NOT_SAVED
from tracker.ui.widgets.question import Question
from tracker.ui.widgets.yes_no import YesNo

SIGN = "calf_swelling"
LONG = "n" * 300
FULL = "No space is left on the disk."


@contextmanager
def full_disk() -> Iterator[None]:
    """Let nothing be saved for a while."""

    def refuse(*_records: object, **_how: object) -> None:
        raise StoreError(FULL)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "put", refuse)
        patch.setattr(Store, "amend", refuse)
        yield


async def ticks(person: Person, *signs: str) -> None:
    """Answer the list of alarm signs, and leave the screen that says what to do."""
    answers = dict.fromkeys(signs, True)
    entry = CheckInEntry(alarm=True, full_list=True, answers=answers)
    assert not isinstance(save_check_in(person.diary, entry), tuple)
    person.main.generation += 1
    await person.sees("You ticked", "leave this screen")
    await person.press("ctrl+l")
    await person.until(is_gone(person))


async def opens(person: Person, action: str) -> FormBody:
    """Open a form by its command, and wait until it can be typed in."""
    await person.press("escape")
    person.main.open(FLOWS[action])
    await person.until(lambda: isinstance(person.app.screen, FormPage))
    await person.until(lambda: person.app.focused is not None)
    return person.app.screen.query_one(FormBody)


async def opens_visit(person: Person) -> FormBody:
    await person.press("escape", "4")
    await person.until(lambda: person.main.tab == "trends")
    await person.main.view.run_action("log_visit")
    await person.until(lambda: isinstance(person.app.screen, FormPage))
    await person.until(lambda: person.app.focused is not None)
    return person.app.screen.query_one(FormBody)


def is_gone(person: Person) -> Callable[[], bool]:
    return lambda: person.app.screen is person.main


def row(body: FormBody, name: str) -> Widget:
    return body.rows[name]


# ------------------------------------------------------------------ leaving the app


async def test_ctrl_q_asks_about_a_typed_visit_and_saves_it(sits_down: Sits, diary: Book) -> None:
    async with sits_down() as person:
        body = await opens_visit(person)
        body.put({"by": "physio", "note": "Bridges"})
        await person.press("ctrl+q")
        await person.sees("Not saved yet")
        await person.press("s")
        await person.until(lambda: len(diary.snapshot.of(Visit)) == 1)
        await person.until(lambda: not person.app.is_running or person.app._exit)
    assert diary.snapshot.of(Visit)[0].note == "Bridges"


async def test_ctrl_q_that_is_thought_better_of_leaves_everything_as_it_was(
    sits_down: Sits, diary: Book
) -> None:
    async with sits_down() as person:
        body = await opens_visit(person)
        body.put({"note": "Bridges"})
        await person.press("ctrl+q")
        await person.sees("Not saved yet")
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, FormPage))
        assert body.texts["note"] == "Bridges"
        # What can't be saved keeps the app open, too.
        await person.press("ctrl+q", "s")
        await person.sees("Say who it was")
        assert body.texts["note"] == "Bridges"
        assert not person.app._exit
        assert diary.snapshot.of(Visit) == ()


async def test_ctrl_q_while_the_question_is_open_asks_it_again_and_only_once(
    sits_down: Sits,
) -> None:
    async with sits_down() as person:
        body = await opens_visit(person)
        body.put({"note": "Bridges"})
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, Dialog))
        await person.press("ctrl+q")
        await person.until(lambda: isinstance(person.app.screen, Dialog))
        questions = [each for each in person.app.screen_stack if isinstance(each, Dialog)]
        assert len(questions) == 1
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, FormPage))
        assert body.texts["note"] == "Bridges"


# ------------------------------------------------------------------ a save that fails


FORMS = [
    ("change_settings", {"emergency_number": "911"}),
    ("log_clearance", {"by": "physio", "allows": "run", "note": "Easy runs"}),
    ("weekly_check", {"running": "2"}),
    ("log_remedy", {"kind": "belt", "note": "new"}),
]


@pytest.mark.parametrize(("action", "typed"), FORMS)
async def test_a_save_that_fails_closes_nothing_and_loses_nothing(
    sits_down: Sits, diary: Book, action: str, typed: dict[str, str]
) -> None:
    generation = diary.store.generation
    async with sits_down() as person:
        body = await opens(person, action)
        body.put(typed)
        with full_disk():
            await person.press("ctrl+s")
            await person.sees(FULL)
        assert isinstance(person.app.screen, FormPage)
        assert {name: body.texts[name] for name in typed} == typed
        assert diary.store.generation == generation
        await person.press("ctrl+s")
        await person.until(lambda: not isinstance(person.app.screen, FormPage))
        assert diary.store.generation > generation


async def test_a_first_step_that_can_not_be_saved_stays(sits_down: Sits, diary: Book) -> None:
    save_settings(diary, Settings(glyphs="full"))
    async with sits_down() as person:
        await person.sees("step 1 of 3")
        await person.until(lambda: person.app.focused is not None)
        body = person.app.screen.query_one(FormBody)
        body.put({"emergency_number": "112"})
        with full_disk():
            await person.press("ctrl+s")
            await person.sees(FULL, "Welcome to Backstride", "112")
        await person.press("ctrl+s")
        await person.sees("step 2 of 3")
    assert diary.settings.emergency_number == "112"


async def test_answers_are_said_to_be_kept_only_where_they_are(
    sits_down: Sits, diary: Book
) -> None:
    save_settings(diary, Settings(setup_step=2, glyphs="full"))
    before = diary.snapshot.of(Screening)
    async with sits_down() as person:
        await person.sees("step 2 of 3")
        await person.until(lambda: person.app.focused is not None)
        await person.press("y", *"nnnnnn")
        with full_disk():
            await person.press("ctrl+s")
            await person.sees(FULL)
            assert "kept" not in person.screen_text
        assert diary.snapshot.of(Screening) == before
        assert [each.answer for each in person.app.screen.query(YesNo)][:2] == [True, False]
        await person.press("ctrl+s")
        await person.sees("Your answers are kept")
        assert len(diary.snapshot.of(Screening)) == len(before) + 1


# ------------------------------------------------------------------ esc


TYPED = [
    ("log_clearance", {"note": "Easy runs"}),
    ("weekly_check", {"running": "2"}),
    ("retract", {"reason": "meant another"}),
    ("change_settings", {"urgent_line": "116 117"}),
]


@pytest.mark.parametrize(("action", "typed"), TYPED)
async def test_esc_asks_before_it_throws_away_what_is_typed(
    sits_down: Sits, diary: Book, action: str, typed: dict[str, str]
) -> None:
    async with sits_down() as person:
        await ticks(person, SIGN)
        body = await opens(person, action)
        body.put(typed)
        await person.press("escape")
        await person.sees("Not saved yet")
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, FormPage))
        assert {name: body.texts[name] for name in typed} == typed
        await person.press("escape")
        await person.sees("Not saved yet")
        await person.press("d")
        await person.until(is_gone(person))
    assert not diary.snapshot.of(Clearance)
    assert not diary.snapshot.of(ImpactCheck)
    assert not diary.snapshot.of(Retraction)


async def test_esc_asks_about_a_typed_plan(sits_down: Sits, diary: Book) -> None:
    async with sits_down() as person:
        await person.press("escape", "4")
        await person.until(lambda: person.main.tab == "trends")
        await person.main.view.run_action("show_patterns")
        await person.sees("Better and worse mornings")
        await person.press("n")
        await person.until(lambda: isinstance(person.app.screen, FormPage))
        await person.until(lambda: person.app.focused is not None)
        person.app.screen.query_one(FormBody).put({"own": "evening walk"})
        await person.press("escape")
        await person.sees("Not saved yet")
        await person.press("s")
        await person.until(lambda: len(diary.snapshot.of(Experiment)) == 1)


# ------------------------------------------------------------------ long texts


async def test_a_long_note_is_kept_whole_or_refused_and_never_cut(
    sits_down: Sits, diary: Book
) -> None:
    async with sits_down() as person:
        body = await opens(person, "log_clearance")
        body.put({"by": "doctor", "allows": "run", "note": "n" * 4001})
        await person.press("ctrl+s")
        await person.sees("Shorten it by 1.")
        assert not diary.snapshot.of(Clearance)
        body.put({"note": LONG})
        await person.press("ctrl+s")
        await person.until(lambda: len(diary.snapshot.of(Clearance)) == 1)
    assert [each.note for each in diary.snapshot.of(Clearance)] == [LONG]


@pytest.mark.parametrize(
    ("action", "name", "text"),
    [("change_settings", "urgent_line", "1" * 201), ("retract", "reason", "r" * 201)],
)
async def test_a_line_that_is_too_long_is_refused_at_its_field(
    sits_down: Sits, diary: Book, action: str, name: str, text: str
) -> None:
    before = diary.settings
    async with sits_down() as person:
        await ticks(person, SIGN)
        body = await opens(person, action)
        body.put({name: text})
        await person.press("ctrl+s")
        await person.sees("this one has 201. Shorten it by")
        assert body.rows[name].refused
    assert diary.settings == before
    assert diary.snapshot.of(Retraction) == ()


# ------------------------------------------------------------------ what the heading says


async def test_the_heading_says_that_it_is_not_saved_until_it_is_as_before(
    sits_down: Sits,
) -> None:
    async with sits_down() as person:
        await opens(person, "change_settings")
        await person.sees("kept in the diary's file")
        await person.press("right")
        await person.sees(NOT_SAVED)
        assert "kept in the diary's file" not in person.screen_text
        await person.press("left")
        await person.no_longer_sees(NOT_SAVED)


async def test_one_undo_takes_back_all_answers_that_were_retracted_at_once(
    sits_down: Sits, diary: Book
) -> None:
    async with sits_down() as person:
        await ticks(person, SIGN, "saddle_numb")
        body = await opens(person, "retract")
        flags = body.context.known["flags"]
        assert len(flags) > 1
        body.put({"flags": "\n".join(flags), "reason": "meant another"})
        await person.press("ctrl+s")
        await person.until(lambda: len(diary.snapshot.of(Retraction)) == len(flags))
    assert diary.undo().done
    assert diary.snapshot.of(Retraction) == ()


# ------------------------------------------------------------------ the mouse


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_mouse_sets_choices_and_boxes_and_the_form_stays_where_it_is(
    sits_down: Sits, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        night = person.main.query_one("#night", ChoiceRow)
        also = person.main.query_one("#also", CheckRow)
        for target, words in ((night, "woke me"), (also, "ill")):
            target.scroll_visible(animate=False)
            await person.pilot.pause()
            before = target.region
            line = target.render().plain.splitlines()[0]
            at = target.content_region.offset - target.region.offset
            place = (at.x + line.index(words) + 1, at.y)
            await person.pilot.click(target, offset=place)
            await person.pilot.pause()
            assert target.region.y == before.y
        assert night.value == "wakes"
        assert also.ticked == {"ill"}


# ------------------------------------------------------------------ pages that are no forms


async def test_esc_asks_before_a_ticked_alarm_sign_is_dropped(sits_down: Sits) -> None:
    async with sits_down() as person:
        await person.press("escape", "!")
        await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))
        await person.until(lambda: person.app.focused is not None)
        await person.press("space", "escape")
        await person.sees("What you ticked is not kept yet")
        await person.press("n")
        await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))
        assert person.app.screen.query(Question).first().ticked
        await person.press("ctrl+q")
        await person.sees("What you ticked is not kept yet")
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))
        assert not person.app._exit
        await person.press("space", "escape")
        await person.until(is_gone(person))


async def test_ctrl_q_asks_about_a_routine_in_the_editor_and_saves_it(
    sits_down: Sits, diary: Book
) -> None:
    async with sits_down() as person:
        await person.press("escape", "2")
        await person.until(lambda: person.main.tab == "stretch")
        await person.main.view.run_action("new_routine")
        await person.until(lambda: isinstance(person.app.screen, RoutineEditor))
        await person.until(lambda: person.app.focused is not None)
        editor = person.app.screen
        assert isinstance(editor, RoutineEditor)
        await person.type("Hips")
        await person.press("ctrl+q")
        await person.sees("Not saved yet")
        await person.press("s")
        await person.until(lambda: person.app.screen is editor)
        assert not person.app._exit
        assert editor.draft.entry.title == "Hips"
        await person.press("ctrl+q")
        await person.sees("Not saved yet")
        await person.press("d")
        await person.until(lambda: not person.app.is_running or person.app._exit)
    assert not diary.snapshot.of(Routine)


async def test_a_pace_that_nobody_runs_is_asked_about_once_before_it_is_saved(
    sits_down: Sits, diary: Book
) -> None:
    async with sits_down() as person:
        await person.press("escape", "3", "n")
        await person.until(lambda: person.main.query("#distance Input").first().has_focus)
        await person.type("5")
        await person.press("enter")
        await person.type("0:45")
        await person.press("ctrl+s")
        await person.sees("5 km in 0:45, 0:09 a km: is that right?")
        await person.press("escape")
        await person.no_longer_sees("is that right?")
        assert not diary.snapshot.runs
        await person.press("ctrl+s")
        await person.sees("is that right?")
        await person.press("y")
        await person.until(lambda: bool(diary.snapshot.runs))


# ------------------------------------------------------------------ two windows


@pytest.mark.parametrize(
    ("key", "note", "by"), [("k", "mine", "doctor"), ("t", "theirs", "doctor")]
)
async def test_a_field_that_was_changed_in_another_window_too_is_asked_about(
    sits_down: Sits, diary: Book, key: str, note: str, by: str
) -> None:
    visit = fill(diary, VISIT, day="today", by="physio")
    async with sits_down() as person:
        await person.press("escape", "4")
        await person.until(lambda: person.main.tab == "trends")
        await person.main.view.run_action("show_events")
        await person.sees("1 record", "physiotherapist")
        await person.press("enter")
        await person.until(lambda: isinstance(person.app.screen, FormPage))
        await person.until(lambda: person.app.focused is not None)
        body = person.app.screen.query_one(FormBody)
        body.put({"note": "mine", "by": "doctor"})
        fill(diary, VISIT, base=visit, note="theirs")
        await person.press("ctrl+s")
        await person.sees("in another window", "theirs", "keep yours", "take theirs")
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, FormPage))
        assert body.texts["note"] == "mine"
        await person.press("ctrl+s")
        await person.sees("keep yours")
        await person.press(key)
        await person.until(lambda: not isinstance(person.app.screen, FormPage | Dialog))
    (kept,) = diary.snapshot.of(Visit)
    assert (kept.note, kept.by.value) == (note, by)


async def test_a_start_that_was_set_otherwise_asks_before_esc_and_before_ctrl_q(
    sits_down: Sits,
) -> None:
    async with sits_down() as person:
        await person.press("escape", "3")
        await person.until(lambda: person.main.tab == "run")
        await person.main.view.run_action("mid_run")
        await person.until(lambda: isinstance(person.app.screen, MidRunStart))
        await person.until(lambda: person.app.focused is not None)
        start = person.app.screen
        await person.press("4", "ctrl+q")
        await person.sees("Not saved yet", "discard it and go on")
        assert "save it and go on" not in person.screen_text
        await person.press("escape")
        await person.until(lambda: person.app.screen is start)
        assert not person.app._exit
        await person.press("escape")
        await person.sees("Not saved yet")
        await person.press("d")
        await person.until(is_gone(person))
        await person.main.view.run_action("mid_run")
        await person.until(lambda: isinstance(person.app.screen, MidRunStart))
        await person.until(lambda: person.app.focused is not None)
        await person.press("escape")
        await person.until(is_gone(person))


def test_a_form_that_is_not_there_yet_holds_nothing_typed() -> None:
    now = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)

    async def save(_draft: Draft) -> Problems:
        raise AssertionError

    body = FormBody(VISIT.fields, FormContext(now=now, settings=Settings()), save=save)
    assert not body.dirty
