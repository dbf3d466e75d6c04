"""A page as one file of HTML: nothing is fetched, nothing runs, and it prints on one sheet."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import Final

from tracker.domain.text import one_line
from tracker.exchange.page_svg import svg_of
from tracker.insight.body_drawing import draw_body_page
from tracker.insight.day_drawing import draw_days
from tracker.insight.page import (
    Block,
    Body,
    Column,
    DayChart,
    Facts,
    Grid,
    Page,
    Section,
    Words,
    is_narrow,
    kept_together,
)

_STYLE: Final = """
@page { size: A4; margin: 9mm 12mm; }
* { box-sizing: border-box; }
body { font: 7.8pt/1.24 "Helvetica Neue", Helvetica, Arial, sans-serif; color: #1a1a1a;
  background: #fff; max-width: 186mm; margin: 0 auto; padding: 6mm 0; }
header { display: flex; justify-content: space-between; align-items: baseline; }
h1 { font-size: 14pt; margin: 0; }
header p { margin: 0; font-weight: bold; }
.head { color: #555; margin: .3mm 0 1.6mm; }
.opening { border-left: 1mm solid #1f4e79; background: #f3f6f9; padding: 1.6mm 2.5mm;
  font-size: 9pt; }
h2 { font-size: 8.4pt; margin: 1.6mm 0 .6mm; padding-bottom: .4mm;
  border-bottom: .25mm solid #999; }
.figures { display: flex; gap: 5mm; align-items: flex-start; }
.figures svg:first-child { flex: 1 1 0; min-width: 0; }
.figures svg:last-child:not(:first-child) { flex: 0 0 29mm; }
.grids { display: flex; gap: 7mm; align-items: flex-start; }
.grids table { flex: 1 1 auto; width: auto; }
.grids > table:only-child { width: 100%; }
th, td:not(:last-child) { white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums;
  margin-top: .8mm; }
th { text-align: left; color: #555; font-weight: normal; border-bottom: .2mm solid #ccc; }
th, td { padding: .1mm 2mm .1mm 0; vertical-align: top; }
th.n, td.n { text-align: right; padding-right: 4mm; }
tbody tr:nth-child(even) { background: #f7f7f7; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3mm 2.5mm; margin: 0; }
dt { color: #555; } dd { margin: 0; }
.opening dt { font-weight: bold; color: #1a1a1a; }
p { margin: .8mm 0; } p.small { color: #666; font-size: 7pt; line-height: 1.25; }
.narrow { columns: 2; column-gap: 7mm; }
.narrow section { padding-top: 1.8mm; }
.narrow:not(.torn) section { break-inside: avoid; }
.narrow h2 { margin-top: 0; break-after: avoid; }
.narrow dt, .narrow dd { break-inside: avoid; }
.wide dl { grid-template-columns: repeat(2, max-content 1fr); }
@media print { body { padding: 0; max-width: none; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; } }
"""
_TORN_FROM: Final = 2400
"""Signs of HTML beside each other, from which whole sections would leave too much room empty."""


def write_html(page: Page) -> str:
    """Return the page as HTML."""
    sections = "\n".join(_sections(page.sections))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_e(page.title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<header><h1>{_e(page.title)}</h1><p>{_e(page.period)}</p></header>
<p class="head">{_e(" ".join(page.head))}</p>
<div class="opening">{_facts(page.opening)}</div>
{sections}
</body>
</html>
"""


def _sections(sections: Iterable[Section]) -> Iterator[str]:
    """Write sections that are only facts side by side, the others over the whole width."""
    narrow: list[str] = []
    for section in sections:
        written = f"<h2>{_e(section.title)}</h2>{''.join(_blocks(section))}"
        if is_narrow(section):
            narrow.append(f"<section>{written}</section>")
            continue
        yield from _side_by_side(narrow)
        narrow = []
        yield f'<section class="wide">{written}</section>'
    yield from _side_by_side(narrow)


def _side_by_side(written: list[str]) -> Iterator[str]:
    """Write sections in two columns; where they are long one of them may be torn in two."""
    if written:
        torn = " torn" if len("".join(written)) > _TORN_FROM else ""
        yield f'<div class="narrow{torn}">{"".join(written)}</div>'


def _blocks(section: Section) -> Iterator[str]:
    figures = [block for block in section.blocks if isinstance(block, DayChart | Body)]
    if figures:
        yield f'<div class="figures">{"".join(map(_figure, figures))}</div>'
    others = (block for block in section.blocks if not isinstance(block, DayChart | Body))
    for are_tables, several in groupby(others, key=lambda block: isinstance(block, Grid)):
        written = "".join(map(_block, several))
        yield f'<div class="grids">{written}</div>' if are_tables else written


def _figure(block: DayChart | Body) -> str:
    return svg_of(draw_days(block) if isinstance(block, DayChart) else draw_body_page(block))


def _block(block: Block) -> str:
    match block:
        case Words():
            small = ' class="small"' if block.small else ""
            return f"<p{small}>{_e(block.text)}</p>"
        case Facts():
            return _facts(block)
        case Grid():
            return _table(block)
        case _:
            return ""


def _facts(facts: Facts) -> str:
    rows = "".join(f"<dt>{_e(label)}</dt><dd>{_e(words)}</dd>" for label, words in facts.rows)
    return f"<dl>{rows}</dl>"


def _table(grid: Grid) -> str:
    head = "".join(_cell("th", column, column.name) for column in grid.columns)
    rows = (
        "".join(_cell("td", column, cell) for column, cell in zip(grid.columns, row, strict=True))
        for row in grid.rows
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(tag: str, column: Column, text: str) -> str:
    right = ' class="n"' if column.right else ""
    return f"<{tag}{right}>{_e(text)}</{tag}>"


def _e(text: str) -> str:
    return escape(kept_together(one_line(text)))
