"""Tables as services export them: columns by their name, whatever else surrounds them."""

import csv
import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import Final, TypeAlias

from tracker.domain.dataclass import dataclass
from tracker.exchange.xml_content import as_utf8

ROWS_MAX: Final = 200_000
COLUMNS_MAX: Final = 1000
# A line or two stand before the header in some exports.
HEADER_WITHIN: Final = 10

_MARKUP = re.compile(r"<[^<>]{0,500}>")
_GUARDED = re.compile(r"'[-+=@\d]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CELL_MAX = 2**20

Names: TypeAlias = tuple[str, ...]
"""What one column is called, in the languages and versions of an export, in small letters."""


def names(words: str) -> Names:
    """Return the names of a column, which are written with "|" between them."""
    return tuple(words.split("|"))


class TableError(Exception):
    """A table can't be read; the message says why and where."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The header of a table."""

    names: tuple[str, ...]

    def place(self, names: Names, nth: int = 0) -> int | None:
        """Return where the nth column of one of these names stands, None where there is none."""
        places = [at for at, name in enumerate(self.names) if name in names]
        return places[nth] if nth < len(places) else None

    def has(self, *columns: Names) -> bool:
        """Return whether there is a column for each of these names."""
        return all(self.place(names) is not None for names in columns)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `number` counts the records below the header from 1."""

    columns: Columns
    cells: Sequence[str]
    number: int

    def get(self, names: Names, nth: int = 0) -> str:
        """Return the cell of the nth column of one of these names, "" where there is none."""
        at = self.columns.place(names, nth)
        cell = self.cells[at].strip() if at is not None and at < len(self.cells) else ""
        return cell[1:] if _GUARDED.match(cell) else cell

    @property
    def digest(self) -> str:
        """Return what tells this line from all others, in hex."""
        return hashlib.sha256("\x1f".join(self.cells).encode(errors="replace")).hexdigest()


IsHeader: TypeAlias = Callable[[Columns], bool]


def has_header(head: bytes, is_header: IsHeader) -> bool:
    """Return whether content begins like a table with such a header."""
    return b"\0" not in as_utf8(head) and _header(_text(head), is_header) is not None


def read_table(content: bytes, is_header: IsHeader) -> list[Row]:
    """Return the lines below the header; raise TableError where they can't be read."""
    text = _text(content)
    found = _header(text, is_header)
    if found is None:
        reason = "it has no line with the names of the columns"
        raise TableError(reason)
    mark, skipped, columns = found
    rows = []
    lines = _lines(text, mark)
    try:
        for number, cells in enumerate(islice(lines, skipped + 1, None), start=1):
            if number > ROWS_MAX:
                reason = f"it has more than {ROWS_MAX:,} lines"
                raise TableError(reason)
            if any(cells):
                rows.append(Row(columns, cells, number))
    except csv.Error as error:
        reason = f"line {len(rows) + 1} below the header can't be read"
        raise TableError(reason) from error
    return rows


def _text(content: bytes) -> str:
    plain = as_utf8(content)
    try:
        text = plain.decode()
    except UnicodeDecodeError as error:
        # A head may end within a character.
        whole = error.start >= len(plain) - 3
        text = plain.decode("utf-8" if whole else "cp1252", errors="replace")
    return _CONTROLS.sub("", text)


def _lines(text: str, mark: str) -> Iterator[list[str]]:
    csv.field_size_limit(_CELL_MAX)
    return csv.reader(StringIO(text, newline=""), delimiter=mark)


def _header(text: str, is_header: IsHeader) -> tuple[str, int, Columns] | None:
    for mark in ",;\t":
        try:
            for skipped, cells in enumerate(islice(_lines(text, mark), HEADER_WITHIN)):
                columns = Columns(tuple(map(_name, cells[:COLUMNS_MAX])))
                if is_header(columns):
                    return mark, skipped, columns
        except csv.Error:
            continue
    return None


def _name(cell: str) -> str:
    return " ".join(_MARKUP.sub("", cell).split()).casefold()
