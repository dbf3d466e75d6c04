"""The last status line, kept beside the data file so that a shell prompt needn't work it out again.

A prompt asks at every line, the answer changes with the file or with the day. The note counts for
exactly the file it was made from and until the person's day ends; it is made anew otherwise, and a
note that can't be kept is no loss.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from tracker import __version__

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
    """Give the note if it was made from this very file and still counts."""
    identity = identity_of(file)
    if identity is None:
        return None
    try:
        found = json.loads(_beside(file).read_bytes())
        if found["of"] != [*identity, __version__]:
            return None
        note = StatusNote(**{**found["note"], "due": tuple(found["note"]["due"])})
        counts = datetime.fromisoformat(note.made) <= now < datetime.fromisoformat(note.until)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return note if counts else None


def keep_note(file: Path, note: StatusNote, *, identity: Identity) -> None:
    """Keep a note for a state of the file, readable by its owner alone."""
    target = _beside(file)
    draft = target.with_name(f"{target.name}-{os.getpid()}")
    content = json.dumps({"of": [*identity, __version__], "note": asdict(note)})
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "w", encoding="utf-8") as stream:  # noqa: PTH123 - opened for its mode
            stream.write(content)
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _beside(file: Path) -> Path:
    return file.with_name(f".{file.name}.status")
