"""One table while it is read or changed by TinyDB.

Documents are opened when touched and written only where they differ, so that the snapshots which
others hold never change under their eyes.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from tracker.store.codec import Document, Rows, document_of, row_of


class View(Mapping[str, Document]):
    """One table as TinyDB reads it: each document is decoded when asked for."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def __getitem__(self, key: str) -> Document:
        """Decode one document."""
        return document_of(self._rows[key])

    def __iter__(self) -> Iterator[str]:
        """Go through the ids, in the order of the file."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Count the documents."""
        return len(self._rows)

    def __contains__(self, key: object) -> bool:
        """Return whether an id is there, without decoding its document."""
        return key in self._rows


class Draft(MutableMapping[str, Document]):
    """One table as TinyDB changes it. `rows()` gives the result; the table it began with stays."""

    __slots__ = ("_before", "_open", "_removed")

    def __init__(self, rows: Rows) -> None:
        self._before = rows
        self._open: dict[str, Document] = {}
        self._removed: set[str] = set()

    def __getitem__(self, key: str) -> Document:
        """Open one document; changes made to it count."""
        if key not in self:
            raise KeyError(key)
        if key not in self._open:
            self._open[key] = document_of(self._before[key])
        return self._open[key]

    def __setitem__(self, key: str, document: Mapping[str, Any]) -> None:
        """Put a document in the place of another, or at the end."""
        self._removed.discard(key)
        self._open[key] = dict(document)

    def __delitem__(self, key: str) -> None:
        """Take a document out."""
        if key not in self:
            raise KeyError(key)
        self._open.pop(key, None)
        if key in self._before:
            self._removed.add(key)

    def __iter__(self) -> Iterator[str]:
        """Go through the ids, in the order of the file."""
        return (key for key in {**self._before, **self._open} if key not in self._removed)

    def __len__(self) -> int:
        """Count the documents."""
        return sum(1 for _ in self)

    def __contains__(self, key: object) -> bool:
        """Return whether an id is there, without opening its document."""
        return key in self._open or (key in self._before and key not in self._removed)

    def clear(self) -> None:
        """Take all documents out."""
        self._open.clear()
        self._removed.update(self._before)

    def rows(self) -> Rows:
        """Return the table with its changes; the very same object where nothing differs."""
        written = {key: row_of(document) for key, document in self._open.items()}
        changed = {
            key: row
            for key, row in written.items()
            if key not in self._before or bytes(row) != bytes(self._before[key])
        }
        if not changed and not self._removed:
            return self._before
        rows = {**self._before, **changed}
        for key in self._removed:
            del rows[key]
        return rows
