"""Parts of a page in columns: one document order for every width, each part at its place."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a part stands: its column of cells, and the parts that it follows.

    It begins `gap` rows below the lowest of `below`, or in row `gap`. `beside` lets it begin in
    the row of another part, `foot_of` end that many rows above another part's end, drawn over it.
    `rows` gives it a height of its own.
    """

    x: int
    width: int
    below: tuple[str, ...] = ()
    gap: int = 0
    beside: str = ""
    foot_of: str = ""
    rows: int | None = None


class Columns(Layout):
    """Puts children at the places that their ids have; one without a place isn't shown."""

    name: ClassVar[str] = "columns"

    def __init__(self, places: Mapping[str, Place]) -> None:
        """Take the places, in the order in which they refer to each other."""
        self.places = places

    @override
    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        parent.pre_layout(self)
        shown = {child.id: child for child in children if child.id in self.places}
        regions: dict[str, Region] = {}
        placements = []
        for name, place in self.places.items():
            child = shown.get(name)
            if child is None:
                continue
            regions[name] = region = _region(place, child, regions, size, parent.app.size)
            order = 1 if place.foot_of else 0
            placements.append(WidgetPlacement(region, NULL_OFFSET, Spacing(), child, order))
        return placements


def _region(
    place: Place, child: Widget, regions: Mapping[str, Region], size: Size, viewport: Size
) -> Region:
    inner = max(place.width - child.gutter.width, 0)
    rows = place.rows
    if rows is None:
        rows = child.get_content_height(size, viewport, inner) + child.gutter.height
    return Region(place.x, _top(place, regions, rows), place.width, rows)


def _top(place: Place, regions: Mapping[str, Region], rows: int) -> int:
    if place.beside in regions:
        return regions[place.beside].y + place.gap
    if place.foot_of in regions:
        return regions[place.foot_of].bottom - place.gap - rows
    return max(_bottoms(place.below, regions), default=0) + place.gap


def _bottoms(names: Iterable[str], regions: Mapping[str, Region]) -> Iterable[int]:
    return (regions[name].bottom for name in names if name in regions)


class InColumns(Widget):
    """A container whose parts stand at `places`; document order stays the order of the focus.

    It is named after the kind of container that it makes: styles follow the first base alone.
    """

    _columns: Columns = Columns({})

    @property
    def layout(self) -> Layout:
        """Return the layout in columns."""
        return self._columns

    @property
    def places(self) -> Mapping[str, Place]:
        """Return where the parts stand."""
        return self._columns.places

    def place(self, places: Mapping[str, Place]) -> None:
        """Put the parts at other places; those without one take no room and no focus."""
        if places != self._columns.places:
            self._columns = Columns(places)
            self.refresh(layout=True)
        for child in self.query_children():
            child.display = child.id in places
