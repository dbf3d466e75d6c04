"""The person's own factors by name, and what each day says of them."""

from datetime import date
from typing import Final

from tracker.diary.day_state import day_state
from tracker.diary.snapshot import Snapshot
from tracker.domain.factor import Factor
from tracker.domain.name_fields import IDS

FACTORS: Final = "factors"
"""The field of a check-in that answers them."""
ASKED: Final = " asked"
"""Follows that field's name where the names of those that are asked are known."""


def asked_factors(snapshot: Snapshot) -> tuple[Factor, ...]:
    """Return the factors that check-ins ask, in the order in which they were added."""
    return tuple(each for each in snapshot.of(Factor) if each.asked)


def known_factors(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Return what a form of a check-in must know to ask and to read them."""
    every = sorted(snapshot.of(Factor), key=lambda each: not each.asked)
    return {
        FACTORS: tuple(each.name for each in every),
        FACTORS + IDS: tuple(each.id for each in every),
        FACTORS + ASKED: tuple(each.name for each in asked_factors(snapshot)),
    }


def answer_on(snapshot: Snapshot, factor: Factor, day: date) -> bool | None:
    """Return a day's answer: yes where any check-in says so, None where none says anything."""
    given = [
        answer.yes
        for item in day_state(snapshot, day).check_ins
        for answer in item.factors
        if answer.factor == factor.id
    ]
    return any(given) if given else None
