"""A question, or any other sentence, with its box."""

from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.ui.commands import Scope, bindings_of

_BOX_CELLS: Final = 4


class Question(Widget, can_focus=True):
    """One question with its box."""

    DEFAULT_CSS = """
    Question {
        height: auto; width: 1fr; padding: 0 1;
        &:focus { background: $focus; border-left: outer $accent; padding: 0 1 0 0; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.QUESTION
    HINTS: ClassVar[tuple[str, ...]] = ("tick_question", "next_question")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.QUESTION)]

    ticked: reactive[bool] = reactive(default=False)

    @dataclass
    class Ticked(Message):
        """The box was ticked or emptied by the person."""

    def __init__(self, key: str, text: str, *, ticked: bool) -> None:
        super().__init__()
        self.key = key
        self._text = text
        self.set_reactive(Question.ticked, ticked)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the question needs."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write box and question; the question wraps beside its box."""
        box = Content.styled("[x] ", "bold") if self.ticked else Content.styled("[ ] ", "$dim")
        indent = Content(" " * _BOX_CELLS)
        lines = [
            Content.assemble(box if row == 0 else indent, line)
            for row, line in enumerate(self._lines(self.content_size.width))
        ]
        text = Content("\n").join(lines)
        return text.stylize("bold") if self.has_focus or self.ticked else text

    @property
    def active_cell(self) -> Offset:
        """Return the cell of the box."""
        return Offset(1, 0)

    def _lines(self, width: int) -> list[Content]:
        return Content(self._text).wrap(max(width - _BOX_CELLS, 1))

    def action_tick_question(self) -> None:
        """Tick the box, or empty it."""
        self.ticked = not self.ticked
        self.post_message(self.Ticked())

    def on_click(self) -> None:
        """Tick the box, or empty it."""
        self.action_tick_question()

    def action_next_question(self, step: int) -> None:
        """Go to the question above, or below."""
        if step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()
