"""Which site a run's steps are about."""

from collections.abc import Mapping, Sequence

from tracker.domain.site import PainSite
from tracker.ui.widgets.choice_row import ChoiceRow


class WhereRow(ChoiceRow):
    """One of the tracked sites; with a single one there is nothing to choose."""

    def __init__(self, places: Sequence[PainSite], *, chosen: PainSite | None) -> None:
        self._places = dict(enumerate(places))
        options = tuple((str(number), place.label) for number, place in self._places.items())
        value = next((str(at) for at, place in self._places.items() if place == chosen), None)
        super().__init__("Where", options, value=value, required=True, id="where")
        self.display = len(options) > 1

    @property
    def place(self) -> PainSite | None:
        """Return the chosen site; None where none is tracked."""
        return self._places[int(self.value)] if self.value else None


def sorest(places: Sequence[PainSite], scores: Mapping[PainSite, int]) -> PainSite | None:
    """Return the site that hurts most; the first one where none was scored."""
    return max(places, key=lambda place: scores.get(place, -1), default=None)
