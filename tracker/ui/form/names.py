"""Completes the last of several names in one field."""

from collections.abc import Iterable

from textual.suggester import Suggester

from tracker.domain.name_fields import names_in


class NamesSuggester(Suggester):
    """Completes the last of the names, between commas, with a known one that is not there yet."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.known = tuple(known)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the text with its last name completed, or None."""
        before, comma, last = value.rpartition(",")
        typed = last.lstrip()
        there = {name.casefold() for name in names_in(before, self.known)}
        for name in self.known:
            fits = name.casefold().startswith(typed.casefold()) and name.casefold() not in there
            if typed and fits and len(name) > len(typed):
                return f"{before}{comma}{last}{name[len(typed) :]}"
        return None
