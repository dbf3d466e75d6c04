"""A page as Markdown."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tracker.domain.text import one_line
from tracker.exchange.page_text import strip_lines
from tracker.insight.page import Block, Body, DayChart, Facts, Grid, Page, Words

_STEERS: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")
_LISTS: Final = re.compile(r"^(\s*)(\d*)([-=]|(?<=\d)[.)](?=\s|$))")


def write_markdown(page: Page) -> str:
    """Return the page as Markdown; nothing that a person wrote steers it."""
    lines = [f"# {_e(page.title)}", "", f"**{_e(page.period)}**", "", _e(" ".join(page.head)), ""]
    lines += _block(page.opening)
    for section in page.sections:
        lines += [f"## {_e(section.title)}", ""]
        for block in section.blocks:
            lines += _block(block)
    return "\n".join(lines).rstrip() + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Words():
            yield f"*{_e(block.text)}*" if block.small else _e(block.text)
        case Facts():
            yield from (f"- **{_e(label)}:** {_e(words)}" for label, words in block.rows)
        case Grid():
            yield from _table(block)
        case DayChart():
            yield from ("```text", *map(one_line, strip_lines(block)), "```")
        case Body():
            scores = ", ".join(
                f"{place.label} {'not logged' if score is None else score}"
                for place, score in block.scores
            )
            yield _e(f"{block.caption}: {scores or 'no site'}.")
    yield ""


def _table(grid: Grid) -> Iterator[str]:
    yield _row(column.name for column in grid.columns)
    yield _row("---:" if column.right else "---" for column in grid.columns)
    yield from (_row(map(_e, row)) for row in grid.rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _e(text: str) -> str:
    return _LISTS.sub(r"\1\2\\\3", _STEERS.sub(r"\\\1", one_line(text)))
