"""Every place of the body with its sides: one cursor for both, and the places that are lit."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.domain.routine import StepState
from tracker.domain.site import LABELS, PainSite, Side, Site, sides_of
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.cursor_list import DOWN, CursorList
from tracker.ui.widgets.row_view import MARK_CELLS

NAME_CELLS: Final = 23
WIDE_CELLS: Final = 10
NARROW_CELLS: Final = 9
OTHER_WORDS: Final = "somewhere else"
SIDE_WORDS: Final = {
    Side.LEFT: "left",
    Side.CENTRE: "middle",
    Side.RIGHT: "right",
    Side.BOTH: "both",
}


class PlaceList(CursorList[Site]):
    """A row a site, from the top of the body down; left, middle and right stand in columns.

    Both sides are two places. One place for both sides, from an earlier choice, stays until it is
    put out.
    """

    SCOPE: ClassVar[Scope] = Scope.PLACES
    HINTS: ClassVar[tuple[str, ...]] = ("row_move", "place_side", "place_light")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.PLACES)]
    LEAVES: ClassVar[frozenset[int]] = frozenset({DOWN})

    lit: reactive[frozenset[tuple[Site, Side]]] = reactive(frozenset())
    side: reactive[Side] = reactive(Side.CENTRE)

    @dataclass
    class Lit(Message):
        """The person lit a place, or put one out."""

    @override
    def key_of(self, item: Site) -> str:
        return item.value

    @override
    def text_of(self, item: Site) -> str:
        return _name(item)

    @property
    def here(self) -> PainSite | None:
        """Return the place under the cursor."""
        return None if self.chosen is None else PainSite(self.chosen, self._side_of(self.chosen))

    def _side_of(self, site: Site) -> Side:
        """Return the side of the cursor on a site: the one before, where the site has it."""
        return self.side if self.side in self._sides(site) else Side.LEFT

    @property
    def places(self) -> tuple[PainSite, ...]:
        """Return the places that are lit, from the top of the body down."""
        return tuple(
            PainSite(site, side)
            for site in Site
            for side in sides_of(site)
            if (site, side) in self.lit
        )

    def toggle(self, place: PainSite) -> None:
        """Light a place, or put it out; the cursor goes to it."""
        self.go_to(place.site.value)
        self.side = place.side
        self.lit ^= {(place.site, place.side)}
        self.post_message(self.Lit())

    # ------------------------------------------------------------------ drawing

    def _columns(self, site: Site) -> Iterator[tuple[int, Side]]:
        """Pair each side that is offered with its column."""
        sides = sides_of(site)
        yield 0, Side.LEFT
        if Side.CENTRE in sides:
            yield 1, Side.CENTRE
        yield 2, Side.RIGHT
        if (site, Side.BOTH) in self.lit:
            yield (3 if Side.CENTRE in sides else 1), Side.BOTH

    def _cells(self, width: int) -> int:
        return WIDE_CELLS if width >= NAME_CELLS + 3 * WIDE_CELLS else NARROW_CELLS

    @override
    def draw(self, item: Site, width: int, *, here: bool) -> Sequence[Content]:
        cells = self._cells(width)
        columns = dict(self._columns(item))
        known = any(site is item for site, _side in self.lit)
        name = Content.styled(f" {_name(item)}", "bold" if here else "" if known else "$dim")
        row = [name.pad_right(max(NAME_CELLS - name.cell_length, 0))]
        for column in range(max(columns) + 1):
            side = columns.get(column)
            row.append(
                Content(" " * cells) if side is None else self._cell(item, side, cells, here=here)
            )
        return [Content("").join(row)]

    def _cell(self, site: Site, side: Side, cells: int, *, here: bool) -> Content:
        lit = (site, side) in self.lit
        at_cursor = here and side is self._side_of(site) and self.has_focus
        sign = glyphs_of(self).steps[StepState.DONE] if lit else "+" if at_cursor else " "
        words = f"{sign} {SIDE_WORDS[side]} "
        words = f" {words}" if cells == WIDE_CELLS else words
        style = "bold $ink on $accent" if at_cursor else "bold on $panel" if lit else "$dim"
        return Content.styled(f"{words:<{cells}}", style)

    @property
    @override
    def active_column(self) -> int:
        if self.chosen is None:
            return 0
        here = self._side_of(self.chosen)
        column = next(at for at, side in self._columns(self.chosen) if side is here)
        cells = self._cells(self._width - MARK_CELLS)
        return MARK_CELLS + NAME_CELLS + column * cells + (cells == WIDE_CELLS)

    # ------------------------------------------------------------------ keys

    def _sides(self, site: Site) -> list[Side]:
        return [side for _column, side in sorted(self._columns(site))]

    def action_place_side(self, step: int) -> None:
        """Go to the side before, or after."""
        if self.chosen is not None:
            sides = self._sides(self.chosen)
            place = sides.index(self._side_of(self.chosen)) + step
            self.side = sides[min(max(place, 0), len(sides) - 1)]

    def watch_side(self) -> None:
        """Show the other side."""
        self.reveal()
        if self.chosen is not None and self.is_mounted:
            self.post_message(self.Moved(self, self.chosen))

    def action_place_light(self) -> None:
        """Light the place, or put it out."""
        if self.here is not None:
            self.toggle(self.here)

    @override
    def clicked(self, place: int, at: Offset) -> None:
        """Go to the clicked place; a click on a side lights it, or puts it out."""
        self.cursor = place
        site = self.rows[place]
        column = (at.x - MARK_CELLS - NAME_CELLS) // self._cells(self._width - MARK_CELLS)
        side = dict(self._columns(site)).get(column)
        if side is not None:
            self.toggle(PainSite(site, side))


def _name(site: Site) -> str:
    words = OTHER_WORDS if site is Site.OTHER else LABELS[site]
    return f"{words[:1].upper()}{words[1:]}"
