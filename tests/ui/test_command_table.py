from collections import Counter
from itertools import combinations

import pytest
from textual.content import Content

from tracker.rules.wording import forbidden_words
from tracker.ui.commands import (
    COMMANDS,
    Scope,
    bindings_of,
    command,
    commands_of,
    key_table,
    moved_in,
)
from tracker.ui.meanings import ANSWERS, BY_ID, MEANINGS, is_typed
from tracker.ui.moved_keys import MOVED
from tracker.ui.tabs import TABS
from tracker.ui.widgets.key_footer import CELLS_MAX, KeyFooter

INSIDE = {
    Scope.STRETCH: (Scope.ROUTINES, Scope.STEPS),
    Scope.PLAN: (Scope.LIST,),
    Scope.RUN: (Scope.RUNS, Scope.SCORES, Scope.TRAIL, Scope.PICK),
}
ROWS = (Scope.SCALE, Scope.CHOICE, Scope.CHECK, Scope.FOLD, Scope.LIST)
PAIRS_AT_ONCE = [
    *((Scope.EVERYWHERE, tab.scope) for tab in TABS),
    *((Scope.APP, scope) for scope in Scope if scope is not Scope.APP),
    *((tab, scope) for tab, scopes in INSIDE.items() for scope in (*scopes, *ROWS)),
    *((Scope.EVERYWHERE, scope) for scopes in (*INSIDE.values(), ROWS) for scope in scopes),
]


def keys_of(scope: Scope) -> list[str]:
    return [binding.key for binding in bindings_of(scope)]


def test_every_id_and_every_palette_name_is_there_once() -> None:
    # the same action may stand in several tabs, never twice in one scope
    for scope in Scope:
        ids = [entry.id for entry in commands_of(scope)]
        assert len(ids) == len(set(ids)), scope
    names = Counter(entry.name for entry in COMMANDS if entry.name)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("scope", list(Scope))
def test_no_key_does_two_things_in_one_place(scope: Scope) -> None:
    keys = keys_of(scope)
    assert len(keys) == len(set(keys))


QUESTIONS = {Scope.QUESTIONS, Scope.CAUTIONS, Scope.YES_NO}
"""Scopes in which `y` and `n` answer."""


def test_one_letter_has_one_meaning_over_all_scopes() -> None:
    meant: dict[str, set[str]] = {}
    for entry in COMMANDS:
        for key, _action, meaning in entry.pressed:
            if is_typed(key) and not key.isdigit() and entry.scope not in QUESTIONS:
                assert meaning in BY_ID, f"{entry.id} in {entry.scope}: declare what {key} means"
                assert meaning not in ANSWERS, f"{entry.id}: {key} answers only in a question"
                meant.setdefault(key, set()).add(meaning)
    assert {key: names for key, names in meant.items() if len(names) > 1} == {}


def test_a_key_that_moved_says_where_it_went_and_never_takes_one_that_does_something() -> None:
    for scope, moved in MOVED.items():
        assert set(moved.values()) <= set(BY_ID)
        taken = {each.key for entry in commands_of(scope) for each in entry.pressed}
        assert not taken & {key for key, _action in moved_in(scope)}


def test_no_two_meanings_share_a_key_outside_a_question() -> None:
    keys = Counter(key for each in MEANINGS if each.id not in ANSWERS for key in each.each)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_binding_carries_its_meaning_as_id_in_every_widget() -> None:
    for scope in Scope:
        for binding in bindings_of(scope):
            moved = binding.action.startswith("app.say_moved")
            if is_typed(binding.key) and not binding.key.isdigit() and not moved:
                assert binding.id in BY_ID, (scope, binding.key)


@pytest.mark.parametrize(("outer", "inner"), PAIRS_AT_ONCE)
def test_no_key_hides_another_that_works_at_the_same_time(outer: Scope, inner: Scope) -> None:
    # a list that opens a row goes back with esc first
    assert set(keys_of(outer)) & set(keys_of(inner)) <= {"escape"}


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.id)
def test_every_command_says_what_it_does_in_plain_words(entry: object) -> None:
    for words in (entry.help, entry.name, entry.label):  # type: ignore[attr-defined]
        assert forbidden_words(words) == ()
    assert entry.help.endswith(".")  # type: ignore[attr-defined]


def test_the_readme_table_names_every_key() -> None:
    table = key_table()
    for entry in COMMANDS:
        if entry.keys:
            assert f"`{entry.keys}`" in table


def test_a_command_that_is_not_in_the_table_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        command("no_such_command")


def test_letters_are_known_to_be_dead_in_a_field_and_control_keys_are_not() -> None:
    assert command("why").printable
    assert command("copy_last").printable
    assert not command("leave_field").printable


def test_the_footer_never_grows_beyond_its_line() -> None:
    footer = KeyFooter()
    named = [entry.id for entry in COMMANDS if entry.keys]
    for hints in combinations(named[:14], 6):
        footer.set_reactive(KeyFooter.hints, hints)
        drawn = footer.render()
        assert isinstance(drawn, Content)
        assert drawn.cell_length <= CELLS_MAX
