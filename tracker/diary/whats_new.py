"""What changed with a new version of the program, told once to whoever had the one before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Final

import tracker
from tracker.diary.book import Book
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem

BEFORE_NEWS: Final = "0.1.0"
"""The version that wrote the files that don't say which one began them."""

_HEADING = re.compile(r"## (?P<version>\S+): (?P<title>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One version's section of the changelog: its title, why it came, and what changed."""

    version: str
    title: str
    why: str
    lines: tuple[str, ...]


@cache
def changelog() -> tuple[News, ...]:
    """Return all sections of `CHANGELOG.md`, the newest first."""
    text = Path(tracker.__file__).with_name("CHANGELOG.md").read_text(encoding="utf-8")
    _title, *sections = text.split("\n## ")
    return tuple(_section(f"## {section}") for section in sections)


def unread_news(book: Book) -> tuple[News, ...]:
    """Return what changed since the version that the diary was last used with, newest first.

    A diary that this version began has nothing to be told.
    """
    known = book.settings.news_read or book.begun_with or BEFORE_NEWS
    return tuple(takewhile(lambda news: news.version != known, changelog()))


def mark_news_read(book: Book) -> Problem | None:
    """Keep that the newest section was shown; there is nothing in it to undo."""
    read = replace(book.settings, news_read=changelog()[0].version)
    return book.keep_all([read], label=None)


def _section(text: str) -> News:
    heading, _, body = text.partition("\n")
    found = _HEADING.match(heading)
    if found is None:
        raise ValueError(heading)
    paragraphs = tuple(_paragraphs(body))
    return News(
        version=found["version"],
        title=found["title"],
        why=" ".join(each for each in paragraphs if not each.startswith("- ")),
        lines=tuple(each.removeprefix("- ") for each in paragraphs if each.startswith("- ")),
    )


def _paragraphs(body: str) -> Iterator[str]:
    for block in body.strip().split("\n\n"):
        for item in re.split(r"\n(?=- )", block):
            yield " ".join(item.split())
