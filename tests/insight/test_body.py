"""The figure: data that fit, places that can be lit, and roles that need no colour."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.site import PainSite, Side, Site, sides_of
from tracker.insight.body_figure import FIGURES, BodySize
from tracker.insight.body_raster import (
    BodyCell,
    BodyRole,
    BodyStyle,
    Light,
    anchor,
    choice_lights,
    draw_body,
    plain_body,
    score_lights,
    style_for,
    target_lights,
)
from tracker.insight.body_regions import (
    CENTRE_CODES,
    MUSCLE_CODES,
    NO_SITE,
    SITE_CODES,
    codes_of,
    place_of,
    target_codes,
    target_words,
)
from tracker.insight.glyph_set import GlyphSet
from tracker.rules.routines import builtin_routines

SIZES = list(BodySize)
PLACES = [PainSite(site, side) for site in SITE_CODES for side in sides_of(site)]
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
KNEE = PainSite(Site.KNEE, Side.LEFT)
CALF = PainSite(Site.CALF, Side.LEFT)
KNOWN = set("".join(SITE_CODES.values())) | set("".join(CENTRE_CODES.values())) | set(NO_SITE)


def cells_of(size: BodySize, *lights: Light, style: BodyStyle) -> list[BodyCell]:
    return [cell for row in draw_body(size, lights, style=style) for cell in row]


@pytest.mark.parametrize("size", SIZES)
def test_drawing_and_codes_have_the_same_cells(size: BodySize) -> None:
    figure = FIGURES[size]
    assert {len(line) for line in figure.lines} == {figure.width}
    assert {len(line) for line in figure.codes} == {2 * figure.width}
    assert len(figure.codes) == 2 * figure.height
    assert all(char == " " or 0x2800 < ord(char) < 0x2900 for line in figure.lines for char in line)
    assert {code.lower() for line in figure.codes for code in line} <= KNOWN
    assert len(figure.caption) == figure.width


@pytest.mark.parametrize(
    ("size", "cells"),
    [(BodySize.SMALL, (14, 12)), (BodySize.MEDIUM, (24, 20)), (BodySize.LARGE, (32, 26))],
)
def test_the_three_sizes(size: BodySize, cells: tuple[int, int]) -> None:
    assert (FIGURES[size].width, FIGURES[size].height) == cells


@pytest.mark.parametrize("size", SIZES)
def test_left_and_right_mirror_each_other(size: BodySize) -> None:
    figure = FIGURES[size]
    for line in figure.codes:
        for view in (line[: 2 * figure.columns], line[-2 * figure.columns :]):
            mirrored = [each if each in "ivo." else each.swapcase() for each in reversed(view)]
            assert mirrored == list(view)


@pytest.mark.parametrize("style", list(BodyStyle))
@pytest.mark.parametrize("size", SIZES)
def test_every_place_can_be_lit_and_carries_its_number(size: BodySize, style: BodyStyle) -> None:
    for place in PLACES:
        light = Light(codes_of(place), BodyRole.STOP, "10")
        found = cells_of(size, light, style=style)
        assert any(
            a.glyph + b.glyph == "10" and a.ground is b.ground is BodyRole.STOP
            for a, b in pairwise(found)
        ), place


def test_both_sides_carry_a_number_each() -> None:
    both = PainSite(Site.KNEE, Side.BOTH)
    drawn = plain_body(draw_body(BodySize.LARGE, score_lights([(both, 4)], green_max=2)))
    assert drawn.count("4") == 2


def test_the_front_shows_the_runners_left_on_the_viewers_right() -> None:
    figure = FIGURES[BodySize.MEDIUM]
    left, right = anchor(figure, "q"), anchor(figure, "Q")
    assert left is not None
    assert right is not None
    assert left[1] > figure.columns // 2 > right[1]
    left, right = anchor(figure, "j"), anchor(figure, "J")
    assert left is not None
    assert right is not None
    assert left[1] < figure.columns + figure.gap + figure.columns // 2 < right[1]


@pytest.mark.parametrize("size", SIZES)
def test_a_cell_leads_back_to_its_place(size: BodySize) -> None:
    figure = FIGURES[size]
    for place in PLACES:
        at = anchor(figure, codes_of(place)[0])
        if place.side is not Side.BOTH and size is not BodySize.SMALL:
            assert at is not None
            assert place_of(figure.cell(*at)) == place
    assert place_of("....") is None
    assert place_of("oott") is None


def test_nothing_is_said_by_colour_alone() -> None:
    lights = score_lights([(BACK, 3), (KNEE, 0), (CALF, None)], green_max=2)
    shown = plain_body(draw_body(BodySize.MEDIUM, lights, style=BodyStyle.ASCII))
    assert shown.isascii()
    assert "=3=" in shown
    assert "-0-" in shown
    assert ":?:" in shown
    drawn = plain_body(draw_body(BodySize.MEDIUM, lights))
    assert all(sign in drawn for sign in "30–")


def test_a_place_that_is_not_logged_is_open_and_never_looks_healthy() -> None:
    (light,) = score_lights([(CALF, None)], green_max=2)
    assert light.role is BodyRole.OPEN
    assert light.role is not score_lights([(CALF, 0)], green_max=2)[0].role


@pytest.mark.parametrize(
    ("score", "role"),
    [(0, BodyRole.OK), (2, BodyRole.OK), (3, BodyRole.WATCH), (5, BodyRole.WATCH),
     (6, BodyRole.STOP), (10, BodyRole.STOP)],
)  # fmt: skip
def test_r_pain_05_a_place_has_the_zone_of_its_score(score: int, role: BodyRole) -> None:
    (light,) = score_lights([(KNEE, score)], green_max=2)
    assert light == Light("k", role, str(score))


def test_r_pain_05_the_persons_own_bound_counts() -> None:
    (light,) = score_lights([(KNEE, 3)], green_max=3)
    assert light.role is BodyRole.OK


def test_the_worst_score_lies_on_top() -> None:
    both = PainSite(Site.KNEE, Side.BOTH)
    lights = score_lights([(KNEE, 7), (both, 1), (CALF, None)], green_max=2)
    assert [light.text for light in lights] == ["–", "1", "7"]


def test_where_two_regions_share_a_cell_the_worse_one_lies_on_the_other() -> None:
    thigh, groin = PainSite(Site.THIGH_FRONT, Side.RIGHT), PainSite(Site.HIP_GROIN, Side.RIGHT)
    lights = score_lights([(thigh, 6), (groin, 1)], green_max=2)
    assert FIGURES[BodySize.LARGE].cell(14, 5) == "QGQG"
    assert draw_body(BodySize.LARGE, lights)[14][5] == BodyCell("▌", BodyRole.STOP, BodyRole.OK)


def test_a_silhouette_stands_behind_what_is_lit_where_braille_is_off() -> None:
    found = cells_of(BodySize.LARGE, *score_lights([(KNEE, 4)], green_max=2), style=BodyStyle.SOLID)
    assert {cell.role for cell in found} >= {BodyRole.BODY, BodyRole.WATCH}
    assert not any(0x2800 <= ord(cell.glyph) < 0x2900 for cell in found)


@pytest.mark.parametrize(
    ("glyphs", "style"),
    [
        (GlyphSet.BRAILLE, BodyStyle.DRAWN),
        (GlyphSet.BLOCKS, BodyStyle.SOLID),
        (GlyphSet.CONSOLE, BodyStyle.ASCII),
        (GlyphSet.ASCII, BodyStyle.ASCII),
    ],
)
def test_the_signs_decide_what_it_is_made_of(glyphs: GlyphSet, style: BodyStyle) -> None:
    assert style_for(glyphs) is style


def test_the_cursor_shows_what_is_chosen_and_what_is_not_yet() -> None:
    lights = choice_lights([BACK], KNEE)
    assert lights == (
        Light("i", BodyRole.CHOSEN, "✓"),
        Light("k", BodyRole.FOCUS, "+"),
    )
    assert choice_lights([KNEE], KNEE)[-1].text == "✓"
    assert choice_lights([BACK]) == (Light("i", BodyRole.CHOSEN, "✓"),)


def test_codes_of_sides_and_middles() -> None:
    assert codes_of(BACK) == "i"
    assert codes_of(PainSite(Site.LOW_BACK, Side.LEFT)) == "l"
    assert codes_of(PainSite(Site.HIP_GROIN, Side.RIGHT)) == "HG"
    assert codes_of(PainSite(Site.KNEE, Side.BOTH)) == "kK"
    assert codes_of(PainSite(Site.OTHER, Side.LEFT, "rib")) == ""
    assert set(SITE_CODES) == set(Site) - {Site.OTHER}


def test_every_target_of_the_routines_lights_something() -> None:
    for routine in builtin_routines().values():
        for step in routine.steps:
            assert bool(target_codes(step.target)) == (step.target != "whole body"), step.target
            assert bool(target_lights(step.target, Side.LEFT)) == bool(target_codes(step.target))


@pytest.mark.parametrize(
    ("target", "side", "codes"),
    [
        ("hamstrings, low back", Side.LEFT, "jli"),
        ("hamstrings, low back", Side.RIGHT, "JLi"),
        ("low back", None, "liL"),
        ("calf (soleus), Achilles", Side.RIGHT, "WX"),
        ("whole body", None, ""),
        ("research on marching", None, ""),
    ],
)
def test_a_target_lights_its_muscles_on_its_side(
    target: str, side: Side | None, codes: str
) -> None:
    assert target_codes(target, side) == codes


@pytest.mark.parametrize(
    ("target", "side", "words"),
    [
        ("hamstrings", Side.LEFT, "left hamstring"),
        ("hamstrings, low back", Side.RIGHT, "right hamstring, low back"),
        ("calf (gastrocnemius), Achilles", Side.LEFT, "left calf, Achilles"),
        ("hip flexors, calves", Side.RIGHT, "right hip flexor, calf"),
        ("quadriceps", Side.LEFT, "left quadriceps"),
        ("hamstrings", None, "hamstrings"),
        ("whole body", Side.LEFT, "whole body"),
    ],
)
def test_a_target_says_where_it_is_felt(target: str, side: Side | None, words: str) -> None:
    assert target_words(target, side) == words


@given(st.lists(st.sampled_from(PLACES), unique=True, max_size=6), st.sampled_from(SIZES))
def test_the_figure_keeps_its_cells_whatever_is_lit(places: list[PainSite], size: BodySize) -> None:
    rows = draw_body(size, score_lights([(place, 10) for place in places], green_max=2))
    assert [len(row) for row in rows] == [FIGURES[size].width] * FIGURES[size].height
    assert all(len(cell.glyph) == 1 for row in rows for cell in row)


def test_every_muscle_word_has_codes_that_the_figure_shows() -> None:
    shown = {code for line in FIGURES[BodySize.SMALL].codes for code in line}
    assert all(set(codes) <= shown for codes in MUSCLE_CODES.values())
