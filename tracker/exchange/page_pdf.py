"""A page as PDF, laid out as in HTML. Needs reportlab, which comes with the extra `pdf`."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from tracker.domain.text import one_line
from tracker.insight.body_drawing import draw_body_page
from tracker.insight.day_drawing import draw_days
from tracker.insight.drawing import Box, Dot, Drawing, Label, Line, Mark, Shape
from tracker.insight.page import (
    Block,
    Body,
    DayChart,
    Facts,
    Grid,
    Page,
    Section,
    Words,
    is_narrow,
    kept_together,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MISSING: Final = (
    "Writing PDF needs the extra pdf: pip install 'backstride[pdf]'."
    " Or write HTML and print it: --format html."
)
FONTS: Final = (
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
     "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"),
    ("/Library/Fonts/Arial Unicode.ttf", "/System/Library/Fonts/Supplemental/Arial Bold.ttf"),
    ("/System/Library/Fonts/Supplemental/Arial.ttf",
     "/System/Library/Fonts/Supplemental/Arial Bold.ttf"),
    ("arial.ttf", "arialbd.ttf"),
    ("Vera.ttf", "VeraBd.ttf"),
)  # fmt: skip
"""What is looked for, with the bold one; the last pair comes with reportlab."""
_LIKE: Final = {"\u00a0": " ", "→": ">", "–": "-", "…": "...", "’": "'"}
_PLAIN, _BOLD = "Page", "PageBold"
_SIDE: Final = 34.0
_FULL: Final = 595.28 - 2 * _SIDE
_GAP: Final = 18.0
_HALF: Final = (_FULL - _GAP) / 2
_SIZE: Final = 7.3
_LEADING: Final = 9.0
_DIM: Final = "#555555"
_SCALE: Final = 1.05
_ENDLESS: Final = 10_000
_UNEVEN: Final = 1.3
"""So much higher than half of both a column may be before a section is torn in two."""
_CELL_STYLES: Final = {
    (False, False): "text",
    (False, True): "dim",
    (True, False): "right",
    (True, True): "right dim",
}
"""By whether a cell stands at the right, and whether it is a head."""


def write_pdf(page: Page) -> bytes | str:
    """Return the page as PDF, or say what is needed to write one."""
    try:
        from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415 - an extra, and heavy
    except ImportError:
        return MISSING
    out = BytesIO()
    writer = _Writer()
    document = SimpleDocTemplate(
        out,
        pagesize=(595.28, 841.89),
        leftMargin=_SIDE,
        rightMargin=_SIDE,
        topMargin=28,
        bottomMargin=24,
        title=one_line(page.title),
        author="",
        creator="Backstride",
        invariant=1,
    )
    document.build(list(writer.flowables(page)))
    return out.getvalue()


class _Writer:
    """Turns blocks into what reportlab lays out."""

    def __init__(self) -> None:
        from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - as above

        self._glyphs = _register_fonts()
        self._styles = {
            name: ParagraphStyle(name, fontName=font, fontSize=size, leading=lead, textColor=colour)
            for name, font, size, lead, colour in (
                ("text", _PLAIN, _SIZE, _LEADING, "#1a1a1a"),
                ("dim", _PLAIN, _SIZE, _LEADING, _DIM),
                ("small", _PLAIN, 6.3, 7.6, "#666666"),
                ("title", _BOLD, 13.5, 16, "#1a1a1a"),
                ("section", _BOLD, 8.2, 10, "#1a1a1a"),
                ("opening", _PLAIN, 8.8, 11, "#1a1a1a"),
                ("opening label", _BOLD, 8.8, 11, "#1a1a1a"),
            )
        }
        right = self._styles["text"]
        self._styles["right"] = ParagraphStyle("right", parent=right, alignment=2)
        self._styles["period"] = ParagraphStyle(
            "period", parent=right, alignment=2, fontName=_BOLD, leading=16
        )
        self._styles["right dim"] = ParagraphStyle(
            "right dim", parent=self._styles["dim"], alignment=2
        )

    def flowables(self, page: Page) -> Iterator[Any]:
        """Return everything on the page, from the top."""
        head = [[self._text(page.title, "title"), self._text(page.period, "period")]]
        yield self._table(head, [_FULL * 0.74, _FULL * 0.26])
        yield self._text(" ".join(page.head), "dim")
        yield self._space(4)
        yield self._opening(page.opening)
        for narrow, several in groupby(page.sections, key=is_narrow):
            sections = list(several)
            if narrow:
                yield from self._side_by_side(sections)
            else:
                for section in sections:
                    yield from self._section(section, _FULL)

    # -- sections --------------------------------------------------------------------------------

    def _section(self, section: Section, width: float) -> Iterator[Any]:
        yield from self._heading(section.title, width)
        figures = [block for block in section.blocks if isinstance(block, DayChart | Body)]
        if figures:
            yield self._figures(figures, width)
        others = (block for block in section.blocks if not isinstance(block, DayChart | Body))
        for are_tables, several in groupby(others, key=lambda block: isinstance(block, Grid)):
            blocks = list(several)
            if are_tables:
                yield self._grids(blocks, width)
            else:
                yield from (self._block(block, width) for block in blocks)

    def _side_by_side(self, sections: Sequence[Section]) -> Iterator[Any]:
        """Share sections out to two columns of the same height; a heading keeps its first line."""
        parts = [[*self._lines(section)] for section in sections]
        whole = [[each for part in lines for each in part] for lines in parts]
        lines = [part for each in parts for part in each]
        half = _tallest(lines) / 2
        at = _middle(whole)
        if max(_tallest(whole[:at]), _tallest(whole[at:])) > half * _UNEVEN:
            whole, at = lines, _middle(lines)
        parts = [whole[:at], whole[at:]]
        columns = [[each for part in some for each in part] for some in parts]
        yield self._table([columns], [_HALF + _GAP, _HALF])

    def _lines(self, section: Section) -> Iterator[list[Any]]:
        """Return a section that is only facts in parts between which a column may end."""
        blocks = [*section.blocks]
        labels = [label for each in blocks if isinstance(each, Facts) for label, _ in each.rows]
        room = min(max(map(self._width, labels), default=0.0) + 7, _HALF / 3)
        rows: list[Any] = []
        for block in blocks:
            if isinstance(block, Facts):
                rows += (self._facts(Facts((row,)), _HALF, room) for row in block.rows)
            else:
                rows.append(self._block(block, _HALF))
        heading = [*self._heading(section.title, _HALF)]
        yield [*heading, *rows[:1]]
        yield from ([row] for row in rows[1:])

    def _heading(self, title: str, width: float) -> Iterator[Any]:
        yield self._space(6)
        yield self._table(
            [[self._text(title, "section")]],
            [width],
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, "#999999"),
        )
        yield self._space(2)

    def _facts(self, facts: Facts, width: float, room: float) -> Any:  # noqa: ANN401 - as below
        rows = [
            [self._text(label, "dim"), self._text(words, "text")] for label, words in facts.rows
        ]
        return self._table(rows, [room, width - room])

    def _opening(self, facts: Facts) -> Any:  # noqa: ANN401 - reportlab has no types
        rows = [
            [self._text(label, "opening label"), self._text(words, "opening")]
            for label, words in facts.rows
        ]
        return self._table(
            rows,
            [58, _FULL - 58],
            ("BACKGROUND", (0, 0), (-1, -1), "#f3f6f9"),
            ("LINEBEFORE", (0, 0), (0, -1), 3, "#1f4e79"),
            ("LEFTPADDING", (0, 0), (0, -1), 8),
            ("TOPPADDING", (0, 0), (-1, 0), 4),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 5),
        )

    # -- blocks ----------------------------------------------------------------------------------

    def _block(self, block: Block, width: float) -> Any:  # noqa: ANN401 - as above
        if isinstance(block, Facts) and width > _HALF and len(block.rows) > 1:
            middle = (len(block.rows) + 1) // 2
            halves = (Facts(block.rows[:middle]), Facts(block.rows[middle:]))
            cells = [self._block(half, _HALF) for half in halves]
            return self._table([cells], [_HALF + _GAP, _HALF])
        if isinstance(block, Facts):
            longest = max((self._width(label) for label, _words in block.rows), default=0.0)
            return self._facts(block, width, min(longest + 7, width / 3))
        words = block if isinstance(block, Words) else Words("")
        return self._text(words.text, "small" if words.small else "text")

    def _grids(self, grids: Sequence[Block], width: float) -> Any:  # noqa: ANN401 - as above
        found = [grid for grid in grids if isinstance(grid, Grid)]
        room = (width - _GAP * (len(found) - 1)) / len(found)
        if len(found) == 1:
            return self._grid(found[0], room)
        widths = [room + _GAP] * (len(found) - 1) + [room]
        return self._table([[self._grid(grid, room) for grid in found]], widths)

    def _grid(self, grid: Grid, width: float) -> Any:  # noqa: ANN401 - as above
        cells = [tuple(column.name for column in grid.columns), *grid.rows]
        needed = [max(map(self._width, column)) + 6 for column in zip(*cells, strict=True)]
        spare = (width - sum(needed)) / len(needed)
        rows = [
            [
                self._text(cell, _CELL_STYLES[column.right, at == 0])
                for column, cell in zip(grid.columns, row, strict=True)
            ]
            for at, row in enumerate(cells)
        ]
        stripes = [("BACKGROUND", (0, at), (-1, at), "#f7f7f7") for at in range(2, len(rows), 2)]
        return self._table(
            rows,
            [each + spare for each in needed],
            ("LINEBELOW", (0, 0), (-1, 0), 0.4, "#cccccc"),
            ("RIGHTPADDING", (0, 0), (-1, -1), min(10, max(4, 4 + spare))),
            *stripes,
        )

    def _figures(self, figures: Sequence[Block], width: float) -> Any:  # noqa: ANN401 - as above
        drawings = [
            draw_days(each) if isinstance(each, DayChart) else draw_body_page(each, width=82)
            for each in figures
            if isinstance(each, DayChart | Body)
        ]
        scale = min(_SCALE, width / (sum(each.width for each in drawings) + _GAP))
        cells = [_flowable(each, scale, self._glyphs) for each in drawings]
        rest = width - sum(each.width * scale for each in drawings[1:])
        return self._table([cells], [rest, *(each.width * scale for each in drawings[1:])])

    # -- parts -----------------------------------------------------------------------------------

    def _text(self, text: str, style: str) -> Any:  # noqa: ANN401 - as above
        from xml.sax.saxutils import escape  # noqa: PLC0415 - only where a PDF is written

        from reportlab.platypus import Paragraph  # noqa: PLC0415 - as above

        return Paragraph(escape(shown(text, self._glyphs)), self._styles[style])

    def _width(self, text: str) -> float:
        from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415 - as above

        return float(stringWidth(shown(text, self._glyphs), _PLAIN, _SIZE))

    def _space(self, points: float) -> Any:  # noqa: ANN401 - as above
        from reportlab.platypus import Spacer  # noqa: PLC0415 - as above

        return Spacer(1, points)

    def _table(self, rows: list[list[Any]], widths: list[float], *styles: Any) -> Any:  # noqa: ANN401
        from reportlab.platypus import Table  # noqa: PLC0415 - as above

        plain = (
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0.4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.6),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        )
        return Table(rows, colWidths=widths, style=[*plain, *styles], hAlign="LEFT")


def _tallest(parts: Sequence[Sequence[Any]]) -> float:
    """Return how high parts are, one below the other, in half the width of a page."""
    return sum(float(each.wrap(_HALF, _ENDLESS)[1]) for part in parts for each in part)


def _middle(parts: Sequence[Sequence[Any]]) -> int:
    """Return before which part the second of two columns begins."""
    half, total = _tallest(parts) / 2, 0.0
    for at, part in enumerate(parts):
        height = _tallest([part])
        if total + height / 2 > half:
            return at
        total += height
    return len(parts)


def shown(text: str, glyphs: frozenset[int]) -> str:
    """Return a text with what the font lacks written as something like it, else as `?`."""
    return "".join(
        sign if ord(sign) in glyphs else _LIKE.get(sign, "?")
        for sign in kept_together(one_line(text))
    )


def _register_fonts() -> frozenset[int]:
    """Take the first font that is there, and return the signs that it has."""
    from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415 - an extra, and heavy
    from reportlab.pdfbase.ttfonts import TTFError, TTFont  # noqa: PLC0415 - as above

    for plain, bold in FONTS:
        with suppress(TTFError, OSError):
            fonts = TTFont(_PLAIN, plain), TTFont(_BOLD, bold)
            for font in fonts:
                registerFont(font)
            known = (frozenset(font.face.charToGlyph) for font in fonts)
            return frozenset.intersection(*known)
    raise AssertionError  # pragma: no cover - the last pair comes with reportlab


def _flowable(drawing: Drawing, scale: float, glyphs: frozenset[int]) -> Any:  # noqa: ANN401
    from reportlab.platypus import Flowable  # noqa: PLC0415 - an extra, and heavy

    class Drawn(Flowable):  # type: ignore[misc] # reportlab has no types
        """A drawing that takes its own room."""

        def __init__(self) -> None:
            super().__init__()
            self.width, self.height = drawing.width * scale, drawing.height * scale

        def draw(self) -> None:
            """Paint it; its points go down from the top, those of the paper up."""
            self.canv.scale(scale, scale)
            for mark in drawing.marks:
                _paint(self.canv, mark, drawing.height, glyphs)

    return Drawn()


def _paint(canvas: Any, mark: Mark, top: float, glyphs: frozenset[int]) -> None:  # noqa: ANN401
    match mark:
        case Box():
            canvas.setFillColor(mark.paint.value)
            height = mark.height
            canvas.rect(mark.x, top - mark.y - height, mark.width, height, stroke=0, fill=1)
        case Dot():
            canvas.setFillColor(mark.paint.value)
            canvas.circle(mark.x, top - mark.y, mark.radius, stroke=0, fill=1)
        case Line():
            canvas.setStrokeColor(mark.paint.value)
            canvas.setLineWidth(mark.width)
            canvas.drawPath(_path(canvas, (mark.points,), top, close=False), stroke=1, fill=0)
        case Shape():
            canvas.setFillColor(mark.paint.value)
            path = _path(canvas, mark.outlines, top, close=True)
            canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
        case Label():
            canvas.setFillColor(mark.paint.value)
            canvas.setFont(_BOLD if mark.bold else _PLAIN, mark.size)
            draw = {
                "start": canvas.drawString,
                "middle": canvas.drawCentredString,
                "end": canvas.drawRightString,
            }[mark.anchor]
            draw(mark.x, top - mark.y, shown(mark.text, glyphs))


def _path(
    canvas: Any,  # noqa: ANN401 - reportlab has no types
    rings: Iterable[tuple[tuple[float, float], ...]],
    top: float,
    *,
    close: bool,
) -> Any:  # noqa: ANN401 - as above
    path = canvas.beginPath()
    for ring in rings:
        (x, y), *others = ring
        path.moveTo(x, top - y)
        for x, y in others:
            path.lineTo(x, top - y)
        if close:
            path.close()
    return path
