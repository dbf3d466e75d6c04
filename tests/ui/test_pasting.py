"""Pasted text is text, however long and whatever stands in it; typed keys stay keys."""

from collections.abc import Iterable

import pytest
from textual.events import Key, Paste
from textual.message import Message

from tracker.ui.pasting import BEGINS, BURST, ENDS, LONGEST, PasteReader, PastingParser

HOSTILE = "abc \x1b[31mred\x1b[0m q d u \x1b]52;c;AAAA\x07 \x1b[A\x1b[B \r\n"


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def said(events: Iterable[Message]) -> list[str]:
    return [each.text if isinstance(each, Paste) else each.key for each in events
            if isinstance(each, Paste | Key)]  # fmt: skip


@pytest.mark.parametrize(
    ("readings", "parts"),
    [
        (["ab"], [(False, "ab")]),
        (["\x1b[A\x1b[B"], [(False, "\x1b[A\x1b[B")]),
        ([f"a{BEGINS}q\x1b[Ad{ENDS}b"], [(False, "a"), (True, "q\x1b[Ad"), (False, "b")]),
        ([f"{BEGINS}q", f"d{ENDS}"], [(True, "qd")]),
        ([f"{BEGINS}q{ENDS[:3]}", f"{ENDS[3:]}x"], [(True, "q"), (False, "x")]),
        ([BEGINS[:4], f"{BEGINS[4:]}q{ENDS}"], [(True, "q")]),
        ([f"{BEGINS}{ENDS}"], [(True, "")]),
        (["q" * BURST], [(True, "q" * BURST)]),
        (["q" * BURST, "d"], [(True, "q" * BURST), (True, "d")]),
        (["\x1b[<35;10;10M" * BURST], [(False, "\x1b[<35;10;10M" * BURST)]),
    ],
)
def test_what_was_pasted_is_told_from_what_was_typed(
    readings: list[str], parts: list[tuple[bool, str]]
) -> None:
    reader = PasteReader(Clock())
    assert [part for reading in readings for part in reader.split(reading)] == parts


def test_after_a_burst_and_after_a_paste_without_an_end_keys_work_again() -> None:
    clock = Clock()
    reader = PasteReader(clock)
    assert list(reader.split("q" * BURST)) == [(True, "q" * BURST)]
    clock.now = 1.0
    assert list(reader.split("d")) == [(False, "d")]
    assert list(reader.split(f"{BEGINS}lost")) == []
    clock.now = 4.0
    assert list(reader.split("d")) == [(True, "lost"), (False, "d")]


def test_a_long_paste_full_of_escapes_is_one_text_and_no_key() -> None:
    pasted = HOSTILE * 10_000
    data = f"x{BEGINS}{pasted}{ENDS}y"
    parser = PastingParser()
    heard = [each for at in range(0, len(data), 4096)
             for each in said(parser.feed(data[at : at + 4096]))]  # fmt: skip
    assert heard == ["x", pasted[:LONGEST], "y"]
