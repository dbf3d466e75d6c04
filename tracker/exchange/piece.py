"""What an import is cut into: pieces that are read one by one, in another process if need be."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias

from tracker.domain.dataclass import dataclass
from tracker.exchange.activity import Activity, Found
from tracker.exchange.listing import Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file on the drive, or content that was taken out of an archive, to be read as a whole.

    `file` is its name in the answers. `listed` is what the list of a service says of it, `said`
    what is odd about the way to it.
    """

    file: str
    path: Path | None = None
    content: bytes = b""
    listed: Activity | None = None
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """A file of no kind that is known: in an archive or a folder it is passed over."""

    file: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """A file whose content became a record already, by its digest: it is not read again."""

    file: str
    digest: str


Step: TypeAlias = Piece | Found | Unknown | Repeated | Listing

Inside: TypeAlias = Callable[[BinaryIO, str], Iterator[Step]]
"""Goes on with a stream that an archive holds; the text is its name in the answers."""
