"""A whole question that is answered with yes or no."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.reactive import reactive
from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.domain.fields import NO, YES
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.form_row import FormRow

_ANSWER_CELLS = 16


class YesNo(FormRow, can_focus=True):
    """One question in as many lines as it needs, and the two answers at its right."""

    DEFAULT_CSS = """
    YesNo {
        height: auto; margin-bottom: 1;
        &:focus { border-left: outer $accent; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.YES_NO
    HINTS: ClassVar[tuple[str, ...]] = ("answer_yes_no", "next_row")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.YES_NO)]

    answer: reactive[bool | None] = reactive(None)

    @dataclass
    class Changed(FormRow.Changed):
        """The question was answered by the person."""

    @property
    def text(self) -> str:
        """Return the answer, "" for none."""
        return {None: "", True: YES, False: NO}[self.answer]

    @text.setter
    def text(self, text: str) -> None:
        self.answer = {YES: True, NO: False}.get(text)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the question needs."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write the question, and the two answers at its right."""
        width = self.content_size.width
        first, *more = self._lines(width)
        room = width - _ANSWER_CELLS
        top = Content.assemble(
            first.pad_right(max(room - first.cell_length, 0)),
            self._word("Yes", chosen=self.answer is True),
            " ",
            self._word("No", chosen=self.answer is False),
        )
        text = Content("\n").join([top, *more])
        return text.stylize("bold") if self.has_focus else text

    @property
    def active_cell(self) -> Offset:
        """Return the cell of the answer, of the first one where there is none."""
        x = self.content_size.width - _ANSWER_CELLS
        if self.answer is False:
            x += self._word("Yes", chosen=False).cell_length + 1
        return Offset(x + 1, 0)

    def _word(self, word: str, *, chosen: bool) -> Content:
        if chosen:
            return Content.styled(f" {glyphs_of(self).chosen} {word} ", "bold on $panel")
        return Content.styled(f"  {word}  ", "$dim")

    def _lines(self, width: int) -> list[Content]:
        return Content(self.label).wrap(max(width - _ANSWER_CELLS - 2, 1))

    def action_answer_yes_no(self, answer: str) -> None:
        """Take the answer and go on to the next question, but never from the last to the first.

        Otherwise one `n` too many would quietly answer the first question again.
        """
        self._take(answer)
        if self is not self.screen.focus_chain[-1]:
            self.screen.focus_next()

    def _take(self, answer: str) -> None:
        self.text = answer
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """Take the answer that was clicked."""
        at = event.get_content_offset(self)
        first = self.content_size.width - _ANSWER_CELLS
        if at is None or at.y > 0 or at.x < first:
            return
        yes = self._word("Yes", chosen=self.answer is True).cell_length
        self._take(YES if at.x < first + yes else NO)
