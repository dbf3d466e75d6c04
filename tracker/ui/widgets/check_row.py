"""Several of few: the words written out in a row, each with a box."""

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.reactive import reactive
from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.domain.form import BETWEEN
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.widgets.form_row import LABEL_CELLS, FormRow


class CheckRow(FormRow, can_focus=True):
    """Any of a few values. Arrows move between the boxes, space and the mouse tick."""

    DEFAULT_CSS = """
    CheckRow { height: auto; }
    """

    SCOPE: ClassVar[Scope] = Scope.CHECK
    HINTS: ClassVar[tuple[str, ...]] = ("check_move", "check_tick")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.CHECK)]

    ticked: reactive[frozenset[str]] = reactive(frozenset())
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Changed(FormRow.Changed):
        """A box was ticked or emptied by the person."""

        row: "CheckRow"
        ticked: frozenset[str]

    def __init__(
        self,
        label: str,
        options: tuple[tuple[str, str], ...],
        *,
        ticked: frozenset[str] = frozenset(),
        label_cells: int = LABEL_CELLS,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(label, label_cells=label_cells, id=id, classes=classes)
        self._options = options
        self.set_reactive(CheckRow.ticked, ticked)

    @property
    def text(self) -> str:
        """Return the ticked values, one a line."""
        return BETWEEN.join(value for value, _word in self._options if value in self.ticked)

    @text.setter
    def text(self, text: str) -> None:
        self.ticked = frozenset(filter(None, text.split(BETWEEN)))

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """Return values and words."""
        return self._options

    @options.setter
    def options(self, options: tuple[tuple[str, str], ...]) -> None:
        self._options = options
        self.refresh(layout=True)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the boxes need."""
        return len(list(self._lines(width)))

    def render(self) -> Content:
        """Draw the boxes; with the focus the one under the cursor is underlined."""
        lines = (
            Content(" ").join(self._box(place) for place in line)
            for line in self._lines(self.content_size.width)
        )
        first, *more = lines
        indent = " " * self._label_cells
        return Content("\n").join(
            [
                Content.assemble(self.label_content(focused=self.has_focus), first),
                *(Content.assemble(indent, line) for line in more),
            ]
        )

    def _lines(self, width: int) -> Iterator[list[int]]:
        """Share the boxes, by their places, among as many lines as they need."""
        room = width - self._label_cells
        line: list[int] = []
        taken = 0
        for place in range(len(self._options)):
            cells = self._box(place).cell_length
            if line and taken + 1 + cells > room:
                yield line
                line, taken = [], 0
            taken += cells + bool(line)
            line.append(place)
        yield line

    @property
    def active_cell(self) -> Offset:
        """Return the cell of the box under the cursor."""
        for y, line in enumerate(self._lines(self.content_size.width)):
            if self.cursor in line:
                before = line[: line.index(self.cursor)]
                x = sum(self._box(place).cell_length + 1 for place in before)
                return Offset(self._label_cells + x + 2, y)
        return Offset(self._label_cells, 0)

    def _box(self, place: int) -> Content:
        value, word = self._options[place]
        ticked = value in self.ticked
        here = self.has_focus and place == self.cursor
        text = Content.assemble(
            Content.styled(" [x] " if ticked else " [ ] ", "" if ticked else "$dim"),
            Content.styled(word, "underline" if here else ""),
            " ",
        )
        return text.stylize("bold on $panel") if ticked else text

    def action_check_move(self, step: int) -> None:
        """Go to the neighbouring box."""
        self.cursor = min(max(self.cursor + step, 0), len(self._options) - 1)

    def action_check_tick(self) -> None:
        """Tick or empty the box under the cursor."""
        value, _word = self._options[self.cursor]
        self.ticked = self.ticked ^ {value}
        self.post_message(self.Changed(self, self.ticked))

    def on_click(self, event: events.Click) -> None:
        """Tick or empty the box that was clicked."""
        at = event.get_content_offset(self)
        lines = list(self._lines(self.content_size.width))
        if at is None or at.y >= len(lines):
            return
        begins = self._label_cells
        for place in lines[at.y]:
            ends = begins + self._box(place).cell_length
            if begins <= at.x < ends:
                self.cursor = place
                self.action_check_tick()
                return
            begins = ends + 1
