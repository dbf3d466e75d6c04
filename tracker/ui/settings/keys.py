"""A person's own keys: a row a meaning, and whether letters move the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tracker.diary.kinds.kind import Kind
from tracker.domain.fields import NO, YES, yes_no
from tracker.domain.form import Field, FormContext, Values
from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.ui.meanings import Meaning, sign_of
from tracker.ui.own_keys import OWNABLE, clashes, is_own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.diary.snapshot import Snapshot

LETTERS: Final = "letters_move"
NO_SUCH_KEY: Final = "Press one letter or sign. Digits, space, ? and ! stay what they are."


def _field(meaning: Meaning) -> Field[str]:
    usual = sign_of(meaning.own)

    def parse(text: str, _context: FormContext) -> str | Problem:
        typed = text.strip() or usual
        return typed if is_own(meaning.id, typed) else Problem(meaning.id, NO_SUCH_KEY)

    return Field(
        name=meaning.id,
        label=f"{meaning.words[:1].upper()}{meaning.words[1:]}",
        parse=parse,
        write=lambda value, _context: str(value),
        cells=2,
        help=f"usually {usual}",
        understood=lambda value, _context: "" if value == usual else f"usually {usual}",
    )


def _own(values: Values) -> dict[str, str]:
    return {
        each.id: values[each.id]
        for each in OWNABLE
        if (values.get(each.id) or "") not in {"", sign_of(each.own)}
    }


def _values(settings: Settings) -> dict[str, Any]:
    usual = {each.id: sign_of(each.own) for each in OWNABLE}
    own = {name: key for name, key in settings.keys.items() if is_own(name, key)}
    return {LETTERS: settings.letters_move, **usual, **own}


def _made(values: Values, _context: FormContext, _base: Settings | None) -> dict[str, Any]:
    return {LETTERS: values[LETTERS], "keys": _own(values)}


def _check(values: Values, _context: FormContext, _snapshot: Snapshot) -> Iterator[Problem]:
    """Refuse what two meanings would share, with both names."""
    for key, one, other in clashes(_own(values), letters_move=values[LETTERS] is not False):
        words = f"{key} is the key of “{other.words}” already. Choose another for “{one.words}”."
        yield Problem(one.id, words)


KEYS: Final = Kind(
    type=Settings,
    word="settings",
    title="Keys",
    lead=(
        "Each row is something that keys do, wherever they do it. Go to a row and press the new"
        " key. What two rows would share is refused."
    ),
    done="Keys saved. u undoes.",
    fields=(
        yes_no(
            LETTERS,
            "Letters move",
            words=((YES, "h j k l gg G move"), (NO, "only arrows move")),
            missing="Choose one.",
        ),
        *map(_field, OWNABLE),
    ),
    undo=lambda _settings, _now: "the keys",
    values=_values,
    make=_made,
    check=_check,
)
"""The page of the settings about keys."""
