"""A kind's records by the person's day, each day read when it is asked for.

A command that looks at this week need not read ten years: the day of a document is found in its
bytes, where it can stand in one place only (inside a text its quotes would be escaped).
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Generic

from msgspec import Raw

from tracker.store.codec import Rows
from tracker.store.documents import T, is_deleted, read_table

_MARK = b'"day":"'
_LENGTH = len("2026-11-23")


class Days(Mapping[date, tuple[T, ...]], Generic[T]):
    """The live records of a kind by day, in the order of the file within one.

    A day is empty where none of its documents can be read as a record.
    """

    __slots__ = ("_kind", "_read", "_rows", "rows")

    def __init__(self, rows: Rows, kind: type[T]) -> None:
        self.rows = rows
        self._kind = kind
        self._rows: dict[date, dict[str, Raw]] = {}
        self._read: dict[date, tuple[T, ...]] = {}
        for key, row in rows.items():
            if (day := _day_of(row)) is not None and not is_deleted(row):
                self._rows.setdefault(day, {})[key] = row

    def __getitem__(self, day: date) -> tuple[T, ...]:
        """Read the records of a day, once."""
        if day not in self._read:
            table = read_table(self._rows[day], self._kind, before=None)
            self._read[day] = tuple(table.live.values())
        return self._read[day]

    def holding(self, *marks: str) -> tuple[T, ...]:
        """Read the records whose documents hold one of some pieces of JSON, whatever their day.

        The pieces are looked for as they stand in the file, so a text of the person's own can't
        be taken for one: its quotes are escaped there.
        """
        wanted = re.compile(b"|".join(re.escape(mark.encode()) for mark in marks))
        days = [
            day
            for day, rows in self._rows.items()
            if any(wanted.search(bytes(row)) for row in rows.values())
        ]
        return tuple(record for day in days for record in self[day])

    def __iter__(self) -> Iterator[date]:
        """Go through the days that have a document, in the order of the file."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Count the days."""
        return len(self._rows)

    def __contains__(self, day: object) -> bool:
        """Return whether a day has a document, without reading it."""
        return day in self._rows


def _day_of(row: Raw) -> date | None:
    content = bytes(row)
    start = content.find(_MARK) + len(_MARK)
    try:
        return date.fromisoformat(content[start : start + _LENGTH].decode())
    except ValueError:
        return None
