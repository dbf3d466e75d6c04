"""Apple Health's export, which reaches gigabytes: only the workouts and the symptoms are taken out.

The rest is passed over without parsing it, its table of contents too, which is malformed since
iOS 16. Only the beginning and the end of each part are looked for.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from tracker.exchange.activity import Rejected
from tracker.exchange.piece import Inside, Piece, Step

PART_MAX: Final = 4 * 2**20
PARTS_MAX: Final = 50_000
"""Ten workouts and symptoms a day for over ten years."""
TAG_MAX: Final = 16 * 1024
PIECE_BYTES: Final = 256 * 1024
OPENING: Final = b"<HealthData>"
CLOSING: Final = b"</HealthData>"

_CHUNK = 2**20
_EFFORT = b'<Record type="HKQuantityTypeIdentifierWorkoutEffortScore"'
_WORKOUT = b"<Workout "
_BEGINNING = re.compile(
    rb'<(?:Workout |Record type="HK(?:QuantityTypeIdentifierWorkoutEffortScore|'
    rb'CategoryTypeIdentifier(?:LowerBackPain|GeneralizedBodyAche|PelvicPain|Fatigue))")'
)
_BEGINNING_MAX = 80
_TAG_END = re.compile(rb"[^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*>")
_START = re.compile(rb'\sstartDate="([^"]{1,40})"')
_VALUE = re.compile(rb'\svalue="(\d{1,2}(?:\.\d{1,6})?)"')
_EFFORTS_MAX = 50_000
TOO_MANY: Final = (
    f"This file holds more than {PARTS_MAX:,} workouts and symptoms. The rest was left out."
)
_NOTHING = (
    "This file holds no workouts and no back pain, body ache, pelvic pain or fatigue. "
    "Export all health data on the phone."
)


def unpack_apple(stream: BinaryIO, file: str, _inside: Inside) -> Iterator[Step]:
    """Take the workouts and symptoms out of an export, a piece at a time."""
    waiting: list[bytes] = []
    efforts: dict[bytes, bytes] = {}
    found = size = 0
    for part in parts_of(stream):
        if part.startswith(_EFFORT):
            _remember(part, efforts)
            continue
        wanted = _with_effort(part, efforts) if part.startswith(_WORKOUT) else part
        if found >= PARTS_MAX:
            yield Rejected(file, TOO_MANY)
            break
        waiting.append(wanted)
        found += 1
        size += len(wanted)
        if size >= PIECE_BYTES:
            yield _piece(waiting, file)
            waiting, size = [], 0
    if waiting:
        yield _piece(waiting, file)
    elif not found:
        yield Rejected(file, _NOTHING)


def parts_of(stream: BinaryIO) -> Iterator[bytes]:
    """Give the elements of a stream that are wanted, in its order; what is too long is left out."""
    content = b""
    place = 0
    ended = False
    while True:
        begin = _BEGINNING.search(content, place)
        start = len(content) if begin is None else begin.start()
        end, limit = (None, PART_MAX) if begin is None else _end(content, start)
        if end is not None:
            yield content[start:end]
            place = end
        elif begin is not None and len(content) - start > limit:
            # Damaged: going on right behind its beginning would take for ever where all are.
            place = start + limit
        elif ended:
            return
        else:
            # A beginning may be cut in two; all before it is let go.
            kept = min(start, max(place, len(content) - _BEGINNING_MAX))
            chunk = stream.read(_CHUNK)
            ended = not chunk
            content, place = content[kept:] + chunk, 0


def _end(content: bytes, start: int) -> tuple[int | None, int]:
    """Return where a part ends, None where its end is not there yet, and how long it may be."""
    tag = _TAG_END.match(content, start + 1, start + TAG_MAX)
    if tag is None:
        return None, TAG_MAX
    if content[tag.end() - 2 : tag.end() - 1] == b"/":
        return tag.end(), PART_MAX
    closing = b"</Workout>" if content.startswith(_WORKOUT, start) else b"</Record>"
    at = content.find(closing, tag.end(), start + PART_MAX)
    return (None if at < 0 else at + len(closing)), PART_MAX


def _remember(part: bytes, efforts: dict[bytes, bytes]) -> None:
    """Remember an effort that the person gave: it stands before the workout of that start."""
    start, value = _START.search(part), _VALUE.search(part)
    if start and value and len(efforts) < _EFFORTS_MAX:
        efforts[start[1]] = value[1]


def _with_effort(part: bytes, efforts: dict[bytes, bytes]) -> bytes:
    start = _START.search(part)
    effort = efforts.get(start[1]) if start else None
    if effort is None:
        return part
    return part.replace(b"<Workout ", b'<Workout effort="' + effort + b'" ', 1)


def _piece(parts: list[bytes], file: str) -> Piece:
    return Piece(file=file, content=OPENING + b"\n".join(parts) + CLOSING)
