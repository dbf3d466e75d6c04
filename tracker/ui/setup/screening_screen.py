"""Second step: the eight questions before starting."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from tracker.rules.screening import FULL_FORM_TEXT, SCREENING_QUESTIONS, ScreeningQuestion
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.setup.step_screen import StepScreen
from tracker.ui.widgets.note import Note

_ANSWER_CELLS = 16


class YesNo(Widget, can_focus=True):
    """One question that is answered with y or n."""

    DEFAULT_CSS = """
    YesNo {
        height: auto; width: 1fr; padding: 0 1; margin-bottom: 1;
        &:focus { background: $focus; border-left: outer $accent; padding: 0 1 0 0; }
        &.-hidden { display: none; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.YES_NO
    HINTS: ClassVar[tuple[str, ...]] = ("answer_yes_no", "next_yes_no")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.YES_NO)]

    answer: reactive[bool | None] = reactive(None)

    def __init__(self, question: ScreeningQuestion) -> None:
        super().__init__(id=question.field)
        self.question = question

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

    def _word(self, word: str, *, chosen: bool) -> Content:
        if chosen:
            return Content.styled(f" {glyphs_of(self).chosen} {word} ", "bold on $panel")
        return Content.styled(f"  {word}  ", "$dim")

    def _lines(self, width: int) -> list[Content]:
        return Content(self.question.text).wrap(max(width - _ANSWER_CELLS - 2, 1))

    def action_answer_yes_no(self, yes: str) -> None:
        """Take the answer and go on to the next question, but never from the last to the first.

        Otherwise one `n` too many would quietly say that the person is a child.
        """
        self.answer = yes == "yes"
        chain = self.screen.focus_chain
        if self is not chain[-1]:
            self.screen.focus_next()

    def action_next_yes_no(self, step: int) -> None:
        """Go to the question above, or below."""
        if step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()


class ScreeningScreen(StepScreen[dict[str, bool]]):
    """Gives the answers by the field of the screening record."""

    TITLE_TEXT: ClassVar[str] = "Before you start"
    FACT: ClassVar[str] = "step 2 of 3 · 7 or 8 questions"
    AUTO_FOCUS = "YesNo"

    def rows(self) -> ComposeResult:
        """Ask the questions; the last belongs to a yes before it."""
        for question in SCREENING_QUESTIONS:
            row = YesNo(question)
            row.set_class(question.only_after is not None, "-hidden")
            yield row
        yield Static(Content(FULL_FORM_TEXT), classes="step--text")

    def on_mount(self) -> None:
        """Show a question that follows from another as soon as that is answered."""
        for row in self.query(YesNo):
            self.watch(row, "answer", self._show_following, init=False)

    def _show_following(self) -> None:
        answers = {row.question.field: row.answer for row in self.query(YesNo)}
        for row in self.query(YesNo):
            after = row.question.only_after
            if after is not None:
                row.set_class(answers[after] is not True, "-hidden")
        self.query_one(Note).show("")

    def action_step_done(self) -> None:
        """Give the answers, once all that are asked are there."""
        asked = [row for row in self.query(YesNo) if not row.has_class("-hidden")]
        missing = [row for row in asked if row.answer is None]
        if missing:
            count = "One question is" if len(missing) == 1 else f"{len(missing)} questions are"
            self.query_one(Note).show(
                f"{count} still open. Answer with y or n, or skip with ctrl+n."
            )
            missing[0].focus()
            return
        answers = {row.question.field: bool(row.answer) for row in asked}
        fields = (question.field for question in SCREENING_QUESTIONS)
        self.dismiss({field: answers.get(field, False) for field in fields})
