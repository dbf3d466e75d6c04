import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.problem import Problem
from tracker.domain.text import LINE_MAX, NOTE_MAX, clean_text, one_line, parse_note, quoted


@pytest.mark.parametrize(
    ("text", "line", "note"),
    [
        ("  sore after hills ", "sore after hills", "sore after hills"),
        ("one\ttwo\r\nthree\rfour", "one two three four", "one\ttwo\nthree\nfour"),
        ("a\n\n\nb", "a b", "a\n\n\nb"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m", "[31mred[0m"),
        ("\x1b]52;c;eA==\x07", "]52;c;eA==", "]52;c;eA=="),
        ("\x9b2Jx\x7f\x00", "2Jx", "2Jx"),
        ("user\u202egpj.exe\u2066\u200f", "usergpj.exe", "usergpj.exe"),
        ("half \ud83d of one", "half  of one", "half  of one"),
        ("[bold]x[/] 🏃\u200d♀️", "[bold]x[/] 🏃\u200d♀️", "[bold]x[/] 🏃\u200d♀️"),
    ],
)
def test_what_could_steer_a_terminal_is_gone_and_the_rest_stays(
    text: str, line: str, note: str
) -> None:
    assert clean_text(text) == line
    assert clean_text(text, newlines=True) == note


@given(st.text(st.characters(codec=None)), st.booleans())
def test_clean_text_is_bounded_printable_and_clean_already(text: str, newlines: bool) -> None:  # noqa: FBT001
    cleaned = clean_text(text, newlines=newlines)
    assert clean_text(cleaned, newlines=newlines) == cleaned
    cleaned.encode("utf-8")
    kept = {"\t", "\n"} if newlines else set()
    assert not [c for c in cleaned if (c < " " or "\x7f" <= c <= "\x9f") and c not in kept]
    assert len(cleaned) <= (NOTE_MAX if newlines else LINE_MAX)


def test_length_is_bounded() -> None:
    assert len(clean_text("x" * 9999)) == LINE_MAX
    assert len(clean_text("x" * 9999, newlines=True)) == NOTE_MAX


def test_what_was_typed_is_quoted_short_and_clean() -> None:
    assert quoted("abc") == '"abc"'
    assert quoted("\x1b[2J" + "9" * 400) == '"[2J999999999999999999999…"'


def test_a_note_that_is_too_long_is_refused_whole() -> None:
    assert parse_note(" sore\n" + "x" * (NOTE_MAX - 5)) == "sore\n" + "x" * (NOTE_MAX - 5)
    refused = parse_note("x" * (NOTE_MAX + 1000))
    assert isinstance(refused, Problem)
    assert "4,000" in refused.message
    assert "Shorten it by 1,000." in refused.message


def test_text_for_a_field_is_one_line_of_any_length() -> None:
    assert one_line("31:20\r\nand a note\x1b]0;x\x07") == "31:20 and a note]0;x"
    assert len(one_line("x" * 9999)) == 9999
