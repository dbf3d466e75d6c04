"""When there are enough days to look for a pattern at all (R-AN-05.2)."""

from tracker.domain.dataclass import dataclass
from tracker.rules import constants as c


@dataclass(frozen=True, slots=True)
class PatternGate:
    """How many pairs of days there are, and how many of them with the exposure."""

    pairs: int
    exposed: int

    @property
    def unexposed(self) -> int:
        """Return the pairs without the exposure."""
        return self.pairs - self.exposed

    @property
    def open(self) -> bool:
        """Return whether there are enough pairs in all and in each group (C-27)."""
        fewest = min(self.exposed, self.unexposed)
        return self.pairs >= c.PATTERN_PAIRS_MIN and fewest >= c.PATTERN_GROUP_MIN

    @property
    def text(self) -> str:
        """Return the sentence for a gate that is not open yet."""
        return (
            f"Not enough days yet: {self.exposed} with, {self.unexposed} without;"
            f" need {c.PATTERN_GROUP_MIN} each and {c.PATTERN_PAIRS_MIN} in total."
        )
