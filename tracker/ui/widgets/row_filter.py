"""What a list is narrowed to, as it is typed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from tracker.domain.dataclass import dataclass

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class RowFilter:
    """The text that rows must hold; while `typing` every printable key goes on with it."""

    text: str = ""
    typing: bool = False

    def __bool__(self) -> bool:
        """Return whether it shows: it narrows the list, or is being typed."""
        return self.typing or bool(self.text)

    def typed(self, key: str, character: str | None) -> "RowFilter | None":
        """Return what a key makes of it; None where the key is none of its own."""
        if self and key == "escape":
            return RowFilter()
        if not self.typing:
            return None
        if key == "enter":
            return replace(self, typing=False)
        printable = character is not None and character.isprintable()
        text = {"backspace": self.text[:-1], "ctrl+u": ""}.get(
            key, f"{self.text}{character}" if printable else None
        )
        return None if text is None else replace(self, text=text)

    def apply(self, items: Sequence[_Item], texts: Callable[[], list[str]]) -> Sequence[_Item]:
        """Return the items that hold every word of the text, in capitals or not.

        `texts` gives the items' words, case-folded; it is asked only where there is a filter.
        """
        words = self.text.casefold().split()
        if not words:
            return items
        return [
            item
            for item, text in zip(items, texts(), strict=True)
            if text and all(word in text for word in words)
        ]
