"""Routines of one's own by keys: made, changed, put away, brought back, in and out of files."""

import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste

from tracker.diary.book import Book
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, SessionEntry
from tracker.diary.own_routines import copy_routine, hide_routine, save_routine
from tracker.diary.routine_entries import RoutineEntry, StepEntry
from tracker.diary.routine_views import all_routines
from tracker.diary.sessions import log_session
from tracker.domain.routine import Routine, RoutineMoment, SkipCode, StepSides, StepState
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.routines import builtin_routines
from tracker.ui.dialogs import Dialog
from tracker.ui.file_screen import FileScreen
from tracker.ui.stretch.editor.draft import RoutineDraft
from tracker.ui.stretch.editor.screen import RoutineEditor
from tracker.ui.stretch.routine_list import RoutineList
from tracker.ui.widgets.field_row import FieldRow

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SitsDown = Callable[..., AbstractAsyncContextManager[Any]]
WIDE, NARROW = (120, 40), (80, 24)
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20)], ids=["wide", "narrow", "slim"])
NASTY = ("[bold]x", "[/", "🏃‍♀️ hips", "\\[x")


async def at_the_list(person: Any) -> None:  # noqa: ANN401 - the person of the fixture
    await person.press("escape", "2")
    await person.until(lambda: bool(person.app.screen.query(RoutineList)))
    await person.until(lambda: bool(person.app.screen.query_one(RoutineList).size))
    routines = person.app.screen.query_one(RoutineList)
    await person.until(lambda: bool(routines.items) or "hidden" in person.screen_text)
    await person.press("down")
    await person.until(lambda: person.app.focused is routines)


async def in_the_editor(person: Any, *keys: str) -> RoutineEditor:  # noqa: ANN401
    await person.press(*keys)
    await person.until(lambda: isinstance(person.app.screen, RoutineEditor))
    editor = person.app.screen
    assert isinstance(editor, RoutineEditor)
    await person.until(lambda: editor.focused is not None)
    return editor


async def left(person: Any) -> None:  # noqa: ANN401
    await person.until(lambda: person.app.screen is person.main)


BUILT_IN = len(builtin_routines())


def own(diary: Book) -> list[Routine]:
    return [each for each in all_routines(diary.snapshot).values() if not each.builtin]


async def in_the_fields(person: Any, editor: RoutineEditor) -> None:  # noqa: ANN401
    await person.until(lambda: editor.focused is editor.form.query_one("#name Input"))


async def at_the_file(person: Any, action: str) -> FileScreen:  # noqa: ANN401
    await person.main.view.run_action(action)
    await person.until(lambda: isinstance(person.app.screen, FileScreen))
    screen = person.app.screen
    assert isinstance(screen, FileScreen)
    await person.until(lambda: screen.focused is not None)
    return screen


async def reads(person: Any, *sentences: str) -> None:  # noqa: ANN401
    """Wait for sentences that may be broken into lines."""

    def read() -> bool:
        words = " ".join(person.screen_text.replace("▌", " ").split())
        return all(each in words for each in sentences)

    await person.until(read)


def pasted(person: Any, text: str) -> None:  # noqa: ANN401
    person.app.post_message(Paste(text))


# ------------------------------------------------------------------ making one


@SIZES
async def test_a_new_one_is_made_by_keys_alone(
    sits_down: SitsDown, diary: Book, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await at_the_list(person)
        editor = await in_the_editor(person, "n")
        await person.type("Hips")
        await person.press("enter", "left", "enter")
        assert editor.focused is editor.steps
        await person.press("a")
        await in_the_fields(person, editor)
        await person.type("Lunge")
        await person.press("tab")
        await person.type("hip flexors")
        await person.press("tab", "tab", "right", "tab", "backspace", "backspace")
        await person.type("20")
        await person.press("tab", "tab", "tab")
        await person.type("Tuck the pelvis under.")
        await person.press("tab", "tab", "space", "ctrl+s")
        await left(person)
        await person.sees("Routine saved. u undoes.", "Hips")
        assert person.app.focused is person.main.query_one(RoutineList)
    (made,) = own(diary)
    (step,) = made.steps
    assert made.title == "Hips"
    assert made.when == "step two of the mid-run protocol"
    assert (step.name, step.target, step.sides) == ("Lunge", "hip flexors", StepSides.ALTERNATE)
    assert (step.hold_s, step.reps, step.est_s) == (20, 2, 40)
    assert step.cue == "Tuck the pelvis under."
    assert step.skip_if == (SkipCode.LEG_SYMPTOMS,)


async def test_the_name_of_a_built_in_step_fills_in_the_rest(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        await at_the_list(person)
        editor = await in_the_editor(person, "n")
        await person.type("Floor")
        await person.press("tab", "tab", "enter")
        await in_the_fields(person, editor)
        await person.type("figure four, lying")
        await person.press("tab", "ctrl+s")
        await left(person)
    known = next(s for s in builtin_routines()["post_run"].steps if s.name == "Figure four, lying")
    (step,) = own(diary)[0].steps
    assert (step.name, step.cue, step.caution) == (known.name, known.cue, known.caution)
    assert (step.skip_if, step.est_s, step.target) == (known.skip_if, known.est_s, known.target)


@SIZES
async def test_a_built_in_one_stays_and_its_copy_is_edited(
    sits_down: SitsDown, diary: Book, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await at_the_list(person)
        await person.press("e")
        await person.until(lambda: isinstance(person.app.screen, Dialog))
        await person.sees("stays as it is")
        editor = await in_the_editor(person, "c")
        assert editor.dirty
        await person.press("ctrl+s")
        await left(person)
        await person.sees("(copy)")
    (copy,) = own(diary)
    assert copy.steps == builtin_routines()["pre_run"].steps
    assert copy.title == "Before a run (copy)"


async def test_keys_that_come_fast_open_one_editor(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await at_the_list(person)
        for _again in range(3):
            person.main.view.action_new_routine()
        await in_the_editor(person)
        await person.press("escape")
        await left(person)
        assert len(person.app.screen_stack) == 1
        await in_the_editor(person, "n")


async def test_a_copy_that_is_not_wanted_leaves_nothing_behind(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down() as person:
        await at_the_list(person)
        await person.press("e", "c")
        await person.until(lambda: isinstance(person.app.screen, RoutineEditor))
        await person.press("escape")
        await person.sees("Not saved yet")
        await person.press("d")
        await left(person)
        await person.press("e", "escape")
        await left(person)
    assert own(diary) == []


# ------------------------------------------------------------------ changing one


@SIZES
async def test_steps_are_reordered_deleted_and_brought_back(
    sits_down: SitsDown, diary: Book, size: tuple[int, int]
) -> None:
    copy_routine(diary, "mid_run")
    async with sits_down(size) as person:
        await at_the_list(person)
        await person.press(*["down"] * BUILT_IN)
        editor = await in_the_editor(person, "e")
        await person.until(lambda: editor.focused is editor.steps)
        await person.press("shift+down", "alt+down", "up", "d", "d")
        assert [s.id for s in editor.draft.steps] == ["R2", "R4", "R5", "R6"]
        await person.press("u")
        assert [s.id for s in editor.draft.steps] == ["R2", "R1", "R4", "R5", "R6"]
        await person.press("u", "u")
        assert [s.id for s in editor.draft.steps] == ["R2", "R3", "R1", "R4", "R5", "R6"]
        await person.press("d", "ctrl+s")
        await left(person)
        assert [s.id for s in own(diary)[0].steps] == ["R2", "R1", "R4", "R5", "R6"]
        await person.press("u")
        await person.until(lambda: len(own(diary)[0].steps) == 6)


async def test_esc_goes_from_the_fields_to_the_steps_and_out_without_a_question(
    sits_down: SitsDown, diary: Book
) -> None:
    copy_routine(diary, "mid_run")
    async with sits_down(NARROW) as person:
        await at_the_list(person)
        await person.press(*["down"] * BUILT_IN)
        editor = await in_the_editor(person, "e")
        await person.press("enter")
        await person.sees("Step 1 of 6", "Muscles")
        assert "Name" in person.screen_text
        await person.press("escape")
        await person.until(lambda: editor.focused is editor.steps)
        await person.no_longer_sees("Muscles")
        assert not editor.dirty
        await person.press("escape")
        await left(person)


async def test_quitting_asks_about_the_open_editor(sits_down: SitsDown, diary: Book) -> None:
    async with sits_down() as person:
        await at_the_list(person)
        editor = await in_the_editor(person, "n")
        await person.type("Half a name")
        await person.press("ctrl+q")
        await person.sees("Not saved yet")
        await person.press("escape")
        await person.until(lambda: person.app.screen is editor)
        assert editor.title_row.text == "Half a name"
        await person.press("ctrl+q", "s")
        await person.sees("A routine has at least one step")
        assert own(diary) == []


# ------------------------------------------------------------------ what can't be read


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_bad_values_get_a_sentence_at_the_field_and_stay(
    sits_down: SitsDown, diary: Book, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await at_the_list(person)
        editor = await in_the_editor(person, "n", "ctrl+s")
        await person.sees("Give the routine a name", "at least one step")
        await person.type("Hips")
        await person.press("tab", "tab", "a")
        await in_the_fields(person, editor)
        await person.press("tab", "tab", "tab", "tab")
        await person.type("x")
        await person.press("tab", "ctrl+s")
        await reads(person, "Give the step a name", "whole number from 0 to 600")
        await person.until(lambda: editor.form.query_one("#name Input") is editor.focused)
        assert editor.draft.steps[0].hold == "30x"
        await person.type("Lunge")
        await person.press("ctrl+s")
        await person.until(lambda: editor.form.query_one("#hold Input") is editor.focused)
        await person.press("backspace", "ctrl+s")
        await left(person)
    assert own(diary)[0].steps[0].hold_s == 30


async def test_a_mistake_in_a_step_that_is_not_shown_is_gone_to(
    sits_down: SitsDown, diary: Book
) -> None:
    copy_routine(diary, "mid_run")
    async with sits_down() as person:
        await at_the_list(person)
        await person.press(*["down"] * BUILT_IN)
        editor = await in_the_editor(person, "e")
        await person.press("enter", "down", "down", "down", "down", "down", "down")
        await person.type("soon")
        await person.press("escape", "down", "down")
        await person.sees("to mend")
        await person.press("ctrl+s")
        await reads(person, "Step 1 of 6", "Type seconds (90), 1:30 or 2 min.")
        await person.until(lambda: editor.form.query_one("#time Input") is editor.focused)
        assert "soon" in editor.draft.steps[0].time


async def test_a_name_that_another_routine_has_is_refused(sits_down: SitsDown, diary: Book) -> None:
    async with sits_down() as person:
        await at_the_list(person)
        editor = await in_the_editor(person, "n")
        await person.type("mid-RUN reset")
        await person.press("tab")
        await person.sees("Another routine has this name")
        assert editor.title_row.text == "mid-RUN reset"
    assert own(diary) == []


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_note_on_long_holds_comes_while_typing_r_str_04(
    sits_down: SitsDown, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await at_the_list(person)
        await person.press("e", "c")
        await person.until(lambda: isinstance(person.app.screen, RoutineEditor))
        editor = person.app.screen
        await person.press("a")
        await in_the_fields(person, editor)
        await person.type("Lunge")
        await person.press("tab", "tab", "left", "tab", "tab")
        assert "R-STR-04" not in person.screen_text
        await person.type("5")
        await person.press("tab")
        await person.type("0")
        await reads(person, "R-STR-04", "lunge 500 s", "R-STR-03")
        await person.press("escape")
        await person.until(lambda: editor.focused is editor.steps)
        await person.press("shift+tab", "right", "right")
        await person.no_longer_sees("R-STR-04")
        assert editor.draft.entry.moment is RoutineMoment.REST_DAY


@pytest.mark.parametrize("text", NASTY)
async def test_what_looks_like_markup_is_shown_as_it_is(
    sits_down: SitsDown, diary: Book, text: str
) -> None:
    async with sits_down() as person:
        await at_the_list(person)
        editor = await in_the_editor(person, "n")
        pasted(person, text + "\x1b[31m")
        await person.until(lambda: editor.title_row.text == text + "[31m")
        await person.press("tab", "tab", "a")
        await in_the_fields(person, editor)
        for row in ("name", "target", "mode", "sides", "hold", "reps", "time", "cue", "caution"):
            if row in {"name", "target", "cue", "caution"}:
                pasted(person, text)
                field = editor.form.query_one(f"#{row}", FieldRow)
                await person.until(lambda field=field: field.text == text)
            await person.press("tab")
        await person.press("ctrl+s")
        await left(person)
        await person.sees(text[:6])
        await person.press("enter")
        await person.sees(text[:6])
        await person.press("s")
        await person.until(lambda: person.app.screen is not person.main)
        await person.sees(text[:6])
    (made,) = own(diary)
    assert made.title == text + "[31m"
    assert made.steps[0].cue == made.steps[0].caution == text


async def test_the_routine_itself_carries_the_note_r_str_04(
    sits_down: SitsDown, diary: Book
) -> None:
    held = StepEntry(id="own1", name="Lunge", target="hip flexors", hold="45")
    entry = RoutineEntry(title="Hips", moment=RoutineMoment.BEFORE_RUN, steps=(held,))
    assert isinstance(save_routine(diary, entry), Routine)
    async with sits_down(NARROW) as person:
        await at_the_list(person)
        await person.press(*["down"] * BUILT_IN, "enter")
        await reads(person, "move afterwards. Held here: hip flexors 90 s.", "Water packed?")


async def test_ten_thousand_characters_are_refused_and_kept(
    sits_down: SitsDown, diary: Book
) -> None:
    async with sits_down(NARROW) as person:
        await at_the_list(person)
        editor = await in_the_editor(person, "n")
        pasted(person, "x" * 10_000)
        await person.until(lambda: len(editor.title_row.text) == 10_000)
        await person.press("ctrl+s")
        await reads(person, "Shorten it by 9,920")
        assert len(editor.title_row.text) == 10_000
    assert own(diary) == []


# ------------------------------------------------------------------ putting away


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_built_in_one_is_hidden_and_brought_back(
    sits_down: SitsDown, diary: Book, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await at_the_list(person)
        await person.press("x")
        await person.sees("Routine hidden. u undoes.", "1 hidden")
        assert diary.settings.hidden_routines == ("pre_run",)
        await person.press("x")
        await person.sees("2 hidden")
        await person.press("z")
        await person.sees("Which one comes back", "Before a run: move", "After a run: long")
        await person.press("1")
        await person.sees("1 hidden")
        assert diary.settings.hidden_routines == ("post_run",)
        await person.press("u")
        await person.sees("2 hidden")
        await person.press("z", "a")
        await person.no_longer_sees("hidden  z")
        await person.until(lambda: not diary.settings.hidden_routines)


async def test_with_everything_hidden_the_way_back_is_on_the_screen(
    sits_down: SitsDown, diary: Book
) -> None:
    for routine in builtin_routines():
        hide_routine(diary, routine)
    async with sits_down(NARROW) as person:
        await at_the_list(person)
        await person.sees(f"{BUILT_IN} hidden", "n makes one of your own")
        await person.press("x", "c", "e", "g", "enter", "ctrl+s")
        await person.press("z", "a")
        await person.sees("Before a run", "Mid-run reset")


async def test_an_own_one_is_deleted_and_undone_and_its_session_still_reads(
    sits_down: SitsDown, diary: Book
) -> None:
    copy = copy_routine(diary, "mid_run")
    assert isinstance(copy, Routine)
    save_check_in(diary, CheckInEntry(scores={BACK: 1}))
    log_session(diary, SessionEntry(routine=copy.id, others=StepState.DONE))
    async with sits_down() as person:
        await at_the_list(person)
        await person.press(*["down"] * BUILT_IN)
        await person.sees("6 done")
        assert "R-STR-04" not in person.screen_text
        await person.press("d")
        await person.sees("Routine deleted. u undoes.")
        assert own(diary) == []
        await person.press("escape", "4")
        await person.until(lambda: person.main.tab == "trends")
        await person.sees("Mid-run reset", "(copy), 6 of 6", "steps")
        await person.press("escape", "3")
        await person.until(lambda: person.main.tab == "run")
        await person.press("u")
        await person.until(lambda: own(diary) == [copy])


async def test_the_palette_names_all_of_it(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        names = [each.title for each in person.app.get_system_commands(person.main)]
    assert {
        "Make a routine of your own",
        "Copy the routine",
        "Edit the routine",
        "Delete the routine, or hide a built-in one",
        "Show hidden routines",
        "Import a routine",
        "Export the routine",
    } <= set(names)


# ------------------------------------------------------------------ files


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_routine_goes_into_a_file_and_comes_back(
    sits_down: SitsDown, diary: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    target = tmp_path / "out.json"
    async with sits_down(size) as person:
        await at_the_list(person)
        screen = await at_the_file(person, "export_routine")
        assert screen.file.text == "~/pre_run.json"
        screen.file.text = str(tmp_path)
        await person.press("enter")
        await reads(person, "is a folder")
        screen.file.text = str(target)
        await person.press("enter")
        await left(person)
        assert json.loads(target.read_text())["id"] == "pre_run"
        screen = await at_the_file(person, "import_routine")
        await person.type("nowhere.json")
        await person.press("enter")
        await reads(person, "There is no file nowhere.json")
        screen.file.text = str(target)
        await person.press("enter")
        await left(person)
        await person.sees("Routine brought in. u undoes.")
    assert own(diary)[0].steps == builtin_routines()["pre_run"].steps


# ------------------------------------------------------------------ the draft by itself


def test_moving_there_and_back_and_deleting_and_bringing_back_change_nothing() -> None:
    steps = tuple(StepEntry(id=f"s{number}", name=str(number)) for number in range(4))
    draft = RoutineDraft(RoutineEntry(title="x", steps=steps))

    for place in range(4):
        at = draft.at(place)
        assert at.moved(2).moved(-2).steps == steps or place > 1
        assert at.without_current().brought_back() == at
        gone = at
        for _ in range(4):
            gone = gone.without_current()
        assert gone.steps == ()
        assert gone.current is None
        assert gone.without_current() == gone
        for _ in range(5):
            gone = gone.brought_back()
        assert gone.steps == steps
    assert draft.at(99).cursor == 3
    assert draft.at(-5).cursor == 0
    assert draft.moved(-1) == draft


def test_a_new_step_never_has_the_id_of_one_that_was_deleted() -> None:
    draft = RoutineDraft(RoutineEntry()).added().added().without_current().added()
    back = draft.brought_back()

    assert len({step.id for step in back.steps}) == len(back.steps) == 3
