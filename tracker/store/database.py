"""TinyDB over the diary's storage: each change of a table is a transaction, or part of one."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.table import Table

from tracker.domain.identity import new_id
from tracker.store.changes import Draft
from tracker.store.codec import Document
from tracker.store.storage import DiaryStorage


class DiaryTable(Table):
    """A TinyDB table with text ids, each of whose changes is a transaction.

    The query cache is off: it would go stale when another window saves.
    """

    # TinyDB annotates these with the types of its own defaults; they are meant to be set.
    document_id_class = str  # type: ignore[assignment]

    def __init__(self, storage: DiaryStorage, name: str, **_: object) -> None:
        super().__init__(storage, name, cache_size=0)

    def put(self, documents: Mapping[str, Document]) -> None:
        """Insert or replace documents by their ids."""
        self._update_table(lambda table: table.update(cast("Any", documents)))

    def upsert(self, document: Mapping[str, Any], cond: Any = None) -> list[int]:  # noqa: ANN401 - TinyDB's
        """Update or insert, in one transaction and so in one write."""
        with cast("DiaryStorage", self._storage).transaction():
            return super().upsert(document, cond)

    def _get_next_id(self) -> str:
        return new_id(cast("DiaryStorage", self._storage).now())

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with cast("DiaryStorage", self._storage).transaction() as work:
            before = work.tables.get(self.name, {})
            draft = Draft(before)
            updater(draft)
            after = draft.rows()
            if after is not before:
                work.tables[self.name] = after


class DiaryDB(TinyDB):
    """TinyDB with the diary's storage: `DiaryDB(path, now)`."""

    table_class = DiaryTable  # type: ignore[assignment]
    default_storage_class = DiaryStorage  # type: ignore[assignment]

    @property
    def storage(self) -> DiaryStorage:
        """Return the storage, by its own type."""
        return cast("DiaryStorage", self._storage)

    def drop_table(self, name: str) -> None:
        """Drop a table, as one change."""
        with self.storage.transaction() as work:
            work.tables.pop(name, None)
            self._tables.pop(name, None)

    def drop_tables(self) -> None:
        """Drop all tables, as one change."""
        with self.storage.transaction() as work:
            work.tables.clear()
            self._tables.clear()
