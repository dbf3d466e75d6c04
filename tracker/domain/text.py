"""Text from people and files: data, with everything taken out that could steer a terminal."""

import re
from typing import Final

from tracker.domain.problem import Problem

LINE_MAX = 200
NOTE_MAX = 4000
QUOTE_MAX = 24

_HALVES = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
# C0 (but tab and newline), DEL and C1; marks that turn the direction of reading; halves of
# characters, which no file can hold; the byte order mark.
UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def clean_text(text: str, *, newlines: bool = False) -> str:
    """Return text without control characters, trimmed and of bounded length.

    With `newlines` (notes) tabs and line ends stay, up to NOTE_MAX characters; without, they
    become single spaces, up to LINE_MAX characters.
    """
    if newlines:
        return plain_text(text)[:NOTE_MAX].rstrip()
    return one_line(text).strip()[:LINE_MAX].rstrip()


def path_text(path: object) -> str:
    """Return a path as text for a sentence; bytes in it that are no text are shown as "�"."""
    return one_line(_HALVES.sub("\ufffd", str(path)))


def shown_text(text: str) -> str:
    """Return a text of any length to be shown; bytes of a path that are no text are "�"."""
    return plain_text(_HALVES.sub("\ufffd", text))


def plain_text(text: str) -> str:
    """Return text of any length without control characters; tabs and line ends stay."""
    return lines_of(text).strip()


def lines_of(text: str) -> str:
    """Return text for a field of several lines, of any length: without control characters."""
    return UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return text for a field of one line, of any length: without control characters and breaks."""
    return UNSEEN.sub("", _BREAKS.sub(" ", text))


def parse_note(text: str) -> str | Problem:
    """Read a note; a longer one than a record keeps is refused, so that its end is not lost."""
    length = len(plain_text(text))
    if length > NOTE_MAX:
        return Problem(
            "note",
            f"A note has room for {NOTE_MAX:,} characters, and this one has {length:,}."
            f" Shorten it by {length - NOTE_MAX:,}.",
        )
    return clean_text(text, newlines=True)


def quoted(text: str) -> str:
    """Return what was typed in quotation marks, shortened, for a sentence about it."""
    plain = clean_text(text)
    return f'"{plain[:QUOTE_MAX]}…"' if len(plain) > QUOTE_MAX else f'"{plain}"'


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: "1 point", "2 points", "1,200 points"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
