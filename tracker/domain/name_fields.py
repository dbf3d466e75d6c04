"""A field of a form that holds several names, between commas."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from tracker.domain.fields import lines_of
from tracker.domain.form import BETWEEN, Field, FieldKind, FormContext
from tracker.domain.problem import Problem
from tracker.domain.text import clean_text

COMMA: Final = ", "
IDS: Final = " by id"
"""Follows the name of a field where the ids of what it names are known."""


def names(name: str, label: str, **more: Any) -> Field[tuple[str, ...]]:  # noqa: ANN401
    """Make a field for several names, between commas; each of them is known, or new."""

    def parse(text: str, context: FormContext) -> tuple[str, ...]:
        if BETWEEN in text:
            return tuple(dict.fromkeys(filter(None, map(clean_text, lines_of(text)))))
        return names_in(text, context.known.get(name, ()))

    def new(given: tuple[str, ...], context: FormContext) -> str:
        unknown = [each for each in given if each not in context.known.get(name, ())]
        return f"new: {COMMA.join(unknown)}" if unknown else ""

    return Field(
        name=name,
        label=label,
        parse=parse,
        write=lambda given, _context: COMMA.join(given),
        kind=FieldKind.NAMES,
        empty=(),
        understood=new,
        **more,
    )


def pieces(name: str, label: str, **more: Any) -> Field[tuple[str, ...]]:  # noqa: ANN401
    """Make a field for several things by their names, which the record holds by their ids.

    What is known gives the names under the field's name, and the ids beside it; of two things of
    one name the first is meant. A name that nothing has stays a name.
    """
    by_name = names(name, label, **more)

    def parse(text: str, context: FormContext) -> tuple[str, ...] | Problem:
        found = by_name.parse(text, context)
        if isinstance(found, Problem):
            return found
        ids = {known.casefold(): key for key, known in reversed(_known(context))}
        return tuple(dict.fromkeys(ids.get(each.casefold(), each) for each in found))

    def write(given: tuple[str, ...], context: FormContext) -> str:
        found = dict(_known(context))
        return by_name.write(tuple(found.get(each, each) for each in given), context)

    def new(given: tuple[str, ...], context: FormContext) -> str:
        unknown = [each for each in given if each not in dict(_known(context))]
        return f"new: {COMMA.join(unknown)}" if unknown else ""

    def _known(context: FormContext) -> list[tuple[str, str]]:
        known = context.known
        return list(zip(known.get(name + IDS, ()), known.get(name, ()), strict=True))

    return replace(by_name, parse=parse, write=write, understood=new)


def names_in(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the names in a text with commas; known ones as they are written.

    A known name that has a comma inside is one name.
    """
    longest_first = sorted(known, key=len, reverse=True)
    names: list[str] = []
    rest = text.strip(" ,")
    while rest:
        name, rest = _first_name(rest, longest_first)
        rest = rest.strip(" ,")
        names.append(clean_text(name))
    return tuple(dict.fromkeys(filter(None, names)))


def _first_name(text: str, longest_first: Iterable[str]) -> tuple[str, str]:
    for name in longest_first:
        if text.casefold().startswith(name.casefold()):
            rest = text[len(name) :].lstrip()
            if not rest or rest.startswith(","):
                return name, rest
    name, _comma, rest = text.partition(",")
    return name.strip(), rest
