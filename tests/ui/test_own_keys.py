"""Keys of one's own: what counts, what clashes, and that all that names keys follows."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from textual.widgets import Input

from tracker.diary.book import update_settings
from tracker.domain.settings import Settings
from tracker.ui.commands import command
from tracker.ui.form.screen import FormScreen
from tracker.ui.own_keys import clashes, is_own, keymap
from tracker.ui.today.why_screen import WhyScreen
from tracker.ui.widgets.choice_row import YesNoRow

SitsDown = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.mark.parametrize(
    ("name", "character", "may"),
    [
        ("new", "ö", True),
        ("search", "#", True),
        ("new", "7", False),
        ("new", "?", False),
        ("new", " ", False),
        ("new", "ab", False),
        ("alarm", "x", False),
        ("save", "x", False),
        ("yes", "k", False),
        ("no_such_meaning", "k", False),
    ],
)
def test_one_letter_or_sign_may_be_a_key_where_it_is_not_fixed(
    name: str, character: str, *, may: bool
) -> None:
    assert is_own(name, character) is may


def test_only_what_differs_is_in_the_keymap_and_other_keys_of_a_meaning_stay() -> None:
    assert keymap(Settings()) == {}
    assert keymap(Settings(keys={"new": "ö", "up": "ä", "search": "#"})) == {
        "new": "ö",
        "up": "up,ä",
        "search": "number_sign",
    }


def test_without_moving_letters_they_are_free_for_something_else() -> None:
    without = keymap(Settings(letters_move=False, keys={"new": "k"}))
    assert without["left"] == "left"
    assert without["last"] == "end"
    assert without["first_twice"] == "no_key"
    assert without["new"] == "k"


def test_two_meanings_on_one_key_clash_and_in_a_file_from_elsewhere_none_counts() -> None:
    [(key, one, other)] = clashes({"new": "e"}, letters_move=True)
    assert (key, one.id, other.id) == ("e", "new", "edit")
    assert clashes({"new": "e", "edit": "n"}, letters_move=True) == ()
    assert keymap(Settings(keys={"new": "e"})) == {}
    assert keymap(Settings(keys={"new": "\x1b", "nothing": "e", "out": "ö"})) == {"out": "ö"}


def test_a_command_says_the_key_that_works() -> None:
    assert command("why").keys_in({"why": "ö"}) == "ö"
    assert command("row_move").keys_in({}) == "↑↓"
    assert command("row_first").keys_in({"first_twice": "no_key"}) == ""


async def test_an_own_key_works_at_once_is_shown_and_a_clash_is_refused_with_both_names(
    sits_down: SitsDown,
) -> None:
    async with sits_down() as person:
        await person.press("escape")
        person.main.open("tracker.ui.settings.flow:change_keys")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.until(lambda: isinstance(person.app.focused, YesNoRow | Input))
        person.app.screen.body.rows["why"].focus_field()
        await person.until(lambda: isinstance(person.app.focused, Input))
        await person.press("e", "ctrl+s")
        await person.sees("e is the key of “edit” already")
        await person.press("ö", "ctrl+s")
        await person.until(lambda: person.diary.settings.keys == {"why": "ö"})
        await person.until(lambda: person.app.screen is person.main)
        await person.press("escape", "w")
        assert person.app.screen is person.main
        await person.press("ö")
        await person.until(lambda: isinstance(person.app.screen, WhyScreen))
        await person.press("escape", "question_mark")
        await person.sees("ö")
        await person.press("escape")
        update_settings(person.diary, keys={})
