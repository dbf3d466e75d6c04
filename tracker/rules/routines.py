"""The built-in stretch routines (domain section 5.2), read once from the package's own data."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from tracker.domain.routine import Routine, RoutineStep, SkipCode, StepSides


@cache
def builtin_routines() -> Mapping[str, Routine]:
    """Give the five built-in routines by id, in the order in which a day needs them."""
    text = files("tracker.rules").joinpath("data/routines.json").read_text(encoding="utf-8")
    return {key: _routine(key, entry) for key, entry in json.loads(text).items()}


def _routine(key: str, entry: Mapping[str, Any]) -> Routine:
    routine = Routine(
        id=key,
        code=entry["id"],
        title=entry["title"],
        mode=entry["mode"],
        when=entry["when"],
        steps=tuple(_step(step) for step in entry["steps"]),
    )
    if routine.seconds != entry["total_s"]:
        message = f"{key}: its steps take {routine.seconds} s, not {entry['total_s']} s"
        raise ValueError(message)
    return routine


def _step(entry: Mapping[str, Any]) -> RoutineStep:
    known = {key: entry[key] for key in ("id", "name", "target", "mode", "cue", "caution")}
    return RoutineStep(
        **known,
        sides=StepSides(entry["sides"]),
        hold_s=int(entry["hold_s"]),
        reps=int(entry["reps"]),
        est_s=int(entry["est_s"]),
        skip_if=tuple(SkipCode(code) for code in entry["skip_if"]),
    )
