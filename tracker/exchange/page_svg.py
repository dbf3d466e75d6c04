"""A drawing as SVG that stands inside a page of HTML: no script, no address, no style sheet."""

from collections.abc import Iterable
from html import escape

from tracker.insight.drawing import Box, Dot, Drawing, Label, Line, Mark, Point, Shape


def svg_of(drawing: Drawing) -> str:
    """Return the drawing; its title says in words what it shows."""
    marks = "\n".join(map(_mark, drawing.marks))
    return (
        f'<svg viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" role="img"'
        ' font-family="Helvetica, Arial, sans-serif">\n'
        f"<title>{escape(drawing.title)}</title>\n{marks}\n</svg>"
    )


def _mark(mark: Mark) -> str:
    match mark:
        case Box():
            size = f'width="{_n(mark.width)}" height="{_n(mark.height)}"'
            return f'<rect x="{_n(mark.x)}" y="{_n(mark.y)}" {size} fill="{mark.paint.value}"/>'
        case Line():
            look = f'fill="none" stroke="{mark.paint.value}" stroke-width="{_n(mark.width)}"'
            return f'<polyline points="{_points(mark.points)}" {look}/>'
        case Shape():
            rings = " ".join(f"M{_points(ring)}Z" for ring in mark.outlines)
            return f'<path d="{rings}" fill="{mark.paint.value}" fill-rule="evenodd"/>'
        case Dot():
            place = f'cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(mark.radius)}"'
            return f'<circle {place} fill="{mark.paint.value}"/>'
        case Label():
            bold = ' font-weight="bold"' if mark.bold else ""
            look = f'font-size="{_n(mark.size)}" text-anchor="{mark.anchor}"{bold}'
            place = f'x="{_n(mark.x)}" y="{_n(mark.y)}"'
            return f'<text {place} {look} fill="{mark.paint.value}">{escape(mark.text)}</text>'


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
