"""A routine as JSON values and back; a foreign one is believed field by field or not at all.

Both the built-in routines (domain section 5.2) and a person's own come in here. The shape is that
of the built-in ones: id, title, mode, when, steps.
"""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any, Final, NoReturn, TypeVar

from tracker.domain.problem import Problem
from tracker.domain.routine import Routine, RoutineStep, SkipCode, StepSides
from tracker.domain.text import one_line, quoted
from tracker.rules import routine_bounds as b
from tracker.rules.routine_bounds import Bound
from tracker.rules.stretching import EXTRA_STEPS

Json = Any

STEP_FIELDS: Final = (
    "id", "name", "target", "mode", "sides", "hold_s", "reps", "est_s", "cue", "caution", "skip_if",
)  # fmt: skip
_ROUTINE_FIELDS: Final = ("id", "title", "mode", "when", "steps")
_MAY_STAND_BY: Final = frozenset({"code", "total_s", "seconds", "builtin", "hidden"})
_STEP_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,23}", re.ASCII)
_ROUTINE_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*", re.ASCII)
_EXTRA_IDS: Final = frozenset(step.id for step in EXTRA_STEPS)

_Word = TypeVar("_Word", bound=StrEnum)


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _refuse(path: str, sentence: str) -> NoReturn:
    raise _RefusedError(Problem(path, f"{path} {sentence}"))


def read_routine(value: Json) -> Routine | Problem:
    """Read a routine from JSON values; what is wrong comes back with the field's path."""
    try:
        return _routine(value)
    except _RefusedError as refused:
        return refused.problem


def routine_values(routine: Routine) -> dict[str, Json]:
    """Return a routine as JSON values in the shape of the built-in ones."""
    return {
        "id": routine.id,
        "title": routine.title,
        "mode": routine.mode,
        "when": routine.when,
        "total_s": routine.seconds,
        "steps": [step_values(step) for step in routine.steps],
    }


def step_values(step: RoutineStep) -> dict[str, Json]:
    """Return a step as JSON values."""
    return {name: getattr(step, name) for name in STEP_FIELDS} | {
        "sides": step.sides.value,
        "skip_if": [code.value for code in step.skip_if],
    }


def mode_of(steps: Collection[RoutineStep]) -> str:
    """Return a routine's mode: that of its steps where all but the walks agree, else mixed."""
    modes = {step.mode for step in steps} - {"walk"}
    if not modes:
        return "walk"
    return modes.pop() if len(modes) == 1 else "mixed"


def _routine(value: Json) -> Routine:
    entry = _object(value, "the file", needs=_ROUTINE_FIELDS, knows=_MAY_STAND_BY)
    steps = entry["steps"]
    if not isinstance(steps, list) or not steps:
        _refuse("steps", "is a list of at least one step: [{…}, …].")
    if len(steps) > b.STEPS_MAX:
        _refuse("steps", f"holds {len(steps):,} steps. Write {b.STEPS_MAX} at the most.")
    read = tuple(_step(step, f"steps[{place}]") for place, step in enumerate(steps))
    _refuse_twins(read)
    return Routine(
        id=_text(entry["id"], "id", most=b.ID_MAX, pattern=_ROUTINE_ID),
        code="",
        title=_text(entry["title"], "title", most=b.TITLE_MAX, needed=True),
        mode=_one_of(entry["mode"], "mode", b.ROUTINE_MODES),
        when=_text(entry["when"], "when", most=b.WHEN_MAX),
        steps=read,
        builtin=False,
    )


def _step(value: Json, path: str) -> RoutineStep:
    entry = _object(value, path, needs=STEP_FIELDS)
    step_id = _text(entry["id"], f"{path}.id", most=b.ID_MAX, pattern=_STEP_ID)
    if step_id in _EXTRA_IDS:
        _refuse(f"{path}.id", f"is {step_id}, which stands for an added step. Write another.")
    if entry["mode"] == b.STATIC and entry["hold_s"] == 0:
        _refuse(f"{path}.hold_s", "is 0 in a static step. Write the seconds of its hold.")
    return RoutineStep(
        id=step_id,
        name=_text(entry["name"], f"{path}.name", most=b.NAME_MAX, needed=True),
        target=_text(entry["target"], f"{path}.target", most=b.TARGET_MAX),
        mode=_one_of(entry["mode"], f"{path}.mode", b.STEP_MODES),
        sides=_word(entry["sides"], f"{path}.sides", StepSides),
        hold_s=_number(entry["hold_s"], f"{path}.hold_s", b.HOLD_S),
        reps=_number(entry["reps"], f"{path}.reps", b.REPS),
        est_s=_number(entry["est_s"], f"{path}.est_s", b.STEP_S),
        cue=_text(entry["cue"], f"{path}.cue", most=b.CUE_MAX),
        caution=_text(entry["caution"], f"{path}.caution", most=b.CUE_MAX),
        skip_if=_codes(entry["skip_if"], f"{path}.skip_if"),
    )


def _refuse_twins(steps: tuple[RoutineStep, ...]) -> None:
    seen: dict[str, int] = {}
    for place, step in enumerate(steps):
        first = seen.setdefault(step.id.casefold(), place)
        if first != place:
            _refuse(
                f"steps[{place}].id",
                f"is {step.id}, as steps[{first}] has it. Write another.",
            )


def _object(
    value: Json, path: str, *, needs: tuple[str, ...], knows: Collection[str] = ()
) -> Mapping[str, Json]:
    if not isinstance(value, dict):
        _refuse(path, f'is {_shown(value)}. Write an object: {{"{needs[0]}": …}}.')
    lacking = [name for name in needs if name not in value]
    if lacking:
        _refuse(path, f"has no {lacking[0]}. It needs {', '.join(needs)}.")
    strange = [name for name in value if name not in needs and name not in knows]
    if strange:
        _refuse(path, f"has {quoted(strange[0])}, which is no field of it. Take it out.")
    return value


def _text(
    value: Json,
    path: str,
    *,
    most: int,
    needed: bool = False,
    pattern: re.Pattern[str] | None = None,
) -> str:
    if value is None and not needed and pattern is None:
        return ""
    if not isinstance(value, str):
        _refuse(path, f"is {_shown(value)}. Write a text in quotation marks.")
    text = value.strip()
    if one_line(text) != text:
        _refuse(path, "holds line ends or control characters. Write it in one line of text.")
    if len(text) > most:
        _refuse(path, f"has {len(text):,} characters. Write {most} at the most.")
    if pattern is not None and not pattern.fullmatch(text):
        _refuse(path, f"is {quoted(text)}. Write letters, digits, - and _ only.")
    if needed and not text:
        _refuse(path, "is empty. Write a name.")
    return text


def _number(value: Json, path: str, bound: Bound) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not whole or not bound.low <= value <= bound.high:
        _refuse(
            path,
            f"is {_shown(value)}. Write a whole number from {bound.low} to {bound.high}.",
        )
    return int(value)


def _one_of(value: Json, path: str, words: Collection[str]) -> str:
    if not isinstance(value, str) or value not in words:
        _refuse(path, f"is {_shown(value)}. Write one of {', '.join(words)}.")
    return value


def _word(value: Json, path: str, kind: type[_Word]) -> _Word:
    return kind(_one_of(value, path, [each.value for each in kind]))


def _codes(value: Json, path: str) -> tuple[SkipCode, ...]:
    if not isinstance(value, list):
        _refuse(path, f"is {_shown(value)}. Write a list, [] for none.")
    read = (_word(code, f"{path}[{place}]", SkipCode) for place, code in enumerate(value))
    return tuple(dict.fromkeys(read))


def _shown(value: Json) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    known = {None: "null", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return known[value]
    return str(value)[:24]
