"""The pages behind the rules: what was read in each, and where (section 14).

Stored copies of public pages of varying age were read; the links lead to the originals, against
which third-party copies of official texts are still to be checked.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from tracker.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One page, or several on the same matter: its key, what was read there, its addresses.

    `original` is where the work itself stands, where a copy or a page about it was read.
    """

    key: str
    read: str
    addresses: tuple[str, ...] = ()
    original: str = ""

    @property
    def link(self) -> str:
        """Return the address to follow: the original's, else where it was read; "" for neither."""
        return self.original or next(iter(self.addresses), "")


FROM_MEMORY: Final = "from memory"
ARTICLE: Final = Source(
    "article", "The article this app grew from: Can Jogging and Running Help With Back Pain?"
)
DESIGN: Final = Source("design", "Our own choice; no study supplies it.")


@cache
def sources() -> Mapping[str, Source]:
    """Return every source by its key, in the order of the register."""
    text = files("tracker.rules").joinpath("data/sources.json").read_text(encoding="utf-8")
    pages = [
        Source(entry["key"], entry["read"], tuple(entry["addresses"]), entry.get("original", ""))
        for entry in json.loads(text)
    ]
    return {source.key: source for source in (*pages, ARTICLE, DESIGN)}


def source(key: str) -> Source:
    """Return a source by its key; a citation from memory is its own text, without address."""
    return sources().get(key) or Source(FROM_MEMORY, key)
