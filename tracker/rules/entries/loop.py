"""The rules in a loop: what must hold for made-up runners who do as they are told (section 4.4)."""

from typing import Final

from tracker.rules.rule import Rule
from tracker.rules.simulation import TRIED, TriedRunner

_LIMITS: Final = "Simulation, not patients: it can't tell whether people are like this."


def _entry(each: TriedRunner) -> Rule:
    text = f"A made-up runner ({each.runner[:1].lower()}{each.runner[1:]}) {each.bound}."
    return Rule(each.rule, each.runner, f"{text} Measured: {each.now}.", ("design",), _LIMITS)


LOOP: Final = tuple(_entry(each) for each in TRIED)
