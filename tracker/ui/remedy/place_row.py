"""Where a remedy was used: one of the tracked sites, or elsewhere."""

from collections.abc import Sequence
from typing import Final

from tracker.domain.site import PainSite
from tracker.ui.widgets.choice_row import ChoiceRow

_ELSEWHERE: Final = "elsewhere"


class PlaceRow(ChoiceRow):
    """One of the sites, elsewhere, or not said; without a site there is nothing to choose."""

    def __init__(self, places: Sequence[PainSite], *, chosen: PainSite | None) -> None:
        self._places = {str(number): place for number, place in enumerate(places)}
        options = tuple((number, place.label) for number, place in self._places.items())
        value = next((number for number, each in self._places.items() if each == chosen), None)
        super().__init__("Where", (*options, (_ELSEWHERE, _ELSEWHERE)), value=value, id="where")
        self.display = bool(places)

    @property
    def place(self) -> PainSite | None:
        """Return the chosen site; None where it is none of them."""
        return self._places.get(self.value or "")
