"""The rarer questions of the check-in, folded away."""

from collections.abc import Collection
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from tracker.diary.entries import CheckInEntry
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import BackFeature, Hurts, Pattern, Quality, Spread
from tracker.domain.site import PARTS, PainSite
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.today.words import BACK_FEATURES, HURTS, PATTERN, QUALITY, SPREAD
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.form_row import FormRow


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


class MoreRows(Vertical):
    """Quality, pattern, spread, the exact spot, what hurts, sitting hours."""

    DEFAULT_CSS = """
    MoreRows {
        height: auto;
        & > .more--rows { height: auto; display: none; }
        & #parts { height: auto; }
        &.-open > .more--rows { display: block; }
    }
    """

    open: reactive[bool] = reactive(default=False, toggle_class="-open")

    quality = getters.query_one("#quality", CheckRow)
    pattern = getters.query_one("#pattern", ChoiceRow)
    spread = getters.query_one("#spread", ChoiceRow)
    hurts = getters.query_one("#hurts", CheckRow)
    back = getters.query_one("#back", CheckRow)
    sitting = getters.query_one("#sitting", FieldRow)

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[PainSite, ...] = ()
        self._entry = CheckInEntry()

    def compose(self) -> ComposeResult:
        """Lay out the folding line; the rows come when they are first unfolded."""
        yield FoldRow("more")

    async def show(self, entry: CheckInEntry, *, places: Collection[PainSite]) -> None:
        """Show what was answered; anything answered unfolds the rows."""
        self._entry = entry
        self._places = tuple(place for place in places if place.site in PARTS)
        felt = entry.quality or entry.pattern or entry.spread or entry.hurts
        if felt or entry.back_features or entry.sitting or entry.parts:
            await self.unfold()
        if not self.query("#quality"):
            return
        await self._show_parts()
        self.quality.ticked = frozenset(entry.quality)
        self.pattern.value = entry.pattern
        self.spread.value = entry.spread
        self.hurts.ticked = frozenset(entry.hurts)
        self.back.ticked = frozenset(entry.back_features)
        self.sitting.text = entry.sitting

    async def unfold(self) -> None:
        """Show the rows, mounting them the first time."""
        if not self.query("#quality"):
            await self.mount(
                Vertical(
                    CheckRow("How it feels", QUALITY, id="quality"),
                    ChoiceRow("While running", PATTERN, id="pattern"),
                    ChoiceRow("Spreads", SPREAD, id="spread"),
                    CheckRow("Hurts today", HURTS, id="hurts"),
                    Vertical(id="parts"),
                    CheckRow("Back pain that", BACK_FEATURES, id="back"),
                    FieldRow("Sitting", unit="h a day", cells=5, id="sitting"),
                    classes="more--rows",
                )
            )
            await self._show_parts()
        self.open = True
        self.query_one(FoldRow).open = True

    async def _show_parts(self) -> None:
        box = self.query_one("#parts", Vertical)
        if tuple(row.place for row in self.part_rows) != self._places:
            await box.remove_children()
            await box.mount_all(PartRow(place) for place in self._places)
        for row in self.part_rows:
            row.value = self._entry.parts.get(row.place)

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
            self.quality.focus()

    def answers(self) -> CheckInEntry:
        """Return what is answered, whether it is folded or not, as the part of an entry it is."""
        if not self.query("#quality"):
            return CheckInEntry()
        asked = {row.place: row.value for row in self.part_rows}
        untold = {place: at for place, at in self._entry.parts.items() if place not in asked}
        return CheckInEntry(
            parts=untold | {place: part for place, part in asked.items() if part is not None},
            quality=tuple(each for each in Quality if each in self.quality.ticked),
            pattern=Pattern(self.pattern.value) if self.pattern.value else None,
            spread=Spread(self.spread.value) if self.spread.value else None,
            hurts=tuple(each for each in Hurts if each in self.hurts.ticked),
            back_features=tuple(each for each in BackFeature if each in self.back.ticked),
            sitting=self.sitting.text,
        )
