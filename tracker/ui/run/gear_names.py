"""Several names in one field, separated by commas."""

from collections.abc import Iterable
from typing import Final

from textual.suggester import Suggester

BETWEEN: Final = ", "


def split_names(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the names in a text; known ones as they are written, also those with a comma inside."""
    longest_first = sorted(known, key=len, reverse=True)
    names: list[str] = []
    rest = text.strip(" ,")
    while rest:
        name, rest = _first_name(rest, longest_first)
        rest = rest.strip(" ,")
        names.append(name)
    return tuple(dict.fromkeys(names))


def _first_name(text: str, longest_first: Iterable[str]) -> tuple[str, str]:
    for name in longest_first:
        if text.casefold().startswith(name.casefold()):
            rest = text[len(name) :].lstrip()
            if not rest or rest.startswith(","):
                return name, rest
    name, _comma, rest = text.partition(",")
    return name.strip(), rest


class GearSuggester(Suggester):
    """Completes the last of the names with a known one that is not there yet."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.known: tuple[str, ...] = ()

    async def get_suggestion(self, value: str) -> str | None:
        """Give the text with its last name completed, or None."""
        before, comma, last = value.rpartition(",")
        typed = last.lstrip()
        there = {name.casefold() for name in split_names(before, self.known)}
        for name in self.known:
            fits = name.casefold().startswith(typed.casefold()) and name.casefold() not in there
            if typed and fits and len(name) > len(typed):
                return f"{before}{comma}{last}{name[len(typed) :]}"
        return None
