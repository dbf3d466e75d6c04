"""The body drawn with smooth outlines, front and back, and a number in each site that has one."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from tracker.domain.verdict import Zone
from tracker.insight.body_figure import FIGURES, BodySize, Figure
from tracker.insight.body_raster import NOT_LOGGED
from tracker.insight.body_regions import codes_of
from tracker.insight.drawing import MIDDLE, Drawing, Label, Mark, Paint, Point, Shape
from tracker.insight.page import Body
from tracker.rules.pain import zone

_FIGURE: Final = FIGURES[BodySize.LARGE]
_ROUNDS: Final = 2
_QUARTER: Final = 0.25
_CAPTION: Final = 18.0
_PAINTS: Final = {Zone.GREEN: Paint.OK, Zone.AMBER: Paint.WATCH, Zone.RED: Paint.STOP}

Cell = tuple[int, int]


def draw_body_page(body: Body, *, width: float = 96.0) -> Drawing:
    """Draw both views; the sorest site lies on top, and one without a score is grey, not well."""
    unit = width / (2 * _FIGURE.width)
    marks: list[Mark] = [_shape(_all_cells(_FIGURE), Paint.BODY, unit)]
    ordered = sorted(body.scores, key=lambda pair: -1 if pair[1] is None else pair[1])
    for place, score in ordered:
        codes = codes_of(place)
        cells = [cell for cell in _all_cells(_FIGURE) if _code(cell) in codes]
        if not cells:
            continue
        paint = Paint.OPEN if score is None else _PAINTS[zone(score, green_max=body.green_max)]
        marks.append(_shape(cells, paint, unit))
        text = NOT_LOGGED if score is None else str(score)
        marks += (_number(side, text, unit) for side in _parts(cells))
    height = len(_FIGURE.codes) * 2 * unit
    half = width / 2
    marks += [
        Label(half / 2, height + 7, "front", Paint.DIM, 6, MIDDLE),
        Label(half * 1.5, height + 7, "back", Paint.DIM, 6, MIDDLE),
        Label(half, height + 15, body.caption, Paint.DIM, 5.5, MIDDLE),
    ]
    said = ", ".join(
        f"{place.label} {'not logged' if score is None else score}" for place, score in body.scores
    )
    return Drawing(width, height + _CAPTION, tuple(marks), f"{body.caption}: {said or 'nothing'}")


def _all_cells(figure: Figure) -> list[Cell]:
    return [
        (column, row)
        for row, codes in enumerate(figure.codes)
        for column, code in enumerate(codes)
        if code != "."
    ]


def _code(cell: Cell) -> str:
    column, row = cell
    return _FIGURE.codes[row][column]


def _parts(cells: Iterable[Cell]) -> list[list[Cell]]:
    """Return the largest part of the cells in each half of each view: there the number goes."""
    left = set(cells)
    found: list[list[Cell]] = []
    while left:
        part, edge = [], [left.pop()]
        while edge:
            column, row = edge.pop()
            part.append((column, row))
            near = {(column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)}
            edge += near & left
            left -= near
        found.append(part)
    views: defaultdict[tuple[bool, bool], list[list[Cell]]] = defaultdict(list)
    middle = _FIGURE.width
    for part in found:
        centre = sum(cell[0] for cell in part) / len(part)
        views[centre >= middle, centre % middle > middle / 2].append(part)
    return [max(parts, key=len) for parts in views.values()]


def _number(cells: list[Cell], text: str, unit: float) -> Label:
    column = sum(cell[0] for cell in cells) / len(cells) + 0.5
    row = sum(cell[1] for cell in cells) / len(cells) + 0.5
    return Label(column * unit, row * 2 * unit + 2.2, text, Paint.TEXT, 6.5, MIDDLE, bold=True)


def _shape(cells: Iterable[Cell], paint: Paint, unit: float) -> Shape:
    outlines = (_smooth(outline) for outline in outlines_of(cells))
    return Shape(
        tuple(tuple((x * unit, y * 2 * unit) for x, y in outline) for outline in outlines), paint
    )


def outlines_of(cells: Iterable[Cell]) -> list[list[Point]]:
    """Return the outlines around cells, each a ring of corners; of holes as well."""
    edges: defaultdict[Cell, list[Cell]] = defaultdict(list)
    inside = set(cells)
    for column, row in inside:
        if (column, row - 1) not in inside:
            edges[column, row].append((column + 1, row))
        if (column + 1, row) not in inside:
            edges[column + 1, row].append((column + 1, row + 1))
        if (column, row + 1) not in inside:
            edges[column + 1, row + 1].append((column, row + 1))
        if (column - 1, row) not in inside:
            edges[column, row + 1].append((column, row))
    rings: list[list[Point]] = []
    while edges:
        start = at = next(iter(edges))
        ring: list[Point] = []
        while True:
            ring.append((float(at[0]), float(at[1])))
            after = edges[at].pop()
            if not edges[at]:
                del edges[at]
            at = after
            if at == start:
                break
        rings.append(ring)
    return rings


def _smooth(ring: list[Point]) -> list[Point]:
    """Lead a ring through the middles of its edges, so that steps become slopes, then round it."""
    ring = [
        ((x + next_x) / 2, (y + next_y) / 2)
        for (x, y), (next_x, next_y) in zip(ring, [*ring[1:], ring[0]], strict=True)
    ]
    for _ in range(_ROUNDS):
        cut: list[Point] = []
        for (x, y), (next_x, next_y) in zip(ring, [*ring[1:], ring[0]], strict=True):
            cut.append((x + (next_x - x) * _QUARTER, y + (next_y - y) * _QUARTER))
            cut.append((next_x - (next_x - x) * _QUARTER, next_y - (next_y - y) * _QUARTER))
        ring = cut
    return ring
