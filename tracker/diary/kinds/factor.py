"""Own factors: up to five questions that check-ins ask."""

from collections.abc import Iterator
from typing import Final

from tracker.diary.factors import asked_factors
from tracker.diary.kinds.kind import Kind
from tracker.diary.snapshot import Snapshot
from tracker.domain.factor import ASKED_MOST, Factor
from tracker.domain.fields import line, yes_no
from tracker.domain.form import FormContext, Values
from tracker.domain.problem import Problem
from tracker.domain.text import quoted

NAME_MAX: Final = 30


def _problems(values: Values, _context: FormContext, snapshot: Snapshot) -> Iterator[Problem]:
    name = values.get("name") or ""
    if "=" in name:
        yield Problem("name", f"{quoted(name)} has an = in it. Leave that out.")
    for each in snapshot.of(Factor):
        if each.id != values["id"] and each.name.casefold() == name.casefold():
            yield Problem("name", f"{quoted(each.name)} is on file already.")
    others = [each for each in asked_factors(snapshot) if each.id != values["id"]]
    if values.get("asked") is not False and len(others) >= ASKED_MOST:
        names = ", ".join(each.name for each in others)
        words = f"{ASKED_MOST} are asked already: {names}. Stop asking one of them first."
        yield Problem("asked", words)


FACTOR: Final = Kind(
    type=Factor,
    name="factor",
    word="own factor",
    title="Own factor",
    lead=(
        "A question of your own that a check-in asks: yes, no, or nothing said. What was not said"
        " is never taken for a no."
    ),
    done="Factor saved. u undoes.",
    palette="Add a question of your own to the check-in",
    heading="Factor",
    line=lambda factor, _snapshot: (factor.name, "" if factor.asked else "no longer asked"),
    fields=(
        line("name", "Question", longest=NAME_MAX, missing="Name it, as in: desk day."),
        yes_no("asked", "Asked"),
    ),
    arguments=("name",),
    usual=lambda _context: {"asked": True},
    undo=lambda factor, _settings: f"the own factor {factor.name}",
    make=lambda values, _context, _base: {**values, "asked": values["asked"] is not False},
    check=_problems,
)
