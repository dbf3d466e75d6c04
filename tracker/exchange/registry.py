"""The formats that are known, and the way from a file to its activities."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import file_digest, sha256
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from tracker.domain.dataclass import dataclass
from tracker.domain.text import path_text
from tracker.exchange.activity import Activity, Found, Rejected
from tracker.exchange.apple_health import is_apple, read_apple
from tracker.exchange.apple_scan import unpack_apple
from tracker.exchange.bearable import is_bearable, read_bearable
from tracker.exchange.expansion import Expansion, TooMuchError
from tracker.exchange.fit import is_fit, read_fit
from tracker.exchange.garmin_csv import is_garmin_csv, read_garmin_csv
from tracker.exchange.gpx import read_gpx
from tracker.exchange.gzip_file import is_gzip, unpack_gzip
from tracker.exchange.intervals_icu import (
    is_intervals_icu,
    is_wellness,
    read_intervals_icu,
    read_wellness,
)
from tracker.exchange.listing import Listed, Listing, together
from tracker.exchange.piece import Inside, Piece, Repeated, Step, Unknown
from tracker.exchange.plausible import plausible
from tracker.exchange.runkeeper import is_runkeeper, list_runkeeper, read_runkeeper
from tracker.exchange.strava import is_strava, list_strava, read_strava
from tracker.exchange.tcx import read_tcx
from tracker.exchange.xml_content import root_name
from tracker.exchange.zip_archive import TRAP, is_zip, unpack_zip

# A day of points every second, with all their extensions, takes about 25 MB.
FILE_MAX: Final = 32 * 2**20
# An archive in an archive, and each of its files packed once more.
NESTED_MAX: Final = 4

Reader: TypeAlias = Callable[[bytes, str], tuple[Found, ...]]
Lister: TypeAlias = Callable[[bytes, str], tuple[Listed | Rejected, ...]]
Unpacker: TypeAlias = Callable[[BinaryIO, str, Inside], Iterator[Step]]

_TWICE = 2
_HEAD = 64 * 1024
_WEB_PAGE = (
    "This is a web page, not an activity. "
    "Sign in to the service in your browser and download the file again."
)
_EMPTY = "This file is empty. Export it again from the watch or service."
NO_KIND: Final = (
    "This is no kind of file that can be read. Give a FIT, GPX or TCX file, or a zip of them."
)
_TOO_LARGE = "This file is larger than 32 MB. Export one activity a file."
_CANT_BE_OPENED = "This file can't be opened. Check that you may read it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A file format: what tells it from others, and its reader.

    `fits` looks at the first 64 KB. `read` takes the whole content, `unpack` a stream. `lists`
    names the files beside it, where it is a list that came with them in one archive.
    """

    name: str
    endings: tuple[str, ...] = ()
    fits: Callable[[bytes], bool] = lambda _head: False
    read: Reader | None = None
    unpack: Unpacker | None = None
    lists: Lister | None = None
    needs_seek: bool = False


def _root(name: str) -> Callable[[bytes], bool]:
    return lambda head: root_name(head) == name


FORMATS: Final = (
    Format(name="FIT", endings=(".fit",), fits=is_fit, read=read_fit),
    Format(name="GPX", endings=(".gpx",), fits=_root("gpx"), read=read_gpx),
    Format(name="TCX", endings=(".tcx",), fits=_root("trainingcenterdatabase"), read=read_tcx),
    Format(name="Zip", endings=(".zip",), fits=is_zip, unpack=unpack_zip, needs_seek=True),
    Format(name="Gzip", fits=is_gzip, unpack=unpack_gzip),
    Format(name="Apple Health", fits=is_apple, read=read_apple, unpack=unpack_apple),
    Format(name="Strava", fits=is_strava, read=read_strava, lists=list_strava),
    Format(name="Garmin Connect", fits=is_garmin_csv, read=read_garmin_csv),
    Format(name="Runkeeper", fits=is_runkeeper, read=read_runkeeper, lists=list_runkeeper),
    Format(name="intervals.icu", fits=is_intervals_icu, read=read_intervals_icu),
    Format(name="intervals.icu, days", fits=is_wellness, read=read_wellness),
    Format(name="Bearable", fits=is_bearable, read=read_bearable),
)


def steps_of(path: Path) -> Iterator[Step]:
    """Cut a file into the pieces to be read; say of what can't be why."""
    file = path_text(path)
    try:
        refused = _no_file(path)
        if refused is not None:
            yield Rejected(file, refused)
            return
        with path.open("rb") as stream:
            opening = _Opening(Expansion(path.stat().st_size))
            for step in opening.steps(stream, file, path=path):
                yield plausible(step) if isinstance(step, Activity) else step
    except TooMuchError:
        yield Rejected(file, f"{TRAP} The rest of it was left alone.")
    except (OSError, ValueError):
        yield Rejected(file, _CANT_BE_OPENED)


def _no_file(path: Path) -> str | None:
    if path.is_dir():
        return f"This is a folder. Name the files in it, like {path_text(path)}/*.gpx"
    if not path.exists():
        return "There is no file of this name. Check the path."
    return None if path.is_file() else "This is not a plain file. Give a FIT, GPX or TCX file."


@dataclass(frozen=True, slots=True)
class _Opening:
    """Opens one file of the person's, with all the archives in it."""

    expansion: Expansion
    depth: int = 0
    packed: int = 0

    def steps(self, stream: BinaryIO, file: str, *, path: Path | None = None) -> Iterator[Step]:
        head = stream.read(_HEAD)
        stream.seek(0)
        kind = known_kind(head, file)
        # An archive may hold any other file; what the person gave is spoken of.
        refused = _refused(head) if kind is not None or not self.depth else None
        if refused is not None:
            yield Rejected(file, refused)
        elif kind is None:
            yield Unknown(file)
        elif kind.unpack is not None:
            yield from self._unpacked(kind, stream, file)
        elif kind.lists is not None and self.depth:
            yield from _listing(kind.lists, stream.read(FILE_MAX + 1), file)
        elif path is not None:
            # What lies on the drive itself is read where it is parsed.
            yield Piece(file=file, path=path)
        else:
            said = () if self.packed < _TWICE else ("The file was packed more than once.",)
            yield Piece(file=file, content=stream.read(FILE_MAX + 1), said=said)

    def _unpacked(self, kind: Format, stream: BinaryIO, file: str) -> Iterator[Step]:
        if kind.unpack is None or self.depth >= NESTED_MAX:
            yield Rejected(file, "This archive holds archives in archives. Unpack it first.")
            return
        packed = 0 if kind.needs_seek else self.packed + 1
        inner = _Opening(self.expansion, self.depth + 1, packed)

        def inside(content: BinaryIO, name: str) -> Iterator[Step]:
            yield from inner.steps(self.expansion.measured(content), name)

        if kind.needs_seek and self.depth:
            with self.expansion.on_disk(stream) as copy:
                yield from kind.unpack(copy, file, inside)
        else:
            yield from kind.unpack(stream, file, inside)


def _listing(lists: Lister, content: bytes, file: str) -> Iterator[Step]:
    if len(content) > FILE_MAX:
        yield Rejected(file, _TOO_LARGE)
        return
    found = lists(content, file)
    yield from (each for each in found if isinstance(each, Rejected))
    yield Listing(file, tuple(each for each in found if isinstance(each, Listed)))


def digest_of(piece: Piece) -> str | None:
    """Return the SHA-256 of a piece in hex; None where it can't be read, or is part of a list."""
    if piece.listed is not None:
        return None
    if piece.path is None:
        return sha256(piece.content).hexdigest()
    try:
        with piece.path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def read_piece(piece: Piece) -> tuple[Found, ...]:
    """Read the activities of a piece."""
    content = piece.content
    if piece.path is not None:
        try:
            with piece.path.open("rb") as stream:
                content = stream.read(FILE_MAX + 1)
        except (OSError, ValueError):
            return (Rejected(piece.file, _CANT_BE_OPENED),)
    found = read_content(content, piece.file)
    if piece.listed is not None:
        found = (plausible(together(piece.listed, found, file=piece.file)),)
    return tuple(_with(each, piece.said) for each in found)


def _with(found: Found, said: tuple[str, ...]) -> Found:
    if not said or not isinstance(found, Activity):
        return found
    return replace(found, warnings=(*found.warnings, *said))


def read_content(content: bytes, file: str) -> tuple[Found, ...]:
    """Read the activities of a file's content; `file` is its name in the answers.

    The format is told by the content, then by the ending of the name.
    """
    file = path_text(file)
    head = content[:_HEAD]
    refused = _TOO_LARGE if len(content) > FILE_MAX else _refused(head)
    if refused is not None:
        return (Rejected(file, refused),)
    kind = known_kind(head, file)
    if kind is None or kind.read is None:
        return (Rejected(file, NO_KIND),)
    return tuple(
        plausible(each) if isinstance(each, Activity) else each for each in kind.read(content, file)
    )


def read_file(path: Path) -> tuple[Found, ...]:
    """Read the activities of a file, or say in one sentence why there are none."""
    found: list[Found] = []
    for step in steps_of(path):
        if isinstance(step, Piece):
            found += read_piece(step)
        elif isinstance(step, Unknown):
            found.append(Rejected(step.file, NO_KIND))
        elif not isinstance(step, Listing | Repeated):
            found.append(step)
    return tuple(found)


def known_kind(head: bytes, file: str) -> Format | None:
    """Return the format of a file by its beginning, else by the ending of its name."""
    by_content = next((kind for kind in FORMATS if kind.fits(head)), None)
    if by_content is not None:
        return by_content
    name = file.casefold().removesuffix(".gz")
    return next((kind for kind in FORMATS if kind.endings and name.endswith(kind.endings)), None)


def _refused(head: bytes) -> str | None:
    if not head.strip():
        return _EMPTY
    return _WEB_PAGE if root_name(head) == "html" else None
