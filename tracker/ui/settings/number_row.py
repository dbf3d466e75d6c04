"""A threshold of the rules as a field: what it is for, and how far it may be moved."""

from dataclasses import dataclass
from typing import Final

from textual.content import Content

from tracker.domain.problem import Problem
from tracker.domain.scale import parse_whole_number
from tracker.domain.settings import Settings
from tracker.rules.limits import bounds_of, parse_limit
from tracker.ui.widgets.field_row import FieldRow

COPIES: Final = "backups_kept"
_COPIES_MOST: Final = 365
_CELLS: Final = 5


@dataclass(frozen=True, slots=True)
class Number:
    """One field of Settings that is a number, and the constant it changes.

    `name` begins the sentence about what can't be read.
    """

    setting: str
    label: str
    name: str
    unit: str
    constant: str = ""

    @property
    def bounds(self) -> tuple[int, int]:
        """Give the lowest and the highest value."""
        return (1, _COPIES_MOST) if self.setting == COPIES else bounds_of(self.setting)


NUMBERS: Final = (
    Number("green_max", "Comfort up to", "The end of the comfort zone", "of 10", "C-02"),
    Number("run_cap_percent", "Longest run", "The cap", "% of longest", "C-09"),
    Number("reassess_min", "Look again after", "The time", "min slower", "C-12"),
    Number("step_back_percent", "A step back is", "A step back", "% less", "C-18"),
    Number("advances_per_week", "Steps up", "Steps up", "in 7 days", "C-19"),
    Number("shoes_note_km", "Shoes: note at", "The distance", "km", "C-25"),
    Number("shoes_inspect_km", "Shoes: look at", "The distance", "km", "C-25"),
    Number("sleep_h_min", "Enough sleep", "Enough sleep", "h or more", "C-28"),
    Number("sleep_quality_low", "Poor sleep up to", "Poor sleep", "of 5", "C-28"),
)
KEPT: Final = Number(COPIES, "Daily copies", "The count of copies", "kept")


class NumberRow(FieldRow):
    """A field for one number; at its right stand the bounds and the constant's id."""

    def __init__(self, number: Number, settings: Settings) -> None:
        super().__init__(
            number.label,
            text=f"{getattr(settings, number.setting):g}",
            unit=number.unit,
            cells=_CELLS,
            id=number.setting,
        )
        self.number = number
        low, high = number.bounds
        self.set_hint(Content.styled(f"{low} to {high}  {number.constant}".rstrip(), "$dim"))

    @property
    def value(self) -> float | Problem:
        """Read what is typed."""
        number = self.number
        if number.constant:
            return parse_limit(number.setting, self.text, name=number.name)
        low, high = number.bounds
        return parse_whole_number(self.text, number.setting, name=number.name, low=low, high=high)
