"""Getting every whole record out of a damaged file.

It may be cut off, zeroed, garbled, or full of conflict marks. What was cut in two is named, so that
the person knows what is missing.
"""

import re
from typing import Final

from msgspec import Struct

from tracker.store.codec import META_TABLE, Document
from tracker.store.documents import FIELDS, KNOWN_TABLES, STAMPS
from tracker.store.lenient import CAREFUL_FROM, DECODER, later, text_of
from tracker.store.nesting import past_openers, walk

_ENTRY = re.compile(r'"([^"\\\x00-\x1f]{1,200}+)"\s*+:\s*+\{')
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
_RECORD = re.compile(r'\{\s*+"id"\s*+:')
_DEPTH: Final = 64
_DEPTH_OF_ONE: Final = _DEPTH // 2
"""No record is as deep as this: one that stands open around more is none."""
_NAMED_MAX: Final = 10_000


class Salvaged(Struct):
    """What a damaged file still holds. `broken` names the records that are there only in part."""

    tables: dict[str, dict[str, Document]] = {}
    broken: set[str] = set()

    @property
    def ours(self) -> bool:
        """Whether there is anything in it that only a diary has."""
        return any(self.tables.get(name) for name in KNOWN_TABLES)

    def break_off(self, key: str) -> None:
        """Name a record of which the end is missing; "" names none."""
        if key and len(self.broken) < _NAMED_MAX:
            self.broken.add(key)

    def add(self, table: str, key: str, document: Document) -> None:
        """Keep a record; of two versions the later one."""
        rows = self.tables.setdefault(table, {})
        rows[key] = later(rows[key], document) if key in rows else document


def salvage(content: bytes) -> Salvaged:
    """Find every complete record in damaged bytes, in a time that grows with their number only."""
    text = text_of(content, errors="replace")
    found = Salvaged()
    table: str | None = None
    place = 0
    endless: set[int] = set()
    fields: set[str] = set()
    while entry := _ENTRY.search(text, place):
        key, start = entry[1], entry.end() - 1
        place = entry.end()
        if key in KNOWN_TABLES and key != table and not _RECORD.match(text, start):
            table = key
            continue
        is_id = _ID.fullmatch(key) is not None
        end, place = _end(text, start, endless=endless)
        value: Document = {} if end is None else DECODER.raw_decode(text, start)[0]
        swallowing = _swallowing(value) if is_id else set()
        fields |= swallowing
        if end is None or swallowing:
            found.break_off(key if is_id else "")
            continue
        if key != META_TABLE and _is_table(value):
            table = table if is_id or key in fields else key
            continue
        if value.get("id") == key or is_id:
            if (home := _home(value, table)) is not None:
                found.add(home, key, value | {"id": key})
        elif table is not None and table not in KNOWN_TABLES:
            found.add(table, key, value)
        place = end
    found.broken -= {key for rows in found.tables.values() for key in rows}
    return found


def _end(text: str, start: int, *, endless: set[int]) -> tuple[int | None, int]:
    """Find where an object ends, None where nowhere, and where to look for the next one within.

    `endless` keeps what stands open around it then, so that nothing is gone through again.
    """
    if start in endless:
        return None, start + 1
    walked = walk(text, start, depth=_DEPTH, length=CAREFUL_FROM)
    within = start + 1
    if walked.too_deep:
        within = max(within, past_openers(text, start))
        del walked.open_at[_DEPTH_OF_ONE:]
    if walked.open_at:
        endless.difference_update([at for at in endless if at < within])
        endless.update(walked.open_at)
    return walked.end, within


def _is_table(value: Document) -> bool:
    return bool(value) and all(isinstance(row, dict) for row in value.values())


def _swallowing(document: Document) -> set[str]:
    """Name the fields of a record that hold whole records, as no field does.

    There the end of the record is missing, and others came to stand within it.
    """
    return {
        name
        for name, part in document.items()
        if isinstance(part, dict)
        and any(_ID.fullmatch(key) and isinstance(value, dict) for key, value in part.items())
    }


def _home(document: Document, table: str | None) -> str | None:
    """Tell a record's table by its fields: the line that named the table may be among the lost."""
    if table is not None and table not in KNOWN_TABLES:
        return table
    names = document.keys() - STAMPS
    if "id" not in names:
        return table
    return min(
        FIELDS, key=lambda name: (len(names - FIELDS[name]), name != table, len(FIELDS[name]))
    )
