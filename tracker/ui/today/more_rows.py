"""The rarer questions of the check-in, folded away."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from tracker.domain.dataclass import dataclass
from tracker.domain.site import PARTS, PainSite
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.form_row import FormRow

MORE: Final = (
    "quality",
    "pattern",
    "spread",
    "hurts",
    "parts",
    "back_features",
    "sitting",
    "factors",
)
"""The fields that are folded away, in order."""


class FoldRow(FormRow, can_focus=True):
    """The line that shows or folds the rows below it."""

    SCOPE: ClassVar[Scope] = Scope.FOLD
    HINTS: ClassVar[tuple[str, ...]] = ("fold",)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.FOLD)]

    open: reactive[bool] = reactive(default=False)

    @dataclass
    class Toggled(Message):
        """The person wants the rows shown, or folded."""

    def render(self) -> Content:
        """Say what is folded away."""
        glyphs = glyphs_of(self)
        mark = glyphs.unfolded if self.open else glyphs.folded
        label = Content.assemble(
            f"{mark} more  ", "quality, spread, exact spot, what hurts, sitting"
        )
        return label.stylize("bold" if self.has_focus else "$dim")

    def action_fold(self) -> None:
        """Ask for the other state."""
        self.post_message(self.Toggled())

    def on_click(self) -> None:
        """Ask for the other state."""
        self.action_fold()


class PartRow(ChoiceRow):
    """Where exactly a tracked place hurts."""

    def __init__(self, place: PainSite) -> None:
        super().__init__(place.label, tuple((part, part) for part in PARTS[place.site]))
        self.place = place


class PartRows(Vertical):
    """A row for each place that has parts."""

    def __init__(self) -> None:
        super().__init__(id="parts")

    async def show(self, parts: Mapping[PainSite, str | None]) -> None:
        """Ask of each of the places where exactly it hurts, and show what was said."""
        if [row.place for row in self.query(PartRow)] != list(parts):
            await self.remove_children()
            await self.mount_all(PartRow(place) for place in parts)
        for row in self.query(PartRow):
            row.value = parts[row.place]


class MoreRows(Vertical):
    """Quality, pattern, spread, the exact spot, what hurts, sitting hours.

    The rows come when they are first unfolded; `make` makes the row of a field.
    """

    DEFAULT_CSS = """
    MoreRows {
        height: auto;
        & > .more--rows { height: auto; display: none; }
        & #parts { height: auto; }
        &.-open > .more--rows { display: block; }
    }
    """

    open: reactive[bool] = reactive(default=False, toggle_class="-open")

    def __init__(
        self, make: Callable[[str], FormRow], parts: Callable[[], Mapping[PainSite, str | None]]
    ) -> None:
        super().__init__()
        self._make = make
        self._parts = parts

    def compose(self) -> ComposeResult:
        """Lay out the folding line."""
        yield FoldRow("more")

    async def show_parts(self) -> None:
        """Ask of the places that have parts where exactly they hurt, where that is asked yet."""
        for rows in self.query(PartRows):
            await rows.show(self._parts())

    async def unfold(self) -> None:
        """Show the rows, mounting them the first time."""
        if not self.query(PartRows):
            rows = (PartRows() if name == "parts" else self._make(name) for name in MORE)
            await self.mount(Vertical(*rows, classes="more--rows"))
            await self.show_parts()
        self.open = True
        self.query_one(FoldRow).open = True

    @property
    def part_rows(self) -> list[PartRow]:
        """Return the rows that ask where exactly a place hurts, in order."""
        return list(self.query(PartRow))

    @on(FoldRow.Toggled)
    async def toggle(self) -> None:
        """Show the rows, or fold them."""
        if self.open:
            self.open = self.query_one(FoldRow).open = False
        else:
            await self.unfold()
            self.query_one("#quality").focus()
