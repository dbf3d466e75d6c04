"""The pages behind the rules: what was read in each, and where (section 14).

Stored copies of public pages of varying age; third-party copies of official texts are to be
checked against the originals.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final


@dataclass(frozen=True, slots=True)
class Source:
    """One page, or several on the same matter: its key, what was read there, its addresses."""

    key: str
    read: str
    addresses: tuple[str, ...] = ()


ARTICLE: Final = Source(
    "article", "The article this app grew from: Can Jogging and Running Help With Back Pain?"
)
DESIGN: Final = Source("design", "Our own choice; no study supplies it.")


@cache
def sources() -> Mapping[str, Source]:
    """Give every source by its key, in the order of the register."""
    text = files("tracker.rules").joinpath("data/sources.json").read_text(encoding="utf-8")
    pages = [
        Source(entry["key"], entry["read"], tuple(entry["addresses"])) for entry in json.loads(text)
    ]
    return {source.key: source for source in (*pages, ARTICLE, DESIGN)}


def source(key: str) -> Source:
    """Give a source by its key; a citation from memory is its own text, without address."""
    return sources().get(key) or Source("from memory", key)
