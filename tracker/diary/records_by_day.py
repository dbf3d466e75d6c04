"""Records by the person's day, in the order of time, fetched when a day is asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Generic, TypeVar

R = TypeVar("R")


class RecordsByDay(Mapping[date, tuple[R, ...]], Generic[R]):
    """A mapping from days, the earliest first, to that day's records in the order of `moment`.

    Records of one moment stay in the order in which they are given, that of the file.
    """

    __slots__ = ("_days", "_found", "_given", "_in_order", "_moment", "_ordered")

    def __init__(
        self, given: Mapping[date, tuple[R, ...]], *, moment: Callable[[R], datetime]
    ) -> None:
        self._given = given
        self._moment = moment
        self._in_order = sorted(given)
        self._days = dict.fromkeys(self._in_order)
        self._ordered: dict[date, tuple[R, ...]] = {}
        self._found: dict[object, dict[date, int | None]] = {}

    def __getitem__(self, day: date) -> tuple[R, ...]:
        """Return the records of a day. Raises KeyError where there is none."""
        found = self._ordered.get(day)
        if found is None:
            found = self._ordered[day] = tuple(sorted(self._given[day], key=self._moment))
        return found

    def on(self, day: date) -> tuple[R, ...]:
        """Return the records of a day, none where it has none."""
        return self[day] if day in self._days else ()

    def found(self, what: object) -> dict[date, int | None]:
        """Return the numbers that were read from days' records so far, by what they are.

        Whoever asks for one that isn't there yet puts it in: the records of a day never change.
        """
        return self._found.setdefault(what, {})

    def between(self, first: date, last: date) -> Iterator[R]:
        """Go through the records of the days from `first` to `last`, both included."""
        begin, end = bisect_left(self._in_order, first), bisect_right(self._in_order, last)
        return (record for day in self._in_order[begin:end] for record in self[day])

    def __iter__(self) -> Iterator[date]:
        """Go through the days, the earliest first."""
        return iter(self._days)

    def __reversed__(self) -> Iterator[date]:
        """Go through the days, the latest first."""
        return reversed(self._days)

    def __len__(self) -> int:
        """Count the days."""
        return len(self._days)

    def __contains__(self, day: object) -> bool:
        """Return whether a day has records, without fetching them."""
        return day in self._days

    def with_days(self, changed: Mapping[date, tuple[R, ...]]) -> "RecordsByDay[R]":
        """Return these records with some days put in the place of others; an empty day is gone."""
        changes = _Changed(self, changed)
        return RecordsByDay(changes, moment=self._moment)


class _Changed(Mapping[date, tuple[R, ...]], Generic[R]):
    """A mapping with some days put in the place of others, the rest still fetched when asked."""

    __slots__ = ("_changed", "_rest")

    def __init__(self, rest: RecordsByDay[R], changed: Mapping[date, tuple[R, ...]]) -> None:
        self._rest = rest
        self._changed = changed

    def __getitem__(self, day: date) -> tuple[R, ...]:
        return self._changed[day] if day in self._changed else self._rest[day]

    def __iter__(self) -> Iterator[date]:
        yield from (day for day in self._rest if day not in self._changed)
        yield from (day for day, records in self._changed.items() if records)

    def __len__(self) -> int:
        return sum(1 for _ in self)
