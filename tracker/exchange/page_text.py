"""A page as plain text of at most 80 columns, and as Markdown: both without any colour."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Final

from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.pain import SCORE_MAX
from tracker.domain.text import one_line
from tracker.insight.page import Block, Body, Column, DayChart, Facts, Grid, Page, Section, Words
from tracker.insight.raster import text_width
from tracker.insight.site_labels import short_label

ROWS_MAX: Final = 66
WIDTH: Final = 80
WEEK: Final = 7
STRIP_WEEKS: Final = 8
STRIP_CELLS: Final = 64
_LABEL: Final = 16
_GAP: Final = "  "
NOT_LOGGED: Final = "."
TOP_SCORE: Final = "X"
LEGEND: Final = "Scores: . none, X 10. Runs: g green s settled L lingers R red ? unknown w waits"


def write_text(page: Page) -> str:
    """Return the page as plain text; short facts share a line where it would not be one page."""
    lines = _all_lines(page, dense=False)
    if len(lines) > ROWS_MAX:
        lines = _all_lines(page, dense=True)
    return "\n".join(_harmless(lines)) + "\n"


def _all_lines(page: Page, *, dense: bool) -> list[str]:
    lines = [_ends(page.title, page.period), *_wrapped(" ".join(page.head))]
    lines += [*_facts(page.opening)] if dense else ["", *_facts(page.opening)]
    for section in page.sections:
        lines.append(_title(section))
        for block in section.blocks:
            lines += _in_pairs(block) if dense and isinstance(block, Facts) else _lines(block)
    return lines


def _harmless(lines: Iterable[str]) -> Iterator[str]:
    return (one_line(line).rstrip() for line in lines)


def _ends(left: str, right: str) -> str:
    room = WIDTH - len(right) - 1
    kept = left if len(left) <= room else f"{left[: room - 1]}…"
    return f"{kept:<{room}} {right}"


def _title(section: Section) -> str:
    return f"-- {section.title} ".ljust(WIDTH, "-")


def _lines(block: Block) -> Iterable[str]:
    match block:
        case Words():
            return _wrapped(block.text)
        case Facts():
            return _facts(block)
        case Grid():
            return grid_lines(block)
        case DayChart():
            return strip_lines(block)
        case Body():
            # The digits of the days say the same.
            return ()


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent=indent) or [""]


def _facts(facts: Facts) -> Iterator[str]:
    room = max((len(label) for label, _words in facts.rows), default=0) + len(_GAP)
    for label, words in facts.rows:
        yield from _wrapped(f"{label:<{room}}{words}", " " * room)


def _in_pairs(facts: Facts) -> Iterator[str]:
    """Write two facts that follow each other in one line where both are short."""
    half = WIDTH // 2
    left = [*facts.rows]
    while left:
        first = left.pop(0)
        one = _GAP.join(first)
        other = _GAP.join(left[0]) if left else ""
        column = max(half, len(one) + len(_GAP) + 1)
        if other and column + len(other) <= WIDTH:
            left.pop(0)
            yield f"{one:<{column}}{other}"
        else:
            yield from _wrapped(one, _GAP)


def grid_lines(grid: Grid) -> Iterator[str]:
    """Return a table whose columns are as wide as what stands in them."""
    rows = [tuple(column.name for column in grid.columns), *grid.rows]
    widths = [max(map(text_width, cells)) for cells in zip(*rows, strict=True)]
    spare = WIDTH - sum(widths) - len(_GAP) * (len(widths) - 1)
    gap = _GAP if spare >= 0 else " "
    return (_row(row, grid.columns, widths, gap)[:WIDTH] for row in rows)


def _row(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int], gap: str) -> str:
    padded = (
        " " * (width - text_width(cell)) + cell
        if column.right
        else cell + " " * (width - text_width(cell))
        for cell, column, width in zip(cells, columns, widths, strict=True)
    )
    return gap.join(padded)


def strip_lines(chart: DayChart) -> Iterator[str]:
    """Return a row of digits for each site, a day a digit, and a row for the runs.

    Of more than eight weeks the last eight are shown.
    """
    skipped = max(0, -(-len(chart.runs) // WEEK) - STRIP_WEEKS) * WEEK
    first = chart.first + timedelta(days=skipped)
    weeks = -(-(len(chart.runs) - skipped) // WEEK)
    heads = (format_day_of_year(first + timedelta(days=WEEK * week)) for week in range(weeks))
    yield " " * _LABEL + "".join(f"{head:<{WEEK + 1}}" for head in heads)
    for site in chart.sites:
        digits = [_digit(score) for score in site.scores[skipped:]]
        yield f"{short_label(site.site, cells=_LABEL - 2):<{_LABEL}}{_in_weeks(digits)}"
    signs = [NOT_LOGGED if run is None else run.sign for run in chart.runs[skipped:]]
    yield f"{'Runs':<{_LABEL}}{_in_weeks(signs)}"
    yield from _wrapped(LEGEND)


def _digit(score: int | None) -> str:
    if score is None:
        return NOT_LOGGED
    return TOP_SCORE if score == SCORE_MAX else str(score)


def _in_weeks(signs: Sequence[str]) -> str:
    weeks = (signs[at : at + WEEK] for at in range(0, len(signs), WEEK))
    return " ".join("".join(week) for week in weeks)
