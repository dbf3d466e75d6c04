"""The frame: tabs, days, undo, palette, help, and leaving."""

from asyncio import Event
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime, timedelta
from inspect import isawaitable
from typing import Any, Protocol

import pytest
from textual.command import CommandPalette
from textual.events import Paste

from tests.ui.patience import until
from tracker.diary.book import Book, Unusable, open_book
from tracker.diary.check_ins import save_check_in
from tracker.diary.day_views import view_day
from tracker.diary.entries import CheckInEntry, RunEntry
from tracker.diary.runs import delete_run, find_run, log_run
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem
from tracker.domain.run import Run, RunOutcome
from tracker.domain.site import PainSite, Side, Site
from tracker.ui.app import HOW_TO_LEAVE, BackstrideApp
from tracker.ui.day_picker import DayPicker
from tracker.ui.dialogs import Dialog
from tracker.ui.main_screen import MainScreen
from tracker.ui.queries import Query
from tracker.ui.queries import ask as ask_up
from tracker.ui.tabs import TABS
from tracker.ui.theme import DARK, LIGHT
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.pain_scale import PainScale
from tracker.ui.widgets.text_page import TextPage
from tracker.ui.widgets.top_bar import TopBar

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SitsDown = Callable[..., AbstractAsyncContextManager[Any]]
MONDAY = date(2026, 11, 23)


class Ticking(Protocol):
    now: datetime

    def __call__(self) -> datetime: ...

    def go_on(self, **by: float) -> None: ...


async def test_the_app_opens_on_the_first_score_when_nothing_is_logged_today(
    sits_down: SitsDown,
) -> None:
    async with sits_down() as person:
        await person.until(lambda: isinstance(person.app.focused, PainScale))
        assert person.app.focused.label == "Low back"
        assert "[ Mon 23 Nov 2026 ]" in person.screen_text


async def test_digits_open_tabs_only_while_no_scale_and_no_field_has_the_focus(
    sits_down: SitsDown,
) -> None:
    async with sits_down() as person:
        await person.until(lambda: isinstance(person.app.focused, PainScale))
        await person.press("3")
        assert person.main.tab == "today"
        assert person.app.focused.value == 3
        await person.press("escape", "2")
        await person.until(lambda: person.main.tab == "stretch")


async def test_each_tab_is_mounted_when_it_is_first_opened_and_kept(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("escape")
        assert [view.id for view in person.main.pages.children] == ["today"]
        for tab in TABS:
            await person.press(str(tab.digit))
            await person.until(lambda tab=tab: person.main.tab == tab.id)
        first = person.main.pages.query_one("#today")
        await person.press("escape", "1")
        await person.until(lambda: person.main.tab == "today")
        assert person.main.view is first
        assert [view.display for view in person.main.pages.children] == [
            tab.id == "today" for tab in TABS
        ]


async def test_arrows_on_the_tab_bar_change_the_tab_and_down_goes_in(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("escape", "right")
        await person.until(lambda: person.main.tab == "stretch")
        assert isinstance(person.app.focused, TopBar)
        await person.press("left")
        await person.until(lambda: person.main.tab == "today")
        await person.press("down")
        await person.until(lambda: isinstance(person.app.focused, PainScale))


async def test_brackets_walk_the_days_and_stop_at_today(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("escape", "right_square_bracket")
        assert person.main.day == MONDAY
        await person.press("left_square_bracket", "left_square_bracket")
        await person.sees("[ Sat 21 Nov 2026 ]")
        await person.press("right_square_bracket")
        await person.sees("[ Sun 22 Nov 2026 ]")


async def test_a_changed_form_is_asked_about_once_and_esc_stays(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.until(lambda: isinstance(person.app.focused, PainScale))
        await person.press("4", "q")
        await person.sees("Not saved yet")
        await person.press("escape")
        assert person.app.is_running
        assert person.main.view.dirty
        await person.press("left_square_bracket")
        await person.sees("Not saved yet")
        await person.press("d")
        await person.sees("[ Sun 22 Nov 2026 ]")
        assert view_day(person.diary, MONDAY).check_ins == ()


@pytest.mark.parametrize("key", ["q", "left_square_bracket"])
async def test_what_is_typed_on_a_tab_behind_is_asked_about_too(
    sits_down: SitsDown, key: str
) -> None:
    async with sits_down() as person:
        await person.until(lambda: isinstance(person.app.focused, PainScale))
        await person.press("4", "escape", "3")
        await person.sees("Log a run")
        await person.press(key)
        await person.sees("Not saved yet")
        await person.sees("changed, not saved")
        await person.press("escape")
        assert person.app.is_running
        assert [view.id for view in person.main.changed_views] == ["today"]


async def test_saving_on_the_way_out_keeps_what_was_typed(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.until(lambda: isinstance(person.app.focused, PainScale))
        await person.press("4", "ctrl+q")
        await person.sees("Not saved yet")
        await person.press("s")
        await person.until(lambda: not person.app.is_running)
        (saved,) = view_day(person.diary, MONDAY).check_ins
        assert [score.score for score in saved.scores] == [4]


async def test_an_unchanged_form_is_left_without_a_question(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("q")
        await person.until(lambda: not person.app.is_running)


async def test_u_takes_the_latest_change_back(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.until(lambda: isinstance(person.app.focused, PainScale))
        await person.press("2", "ctrl+s")
        await person.sees("Anything new")
        await person.press("n")
        await person.sees("saved 07:12")
        await person.press("u")
        await person.sees("Undone")
        await person.until(lambda: view_day(person.diary, MONDAY).check_ins == ())
        await person.sees("first of the day")


async def test_undo_and_redo_say_what_and_of_which_day(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        save_check_in(person.diary, CheckInEntry(scores={BACK: 2}))
        await person.press("escape", "u")
        await person.sees("Undone: the check-in", "Mon 23 Nov")
        assert view_day(person.diary, MONDAY).check_ins == ()
        await person.press("U")
        await person.sees("Done again: the check-in", "Mon 23 Nov")
        assert len(view_day(person.diary, MONDAY).check_ins) == 1
        await person.press("U")
        await person.sees("There is nothing to do again.")


@pytest.mark.parametrize(
    "keys", [("escape", "3"), ("escape", "left_square_bracket")], ids=["tab", "day"]
)
async def test_what_is_not_shown_is_named_and_asked_about_before_it_is_undone(
    sits_down: SitsDown, keys: tuple[str, ...]
) -> None:
    async with sits_down() as person:
        save_check_in(person.diary, CheckInEntry(scores={BACK: 2}))
        await person.press(*keys, "u")
        await person.sees("Undo", "the check-in", "Mon 23 Nov", "undo it")
        await person.press("escape")
        await person.until(lambda: not isinstance(person.app.screen, Dialog))
        assert len(view_day(person.diary, MONDAY).check_ins) == 1
        await person.press("u")
        await person.until(lambda: isinstance(person.app.screen, Dialog))
        await person.press("y")
        await person.until(lambda: view_day(person.diary, MONDAY).check_ins == ())
        await person.press("U")
        await person.sees("Done again: the check-in", "Mon 23 Nov")
        assert len(view_day(person.diary, MONDAY).check_ins) == 1, "nothing is hidden by it"


async def test_a_deletion_elsewhere_is_undone_at_once_and_done_again_only_when_asked(
    sits_down: SitsDown,
) -> None:
    async with sits_down() as person:
        saved = log_run(
            person.diary, RunEntry(distance="5", duration="31:00", outcome=RunOutcome.COMPLETED)
        )
        assert isinstance(saved, Run)
        delete_run(person.diary, saved.id)
        await person.press("escape", "2", "u")
        await person.sees("Undone: the run")
        await person.press("U")
        await person.sees("Redo", "the run", "do it again")
        assert isinstance(find_run(person.diary, saved.id), Run)
        await person.press("y")
        await person.until(lambda: isinstance(find_run(person.diary, saved.id), Problem))


async def test_help_lists_the_keys_of_where_the_person_is(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.until(lambda: isinstance(person.app.focused, PainScale))
        await person.press("question_mark")
        await person.sees("On a pain scale", "Today", "Everywhere")
        assert isinstance(person.app.screen, TextPage)
        await person.press("escape")
        assert isinstance(person.app.screen, MainScreen)


async def test_the_palette_reaches_a_command_of_a_tab_by_name(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("ctrl+p")
        await person.type("why this")
        await person.sees("Why this verdict")
        await person.press("enter")
        await person.sees("Why NEEDS INPUT")


@pytest.mark.parametrize(
    ("words", "tab"),
    [("open stretch", "stretch"), ("open run", "run"), ("open trends", "trends")],
)
async def test_the_palette_opens_every_tab(sits_down: SitsDown, words: str, tab: str) -> None:
    async with sits_down((80, 24)) as person:
        await person.press("ctrl+p", *words)
        await person.sees(words.title())
        await person.press("enter")
        await person.until(lambda: person.main.tab == tab)


async def test_every_command_of_the_palette_can_be_carried_out(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        log_run(person.diary, RunEntry(distance="5", duration="30"))
        for each in list(person.app.get_system_commands(person.main)):
            if each.title == "Quit":
                continue
            done = each.callback()
            if isawaitable(done):
                await done
            await person.pilot.pause()
            while len(person.app.screen_stack) > 1:
                person.app.pop_screen()
            await person.until(lambda: person.main.is_current)
            assert person.app._exception is None, each.title


async def test_the_palette_switches_the_theme(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("ctrl+p", *"dark and light")
        await person.sees("Switch between dark and light")
        await person.press("enter")
        await person.until(lambda: person.app.theme == LIGHT)


@pytest.mark.parametrize("width", [58, 60, 64, 72, 80, 100, 120])
async def test_the_day_stays_whole_beside_the_demos_remark(sits_down: SitsDown, width: int) -> None:
    async with sits_down((width, 24)) as person:
        person.main.top_bar.remark = "made-up year"
        await person.sees("made-up year  [ Mon 23 Nov")
        assert person.screen_text.splitlines()[0].endswith("]")


async def test_what_is_pasted_can_not_steer_the_terminal_and_keeps_its_lines(
    sits_down: SitsDown,
) -> None:
    async with sits_down() as person:
        note = person.main.query_one("#note", FieldRow)
        note.focus_field()
        await person.pilot.pause()
        person.app.post_message(Paste("first\x1b[31m line\x1b]0;x\x07\nsecond line"))
        await person.sees("second line")
        assert note.text == "first[31m line]0;x second line"


async def test_the_palette_walks_the_days(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.press("ctrl+p", *"day before")
        await person.sees("Go to the day before")
        await person.press("enter")
        await person.sees("Sun 22 Nov")


async def test_the_keys_shown_are_those_that_work_after_the_last_run_is_gone(
    sits_down: SitsDown,
) -> None:
    async with sits_down((80, 24)) as person:
        log_run(person.diary, RunEntry(distance="5", duration="30"))
        await person.press("escape", "3")
        await person.sees("30:00")
        await person.press("v")
        await person.sees("enter edit", "i import")
        await person.press("d")
        await person.sees("No runs yet", f"1-{TABS[-1].digit} tab")
        assert person.app.focused is person.main.top_bar
        assert "enter edit" not in person.screen_text


async def test_the_theme_is_switched_and_kept(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        assert person.app.theme == DARK
        await person.press("ctrl+t")
        await person.until(lambda: person.diary.settings.theme == LIGHT)
        assert person.app.theme == LIGHT
    async with sits_down() as person:
        await person.until(lambda: person.app.theme == LIGHT)


async def test_the_day_rolls_over_at_the_day_start_hour_while_the_app_is_open(
    sits_down: SitsDown, clock: Ticking
) -> None:
    async with sits_down() as person:
        clock.go_on(hours=20)
        assert clock.now.date() == MONDAY + timedelta(days=1)
        person.main.roll_over()
        assert person.main.day == MONDAY == day_of(clock.now)
        clock.go_on(hours=1)
        person.main.roll_over()
        await person.sees("[ Tue 24 Nov 2026 ]")


async def test_half_typed_things_keep_their_day_when_the_day_rolls_over(
    sits_down: SitsDown, clock: Ticking
) -> None:
    async with sits_down() as person:
        await person.until(lambda: isinstance(person.app.focused, PainScale))
        await person.press("4")
        clock.go_on(days=1)
        person.main.roll_over()
        await person.pilot.pause()
        assert person.main.day == MONDAY


async def test_what_another_program_changed_is_shown(
    sits_down: SitsDown, diary: Book, clock: Ticking
) -> None:
    async with sits_down() as person:
        other = open_book(diary.path, clock)
        assert isinstance(other, Book)
        save_check_in(other, CheckInEntry(scores={BACK: 5}))
        person.main.look_again()
        await person.sees("5 ▅ watch")


async def test_a_file_that_can_not_be_used_ends_the_app_with_exit_code_3(clock: Ticking) -> None:
    app = BackstrideApp(lambda: Unusable("It is not a diary."), clock=clock)
    async with app.run_test() as pilot:
        assert await until(pilot, lambda: not app.is_running)
    assert app.return_code == 3


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 24)])
async def test_the_top_row_fits_and_always_says_the_day(
    sits_down: SitsDown, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await person.until(lambda: isinstance(person.app.focused, PainScale))
        await person.until(lambda: "2 S" not in person.screen_text.splitlines()[0])
        await person.press("escape")
        await person.until(lambda: "2 S" in person.screen_text.splitlines()[0])
        top = person.screen_text.splitlines()[0]
        assert len(top) <= size[0]
        assert "23 Nov" in top
        assert all(f"{tab.digit} " in top for tab in TABS)
        footer = person.screen_text.splitlines()[-1]
        assert len(footer) <= 79
        assert footer.endswith("keys")


async def test_a_dialog_gives_nothing_on_esc(sits_down: SitsDown, diary: Book) -> None:
    async with sits_down() as person:
        answers: list[str | None] = []
        dialog = Dialog("Title", "[b]text[/b]", (("y", "yes", "yes"),))
        person.app.push_screen(dialog, answers.append)
        await person.sees("[b]text[/b]")
        await person.press("escape")
        assert answers == [None]
        assert diary.settings.setup_step is None


async def test_answers_of_one_topic_are_shown_one_after_the_other_and_the_latest_last(
    sits_down: SitsDown,
) -> None:
    async with sits_down() as person:
        shown: list[str] = []
        mounted = Event()

        async def slowly(_answer: object) -> None:
            shown.append("first begins")
            await mounted.wait()
            shown.append("first ends")

        def ask(then: Callable[[object], Awaitable[None] | None], topic: str) -> None:
            ask_up(person.main, Query(lambda book: book.settings), then, topic=topic)

        ask(slowly, "a topic")
        await person.until(lambda: shown == ["first begins"])
        ask(lambda _answer: shown.append("second"), "a topic")
        ask(lambda _answer: shown.append("third"), "a topic")
        ask(lambda _answer: shown.append("elsewhere"), "another")
        ask(lambda _answer: shown.append("no topic"), "")
        await person.until(lambda: {"elsewhere", "no topic"} <= set(shown))
        assert "third" not in shown
        mounted.set()
        await person.until(lambda: shown[-2:] == ["first ends", "third"])
        assert "second" not in shown


async def test_ctrl_c_says_how_to_leave_wherever_one_is(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        app = person.app
        for at, keys in enumerate((("escape",), ("w",), ("escape", "exclamation_mark"), ("f1",))):
            await person.press(*keys)
            app.clear_notifications()
            await person.press("ctrl+c")
            assert [each.message for each in app._notifications] == [HOW_TO_LEAVE], (at, keys)


async def test_f2_chooses_the_day_from_every_tab_and_t_goes_back_to_today(
    sits_down: SitsDown,
) -> None:
    async with sits_down() as person:
        await person.press("escape")
        for tab in TABS:
            await person.press(str(tab.digit))
            await person.until(lambda tab=tab: person.main.tab == tab.id)
            await person.press("f2")
            await person.until(lambda: isinstance(person.app.screen, DayPicker))
            await person.press("left", "enter")
            await person.sees("7 days ago · t today")
            assert person.main.day == MONDAY - timedelta(days=7)
            await person.press("t")
            await person.until(lambda: person.main.day == MONDAY)


async def test_a_tab_opens_with_alt_while_typing_and_a_colon_opens_the_palette(
    sits_down: SitsDown,
) -> None:
    async with sits_down() as person:
        person.main.view.query(FieldRow).first().focus_field()
        await person.press("alt+3")
        await person.until(lambda: person.main.tab == "run")
        await person.press("colon")
        await person.until(lambda: isinstance(person.app.screen, CommandPalette))
