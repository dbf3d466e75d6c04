from itertools import chain

import pytest

from tracker.domain.verdict import Response
from tracker.insight.glyph_set import (
    GLYPHS,
    RESPONSE_LETTERS,
    GlyphSet,
    choose_glyph_set,
    guess_glyph_set,
)
from tracker.insight.raster import text_width
from tracker.insight.series import EventKind


@pytest.mark.parametrize(
    ("environ", "guess"),
    [
        ({"LANG": "en_GB.UTF-8", "TERM": "xterm-256color"}, GlyphSet.BRAILLE),
        ({"LANG": "en_GB.utf8", "TERM": "linux"}, GlyphSet.CONSOLE),
        ({"LANG": "C", "TERM": "xterm"}, GlyphSet.BRAILLE),
        ({}, GlyphSet.BRAILLE),
        ({"LANG": "de_DE.ISO-8859-1"}, GlyphSet.ASCII),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "de_DE.ISO-8859-15@euro"}, GlyphSet.ASCII),
        ({"LANG": "ja_JP.UTF-8"}, GlyphSet.ASCII),
        ({"LANG": "zh_CN.UTF-8", "TERM": "linux"}, GlyphSet.ASCII),
    ],
)
def test_the_guess_goes_by_encoding_language_and_terminal(
    environ: dict[str, str], guess: GlyphSet
) -> None:
    assert guess_glyph_set(environ) is guess


def test_a_choice_wins_over_the_guess() -> None:
    assert choose_glyph_set("blocks", {"TERM": "linux"}) is GlyphSet.BLOCKS
    assert choose_glyph_set("plain", {}) is GlyphSet.ASCII
    assert choose_glyph_set("auto", {"TERM": "linux"}) is GlyphSet.CONSOLE
    assert choose_glyph_set("runes", {}) is GlyphSet.BRAILLE


@pytest.mark.parametrize("name", GlyphSet)
def test_every_sign_is_one_cell_wide_and_every_event_has_its_own(name: GlyphSet) -> None:
    glyphs = GLYPHS[name]
    assert set(glyphs.events) == set(EventKind)
    assert len(set(glyphs.events.values())) == len(EventKind)
    signs = [
        glyphs.point, glyphs.cursor, glyphs.rule, glyphs.stem, glyphs.axis, glyphs.tick,
        glyphs.no_entry, *glyphs.events.values(),
    ]  # fmt: skip
    for sign in chain(signs, glyphs.eighths, glyphs.strip, glyphs.span):
        assert text_width(sign) == 1
        assert name is not GlyphSet.ASCII or sign.isascii()
    assert len({glyphs.cursor, glyphs.rule, glyphs.point}) == 3


@pytest.mark.parametrize("name", GlyphSet)
def test_r_pain_07_each_response_has_a_sign_of_its_own(name: GlyphSet) -> None:
    signs = GLYPHS[name].responses
    assert set(signs) == {*Response, None}
    assert len({signs[each] for each in Response}) == len(Response)
    assert all(text_width(sign) == 1 for sign in signs.values())


def test_the_four_answers_are_even_steps_and_letters_on_paper() -> None:
    order = (Response.GREEN, Response.AMBER_SETTLED, Response.AMBER_LINGER, Response.RED)
    signs = GLYPHS[GlyphSet.BRAILLE].responses
    assert [ord(signs[each]) - ord("▁") for each in order] == [0, 2, 4, 6]
    assert "".join(RESPONSE_LETTERS[each] for each in order) == "GSLR"
