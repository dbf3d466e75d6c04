"""From each past form of the documents to the next one, step by step."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from tracker.store.codec import Decoded, Document, Tables, document_of, row_of

SCHEMA = 1
"""The form that this version writes. With every new one: a step below and a sample in the tests."""

Step: TypeAlias = Callable[[dict[str, dict[str, Document]]], None]
"""Changes the documents of all tables, in place, from one schema to the next."""

STEPS: Mapping[int, Step] = {}
"""By the schema that they start from."""


def migrated(found: Decoded, *, schema: int = SCHEMA, steps: Mapping[int, Step] = STEPS) -> Decoded:
    """Bring an older file's documents to today's form; a newer one's stay as they are.

    So do those that can't be read.
    The first line keeps the file's own schema until the next save.
    """
    if found.meta.schema >= schema:
        return found
    loose: dict[str, dict[str, Document]] = {name: {} for name in found.tables}
    unread: Tables = {}
    for name, rows in found.tables.items():
        for key, row in rows.items():
            try:
                loose[name][key] = document_of(row)
            except ValueError:
                unread.setdefault(name, {})[key] = row
    for start in range(found.meta.schema, schema):
        steps[start](loose)
    tables = {name: {key: row_of(doc) for key, doc in rows.items()} for name, rows in loose.items()}
    for name, left in unread.items():
        tables.setdefault(name, {}).update(left)
    return Decoded(tables, found.meta, intact=found.intact)
