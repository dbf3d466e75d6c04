"""Where the rows of a list stand, in lines from its top."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Protocol

from tracker.domain.dataclass import dataclass


class RowLayout(Protocol):
    """Lines are counted from 0. A gap belongs to no row, and none follows the last."""

    @property
    def lines(self) -> int:
        """Return the lines of all rows, gaps included."""

    def top(self, place: int) -> int:
        """Return the first line of a row."""

    def height(self, place: int) -> int:
        """Return the lines of a row without its gap."""

    def place_at(self, line: int) -> int:
        """Return the row on a line, or the one above the gap there; the ends catch the rest."""


@dataclass(frozen=True, slots=True)
class EvenRows:
    """Rows of one height: nothing is computed per row, so any number of them costs the same."""

    count: int
    each: int = 1
    gap: int = 0

    @property
    def lines(self) -> int:
        """Return the lines of all rows, gaps included."""
        return max(self.count * (self.each + self.gap) - self.gap, 0)

    def top(self, place: int) -> int:
        """Return the first line of a row."""
        return place * (self.each + self.gap)

    def height(self, place: int) -> int:
        """Return the lines of a row without its gap."""
        del place
        return self.each

    def place_at(self, line: int) -> int:
        """Return the row on a line, or the one above the gap there; the ends catch the rest."""
        return min(max(line // (self.each + self.gap), 0), max(self.count - 1, 0))


class UnevenRows:
    """Rows that each have a height of their own."""

    def __init__(self, heights: Iterable[int], *, gap: int = 0) -> None:
        self._gap = gap
        self._tops = list(accumulate((height + gap for height in heights), initial=0))

    @property
    def lines(self) -> int:
        """Return the lines of all rows, gaps included."""
        return max(self._tops[-1] - self._gap, 0)

    def top(self, place: int) -> int:
        """Return the first line of a row."""
        return self._tops[place]

    def height(self, place: int) -> int:
        """Return the lines of a row without its gap."""
        return self._tops[place + 1] - self._tops[place] - self._gap

    def place_at(self, line: int) -> int:
        """Return the row on a line, or the one above the gap there; the ends catch the rest."""
        return min(max(bisect_right(self._tops, line) - 1, 0), max(len(self._tops) - 2, 0))
