"""A week in review as one SVG: text in a grid of cells, without script, address or style sheet."""

from collections.abc import Iterator
from html import escape
from typing import Final

from tracker.insight.raster import Ink, text_width
from tracker.insight.week_page import TITLE, Row, WeekPage, page_fact, page_rows

CELL: Final = 8.4
LINE: Final = 20
MARGIN: Final = 24
COLUMNS: Final = 116
FONT: Final = "DejaVu Sans Mono, Menlo, Consolas, monospace"
PAPER: Final = "#ffffff"
COLOURS: Final = {
    Ink.TEXT: "#1d2430",
    Ink.TITLE: "#1d2430",
    Ink.DIM: "#5b6675",
    Ink.LINE: "#c3cad3",
    Ink.OK: "#2f6b3c",
    Ink.WATCH: "#8a5a00",
    Ink.STOP: "#a32638",
    Ink.RUN: "#2559b0",
}
BOLD: Final = frozenset({Ink.TITLE})


def week_svg(page: WeekPage) -> str:
    """Return the page as a drawing; its title says in words what it shows."""
    rows = page_rows(page, width=COLUMNS, letters=False)
    width, height = COLUMNS * CELL + 2 * MARGIN, len(rows) * LINE + 2 * MARGIN
    lines = "\n".join(text for y, row in enumerate(rows) for text in _texts(row, y))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img"'
        f' font-family="{FONT}" font-size="14">\n'
        f"<title>{escape(f'{TITLE}, {page_fact(page.week)}')}</title>\n"
        f'<rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>\n{lines}\n</svg>\n'
    )


def _texts(row: Row, y: int) -> Iterator[str]:
    x = 0
    for patch in row:
        cells = text_width(patch.text)
        text = patch.text.rstrip()
        lead = len(text) - len(text.lstrip())
        if text.strip():
            shown = text.strip()
            left, base = MARGIN + (x + lead) * CELL, MARGIN + y * LINE + 15
            length = text_width(shown) * CELL
            bold = ' font-weight="bold"' if patch.ink in BOLD else ""
            yield (
                f'<text x="{left:.1f}" y="{base}" textLength="{length:.1f}" xml:space="preserve"'
                f' fill="{COLOURS.get(patch.ink, COLOURS[Ink.TEXT])}"{bold}>{escape(shown)}</text>'
            )
        x += cells
