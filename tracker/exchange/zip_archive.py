"""Zip archives: read member by member as streams, never unpacked to the drive by name."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from lzma import LZMAError
from struct import Struct
from typing import BinaryIO, Final, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from tracker.domain.dataclass import dataclass
from tracker.domain.text import clean_text, counted, path_text
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.expansion import EXPANDED_MIN, RATIO_MAX
from tracker.exchange.listing import Listing, alone
from tracker.exchange.piece import Inside, Piece, Step, Unknown

MEMBERS_MAX: Final = 100_000
# The list of an archive with that many members of usual names.
LIST_MAX: Final = 16 * 2**20

_ROUTES = "/workout-routes/"
_DAMAGED = "This archive is damaged or breaks off. Download it again."
_END = Struct("<4s4H2LH")
_END_MAGIC = b"PK\x05\x06"
_BIG_LOCATOR = Struct("<4sLQL")
_BIG_LOCATOR_MAGIC = b"PK\x06\x07"
_BIG_END = Struct("<4sQ2H2L4Q")
_COMMENT_MAX = 2**16
_IN_BIG_END = 2**32 - 1


def is_zip(head: bytes) -> bool:
    """Return whether content begins like a zip archive."""
    return head.startswith((b"PK\x03\x04", _END_MAGIC))


def unpack_zip(stream: BinaryIO, file: str, inside: Inside) -> Iterator[Step]:
    """Go on with every member of an archive; what is no activity is passed over.

    An archive whose list or contents are larger than an honest one's is refused as a whole.
    """
    try:
        size = stream.seek(0, 2)
        if _list_size(stream, size) > LIST_MAX:
            yield Rejected(file, "This archive lists more files than can be read. Divide it.")
            return
        archive = ZipFile(stream)
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        yield Rejected(file, _DAMAGED)
        return
    with archive:
        members = _wanted(archive)
        if len(members) > MEMBERS_MAX:
            yield Rejected(file, f"This archive holds more than {MEMBERS_MAX:,} files. Divide it.")
        elif sum(member.file_size for member in members) > max(EXPANDED_MIN, RATIO_MAX * size):
            yield Rejected(file, f"{TRAP} It was left alone.")
        else:
            yield from _members(_Archive(archive, file, inside), members)


TRAP: Final = "This archive would unpack to far more than its size can honestly hold."


@dataclass(slots=True)
class _Archive:
    zip: ZipFile
    file: str
    inside: Inside
    passed: int = 0
    found: int = 0


def _members(archive: _Archive, members: list[ZipInfo]) -> Iterator[Step]:
    tables = [member for member in members if member.filename.casefold().endswith(".csv")]
    others = {member.filename: member for member in members if member not in tables}
    used: set[str] = set()
    for member in tables:
        folder = member.filename.rpartition("/")[0]
        for step in _counted(archive, _open(archive, member)):
            if isinstance(step, Listing):
                yield from _beside(archive, step, folder=folder, others=others, used=used)
            else:
                yield step
    for name, member in others.items():
        if name not in used:
            yield from _counted(archive, _open(archive, member))
    if not archive.found:
        yield Rejected(archive.file, _nothing_in(archive.passed))


def _counted(archive: _Archive, steps: Iterator[Step]) -> Iterator[Step]:
    for step in steps:
        if isinstance(step, Unknown):
            archive.passed += 1
        else:
            archive.found += 1
            yield step


def _beside(
    archive: _Archive,
    listing: Listing,
    *,
    folder: str,
    others: dict[str, ZipInfo],
    used: set[str],
) -> Iterator[Step]:
    """Return each activity of a list together with the file that it came from."""
    for each in listing.listed:
        if not each.file:
            yield each.activity
            continue
        name = f"{folder}/{each.file}" if folder else each.file
        member = others.get(name)
        if member is None:
            yield alone(each.activity, f"Its file {clean_text(each.file)} is not in the archive.")
            continue
        used.add(name)
        for step in _open(archive, member):
            yield _joined(each.activity, step)


def _joined(listed: Activity, step: Step) -> Step:
    if isinstance(step, Piece):
        return replace(step, listed=listed)
    if isinstance(step, Rejected):
        return alone(listed, f"The file beside it was not used: {step.reason}")
    return alone(listed, "The file beside it is of no kind that can be read.")


def _open(archive: _Archive, member: ZipInfo) -> Iterator[Step]:
    name = path_text(f"{archive.file}/{member.filename}")
    try:
        with archive.zip.open(member) as stream:
            yield from archive.inside(cast("BinaryIO", stream), name)
    except (BadZipFile, LZMAError, OSError, EOFError, ValueError, zlib.error):
        yield Rejected(name, "This file in the archive is damaged. Download the archive again.")
    except NotImplementedError:
        yield Rejected(name, "This file is packed in a way that can't be read. Unpack it first.")
    except RuntimeError:
        yield Rejected(name, "This file is locked with a password. Unpack it first.")


def _nothing_in(passed: int) -> str:
    if not passed:
        return "This archive is empty. Download it again."
    return f"This archive holds no activity, only {counted(passed, 'file')} of other kinds."


def _wanted(archive: ZipFile) -> list[ZipInfo]:
    """Leave out folders, what a Mac puts beside each file, and the routes of Apple's workouts.

    A route names no sport, and its workout is in the export beside it, which comes first.
    """
    members = [member for member in archive.infolist() if _counts(member)]
    exports = [member for member in members if member.filename.casefold().endswith(".xml")]
    others = [member for member in members if member not in exports]
    if exports:
        others = [member for member in others if _ROUTES not in f"/{member.filename}"]
    return exports + others


def _counts(member: ZipInfo) -> bool:
    name = member.filename.rpartition("/")[2]
    return bool(name) and not name.startswith("._") and "__MACOSX" not in member.filename


def _list_size(stream: BinaryIO, size: int) -> int:
    """Return how long an archive says its own list is, in bytes; 0 where it has no end."""
    tail = min(size, _COMMENT_MAX + _END.size)
    stream.seek(size - tail)
    content = stream.read(tail)
    at = content.rfind(_END_MAGIC)
    if at < 0 or at + _END.size > len(content):
        return 0
    length = _END.unpack_from(content, at)[5]
    if length != _IN_BIG_END or at < _BIG_LOCATOR.size:
        return int(length)
    magic, _disk, place, _disks = _BIG_LOCATOR.unpack_from(content, at - _BIG_LOCATOR.size)
    if magic != _BIG_LOCATOR_MAGIC or place + _BIG_END.size > size:
        return int(length)
    stream.seek(place)
    return int(_BIG_END.unpack(stream.read(_BIG_END.size))[8])
