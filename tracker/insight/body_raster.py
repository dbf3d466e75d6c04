"""The figure with what is known of it, as rows of glyphs with a role each; no colours."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from tracker.domain.dataclass import dataclass
from tracker.domain.site import PainSite, Side
from tracker.domain.verdict import Zone
from tracker.insight.body_figure import FIGURES, BodySize, Figure
from tracker.insight.body_regions import codes_of, target_codes
from tracker.insight.glyph_set import GlyphSet
from tracker.rules.pain import zone

QUADRANTS: Final = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the bits of what is lit: 1 upper left, 2 upper right, 4 lower left, 8 lower right."""

NOT_LOGGED: Final = "–"
HERE: Final = "+"
TICKED: Final = "✓"


class BodyStyle(StrEnum):
    """What a figure is made of: braille lines, a silhouette of quadrants, or letters."""

    DRAWN = "drawn"
    SOLID = "solid"
    ASCII = "ascii"


class BodyRole(StrEnum):
    """What a glyph, or the ground behind it, stands for."""

    PAGE = "page"
    LINE = "line"
    BODY = "body"
    TEXT = "text"
    INK = "ink"
    OPEN = "open"
    OK = "ok"
    WATCH = "watch"
    STOP = "stop"
    FOCUS = "focus"
    CHOSEN = "chosen"
    TARGET = "target"


_STYLES: Final = {GlyphSet.BRAILLE: BodyStyle.DRAWN, GlyphSet.BLOCKS: BodyStyle.SOLID}
_HATCH: Final = {
    BodyRole.OK: "-",
    BodyRole.WATCH: "=",
    BodyRole.STOP: "#",
    BodyRole.OPEN: ":",
    BodyRole.FOCUS: "*",
    BodyRole.CHOSEN: "+",
    BodyRole.TARGET: "#",
}
_PLAIN: Final = {NOT_LOGGED: "?", TICKED: "x"}
_ZONES: Final = {Zone.GREEN: BodyRole.OK, Zone.AMBER: BodyRole.WATCH, Zone.RED: BodyRole.STOP}


@dataclass(frozen=True, slots=True)
class Light:
    """Codes to light in a role, and a text of one or two cells; a later one lies on top."""

    codes: str
    role: BodyRole
    text: str = ""


class BodyCell(NamedTuple):
    """A glyph, what it stands for, what lies behind it, and whether it is bold."""

    glyph: str
    role: BodyRole = BodyRole.PAGE
    ground: BodyRole = BodyRole.PAGE
    bold: bool = False


def style_for(glyphs: GlyphSet) -> BodyStyle:
    """Return what a figure is made of where a terminal shows these glyphs."""
    return _STYLES.get(glyphs, BodyStyle.ASCII)


# ---------------------------------------------------------------------- what is lit


def score_lights(
    scores: Iterable[tuple[PainSite, int | None]], *, green_max: int
) -> tuple[Light, ...]:
    """Light places in their zones (R-PAIN-05) with their scores; the worst lies on top.

    A place without a score is open, not healthy; a score of 0 is lit.
    """
    ordered = sorted(scores, key=lambda pair: -1 if pair[1] is None else pair[1])
    return tuple(
        Light(codes_of(place), BodyRole.OPEN, NOT_LOGGED)
        if score is None
        else Light(codes_of(place), _ZONES[zone(score, green_max=green_max)], str(score))
        for place, score in ordered
    )


def choice_lights(chosen: Iterable[PainSite], here: PainSite | None = None) -> tuple[Light, ...]:
    """Light the places that are chosen, and the one under the cursor."""
    places = tuple(chosen)
    lights = tuple(Light(codes_of(place), BodyRole.CHOSEN, TICKED) for place in places)
    if here is None:
        return lights
    return (*lights, Light(codes_of(here), BodyRole.FOCUS, TICKED if here in places else HERE))


def target_lights(target: str, side: Side | None = None) -> tuple[Light, ...]:
    """Light the muscles of a step's target line, on one side or on both."""
    codes = target_codes(target, side)
    return (Light(codes, BodyRole.TARGET),) if codes else ()


# ---------------------------------------------------------------------- drawing


def draw_body(
    size: BodySize, lights: Sequence[Light] = (), *, style: BodyStyle = BodyStyle.DRAWN
) -> list[list[BodyCell]]:
    """Return the cells of both views, row by row, without the caption."""
    figure = FIGURES[size]
    above = {code: place for place, light in enumerate(lights) for code in light.codes}
    rows = [
        [
            _cell(figure.cell(row, column), glyph, lights, above, style=style)
            for column, glyph in enumerate(line)
        ]
        for row, line in enumerate(figure.lines)
    ]
    for light in lights:
        _write(rows, figure, light, style=style)
    return rows


def _cell(
    codes: str,
    glyph: str,
    lights: Sequence[Light],
    above: dict[str, int],
    *,
    style: BodyStyle,
) -> BodyCell:
    lit = [above.get(code, -1) for code in codes]
    top = max(lit)
    if top < 0:
        return _unlit(codes, glyph, style=style)
    role = lights[top].role
    if style is BodyStyle.ASCII:
        return BodyCell(_HATCH[role], BodyRole.LINE if role is BodyRole.OPEN else role)
    bits = _bits(place == top for place in lit)
    below = max((place for place in lit if 0 <= place < top), default=-1)
    ground = lights[below].role if below >= 0 else BodyRole.PAGE
    if below < 0 and style is BodyStyle.SOLID and bits != _shape(codes):
        ground = BodyRole.BODY
    return BodyCell(QUADRANTS[bits], role, ground)


def _unlit(codes: str, glyph: str, *, style: BodyStyle) -> BodyCell:
    if style is BodyStyle.DRAWN:
        return BodyCell(glyph, BodyRole.PAGE if glyph == " " else BodyRole.LINE)
    shape = _shape(codes)
    if not shape:
        return BodyCell(" ")
    if style is BodyStyle.ASCII:
        return BodyCell(".", BodyRole.LINE)
    return BodyCell(QUADRANTS[shape], BodyRole.BODY)


def _shape(codes: str) -> int:
    return _bits(code != "." for code in codes)


def _bits(set_ones: Iterable[bool]) -> int:
    return sum(1 << place for place, is_set in enumerate(set_ones) if is_set)


def _write(rows: list[list[BodyCell]], figure: Figure, light: Light, *, style: BodyStyle) -> None:
    first = light.codes[:1]
    for code in dict.fromkeys((first, first.swapcase())) if light.text else ():
        place = anchor(figure, code, cells=len(light.text)) if code in light.codes else None
        if place is None:
            continue
        row, column = place
        role = BodyRole.TEXT if light.role is BodyRole.OPEN else BodyRole.INK
        for at, char in enumerate(light.text):
            glyph = _PLAIN.get(char, char) if style is BodyStyle.ASCII else char
            rows[row][column + at] = BodyCell(glyph, role, light.role, bold=True)


def anchor(figure: Figure, code: str, *, cells: int = 1) -> tuple[int, int] | None:
    """Return row and column for a region's text: the fullest cell nearest its middle, front first.

    None where the figure does not show the region.
    """
    shares = {
        (row, column): share
        for row in range(figure.height)
        for column in range(figure.width)
        if (share := figure.cell(row, column).count(code))
    }
    shares = {at: n for at, n in shares.items() if at[1] < figure.columns} or shares
    if not shares:
        return None
    total = sum(shares.values())
    row = sum(at[0] * n for at, n in shares.items()) / total
    column = sum(at[1] * n for at, n in shares.items()) / total - (cells - 1) / 2
    return min(shares, key=lambda at: (-shares[at], abs(at[0] - row) + abs(at[1] - column), at))


def plain_body(rows: Sequence[Sequence[BodyCell]]) -> str:
    """Return the glyphs alone, as a page without any colour shows them."""
    return "\n".join("".join(cell.glyph for cell in row).rstrip() for row in rows)
