"""What the records on file look like, for whoever reads or writes the file by program."""

from typing import Any

import msgspec

from tracker.store.documents import TABLES


def record_schemas() -> dict[str, Any]:
    """Return a JSON schema for each table of the file, and those of the parts that they share.

    Each record stands in its table under its id. The store adds stamps of its own beside the
    fields that are named here, and leaves fields that it doesn't know as they are.
    """
    schemas, parts = msgspec.json.schema_components(TABLES, ref_template="#/parts/{name}")
    tables = dict(zip(TABLES.values(), schemas, strict=True))
    return {"tables": tables, "parts": parts}
