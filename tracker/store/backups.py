"""Copies of the whole file in a folder beside it, named after the file and numbered in order."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from tracker.store.file import make_private_folder, write_new_file

FOLDER = "backups"
KEEP = 14
KEEP_AT_LEAST = 2
DAILY = "daily"
_ROOM_FOR_THE_SAVE = 3


class Backup(Struct, frozen=True):
    """One copy. `number` grows with each, also when the machine's clock is set back."""

    path: Path
    number: int
    at: datetime
    reason: str
    size: int


class Backups:
    """The copies of one data file; the newest `keep` daily ones stay, and as many of the others."""

    def __init__(self, file: Path, *, keep: int = KEEP) -> None:
        self.folder = file.parent / FOLDER
        self.keep = keep
        self._seen_today: date | None = None
        self._stem = file.name.removesuffix(".json")
        name = r"-(\d{6,})-(\d{8}T\d{6}[+-]\d{4})-([a-z-]+)\.json"
        self._name = re.compile(re.escape(self._stem) + name)

    def newest_first(self) -> list[Backup]:
        """List the copies; an unreadable folder has none."""
        found: list[Backup] = []
        with suppress(OSError):
            found = list(self._found())
        return sorted(found, key=lambda backup: backup.number, reverse=True)

    def any(self) -> bool:
        """Tell whether there is a copy. Raises OSError where the folder is there but unreadable."""
        try:
            return bool(list(self._found()))
        except (FileNotFoundError, NotADirectoryError):
            return False

    def create(self, content: bytes, *, reason: str, now: datetime) -> Backup:
        """Write a copy through to the drive, then let go of the oldest of its sort.

        Raises OSError where it can't be written; nothing is let go then.
        """
        known = self.newest_first()
        number = known[0].number + 1 if known else 1
        name = f"{self._stem}-{number:06d}-{now:%Y%m%dT%H%M%S%z}-{reason}.json"
        make_private_folder(self.folder)
        backup = Backup(self.folder / name, number, now, reason, len(content))
        write_new_file(backup.path, content)
        same = [old for old in (backup, *known) if (old.reason == DAILY) == (reason == DAILY)]
        for old in same[max(self.keep, KEEP_AT_LEAST) :]:
            with suppress(OSError):
                old.path.unlink()
        return backup

    def create_daily(self, read: Callable[[], bytes | None], *, now: datetime) -> None:
        """Write today's copy where there is none yet; left out where it might crowd out the save.

        The day is the one of the machine's calendar. Never raises: a save must not fail for it.
        """
        if self._seen_today == now.date():
            return
        self._seen_today = now.date()
        if any(backup.at.date() == now.date() for backup in self.newest_first()):
            return
        with suppress(OSError):
            content = read()
            if content:
                self.create_where_room(content, reason=DAILY, now=now)

    def create_where_room(self, content: bytes, *, reason: str, now: datetime) -> None:
        """Write a copy that may be missing where space is short. Never raises OSError."""
        with suppress(OSError):
            if self._room(len(content)):
                self.create(content, reason=reason, now=now)

    def _room(self, size: int) -> bool:
        if not hasattr(os, "statvfs"):
            return True
        drive = os.statvfs(self.folder.parent)
        return drive.f_bavail * drive.f_frsize >= _ROOM_FOR_THE_SAVE * size

    def _found(self) -> Iterator[Backup]:
        for entry in os.scandir(self.folder):
            match = self._name.fullmatch(entry.name)
            if match is None:
                continue
            with suppress(ValueError, OSError):
                at = datetime.strptime(match[2], "%Y%m%dT%H%M%S%z")
                size = entry.stat().st_size
                yield Backup(Path(entry.path), int(match[1]), at, match[3], size)
