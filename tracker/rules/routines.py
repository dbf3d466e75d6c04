"""The built-in stretch routines (domain section 5.2), read once from the package's own data."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from tracker.domain.problem import Problem
from tracker.domain.routine import Routine
from tracker.rules.routine_reading import mode_of, read_routine


@cache
def builtin_routines() -> Mapping[str, Routine]:
    """Return the six built-in routines by id, in the order in which a day needs them."""
    text = files("tracker.rules").joinpath("data/routines.json").read_text(encoding="utf-8")
    return {key: checked_builtin(key, entry) for key, entry in json.loads(text).items()}


def checked_builtin(key: str, entry: Mapping[str, Any]) -> Routine:
    """Read a built-in routine, every field of it. Raises ValueError that names the field."""
    read = read_routine(entry)
    if isinstance(read, Problem):
        message = f"{key}: {read.message}"
        raise ValueError(message)  # noqa: TRY004 - the data is wrong, not its type
    if read.seconds != entry.get("total_s"):
        message = f"{key}: its steps take {read.seconds} s, not {entry.get('total_s')} s"
        raise ValueError(message)
    if read.mode != mode_of(read.steps):
        message = f"{key}: its mode is {mode_of(read.steps)}, not {read.mode}"
        raise ValueError(message)
    return replace(read, id=key, code=read.id, builtin=True)
