"""A field of a form that holds several names, between commas."""

from collections.abc import Iterable
from typing import Any, Final

from tracker.domain.fields import lines_of
from tracker.domain.form import BETWEEN, Field, FieldKind, FormContext
from tracker.domain.text import clean_text

COMMA: Final = ", "


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
