"""The row of the run form that tells what happened on the way, and opens it for typing."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from typing_extensions import override

from tracker.diary.kinds.run import read_steps, write_steps
from tracker.domain.dataclass import dataclass
from tracker.domain.run import MidRunStep, RunOutcome
from tracker.rules.midrun import story
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.widgets.form_row import FormRow


class StepsRow(FormRow, can_focus=True):
    """Shows the mid-run steps of a run as their story (R-MID-12)."""

    DEFAULT_CSS = """
    StepsRow { height: auto; }
    """

    SCOPE: ClassVar[Scope] = Scope.TRAIL
    HINTS: ClassVar[tuple[str, ...]] = ("type_steps",)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.TRAIL)]

    steps: reactive[tuple[MidRunStep, ...]] = reactive((), layout=True)
    outcome: reactive[RunOutcome] = reactive(RunOutcome.COMPLETED, layout=True)

    @dataclass
    class Wanted(Message):
        """The person wants to type the steps."""

    @property
    def text(self) -> str:
        """Return the steps as the form of a run holds them."""
        return write_steps(self.steps)

    @text.setter
    def text(self, text: str) -> None:
        self.steps = read_steps(text)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the story needs."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write label and story; what does not fit goes on below."""
        first, *more = self._lines(self.content_size.width)
        indent = " " * self._label_cells
        return Content("\n").join(
            [
                Content.assemble(self.label_content(focused=self.has_focus), first),
                *(Content.assemble(indent, line) for line in more),
            ]
        )

    @property
    def active_cell(self) -> Offset:
        """Return the cell where the story begins."""
        return Offset(self._label_cells + 1, 0)

    def _lines(self, width: int) -> list[Content]:
        if not self.steps:
            words = Content.styled("– nothing noted", "$dim")
        else:
            words = Content(story(self.steps, self.outcome) or _uneventful(len(self.steps)))
        rows = words.wrap(max(width - self._label_cells - 1, 1))
        return [Content.assemble(" ", row) for row in rows]

    def action_type_steps(self) -> None:
        """Ask for the page on which the steps are typed."""
        self.post_message(self.Wanted())

    def on_click(self) -> None:
        """Ask for the page on which the steps are typed."""
        self.action_type_steps()


def _uneventful(count: int) -> str:
    return f"{count} noted, nothing changed"
