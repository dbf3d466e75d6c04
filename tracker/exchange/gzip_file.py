"""Gzip: one file, packed."""

import zlib
from collections.abc import Iterator
from gzip import GzipFile
from typing import BinaryIO, cast

from tracker.exchange.activity import Rejected
from tracker.exchange.piece import Inside, Step

DAMAGED = "This packed file is damaged or breaks off. Download it again."


def is_gzip(head: bytes) -> bool:
    """Return whether content begins like a gzip file."""
    return head.startswith(b"\x1f\x8b")


def unpack_gzip(stream: BinaryIO, file: str, inside: Inside) -> Iterator[Step]:
    """Go on with what a gzip file holds; it keeps the name of the packed file."""
    try:
        with GzipFile(fileobj=stream, mode="rb") as unpacked:
            yield from inside(cast("BinaryIO", unpacked), file)
    except (OSError, EOFError, zlib.error):
        yield Rejected(file, DAMAGED)
