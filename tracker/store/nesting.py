"""Where a JSON value ends, found without recursion: however deep, long or broken it is."""

import re
from typing import Final, NamedTuple

_SPACE: Final = r"[ \t\n\r]*+"
_STRING: Final = r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"'
_TOKEN = re.compile(
    rf"{_SPACE}(?:({_STRING})"
    r"|(-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null|NaN|-?Infinity)"
    r"|([{}\[\],:]))"
)
_RUN: Final = 32
_OPENERS = re.compile(
    rf'(?:(?:[^"{{}}\[\]]++|"(?:[^"\\\x00-\x1f]++|\\.)*+")*+[{{\[]){{{_RUN}}}+', re.DOTALL
)

_TEXT, _SCALAR = '"', "0"
_VALUE, _VALUE_OR_END, _KEY, _KEY_OR_END, _COLON, _COMMA_OR_END = range(6)
_VALUES: Final = {
    _TEXT: _COMMA_OR_END,
    _SCALAR: _COMMA_OR_END,
    "{": _KEY_OR_END,
    "[": _VALUE_OR_END,
}
_NEXT: Final[dict[int, dict[str, int]]] = {
    _VALUE: _VALUES,
    _VALUE_OR_END: _VALUES | {"]": _COMMA_OR_END},
    _KEY: {_TEXT: _COLON},
    _KEY_OR_END: {_TEXT: _COLON, "}": _COMMA_OR_END},
    _COLON: {":": _VALUE},
    _COMMA_OR_END: {",": _VALUE, "}": _COMMA_OR_END, "]": _COMMA_OR_END},
}
"""What may follow, and what is wanted then; behind a comma in an object it is a key."""
_PARTNER: Final = {"}": "{", "]": "["}


class Walk(NamedTuple):
    """How far a value goes. `end` None: it has no end, is too deep, or too long.

    `open_at` are the places of the brackets that stand open where the walk stopped: what begins
    at one of them has no end either. Of a value that is only too long it is empty.
    """

    end: int | None
    open_at: list[int]
    too_deep: bool = False


def walk(text: str, start: int, *, depth: int, length: int | None = None) -> Walk:
    """Go through the object or list that begins at `start`, to its end or to what is wrong in it.

    `depth` is how many brackets may stand open, `length` after how many signs to stop.
    """
    open_at: list[int] = []
    place, wanted = start, _VALUE
    last = len(text) if length is None else min(len(text), start + length)
    while token := _TOKEN.match(text, place, last):
        sign, place = token[3] or (_TEXT if token[1] else _SCALAR), token.end()
        follows = _NEXT[wanted].get(sign)
        if follows is None:
            break
        wanted = follows
        if sign in "{[":
            if len(open_at) == depth:
                return Walk(None, open_at, too_deep=True)
            open_at.append(place - 1)
        elif sign in _PARTNER:
            if text[open_at.pop()] != _PARTNER[sign]:
                break
            if not open_at:
                return Walk(place, [])
        elif sign == "," and text[open_at[-1]] == "{":
            wanted = _KEY
    cut = token is None and last < len(text) and _TOKEN.match(text, place) is not None
    return Walk(None, [] if cut else open_at)


def past_openers(text: str, start: int) -> int:
    """Skip brackets that open one within another, without end: give a place among the last ones.

    Each bracket before that place has at least 32 more open within it.
    """
    before = place = start
    while run := _OPENERS.match(text, place):
        before, place = place, run.end()
    return before
