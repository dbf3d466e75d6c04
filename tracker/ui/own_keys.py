"""The keys that a person chose instead of the usual ones."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from textual.keys import KEY_NAME_REPLACEMENTS

from tracker.ui.meanings import ANSWERS, BY_ID, MEANINGS, NO_KEY, Meaning, is_typed, sign_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App

    from tracker.domain.settings import Settings

MOVES: Final = frozenset({"left", "down", "up", "right", "first_twice", "last"})
"""The meanings whose letters move, and can be switched off as a whole."""

OWNABLE: Final = tuple(meaning for meaning in MEANINGS if meaning.own)
"""The meanings that may have another key."""

Clash = tuple[str, Meaning, Meaning]
"""A key, and two meanings that want it."""


def keymap_of(app: App[object]) -> Mapping[str, str]:
    """Return the keys of each meaning that has other keys than the usual ones."""
    own: Mapping[str, str] = getattr(app, "own_keys", {})
    return own


def keymap(settings: Settings) -> dict[str, str]:
    """Return the keys by meaning where they are not the usual ones, as the toolkit writes them.

    Of keys that clash, or that are no keys, none counts: the file may come from elsewhere.
    """
    own = {name: key for name, key in settings.keys.items() if is_own(name, key)}
    if clashes(own, letters_move=settings.letters_move):
        own = {}
    found = _keys(own, letters_move=settings.letters_move)
    return {name: ",".join(keys) for name, keys in found.items() if keys != BY_ID[name].each}


def key_of(character: str) -> str:
    """Return the name that the toolkit has for the key of a character."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def is_own(name: str, character: str) -> bool:
    """Return whether a meaning may have a character as its key."""
    return (
        name in BY_ID
        and bool(BY_ID[name].own)
        and len(character) == 1
        and character.isprintable()
        and not character.isdigit()
        and character not in " ?!"
    )


def clashes(own: Mapping[str, str], *, letters_move: bool) -> tuple[Clash, ...]:
    """Return the keys that two meanings would have, with both; the changed one comes first."""
    meant: defaultdict[str, list[str]] = defaultdict(list)
    for name, keys in _keys(own, letters_move=letters_move).items():
        for key in keys:
            if name not in ANSWERS:
                meant[key].append(name)
    found: list[Clash] = []
    for key, names in meant.items():
        if len(names) > 1 and key != NO_KEY:
            one, other, *_more = sorted(names, key=lambda name: name not in own)
            found.append((sign_of(key), BY_ID[one], BY_ID[other]))
    return tuple(found)


def _keys(own: Mapping[str, str], *, letters_move: bool) -> dict[str, tuple[str, ...]]:
    return {
        meaning.id: _keys_of(meaning, own.get(meaning.id, ""), letters_move=letters_move)
        for meaning in MEANINGS
    }


def _keys_of(meaning: Meaning, character: str, *, letters_move: bool) -> tuple[str, ...]:
    keys = meaning.each
    if character:
        changed = key_of(character)
        keys = tuple(changed if key == meaning.own else key for key in keys)
    elif meaning.id in MOVES and not letters_move:
        keys = tuple(key for key in keys if not is_typed(key))
    return keys or (NO_KEY,)
