"""A page for somebody who reads it once: sections of plain blocks, whatever it is written as."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, TypeAlias

from tracker.domain.dataclass import dataclass
from tracker.domain.site import PainSite

_TORN: Final = re.compile(r"(?<=\d) (?=%)|(?<=\(n) (?=\d)")


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; a `small` one explains what stands beside it."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known, a label and its words a line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, and whether its cells are numbers that stand at the right."""

    name: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of short cells."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteDays:
    """One site, day by day: its scores, None where none was logged, and their 7-day means."""

    site: PainSite
    scores: tuple[int | None, ...]
    means: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunDay:
    """A day's running in metres, None where no run has a distance, and the sign of its answer."""

    metres: int | None
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChart:
    """The days from `first` on: the sites' scores above, the runs below, None on days without.

    `unit_m` are the metres of the person's unit, whose name is `unit`.
    """

    first: date
    sites: tuple[SiteDays, ...]
    runs: tuple[RunDay | None, ...]
    green_max: int
    unit: str
    unit_m: float


@dataclass(frozen=True, slots=True)
class Body:
    """Where it hurts, as far as it was logged: sites with a score, and what the score is."""

    scores: tuple[tuple[PainSite, int | None], ...]
    green_max: int
    caption: str


Block: TypeAlias = Words | Facts | Grid | DayChart | Body


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


def kept_together(text: str) -> str:
    """Return a text in which no line breaks between a number and its sign, or within `(n 52)`."""
    return _TORN.sub("\u00a0", text)


def is_narrow(section: Section) -> bool:
    """Return whether half the width of a sheet is enough for a section."""
    return all(isinstance(block, Facts | Words) for block in section.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole page. `opening` comes before all sections."""

    title: str
    period: str
    head: tuple[str, ...]
    opening: Facts
    sections: tuple[Section, ...]

    def blocks(self) -> Iterator[Block]:
        """Return all blocks in their order."""
        yield self.opening
        for section in self.sections:
            yield from section.blocks
