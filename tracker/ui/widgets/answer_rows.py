"""A few questions, each answered with yes, no, or nothing, one below the other."""

from textual import on
from textual.app import ComposeResult

from tracker.domain.form import BETWEEN
from tracker.ui.widgets.choice_row import YesNoRow
from tracker.ui.widgets.form_row import LABEL_CELLS
from tracker.ui.widgets.row_group import RowGroup

WORDS = (("yes", "yes"), ("no", "no"))


class AnswerRows(RowGroup):
    """A row for each question; the text of the field has `desk day=yes` for each that is answered.

    What is answered besides them stays.
    """

    def __init__(
        self,
        questions: tuple[str, ...],
        *,
        label_cells: int = LABEL_CELLS,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
    ) -> None:
        super().__init__("", label_cells=label_cells, id=id)
        self._questions = questions
        self._answers: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out the questions."""
        yield from self._rows()

    def _rows(self) -> list[YesNoRow]:
        rows = [
            YesNoRow(name, WORDS, required=False, label_cells=self._label_cells)
            for name in self._questions
        ]
        for row in rows:
            row.text = self._answers.get(row.label, "")
        return rows

    async def ask(self, questions: tuple[str, ...]) -> None:
        """Ask other questions from now on."""
        if questions != self._questions:
            self._questions = questions
            await self.remove_children()
            await self.mount_all(self._rows())

    @property
    def text(self) -> str:
        """Return what is answered, one a line."""
        answers = self._answers | {row.label: row.text for row in self.query(YesNoRow)}
        return BETWEEN.join(f"{name}={answer}" for name, answer in answers.items() if answer)

    @text.setter
    def text(self, text: str) -> None:
        lines = (line.rpartition("=") for line in text.split(BETWEEN) if line)
        self._answers = {name: answer for name, _equals, answer in lines}
        for row in self.query(YesNoRow):
            row.text = self._answers.get(row.label, "")

    def focus_field(self) -> None:
        """Bring the focus to the first question."""
        self.query(YesNoRow).first().focus()

    @on(YesNoRow.Changed)
    def _answered(self, event: YesNoRow.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self))
