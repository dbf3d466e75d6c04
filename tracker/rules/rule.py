"""What the catalogue says about one rule."""

from typing import Final

from tracker.domain.dataclass import dataclass

OWN_CHOICE: Final = "No study sets this; it is our own cautious choice."


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, title, the rule in one plain sentence, its sources, what they don't say.

    A source is a key of the source register ("F6"), "article", "design", or a citation from memory.
    """

    id: str
    title: str
    text: str
    sources: tuple[str, ...] = ("design",)
    limits: str = OWN_CHOICE
