"""How words reach a terminal or a pipe: as it can show them, and whether they arrived."""

import codecs
import os
import re
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import Final, TextIO
from unicodedata import combining, east_asian_width, normalize

from tracker.domain.text import UNSEEN

DUMB_TERMINALS: Final = frozenset({"dumb", "unknown"})
_ERRORS: Final = "backstride.in_as_many_cells"
_LIKE: Final[Mapping[str, str]] = {
    "–": "-", "—": "-", "−": "-", "…": ".", "·": ".", "•": "*", "×": "x", "‘": "'", "’": "'",
    "“": '"', "”": '"', "→": ">", "←": "<", "↑": "^", "↓": "v", "≤": "<=", "≥": ">=",
}  # fmt: skip
"""What comes near a sign in any encoding, in as many cells; two where one would say less."""
_OTHER_SIGNS = re.compile("[^\x00-\x7f]")


def terminal_is_dumb() -> bool:
    """Return whether the terminal says that it understands nothing but text."""
    return os.environ.get("TERM", "").casefold() in DUMB_TERMINALS


def colours_are_unwanted() -> bool:
    """Return whether no escape code may be sent, whatever is asked."""
    return terminal_is_dumb() or bool(os.environ.get("NO_COLOR"))


def prepare_streams() -> None:
    """Let no sign be too much for the output, and no byte for the input."""
    _replace_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            keep_widths(stream)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def keep_widths(stream: TextIOWrapper) -> None:
    r"""Write a sign that the stream's encoding lacks as one like it, or as `?`, in as many cells.

    As six characters, `\u25d0`, it would push the words after it out of their row.
    """
    codecs.register_error(_ERRORS, _in_as_many_cells)
    stream.reconfigure(errors=_ERRORS)


def _in_as_many_cells(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(map(_like, lacking)), error.end


def _like(sign: str) -> str:
    if sign in _LIKE:
        return _LIKE[sign]
    if combining(sign) or UNSEEN.match(sign) or sign in "\u200b\u200c\u200d\u2060\ufe0e\ufe0f":
        return ""
    if sign.isalpha() and (plain := normalize("NFKD", sign)[0]).isascii():
        return plain
    return "??" if east_asian_width(sign) in {"W", "F"} else "?"


def escaped_json(text: str) -> str:
    r"""Return JSON whose texts hold nothing that steers a terminal, or that the output lacks.

    Both are written as JSON's own `\u…`, so that a reader gets them back as they were.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    text = UNSEEN.sub(_escape, text)
    return text if "utf" in encoding.casefold() else _OTHER_SIGNS.sub(_escape, text)


def _escape(sign: re.Match[str]) -> str:
    units = sign[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


class ReaderGoneError(Exception):
    """Whoever read the output closed it."""


def silence_output(*streams: TextIO) -> None:
    """Let nothing more be written: who listened is gone, and Python would complain at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams or (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def _replace_closed_streams() -> None:
    """Let a stream that was closed before the start lead nowhere.

    Otherwise it is None to Python, and the next file that is opened gets its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - it stays
            setattr(sys, name, nowhere)
