"""Reading a diary that other programs wrote: all that can be meant, nothing dropped in silence.

An editor adds a byte-order mark, a script writes NaN, and a line-wise merge of two versions leaves
the same record or table twice. `json` keeps the last of two equal keys; here both tables are joined
and of two versions of a record the later one stays.
"""

import codecs
import json
import math
import re
from collections.abc import Callable
from json.decoder import scanstring  # type: ignore[attr-defined] # a string alone, as json reads it
from typing import Any, Final, TypeAlias, TypeVar

from msgspec import Raw

from tracker.store.nesting import walk

T = TypeVar("T")

Document: TypeAlias = dict[str, Any]
Found: TypeAlias = dict[str, dict[str, Document | Raw]]

CAREFUL_FROM: Final = 8 * 2**20
"""From this length on a record's end is looked for before it is read: read, it takes 20 times as
much memory. So long is no record."""

_DIGITS_MAX: Final = 4000
_DEPTH_MAX: Final = 100_000
_SPACE = re.compile(r"[ \t\n\r]*+")
_BROKEN: Final = "it breaks off or has stray characters in it"
_NO_DIARY: Final = "it is not a diary"


class NoTablesError(ValueError):
    """The bytes are something else than objects in objects in an object."""


def _whole_number(digits: str) -> int | Raw:
    return int(digits) if len(digits) <= _DIGITS_MAX else Raw(digits.encode())


def _number(digits: str) -> float | Raw:
    number = float(digits)
    return number if math.isfinite(number) else Raw(digits.encode())


# A number that is none for Python stays the digits that stand there, and is written back as such.
DECODER: Final = json.JSONDecoder(
    parse_int=_whole_number, parse_float=_number, parse_constant=lambda _: None
)


def read_lenient(content: bytes) -> Found:
    """Read tables of documents by their keys; a document too deep to be read stays as it stands.

    Raises NoTablesError where they are something else, ValueError with a few words on what
    is wrong where they are not whole.
    """
    try:
        text = text_of(content)
    except UnicodeDecodeError as error:
        message = "it holds bytes that are not text"
        raise ValueError(message) from error
    tables, end = _members(text, _after_space(text, 0), _table)
    if _after_space(text, end) != len(text):
        raise ValueError(_BROKEN)
    found: Found = {}
    for name, rows in tables:
        known = found.setdefault(name, {})
        for key, row in rows:
            known[key] = later(known[key], row) if key in known else row
    return found


def text_of(content: bytes, *, errors: str = "strict") -> str:
    """Decode text as editors save it: UTF-8, or UTF-16 with its mark."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if wide else "utf-8-sig", errors)


def later(one: Any, other: Any) -> Any:  # noqa: ANN401 - JSON values
    """Give the later of two versions of a record: by clock, then by `updated_at`, then the last."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return other
    return one if _version(one) > _version(other) else other


def _version(document: Document) -> tuple[str, str]:
    return str(document.get("clock", "")), str(document.get("updated_at", ""))


def _table(text: str, at: int) -> tuple[list[tuple[str, Document | Raw]], int]:
    return _members(text, at, _document)


def _members(
    text: str, at: int, read: Callable[[str, int], tuple[T, int]]
) -> tuple[list[tuple[str, T]], int]:
    """Read the members of an object, each with its key, and give the place behind it."""
    at = _after_space(text, _within(text, at))
    members: list[tuple[str, T]] = []
    more = text[at : at + 1] != "}"
    while more:
        key, at = _key(text, at)
        member, at = read(text, at)
        members.append((key, member))
        at = _after_space(text, at)
        more = text[at : at + 1] == ","
        if more:
            at = _after_space(text, at + 1)
        elif text[at : at + 1] != "}":
            raise ValueError(_BROKEN)
    return members, at + 1


def _within(text: str, at: int) -> int:
    """Step into an object. A diary has nothing but objects down to its documents."""
    if at >= len(text):
        raise ValueError(_BROKEN)
    if text[at] != "{":
        raise NoTablesError(_NO_DIARY)
    return at + 1


def _key(text: str, at: int) -> tuple[str, int]:
    """Read a key; gives the place where its value begins."""
    if text[at : at + 1] != '"':
        raise ValueError(_BROKEN)
    try:
        key, at = scanstring(text, at + 1)
    except ValueError as error:
        raise ValueError(_BROKEN) from error
    at = _after_space(text, at)
    if text[at : at + 1] != ":":
        raise ValueError(_BROKEN)
    return key, _after_space(text, at + 1)


def _document(text: str, at: int) -> tuple[Document | Raw, int]:
    _within(text, at)
    if (
        len(text) > CAREFUL_FROM
        and walk(text, at, depth=_DEPTH_MAX, length=CAREFUL_FROM).end is None
    ):
        raise ValueError(_BROKEN)
    try:
        return DECODER.raw_decode(text, at)
    except RecursionError:
        return _as_it_stands(text, at)
    except ValueError as error:
        raise ValueError(_BROKEN) from error


def _as_it_stands(text: str, at: int) -> tuple[Raw, int]:
    """Take a document that is too deep to be read, on one line."""
    end = walk(text, at, depth=_DEPTH_MAX, length=CAREFUL_FROM).end
    if end is None or "NaN" in text[at:end] or "Infinity" in text[at:end]:
        message = "it is nested too deeply"
        raise ValueError(message)
    # No line end stands inside a text: there it is written as two signs.
    return Raw(re.sub(r"[\r\n]+", " ", text[at:end]).encode()), end


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()
