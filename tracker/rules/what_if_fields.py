"""Reading the fields of a case typed by a person: types, ranges, and the key that is wrong."""

import math
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final, TypeVar

from tracker.domain.pain import SCORE_MAX
from tracker.domain.problem import Problem
from tracker.rules.hundredths import POINT, hundredths

_Word = TypeVar("_Word", bound=StrEnum)
_Item = TypeVar("_Item")

KM_MAX: Final = 1000
_RENAMED: Final = {"ref": "it is called usual now, a number with at most two decimals."}


class WhatIfError(Exception):
    """A field that can't be read; carries the Problem that names it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def refuse(key: str, message: str) -> WhatIfError:
    """Make the error for one key."""
    return WhatIfError(Problem(key, f"{key}: {message}"))


class Fields:
    """One JSON object of a case; a key left out and null both mean not known.

    Every reader raises WhatIfError with a sentence that names the key, written from the top.
    """

    def __init__(self, value: object, *, path: str = "", known: Sequence[str]) -> None:
        if not isinstance(value, Mapping):
            raise refuse(path or "input", "give an object with keys and values.")
        for former, message in _RENAMED.items():
            if former in value:
                raise refuse(_join(path, former), message)
        for key, said in value.items():
            # An unknown key that says nothing changes no answer.
            if key not in known and said is not None and said is not False:
                raise refuse(_join(path, str(key)), f"not a known key. Use {', '.join(known)}.")
        self._values: Mapping[str, Any] = value
        self._path = path

    def path(self, key: str) -> str:
        """Return a key as written from the top of the input: `last_run.days_ago`."""
        return _join(self._path, key)

    def raw(self, key: str) -> object:
        """Return a value as it stands."""
        return self._values.get(key)

    def has(self, key: str) -> bool:
        """Return whether a key is there, also where it is null."""
        return key in self._values

    def integer(self, key: str, *, low: int = 0, high: int | None = None) -> int | None:
        """Read a whole number within bounds."""
        value = self.raw(key)
        return None if value is None else integer(value, self.path(key), low=low, high=high)

    def needed_integer(self, key: str, *, low: int = 0, high: int | None = None) -> int:
        """Read a whole number that the case can't do without."""
        value = self.integer(key, low=low, high=high)
        if value is None:
            raise refuse(self.path(key), "missing; give a whole number.")
        return value

    def decimal(
        self, key: str, *, low: int | None = None, high: int | None = None
    ) -> Fraction | None:
        """Read a number exactly as it is written."""
        value = self.raw(key)
        return None if value is None else decimal(value, self.path(key), low=low, high=high)

    def hundredths(self, key: str) -> int | None:
        """Read a number as whole hundredths, halves up."""
        value = self.decimal(key)
        return None if value is None else hundredths(value)

    def level(self, key: str) -> int | None:
        """Read an average of scores, written with at most two decimals, as whole hundredths."""
        value = self.decimal(key, low=0, high=SCORE_MAX)
        if value is None:
            return None
        if (value * POINT).denominator != 1:
            raise refuse(self.path(key), "use a number with at most two decimals.")
        return hundredths(value)

    def metres(self, key: str) -> int | None:
        """Read kilometres as whole metres."""
        value = self.raw(key)
        return None if value is None else metres(value, self.path(key))

    def flag(self, key: str) -> bool:
        """Read true or false; not known counts as false."""
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        raise refuse(self.path(key), "use true or false.")

    def word(self, key: str, words: type[_Word]) -> _Word | None:
        """Read one of a set of words."""
        value = self.raw(key)
        return None if value is None else word(value, self.path(key), words)

    def items(self, key: str, read: Callable[[object, str], _Item]) -> tuple[_Item, ...]:
        """Read a list, each item by `read(value, path)`; not known counts as empty."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise refuse(self.path(key), "give a list.")
        return tuple(read(item, f"{self.path(key)}[{at}]") for at, item in enumerate(value))


def integer(value: object, path: str, *, low: int = 0, high: int | None = None) -> int:
    """Read a whole number; 3.0 is one, 3.5, true and "3" are not."""
    whole = isinstance(value, float) and value.is_integer()
    if isinstance(value, bool) or not (isinstance(value, int) or whole):
        raise refuse(path, f"use a whole number{_bounds(low, high)}.")
    number = int(value)  # type: ignore[call-overload]
    if number < low or (high is not None and number > high):
        raise refuse(path, f"use a whole number{_bounds(low, high)}.")
    return int(number)


def decimal(
    value: object, path: str, *, low: int | None = None, high: int | None = None
) -> Fraction:
    """Read a number exactly as its digits say, so that 1.1 is eleven tenths."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise refuse(path, f"use a number{_bounds(low, high)}.")
    if isinstance(value, float) and not math.isfinite(value):
        raise refuse(path, f"use a number{_bounds(low, high)}.")
    # A whole number can be longer than a float, or than the digits Python writes at once.
    number = Fraction(value) if isinstance(value, int) else Fraction(Decimal(str(value)))
    if (low is not None and number < low) or (high is not None and number > high):
        raise refuse(path, f"use a number{_bounds(low, high)}.")
    return number


def metres(value: object, path: str) -> int:
    """Read kilometres as whole metres, halves up."""
    number = decimal(value, path, low=0, high=KM_MAX)
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return int((exact * 1000).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def word(value: object, path: str, words: type[_Word]) -> _Word:
    """Read one of a set of words, exactly as the rules write it."""
    for member in words:
        if value == member.value:
            return member
    raise refuse(path, f"use one of {', '.join(member.value for member in words)}.")


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _bounds(low: int | None, high: int | None) -> str:
    if low is None:
        return ""
    return f", {low} or more" if high is None else f" from {low} to {high}"
