"""What is wrong with one thing that was typed, as a value."""

from typing import TypeAlias

from tracker.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about one field.

    `field` names the field as the record does ("distance", "before"), or "" for the whole request.
    `message` says what is wrong and what to type instead.
    """

    field: str
    message: str


Problems: TypeAlias = tuple[Problem, ...]
