"""What can be done next, one line each; enter goes there."""

from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.answers import NextStep
from tracker.domain.dataclass import dataclass
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.form_row import LABEL_CELLS

DETAIL_FROM: Final = 30
"""In a narrower card minutes and dates follow their step instead of standing at the right."""


class NextCard(Widget, can_focus=True):
    """A short list of next steps; `compact` writes it in one line."""

    DEFAULT_CSS = """
    NextCard {
        height: auto; width: 1fr; background: $surface; padding: 1 2;
        &.-compact { background: $background; padding: 0 0 0 1; }
        &.-compact:focus { background: $focus; padding: 0; border-left: outer $accent; }
        &.-inset { padding: 0; }
        &.-empty { display: none; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.LIST
    HINTS: ClassVar[tuple[str, ...]] = ("row_open", "row_move")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.LIST)]

    steps: reactive[tuple[NextStep, ...]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0)
    compact: reactive[bool] = reactive(default=False, layout=True, toggle_class="-compact")

    @dataclass
    class Chosen(Message):
        """The person wants to go where a line says."""

        step: NextStep

    def watch_steps(self, steps: tuple[NextStep, ...]) -> None:
        """Keep the cursor on a line; without lines the card takes no room."""
        self.cursor = 0
        self.set_class(not steps, "-empty")

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a heading, a blank row, and as many rows as the steps need."""
        return 1 if self.compact else 2 + len(self._lines(width))

    def rows_at(self, width: int) -> int:
        """Return the rows that the card takes without padding at a width."""
        return 2 + len(self._lines(width)) if width > 0 else 0

    def render(self) -> Content:
        """Write the heading and the steps."""
        if self.compact:
            return self._one_line()
        lines = self._lines(self.content_size.width)
        return Content("\n").join([Content.styled("Next", "bold"), Content(""), *lines])

    @property
    def active_cell(self) -> Offset:
        """Return the cell of the step under the cursor."""
        if self.compact:
            return Offset(LABEL_CELLS, 0)
        width = self.content_size.width
        above = sum(len(self._step(place, width)) for place in range(self.cursor))
        return Offset(0, 2 + above)

    def _lines(self, width: int) -> list[Content]:
        return [line for place in range(len(self.steps)) for line in self._step(place, width)]

    def _step(self, place: int, width: int) -> list[Content]:
        step, here = self.steps[place], place == self.cursor
        words, detail = Content(step.text), Content.styled(step.detail, "$dim")
        if width < DETAIL_FROM:
            words, detail = Content.assemble(words, f" {step.detail}".rstrip()), Content("")
        elif step.detail:
            detail = Content.assemble("  ", detail)
        room = max(width - 2 - detail.cell_length, 1)
        glyphs = glyphs_of(self)
        mark = (glyphs.stripe if self.has_focus else glyphs.pointer) if here else " "
        lines = []
        for row, part in enumerate(words.wrap(room)):
            padded = part.pad_right(room - part.cell_length)
            line = Content.assemble(
                Content.styled(mark if row == 0 else " ", "$accent"),
                " ",
                padded.stylize("bold") if here else padded,
                detail if row == 0 else "",
            )
            lines.append(line.stylize("on $focus") if here and self.has_focus else line)
        return lines

    def _one_line(self) -> Content:
        """Write two steps, or one where both have no room."""
        both = self._line_of(2)
        return both if both.cell_length <= self.content_size.width else self._line_of(1)

    def _line_of(self, count: int) -> Content:
        shown = self.steps[self.cursor : self.cursor + count]
        hidden = len(self.steps) - len(shown)
        words = [
            Content.assemble(
                Content.styled(step.text, "bold")
                if place == 0
                else Content.styled(step.text, "$dim"),
                Content.styled(f" {step.detail}" if step.detail else "", "$dim"),
            )
            for place, step in enumerate(shown)
        ]
        if hidden:
            words.append(Content.styled(f"{hidden} more", "$dim"))
        return Content.assemble(
            Content.styled(f"{'Next':<{LABEL_CELLS}}", "bold"),
            Content.styled(" · ", "$dim").join(words),
        )

    def action_row_move(self, step: int) -> None:
        """Go to the neighbouring line; beyond the ends the focus moves on."""
        goal = self.cursor + step
        if 0 <= goal < len(self.steps):
            self.cursor = goal
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_row_open(self) -> None:
        """Ask to go where the line says."""
        if self.steps:
            self.post_message(self.Chosen(self.steps[self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """Go where the clicked line says."""
        place = event.get_content_offset(self)
        if place is not None and not self.compact and 0 <= place.y - 2 < len(self.steps):
            self.cursor = place.y - 2
            self.action_row_open()
