"""Copies that a sync tool leaves beside the diary where two machines changed it at once."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final

_CONFLICT: Final = re.compile("conflict|konflikt|conflit|conflitt", re.IGNORECASE)
"""Syncthing: `diary.sync-conflict-20261123-071200-ABC.json`; Dropbox: `diary (Ada's conflicted
copy 2026-11-23).json`, in the language of the account; Nextcloud and ownCloud much the same."""
_BEGINNING: Final = re.compile(rb'\s*\{\s*"_meta"\s*:')
_HEAD: Final = 4096


def begins_like_a_diary(path: Path) -> bool:
    """Return whether a file begins like a diary of this program."""
    with suppress(OSError, ValueError):
        if path.is_file():
            with path.open("rb") as stream:
                return _BEGINNING.match(stream.read(_HEAD)) is not None
    return False


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Return the copies of a diary's file beside it, the names in order."""
    stem, ending = path.stem, path.suffix
    found = []
    with suppress(OSError):
        for entry in os.scandir(path.parent):
            name = entry.name
            beside = name.startswith(stem) and name.endswith(ending) and name != path.name
            if beside and _CONFLICT.search(name.removeprefix(stem)):
                copy = path.parent / name
                if begins_like_a_diary(copy):
                    found.append(copy)
    return tuple(sorted(found))
