"""The binary protocol of FIT files: the messages that sum an activity up, all others skipped.

A file is one part or several, one after the other: a header, then definitions and the messages
that they describe, then a checksum.
"""

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import isfinite
from struct import Struct
from typing import Final

from tracker.domain.dataclass import dataclass

MAGIC: Final = b".FIT"
MESSAGES_MAX: Final = 2000

_HEADER: Final = Struct("<BBHI4s")
_CHECKSUM_BYTES: Final = 2
_COMPRESSED: Final = 0x80
_DEFINITION: Final = 0x40
_DEVELOPER: Final = 0x20
_LOCAL: Final = 0x0F

# The code of a base type: its form for struct, and the value that says "not known".
_BASE_TYPES: Final[Mapping[int, tuple[str, float | None]]] = {
    0x00: ("B", 0xFF),
    0x01: ("b", 0x7F),
    0x02: ("B", 0xFF),
    0x83: ("h", 0x7FFF),
    0x84: ("H", 0xFFFF),
    0x85: ("i", 0x7FFFFFFF),
    0x86: ("I", 0xFFFFFFFF),
    0x88: ("f", None),
    0x89: ("d", None),
    0x0A: ("B", 0),
    0x8B: ("H", 0),
    0x8C: ("I", 0),
    0x8E: ("q", 0x7FFFFFFFFFFFFFFF),
    0x8F: ("Q", 0xFFFFFFFFFFFFFFFF),
    0x90: ("Q", 0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message: its number in the protocol, and its known values by the number of the field."""

    number: int
    values: Mapping[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a file: its messages that were asked for.

    `damage` is what is wrong with the part, as the end of a sentence, or "". `is_whole` says that
    all messages could be read, `end` where the next part would begin.
    """

    messages: tuple[Message, ...]
    damage: str
    is_whole: bool
    end: int


def read_parts(content: bytes, wanted: Iterable[int]) -> Iterator[Part]:
    """Read the parts of a file one after the other, up to what is no part.

    `wanted` are the numbers of the messages to give.
    """
    numbers = frozenset(wanted)
    start = 0
    while is_part(content, start):
        part = _read_part(content, start, numbers)
        yield part
        start = part.end


def is_part(content: bytes, start: int = 0) -> bool:
    """Return whether a part begins at a place of the content."""
    if len(content) - start < _HEADER.size:
        return False
    size, _protocol, _profile, _length, magic = _HEADER.unpack_from(content, start)
    return bool(magic == MAGIC and size >= _HEADER.size)


@dataclass(slots=True)
class _Definition:
    size: int
    number: int
    fields: tuple[tuple[int, int, Struct, float | None], ...]


def _read_part(content: bytes, start: int, wanted: frozenset[int]) -> Part:
    size, _protocol, _profile, length, _magic = _HEADER.unpack_from(content, start)
    first = start + size
    # A recorder that crashed leaves the length at 0: the messages go on to the end.
    end = first + length if length else max(first, len(content) - _CHECKSUM_BYTES)
    if end > len(content):
        damage = f"it breaks off after {len(content) - start:,} of {end + 2 - start:,} bytes"
    elif not length:
        damage = "it was never finished"
    elif not _checksum_fits(content, start, end):
        damage = "its checksum is wrong"
    else:
        damage = ""
    messages: list[Message] = []
    is_whole = _gather(content, first, min(end, len(content)), wanted=wanted, into=messages)
    return Part(
        messages=tuple(messages),
        damage=damage or ("" if is_whole else "a part of it makes no sense"),
        is_whole=is_whole and end <= len(content),
        end=min(end + _CHECKSUM_BYTES, len(content)),
    )


def _gather(
    content: bytes, place: int, end: int, *, wanted: frozenset[int], into: list[Message]
) -> bool:
    """Go through the messages between two places; False where one can't be read."""
    definitions: list[_Definition | None] = [None] * (_LOCAL + 1)
    while place < end:
        head = content[place]
        place += 1
        if head & _COMPRESSED:
            definition = definitions[(head >> 5) & 3]
        elif head & _DEFINITION:
            found = _read_definition(content, place, end, developer=bool(head & _DEVELOPER))
            if found is None:
                return False
            definitions[head & _LOCAL], place = found
            continue
        else:
            definition = definitions[head & _LOCAL]
        if definition is None or place + definition.size > end:
            return False
        if definition.number in wanted:
            if len(into) >= MESSAGES_MAX:
                return False
            into.append(_message(content, place, definition))
        place += definition.size
    return True


def _read_definition(
    content: bytes, place: int, end: int, *, developer: bool
) -> tuple[_Definition, int] | None:
    """Read what a message will look like, and where the next one begins; None where it is cut."""
    if place + 5 > end:
        return None
    order = ">" if content[place + 1] else "<"
    number = int.from_bytes(content[place + 2 : place + 4], "big" if order == ">" else "little")
    count = content[place + 4]
    place += 5
    after = place + 3 * count
    if after + developer > end:
        return None
    size = 0
    fields = []
    for at in range(place, after, 3):
        field, length, base = content[at : at + 3]
        form = _form(order, base)
        # Some devices write sizes that are none of the type's: such a field is only skipped.
        if form is not None and form[0].size == length:
            fields.append((field, size, *form))
        size += length
    if developer:
        own = content[after]
        after += 1 + 3 * own
        if after > end:
            return None
        size += sum(content[after - 3 * own + 1 : after : 3])
    return _Definition(size, number, tuple(fields)), after


@cache
def _form(order: str, base: int) -> tuple[Struct, float | None] | None:
    found = _BASE_TYPES.get(base)
    return None if found is None else (Struct(order + found[0]), found[1])


def _message(content: bytes, place: int, definition: _Definition) -> Message:
    values: dict[int, float] = {}
    for field, offset, form, unknown in definition.fields:
        (value,) = form.unpack_from(content, place + offset)
        if value != unknown and isfinite(value):
            values.setdefault(field, value)
    return Message(number=definition.number, values=values)


def _checksum_fits(content: bytes, start: int, end: int) -> bool:
    if end + _CHECKSUM_BYTES > len(content):
        return False
    written = int.from_bytes(content[end : end + _CHECKSUM_BYTES], "little")
    return checksum(memoryview(content)[start:end]) == written


def checksum(content: bytes | memoryview) -> int:
    """Return the CRC-16 of the protocol."""
    pairs, single = _checksum_tables()
    even = len(content) & ~1
    words = array("H", bytes(content[:even]))
    if sys.byteorder == "big":
        words.byteswap()
    value = 0
    for pair in words:
        value = pairs[value ^ pair]
    for byte in content[even:]:
        value = (value >> 8) ^ single[(value ^ byte) & 0xFF]
    return value


@cache
def _checksum_tables() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the remainders of every pair of bytes, and of every byte."""
    single = []
    for byte in range(256):
        value = byte
        for _bit in range(8):
            value = (value >> 1) ^ (0xA001 if value & 1 else 0)
        single.append(value)
    pairs = []
    for pair in range(1 << 16):
        half = (pair >> 8) ^ single[pair & 0xFF]
        pairs.append((half >> 8) ^ single[half & 0xFF])
    return tuple(pairs), tuple(single)
