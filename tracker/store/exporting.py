"""The diary's records as a file of their own, to give away or to keep."""

import re

from msgspec.structs import replace

from tracker.domain.text import UNSEEN
from tracker.store.codec import Meta, Tables, counted, encode
from tracker.store.documents import UNDO_TABLE, is_deleted


def exported(tables: Tables, meta: Meta) -> bytes:
    r"""Return a diary file with all that is on file but what was deleted, and without undo.

    Fields and records that this version can't read are in it as they are. What could steer a
    terminal is written as JSON's own `\u…`, so that a reader gets it back as it was.
    """
    kept = {
        name: {key: row for key, row in rows.items() if not is_deleted(row)}
        for name, rows in tables.items()
        if name != UNDO_TABLE
    }
    content = b"".join(encode(kept, counted(replace(meta, nonce=""), kept)))
    text = content.decode(errors="surrogatepass")
    return UNSEEN.sub(_escaped, text).encode() if UNSEEN.search(text) else content


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"
