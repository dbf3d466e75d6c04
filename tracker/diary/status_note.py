"""The last status line, kept beside the data file so that a shell prompt needn't work it out again.

A prompt asks at every line, the answer changes with the file or with the day. The note counts for
exactly the file it was made from and until the person's day ends; it is made anew otherwise, and a
note that can't be kept is no loss.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from tracker import __version__
from tracker.domain.dataclass import dataclass
from tracker.domain.text import one_line
from tracker.store.side_files import (
    STATUS,
    make_side_folder,
    read_side_file,
    replace_side_file,
    side_folder,
)

Identity = tuple[int, int, int, int]


@dataclass(frozen=True)
class StatusNote:
    """What `status` prints, and from when until when it counts (ISO times with a zone)."""

    line: str
    outcome: str
    cap_km: float | None
    due: tuple[str, ...]
    made: str
    until: str


def identity_of(file: Path) -> Identity | None:
    """Tell one state of a file from any other; None where there is no file."""
    try:
        seen = file.stat()
    except OSError:
        return None
    return seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns


def read_note(file: Path, *, now: datetime) -> StatusNote | None:
    """Return the note if it was made from this very file and still counts."""
    identity = identity_of(file)
    if identity is None:
        return None
    try:
        found = json.loads(read_side_file(_beside(file)))
        if found["of"] != [*identity, __version__]:
            return None
        note = _note(found["note"])
        counts = datetime.fromisoformat(note.made) <= now < datetime.fromisoformat(note.until)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return note if counts else None


def keep_note(file: Path, note: StatusNote, *, identity: Identity) -> None:
    """Keep a note for a state of the file, readable by its owner alone."""
    content = json.dumps({"of": [*identity, __version__], "note": asdict(note)})
    with suppress(OSError):
        replace_side_file(make_side_folder(_real(file)) / STATUS, content.encode())


def _note(found: dict[str, Any]) -> StatusNote:
    """Read a note as foreign text: what is printed of it can't steer the terminal."""
    cap_km = found["cap_km"]
    return StatusNote(
        line=one_line(found["line"]),
        outcome=one_line(found["outcome"]),
        cap_km=None if cap_km is None else float(cap_km),
        due=tuple(one_line(each) for each in found["due"]),
        made=found["made"],
        until=found["until"],
    )


def _beside(file: Path) -> Path:
    return side_folder(_real(file)) / STATUS


def _real(file: Path) -> Path:
    return Path(os.path.realpath(file))
